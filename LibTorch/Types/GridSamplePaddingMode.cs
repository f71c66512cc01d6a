namespace TorchSharp;

public static partial class torch
{
    /// <summary>What a grid sample reads outside.</summary>
    public enum GridSamplePaddingMode
    {
        Zeros = 0,
        Reflection = 1,
        Border = 2,
    }
}
