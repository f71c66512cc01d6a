namespace NeuralDsl;

/// <summary>How little predicted regions overlap with the target's, for segmentation.</summary>
/// <remarks>
/// <para>
/// Shape: probabilities <c>[N, C, …]</c> of at least 3 axes; target of the prediction's dtype and shape, values 0 and 1, or with
/// <see cref="TargetEncoding.ClassIndex"/> Int64 without axis 1. For each row and channel <c>1 - (2·Σpy + smooth)/(Σp + Σy + smooth)</c>.
/// </para>
/// <para>Source: Milletari et al. 2016, with Σp + Σy in the denominator as in Drozdzal et al. 2016.</para>
/// </remarks>
/// <example><code>[Input("image", "N C=3 H W"), Conv2d(1, 3, Padding = 1), Sigmoid, DiceLoss]</code></example>
public sealed class DiceLossAttribute : LossAttribute
{
    /// <summary>Keeps the quotient of an empty region from 0/0; above 0: a number, or the name of a hyper-parameter; default 1.</summary>
    public object Smooth { get; set; } = 1.0;

    /// <summary><see cref="TargetEncoding.MultiLabel"/>, the default, or <see cref="TargetEncoding.ClassIndex"/>.</summary>
    public TargetEncoding Encoding { get; set; } = TargetEncoding.MultiLabel;
}
