namespace NeuralDsl;

/// <summary>What a model may cost, with the default hyper-parameters. Exceeding it is an error that names the largest layers.</summary>
/// <remarks>
/// <para>
/// Memory is that of a training step in Float32: parameters, gradients, the declared optimizer's state, buffers, the batch, and every
/// activation kept for the backward pass. The engine's own workspace comes on top.
/// </para>
/// </remarks>
/// <example><code>[Input("image", "N C=3 H W"), Conv2d(8, 3), Budget(Macs = 100_000_000, Sizes = "N=1, H=224, W=224")]</code></example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class BudgetAttribute : ModelElementAttribute
{
    /// <summary>The most parameters, frozen ones too; default: any number.</summary>
    public long Parameters { get; set; } = long.MaxValue;

    /// <summary>The most multiply-accumulates of a forward pass at <see cref="Sizes"/>; default: any number.</summary>
    public long Macs { get; set; } = long.MaxValue;

    /// <summary>The most memory of a training step at <see cref="Sizes"/>, such as <c>512 MB</c> or <c>8 GiB</c>; default: any amount.</summary>
    public string? Memory { get; set; }

    /// <summary>The sizes of the symbols, such as <c>N=32, T=128</c>; needed where a cost depends on them.</summary>
    public string Sizes { get; set; } = "";
}
