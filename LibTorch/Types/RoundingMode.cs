namespace TorchSharp;

public static partial class torch
{
    /// <summary>What a division does with its fraction.</summary>
    public enum RoundingMode
    {
        None = 0,
        trunc = 1,
        floor = 2,
    }

    internal static string? Name(this RoundingMode mode) => mode == RoundingMode.None ? null : mode.ToString();
}
