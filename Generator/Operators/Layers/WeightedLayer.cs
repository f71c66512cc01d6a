using NeuralDsl.Collections;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Layers;

/// <summary>A linear map with a weight, which may be made anew in each pass, and perhaps a bias.</summary>
/// <param name="Out">The number of output features or channels.</param>
/// <param name="Bias">Whether a learned bias is added.</param>
/// <param name="Normalization">What is done to the weight; the name of a member of the public enum.</param>
internal abstract record WeightedLayer(Dim Out, bool Bias, string Normalization) : ModuleLayer
{
    protected const string None = "None";

    /// <summary>Whether the weight is a parameter itself.</summary>
    public bool IsPlain => Normalization == None;

    public sealed override string PropertyType => IsPlain ? base.PropertyType : $"{OwnModules}{Normalization}Norm";

    /// <summary>In training the estimate of the largest singular value gets better.</summary>
    public override bool HasMode => Normalization == "Spectral";

    public sealed override EquatableArray<ParameterSpec> Parameters(TensorType input)
    {
        var weight = WeightShape(input);
        IEnumerable<ParameterSpec> weights = Normalization switch
        {
            "Weight" => [new("weight_g", [weight[0], .. weight.Skip(1).Select(_ => (Dim)1)]), new("weight_v", weight)],
            "Spectral" => [new("weight_orig", weight)],
            _ => [new("weight", weight)],
        };
        return [.. weights, .. Bias ? [new("bias", [Out])] : Array.Empty<ParameterSpec>()];
    }

    public sealed override EquatableArray<ParameterSpec> Buffers(TensorType input) =>
        Normalization == "Spectral" ? [new("weight_u", [Rows(input)]), new("weight_v", [Columns(input)])] : [];

    public sealed override Encoding? Encode(LayerTypes types, int output) => Encoding.Anything;

    protected sealed override string Make(LayerTypes types, Func<Dim, string> size) =>
        IsPlain ? base.Make(types, size) : $"new {PropertyType}({Make($"global::TorchSharp.torch.nn.{ModuleType}", types, size)})";

    /// <summary>The passes of a layer that makes its weight anew.</summary>
    protected static void PassNormalized(GradientCode code)
    {
        code.MakeBy(made => [$"var {made[0]} = {code.Module}.Forward(tape, {code.Input});"]);
        code.Backward(dy => code.GiveWithEffect(0, $"{code.Module}.Backward(tape, {dy})"));
    }

    /// <summary>Reads what is done to the weight.</summary>
    protected static string ReadNormalization(ArgumentReader arguments) => arguments.Member("Normalize", None);

    protected abstract EquatableArray<Dim> WeightShape(TensorType input);

    /// <summary>The axis of the weight that belongs to the output.</summary>
    protected virtual int OutputAxis => 0;

    private Dim Rows(TensorType input) => WeightShape(input)[OutputAxis];

    private Dim Columns(TensorType input) => WeightShape(input).Where((_, axis) => axis != OutputAxis).Aggregate((Dim)1, (product, size) => product * size);
}
