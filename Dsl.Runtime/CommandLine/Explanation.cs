namespace NeuralDsl;

/// <summary>What the command line says of an error: what is the user's to put right is told in a line, anything else with its stack.</summary>
internal static class Explanation
{
    /// <summary>The line; null where the error is not the user's to put right.</summary>
    public static string? Of(Exception error) => error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or DivergedException or DataException or CheckpointException
        ? error.Message
        : null;
}
