using NeuralDsl.Collections;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Sequence;

/// <summary>A stack of recurrent layers over <c>[N, T, F]</c>.</summary>
/// <param name="Unit">What each does at each step.</param>
/// <param name="In">The number of features as asserted; null for what arrives.</param>
/// <param name="Layers">How many are stacked.</param>
/// <param name="Bidirectional">Whether each reads in both directions.</param>
/// <param name="Dropout">The probability between layers.</param>
/// <param name="RecurrentDropout">The probability within the recurrence.</param>
/// <param name="State">The states that it begins with.</param>
internal sealed record Recurrent(
    RecurrentUnit Unit, Dim? In, Dim Layers, bool Bidirectional, Number Dropout, Number RecurrentDropout, ValueNames State) : ModuleLayer
{
    public static Recurrent Read(ArgumentReader arguments)
    {
        var unit = RecurrentUnit.Read(arguments, arguments.Operator);
        return new(
            unit,
            arguments.OptionalSize("In"),
            arguments.Size("Layers"),
            arguments.Flag("Bidirectional", false),
            arguments.Number("Dropout", 0, NumberRange.Probability),
            arguments.Number("RecurrentDropout", 0, NumberRange.Probability),
            unit.ReadStates(arguments));
    }

    public override string ModuleType => Unit.Kind;

    public override bool IsCalled => false;

    public override bool HasMode => Dropout.Literal != 0 || RecurrentDropout.Literal != 0;

    public override ValueNames Values => State;

    public override EquatableArray<string> MoreOutputs => Unit.States.ToEquatableArray();

    private int Directions => Bidirectional ? 2 : 1;

    public override TensorType? Infer(LayerCheck check)
    {
        if (!check.IsFloatingPoint() || !check.HasAxes("N T F") || check.Features(-1, "features", In) is null)
            return null;
        var state = StateOf(check.Input);
        return Enumerable.Range(1, State.Names.Count).All(i => check.Takes(i, State, stretches: false, state)) ? check.Input with { Shape = check.Shape.With(-1, Directions * Unit.Hidden) } : null;
    }

    public override IEnumerable<TensorType> InferMore(LayerTypes types) => Unit.States.Select(_ => StateOf(types.Input));

    /// <summary>Layer by layer; where their number is a hyper-parameter, those from the second on together, their number in front.</summary>
    public override EquatableArray<ParameterSpec> Parameters(TensorType input)
    {
        IEnumerable<ParameterSpec> Layer(string layer, Dim features) => Unit.Weights(features, $"_l{layer}")
            .Concat(Bidirectional ? Unit.Weights(features, $"_l{layer}_reverse") : []);
        var first = Layer("0", input.Shape[-1]);
        var further = Layers.Constant is { } count
            ? Enumerable.Range(1, (int)count - 1).SelectMany(layer => Layer(CSharp.Number(layer), Directions * Unit.Hidden))
            : Layer(ParameterCount.AnyIndex, Directions * Unit.Hidden).Select(weight => weight with { Shape = [Layers - 1, .. weight.Shape] });
        return first.Concat(further).ToEquatableArray();
    }

    public override Dim MultiplyAccumulates(LayerTypes types)
    {
        var shape = types.Input.Shape;
        var each = Unit.MultiplyAccumulates(shape[-1]) + ((Layers - 1) * Unit.MultiplyAccumulates(Directions * Unit.Hidden));
        return shape[0] * shape[1] * Directions * each;
    }

    public override Dim Activations(LayerTypes types) => types.Input.Shape[0] * types.Input.Shape[1] * Layers * Directions * Unit.Activations;

    public override IEnumerable<string> FactoryArguments(TensorType input, Func<Dim, string> size)
    {
        yield return size(input.Shape[-1]);
        yield return size(Unit.Hidden);
        if (Layers.Constant != 1 || Unit.Function is not null)
            yield return size(Layers);
        if (Unit.Function is { } function)
            yield return function;
        if (!Unit.Bias)
            yield return "bias: false";
        yield return "batchFirst: true";
        foreach (var argument in Dropout.Named("dropout", 0).Concat(CSharp.Named("bidirectional", Bidirectional, omitted: false)))
            yield return argument;
    }

    /// <summary>By passes of the run time, of which one layer in one direction, from states of zeros, has its own.</summary>
    public override Action<GradientCode>? Gradient(LayerTypes types) => code =>
    {
        var isPlain = Layers.Constant == 1 && !Bidirectional && State.Names.Count == 0;
        var states = isPlain ? $"" : Code.Of(string.Concat(Unit.States.Select((_, i) => $", {(State.Names.Count == 0 ? "null" : code.Inputs[i + 1])}")), code.Inputs.Skip(1));
        var dropout = isPlain ? RecurrentDropout.Member : $"{RecurrentDropout.Member}, {Dropout.Member}";
        code.MakeBy(made => [$"var {Variables(made)} = {RecurrentUnit.Passes}.Forward(tape, {code.Module}, {code.Input}{states}, {dropout}{Unit.FunctionOfPasses});"]);
        code.BackwardOfAll(gradients => Unit.GiveBack(code, gradients, isPlain ? "Backward" : "BackwardOfAll", isPlain ? null : State.Names.Count));
    };

    public override void Write(LayerCode code)
    {
        var last = Unit.States.Select(state => code.Local($"last{CSharp.Pascal(state)}")).ToArray();
        code.Line($"var ({code.Name}, {string.Join(", ", last)}) = {Call(code, [.. code.Inputs.Skip(1).Select(state => LayersFirst(code, state))])};", code.Types.Output.Shape.ToDisplay());
        for (var i = 0; i < last.Length; i++)
        {
            if (code.More[i] is { } taken)
                code.Line($"var {taken} = {last[i]}.transpose(0, 1);", code.Types.More[i].Shape.ToDisplay());
            code.Line($"{last[i]}.Dispose();", null);
        }
    }

    private string Call(LayerCode code, IReadOnlyList<string> states)
    {
        string[] state = states.Count > 0 ? [RecurrentUnit.Pack(states)] : [];
        if (RecurrentDropout.Literal == 0)
            return $"{code.Module}.call({string.Join(", ", [code.Inputs[0], .. state])})";
        List<string> arguments = [code.Module, code.Inputs[0], state.Length > 0 ? state[0] : "null", RecurrentDropout.Text, Dropout.Text];
        if (Unit.Kind == "RNN")
            arguments.Add($"global::NeuralDsl.Nonlinearity.{Unit.Nonlinearity}");
        return $"global::NeuralDsl.RecurrentDropout.Apply({string.Join(", ", arguments)})";
    }

    /// <summary>A state as the engine wants it, with the layers in front.</summary>
    private string LayersFirst(LayerCode code, string state)
    {
        var axes = StateOf(code.Types.Input).Shape.Axes;
        var shape = new Shape([axes[1], axes[0], axes[2]]).ToDisplay();
        return code.Temporary($"{state}ByLayer", $"{code.Temporary($"{state}Transposed", $"{state}.transpose(0, 1)", shape)}.contiguous()", shape);
    }

    private TensorType StateOf(TensorType input) => input with { Shape = new([input.Shape.Axes[0], new(Layers * Directions), new(Unit.Hidden)]) };
}
