using System.Globalization;

namespace NeuralDsl.Benchmarks;

/// <summary>Whether contestants compute the same: the first prediction and the losses of the first steps, from the same weights, batches and seeds.</summary>
internal static class Agreement
{
    /// <summary>Steps whose losses are compared.</summary>
    public const int Steps = 4;

    /// <summary>Of PyTorch's number, or of the largest of a tensor: single precision, added up in another order.</summary>
    private const double Tolerance = 1e-4;

    /// <summary>What differs from PyTorch's numbers, in words; null for nothing.</summary>
    public static string? Difference(ContestantKind kind, PeerAnswer expected, PeerAnswer found)
    {
        for (var step = 0; step < expected.Losses.Length; step++)
        {
            if (!IsClose(expected.Losses[step], found.Losses[step], Math.Abs(expected.Losses[step])))
                return Say($"the loss of step {step + 1}", expected.Losses[step], found.Losses[step]);
        }
        // PyTorch's model may have outputs beside those that a prediction has.
        for (var output = 0; output < found.Predictions.Length; output++)
        {
            var scale = expected.Predictions[output].Max(Math.Abs);
            for (var i = 0; i < found.Predictions[output].Length; i++)
            {
                if (!IsClose(expected.Predictions[output][i], found.Predictions[output][i], scale))
                    return Say("a number of the prediction", expected.Predictions[output][i], found.Predictions[output][i]);
            }
        }
        return null;

        string Say(string what, double right, double wrong) => string.Create(CultureInfo.InvariantCulture, $"{what} is {right:R} in PyTorch and {wrong:R} in {kind}");
    }

    private static bool IsClose(double expected, double found, double scale) => Math.Abs(expected - found) <= Tolerance * scale;
}
