using NeuralDsl.Collections;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Sequence;

/// <summary>The mean, sum or maximum of the vectors of each row of indices.</summary>
/// <param name="Table">The vectors.</param>
/// <param name="Mode">A member of the public enum.</param>
/// <param name="Weights">The value with a factor for every index.</param>
internal sealed record EmbeddingBag(EmbeddingTable Table, string Mode, ValueNames Weights) : ModuleLayer
{
    private const string Mean = "Mean";

    public static EmbeddingBag Read(ArgumentReader arguments)
    {
        var bag = new EmbeddingBag(
            EmbeddingTable.Read(arguments), arguments.Member("Mode", Mean), arguments.Has("Weights") ? arguments.Names("Weights", maximum: 1) : ValueNames.None);
        if (bag.Mode is not (Mean or "Sum" or "Max"))
            arguments.Refuse("Mode", "Mean, Sum or Max", bag.Mode);
        if (bag is { Mode: not "Sum", Weights.Names.Count: > 0 })
            arguments.Refuse("Weights", "left out unless Mode is Sum", $"\"{arguments.Text("Weights")}\"");
        foreach (var flag in new[] { "Sparse", "ScaleGradByFreq" }.Where(flag => bag.Mode == "Max" && arguments.Flag(flag, false)))
            arguments.Refuse(flag, "false where Mode is Max", "true");
        return bag;
    }

    public override string ModuleType => "EmbeddingBag";

    public override ValueNames Values => Weights;

    public override bool IsCalled => Weights.Names.Count == 0;

    public override TensorType? Infer(LayerCheck check)
    {
        if (!Table.Fits(check) || !check.HasAxes("N T"))
            return null;
        return Weights.Names.Count == 0 || check.Takes(1, Weights, stretches: false, check.Input with { DType = DType.Float32 })
            ? new(DType.Float32, new([check.Shape.Axes[0], new Axis(Table.Dims)]))
            : null;
    }

    public override EquatableArray<ParameterSpec> Parameters(TensorType input) => [Table.Weight];

    /// <summary>What engines divide by frequencies, each its own way, is theirs.</summary>
    public override Action<GradientCode>? Gradient(LayerTypes types) => Table.Sparse || Table.ScaleGradByFreq ? null : code =>
    {
        var indices = code.Input;
        code.Make(Code.Of($"{code.Module}.call({indices}{(IsCalled ? "" : $", null!, {code.Inputs[1]}")})", code.Inputs));
        code.Backward(dy =>
        {
            var padding = Table.Padding is { } index ? $", {code.Size(index)}" : "";
            var factors = IsCalled ? $"null" : Code.Join([code.Inputs[1]]);
            if (code.Learns)
            {
                code.Do(
                    $"{CSharp.ParameterGradient}.AddEmbeddingBag({code.Module}.weight!, {dy}, {indices}, {factors}, global::TorchSharp.EmbeddingBagMode.{Mode}{padding})");
            }
            if (!IsCalled)
                code.Give(1, $"{CSharp.Kernels}.EmbeddingBagFactorsBackward({dy}, {indices}, {code.Module}.weight!{padding})");
        });
    };

    public override IEnumerable<string> FactoryArguments(TensorType input, Func<Dim, string> size) =>
    [
        size(Table.Rows),
        size(Table.Dims),
        .. Table.Norm,
        .. CSharp.Named("scale_grad_by_freq", Table.ScaleGradByFreq, omitted: false),
        .. Mode == Mean ? [] : new[] { $"mode: global::TorchSharp.EmbeddingBagMode.{Mode}" },
        .. CSharp.Named("sparse", Table.Sparse, omitted: false),
        .. Table.Padding is { } padding ? new[] { $"padding_index: {size(padding)}" } : [],
    ];

    public override string Call(LayerCode code) =>
        IsCalled ? $"{code.Module}{(code.If is null ? "" : "!")}.call({code.Inputs[0]})" : $"{code.Module}.call({code.Inputs[0]}, null!, {code.Inputs[1]})";
}
