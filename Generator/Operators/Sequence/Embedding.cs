using NeuralDsl.Collections;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Sequence;

/// <summary>A learned vector for every index.</summary>
internal sealed record Embedding(EmbeddingTable Table) : ModuleLayer
{
    public static Embedding Read(ArgumentReader arguments) => new(EmbeddingTable.Read(arguments));

    public override string ModuleType => "Embedding";

    public override TensorType? Infer(LayerCheck check) => Table.Fits(check) ? new(DType.Float32, new([.. check.Shape.Axes, new Axis(Table.Dims)])) : null;

    public override EquatableArray<ParameterSpec> Parameters(TensorType input) => [Table.Weight];

    public override Action<GradientCode>? Gradient(LayerTypes types) => Table.Sparse ? null : code =>
    {
        code.Make($"{code.Module}.call({code.Input})");
        code.Backward(dy => code.Do(
            $"{CSharp.ParameterGradient}.AddEmbedding({code.Module}.weight!, {dy}, {code.Input}{(Table.Padding is { } padding ? $", {code.Size(padding)}" : "")}{(Table.ScaleGradByFreq ? ", scaleByFrequency: true" : "")})"));
    };

    public override IEnumerable<string> FactoryArguments(TensorType input, Func<Dim, string> size) =>
    [
        size(Table.Rows),
        size(Table.Dims),
        .. Table.Padding is { } padding ? new[] { $"padding_idx: {size(padding)}" } : [],
        .. Table.Norm,
        .. CSharp.Named("scale_grad_by_freq", Table.ScaleGradByFreq, omitted: false),
        .. CSharp.Named("sparse", Table.Sparse, omitted: false),
    ];
}
