namespace NeuralDsl.Operators.Optimizers;

/// <summary>Adam, whose weight decay is an L2 penalty, and AdamW, whose weight decay is decoupled.</summary>
internal sealed record AdamFamily(bool IsDecoupled, Moments Moments, bool AmsGrad, bool Maximize) : Optimizer
{
    public static AdamFamily Read(ArgumentReader arguments, bool isDecoupled) => new(
        isDecoupled,
        Moments.Read(arguments, 1e-3, weightDecay: isDecoupled ? 0.01 : 0),
        arguments.Flag("AmsGrad", false),
        arguments.Flag("Maximize", false));

    public override string ModuleType => IsDecoupled ? "AdamW" : "Adam";

    /// <summary>Both moments, and the largest second one where it is kept.</summary>
    public override int State => AmsGrad ? 3 : 2;

    public override IEnumerable<string> FactoryArguments =>
    [
        // The decay is always said for AdamW: TorchSharp's default is 0, PyTorch's is 0.01.
        .. IsDecoupled ? [.. Moments.WithoutDecay, $"weight_decay: {Moments.WeightDecay.Text}"] : Moments.Arguments,
        .. CSharp.Named("amsgrad", AmsGrad, omitted: false),
        .. CSharp.Named("maximize", Maximize, omitted: false),
    ];

    public override bool Maximizes => Maximize;

    public override bool HasMomentum => true;
}
