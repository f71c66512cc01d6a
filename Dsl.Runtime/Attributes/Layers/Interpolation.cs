namespace NeuralDsl;

/// <summary>How elements between others are made when a value is resized.</summary>
public enum Interpolation
{
    /// <summary>The nearest element, rounded down: PyTorch's <c>nearest</c>.</summary>
    Nearest,

    /// <summary>On a line between two; for <c>[N, C, L]</c>.</summary>
    Linear,

    /// <summary>Linearly in both directions; for <c>[N, C, H, W]</c>.</summary>
    Bilinear,

    /// <summary>By polynomials of degree 3 in both directions; for <c>[N, C, H, W]</c>.</summary>
    Bicubic,

    /// <summary>Linearly in three directions; for <c>[N, C, D, H, W]</c>.</summary>
    Trilinear,

    /// <summary>The average of the elements that one covers.</summary>
    Area,

    /// <summary>The nearest element by the elements' centers.</summary>
    NearestExact,
}
