namespace NeuralDsl;

/// <summary>x, but not below a least and not above a largest number, elementwise; at least one of both is given.</summary>
/// <remarks>
/// <para>Shape: any floating-point tensor → the same.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Clamp(Min = 1e-6)]</code></example>
public sealed class ClampAttribute : LayerAttribute
{
    /// <summary>The least number: a number, or the name of a hyper-parameter; default: none.</summary>
    public object? Min { get; set; }

    /// <summary>The largest number: a number, or the name of a hyper-parameter; default: none.</summary>
    public object? Max { get; set; }
}
