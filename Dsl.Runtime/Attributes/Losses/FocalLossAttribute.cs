namespace NeuralDsl;

/// <summary>Cross-entropy in which what is easy counts less.</summary>
/// <remarks>
/// <para>
/// Shape: logits of any shape; target of the prediction's dtype and shape, values 0 and 1. <c>-α·(1 - p)^γ·log p</c>, where p is the
/// probability of the target's value, and α is 1 - alpha for the value 0. With <see cref="TargetEncoding.ClassIndex"/> the classes
/// exclude each other: logits and target as for <c>CrossEntropyLoss</c>, and <see cref="ClassLossAttribute.ClassWeights"/> in place of alpha.
/// </para>
/// <para>Source: Lin et al. 2017, "Focal Loss for Dense Object Detection"; the defaults are the paper's.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Linear(1), FocalLoss]</code></example>
public sealed class FocalLossAttribute : ClassLossAttribute
{
    /// <summary>How much less what is easy counts; at least 0: a number, or the name of a hyper-parameter; default 2.</summary>
    public object Gamma { get; set; } = 2.0;

    /// <summary>Factor of targets that are 1, where 1 - alpha is that of others; from 0 to 1: a number, or the name of a hyper-parameter; default 0.25.</summary>
    public object Alpha { get; set; } = 0.25;

    /// <summary><see cref="TargetEncoding.MultiLabel"/>, the default, or <see cref="TargetEncoding.ClassIndex"/>.</summary>
    public TargetEncoding Encoding { get; set; } = TargetEncoding.MultiLabel;
}
