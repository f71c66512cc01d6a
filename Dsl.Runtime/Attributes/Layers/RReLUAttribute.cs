namespace NeuralDsl;

/// <summary>x where x is positive, else slope·x, elementwise: while training with a slope drawn for each element, else with the middle of the range.</summary>
/// <remarks>
/// <para>Shape: any floating-point tensor → the same.</para>
/// <para>Source: Xu et al. 2015, "Empirical Evaluation of Rectified Activations in Convolutional Network".</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), RReLU]</code></example>
public sealed class RReLUAttribute : LayerAttribute
{
    /// <summary>The least slope: a number, or the name of a hyper-parameter; default 1.0 / 8.</summary>
    public object Lower { get; set; } = 1.0 / 8;

    /// <summary>The largest slope: a number, or the name of a hyper-parameter; default 1.0 / 3.</summary>
    public object Upper { get; set; } = 1.0 / 3;
}
