namespace TorchSharp;

public static partial class torch
{
    /// <summary>How a grid sample reads between the points.</summary>
    public enum GridSampleMode
    {
        Nearest = 0,
        Bilinear = 2,
    }
}
