namespace NeuralDsl;

/// <summary>Scales each channel by sigmoid(fc2(relu(fc1(mean)))) of the means of all channels.</summary>
/// <remarks>
/// <para>Shape: <c>[N, C, H, W]</c> → the same.</para>
/// <para>Parameters: fc1.weight <c>[C/reduction, C, 1, 1]</c>, fc1.bias, fc2.weight <c>[C, C/reduction, 1, 1]</c>, fc2.bias.</para>
/// <para>Source: Hu et al. 2018, "Squeeze-and-Excitation Networks"; the names are torchvision's.</para>
/// </remarks>
/// <example><code>[Input("image", "N C=32 H W"), SqueezeExcitation(4)]</code></example>
public sealed class SqueezeExcitationAttribute : LayerAttribute
{
    /// <param name="reduction">How many times fewer channels there are between fc1 and fc2; at least 1.</param>
    public SqueezeExcitationAttribute(long reduction) => Reduction = reduction;

    /// <param name="reduction">How many times fewer channels there are between fc1 and fc2, an expression over hyper-parameters.</param>
    public SqueezeExcitationAttribute(string reduction) => Reduction = reduction;

    /// <summary>How many times fewer channels there are between fc1 and fc2: a number, or an expression over hyper-parameters.</summary>
    public object Reduction { get; }
}
