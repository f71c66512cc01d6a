namespace TorchSharp;

/// <summary>A convolution's padding by name: none, or what keeps the size.</summary>
public enum Padding
{
    Valid = 0,
    Same = 1,
}
