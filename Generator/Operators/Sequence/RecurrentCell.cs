using NeuralDsl.Collections;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Sequence;

/// <summary>One step of a recurrent layer.</summary>
/// <param name="Unit">What it does.</param>
/// <param name="In">The number of features as asserted; null for what arrives.</param>
/// <param name="State">The states before it.</param>
internal sealed record RecurrentCell(RecurrentUnit Unit, Dim? In, ValueNames State) : ModuleLayer
{
    public static RecurrentCell Read(ArgumentReader arguments, string kind)
    {
        var unit = RecurrentUnit.Read(arguments, kind);
        return new(unit, arguments.OptionalSize("In"), unit.ReadStates(arguments));
    }

    public override string ModuleType => $"{Unit.Kind}Cell";

    public override bool IsCalled => false;

    public override ValueNames Values => State;

    /// <summary>Its own value is the hidden state.</summary>
    public override EquatableArray<string> MoreOutputs => Unit.States.Skip(1).ToEquatableArray();

    public override TensorType? Infer(LayerCheck check)
    {
        if (!check.IsFloatingPoint() || !check.HasAxes("N F") || check.Features(-1, "features", In) is null)
            return null;
        var next = check.Input with { Shape = check.Shape.With(-1, Unit.Hidden) };
        return Enumerable.Range(1, State.Names.Count).All(i => check.Takes(i, State, stretches: false, next)) ? next : null;
    }

    public override IEnumerable<TensorType> InferMore(LayerTypes types) => Unit.States.Skip(1).Select(_ => types.Output);

    public override EquatableArray<ParameterSpec> Parameters(TensorType input) => Unit.Weights(input.Shape[-1]).ToEquatableArray();

    public override Dim MultiplyAccumulates(LayerTypes types) => types.Input.Shape[0] * Unit.MultiplyAccumulates(types.Input.Shape[-1]);

    public override Dim Activations(LayerTypes types) => types.Input.Shape[0] * Unit.Activations;

    public override IEnumerable<string> FactoryArguments(TensorType input, Func<Dim, string> size)
    {
        yield return size(input.Shape[-1]);
        yield return size(Unit.Hidden);
        if (Unit.Function is { } function)
            yield return function;
        if (!Unit.Bias)
            yield return "bias: false";
    }

    public override Action<GradientCode>? Gradient(LayerTypes types) => code =>
    {
        var states = Code.Of(string.Concat(Unit.States.Select((_, i) => $", {(State.Names.Count == 0 ? "null" : code.Inputs[i + 1])}")), code.Inputs.Skip(1));
        code.MakeBy(made => [$"var {Variables(made)} = {RecurrentUnit.Passes}.Forward(tape, {code.Module}, {code.Input}{states}{Unit.FunctionOfPasses});"]);
        code.BackwardOfAll(gradients => Unit.GiveBack(code, gradients, "Backward", State.Names.Count));
    };

    public override void Write(LayerCode code)
    {
        var shape = code.Types.Output.Shape;
        var input = code.Inputs[0];
        IReadOnlyList<string> states = [.. code.Inputs.Skip(1)];
        if (states.Count == 0)
        {
            var sizes = string.Join(", ", shape.Axes.Select(axis => code.Size(axis.Size)));
            var zeros = code.Temporary("zeros", $"global::TorchSharp.torch.zeros([{sizes}], dtype: {input}.dtype, device: {input}.device)", shape.ToDisplay());
            states = [.. Unit.States.Select(_ => zeros)];
        }
        var call = $"{code.Module}.call({input}, {RecurrentUnit.Pack(states)})";
        if (Unit.States.Count == 1)
        {
            code.Line($"var {code.Name} = {call};", shape.ToDisplay());
            return;
        }
        var cell = code.More[0] ?? code.Local("cell");
        code.Line($"var ({code.Name}, {cell}) = {call};", shape.ToDisplay());
        if (code.More[0] is null)
            code.Line($"{cell}.Dispose();", null);
    }
}
