namespace NeuralDsl;

/// <summary>x where x is positive, else slope·x with a learned slope.</summary>
/// <remarks>
/// <para>Shape: any floating-point tensor → the same; with <c>PerChannel</c> the channels are axis 1.</para>
/// <para>Parameters: weight <c>[1]</c>, or <c>[C]</c> with <c>PerChannel</c>.</para>
/// <para>Source: He et al. 2015, "Delving Deep into Rectifiers".</para>
/// </remarks>
/// <example><code>[Input("image", "N C=3 H W"), PReLU(PerChannel = true)]</code></example>
public sealed class PReLUAttribute : LayerAttribute
{
    /// <summary>Whether each channel has a slope of its own; default false.</summary>
    public bool PerChannel { get; set; }

    /// <summary>What the slopes begin with: a number, or the name of a hyper-parameter; default 0.25.</summary>
    public object Init { get; set; } = 0.25;
}
