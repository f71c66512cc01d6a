namespace TorchSharp;

/// <summary>How a tensor is continued beyond its edges.</summary>
public enum PaddingModes
{
    Zeros = 0,
    Reflect = 1,
    Replicate = 2,
    Circular = 3,
    Constant = 4,
}
