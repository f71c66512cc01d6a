using NeuralDsl.Collections;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Layers;

/// <summary>Normalization of each channel, over the batch and all other axes, or of each example by itself.</summary>
/// <param name="IsPerExample">Whether each example is normalized by itself.</param>
/// <param name="Dimensions">The number of axes after batch and channels.</param>
/// <param name="Eps">Added to the variance.</param>
/// <param name="Momentum">Weight of the newest batch in the running statistics.</param>
/// <param name="Affine">Whether each channel has a learned scale and shift.</param>
/// <param name="TracksStatistics">Whether evaluation normalizes by the running statistics.</param>
internal sealed record BatchNorm(bool IsPerExample, int Dimensions, Number Eps, Number Momentum, bool Affine, bool TracksStatistics) : ModuleLayer
{
    public static BatchNorm Read(ArgumentReader arguments, int dimensions, bool isPerExample = false) => new(
        isPerExample,
        dimensions,
        arguments.Number("Eps", 1e-5, NumberRange.Positive),
        arguments.Number("Momentum", 0.1, NumberRange.Probability),
        arguments.Flag("Affine", !isPerExample),
        arguments.Flag("TrackRunningStats", !isPerExample));

    public override string ModuleType => $"{(IsPerExample ? "Instance" : "Batch")}Norm{Dimensions}d";

    public override TensorType? Infer(LayerCheck check)
    {
        string[] layouts = Dimensions == 1 && !IsPerExample ? ["N C", "N C L"] : [Window.Layout(Dimensions)];
        return check.IsFloatingPoint() && check.HasLayout(layouts) && check.Features(1, "channels", declared: null) is not null ? check.Input : null;
    }

    public override EquatableArray<ParameterSpec> Parameters(TensorType input) =>
        Affine ? [new("weight", [Channels(input)]), new("bias", [Channels(input)])] : [];

    public override EquatableArray<ParameterSpec> Buffers(TensorType input) =>
        TracksStatistics ? [new("running_mean", [Channels(input)]), new("running_var", [Channels(input)]), new("num_batches_tracked", [])] : [];

    public override Action<GradientCode>? Gradient(LayerTypes types) => code =>
    {
        var saved = code.MakeWith($"{CSharp.Kernels}.{Kernel}({code.Module}, {code.Input})", "Mean", "Rstd");
        code.Backward(dy => code.GiveWithEffect(0, $"{CSharp.Kernels}.{Kernel}Backward({code.Module}, {dy}, {code.Input}, {saved[0]}, {saved[1]})"));
    };

    /// <summary>By the running statistics; where there are none, as always.</summary>
    public override Action<GradientCode>? Prediction(LayerTypes types) => !TracksStatistics || IsPerExample ? null : code => code.Make($"{CSharp.Kernels}.PredictBatchNorm({code.Module}, {code.Input})");

    /// <summary>A scale and a shift of each channel are as well a scale and a shift of the weights, unless these are more than the values of an example.</summary>
    public override Action<GradientCode, string>? FoldInto(TypedLayer before) =>
        IsPerExample || !TracksStatistics || before.Layer is not ForwardConvolution { TakesWeights: true } convolution || !convolution.IsSmallerThan(before.Types) ? null
        : (code, module) => code.Make($"{CSharp.Kernels}.PredictNormalized({module}, {code.Module}, {code.Input})");

    public override bool HasMode => TracksStatistics;

    private string Kernel => IsPerExample ? "InstanceNorm" : "BatchNorm";

    public override IEnumerable<string> FactoryArguments(TensorType input, Func<Dim, string> size) =>
    [
        size(Channels(input)),
        .. Eps.Named("eps", 1e-5),
        .. Momentum.Named("momentum", 0.1),
        .. CSharp.Named("affine", Affine, omitted: !IsPerExample),
        .. CSharp.Named("track_running_stats", TracksStatistics, omitted: !IsPerExample),
    ];

    private static Dim Channels(TensorType input) => input.Shape[1];
}
