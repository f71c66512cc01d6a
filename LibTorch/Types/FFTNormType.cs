namespace TorchSharp;

/// <summary>Where a Fourier transform of n elements is divided: by n on the way back, by n on the way there, or by its root on both.</summary>
public enum FFTNormType
{
    Backward,
    Forward,
    Ortho,
}
