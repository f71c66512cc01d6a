namespace NeuralDsl;

/// <summary>min(max(MinVal, x), MaxVal), elementwise.</summary>
/// <remarks>
/// <para>Shape: any floating-point tensor → the same.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Hardtanh(MinVal = -2, MaxVal = 2)]</code></example>
public sealed class HardtanhAttribute : LayerAttribute
{
    /// <summary>The least value: a number, or the name of a hyper-parameter; default -1.0.</summary>
    public object MinVal { get; set; } = -1.0;

    /// <summary>The largest value: a number, or the name of a hyper-parameter; default 1.0.</summary>
    public object MaxVal { get; set; } = 1.0;
}
