using NeuralDsl.Collections;
using NeuralDsl.Diagnostics;
using NeuralDsl.Graph;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Blocks;

/// <summary>
/// Another model as a layer. Its rule is that model's own: the symbols of its inputs take the sizes that arrive, its hyper-parameters
/// the values that are given, and its conditions become this model's.
/// </summary>
/// <param name="TypeName">The model's class, as C# writes it anywhere.</param>
/// <param name="Inner">The model.</param>
/// <param name="Arguments">The values of its hyper-parameters, in order.</param>
/// <param name="Repeat">How often it stands in a row; null for once, and not as a list.</param>
internal sealed record Block(string TypeName, TypedModel Inner, EquatableArray<BlockArgument> Arguments, Dim? Repeat) : ModuleLayer
{
    public static Block? Read(ArgumentReader arguments)
    {
        var type = arguments.TypeArgument!;
        if (type.ContainsItself || type.Model is null)
        {
            arguments.Report(new(Rules.NotABlock, arguments.Whole, type.Name, type.ContainsItself ? "it would contain itself" : "it is no class with [Model]"));
            return null;
        }
        // Its own faults are shown where it is declared; here they make the layer unknown, not wrong.
        if (ModelCompiler.Compile(type.Model, CancellationToken.None).Model is not { } inner)
            return null;
        var values = BlockArguments.Read(arguments, inner, arguments.Hypers);
        var repeat = arguments.OptionalSize("Repeat");
        if (inner.Outputs.Count > 1 && (repeat is not null || values.Any(value => value.Sizes.Count > 1)))
        {
            arguments.Report(new(Rules.NotABlock, arguments.Whole, type.Name, $"it has {inner.Outputs.Count} outputs, and only one can go from repetition to repetition"));
            return null;
        }
        var lengths = values.Where(value => value.Sizes.Count > 1).Select(value => value.Sizes.Count).Distinct().ToArray();
        if (lengths.Length > 0)
            repeat ??= lengths[0];
        if (values.FirstOrDefault(value => value.Varies && (repeat?.Constant is null || (value.Sizes.Count > 1 && value.Sizes.Count != repeat.Constant))) is { } varying)
        {
            arguments.Refuse("arguments", $"as many values of '{varying.Hyper.Name}' as Repeat says, which must be a number here", $"\"{arguments.Text("arguments")}\"");
            return null;
        }
        return new(type.FullName, inner, values, repeat);
    }

    public override string ModuleType => TypeName;

    public override string PropertyType => Repeat is null ? TypeName : $"global::TorchSharp.Modules.ModuleList<{TypeName}>";

    public override bool TakesAnyNumber => true;

    public override bool IsCalled => Repeat is null && Inner.Outputs.Count == 1;

    /// <summary>Its own value is the model's first output; the others follow by their names.</summary>
    public override EquatableArray<string> MoreOutputs => Inner.Outputs.Skip(1).Select(output => Names.Word(output.Name)).ToEquatableArray();

    public override bool TakesOptional(int input) => input < Inner.Inputs.Count && Inner.Inputs[input].Type.IsOptional;

    /// <summary>Whether its repetitions have different values.</summary>
    public bool Varies => Arguments.Any(argument => argument.Varies);

    public override TensorType? Infer(LayerCheck check)
    {
        var needed = Inner.Inputs.Count(input => !input.Type.IsOptional);
        if (check.Inputs.Count < needed || check.Inputs.Count > Inner.Inputs.Count)
        {
            var expected = needed == Inner.Inputs.Count ? $"{needed}" : $"{needed} to {Inner.Inputs.Count}";
            return check.Fail(Rules.WrongInputCount, "From", check.Title, expected, $"{check.Inputs.Count}");
        }
        if (Varies)
        {
            var type = check.Input;
            for (var repetition = 0; repetition < Repeat!.Constant; repetition++)
            {
                if (InferOnce(check, type, repetition) is not { } next)
                    return null;
                type = next;
            }
            return type;
        }
        var output = InferOnce(check, check.Input, 0);
        if (output is null || Repeat is null)
            return output;
        Fault Changes() => check.At(Rules.RepeatedShape, "Repeat", check.Title, check.Shape.ToDisplay(), output.Shape.ToDisplay(), check.Path);
        if (!check.Require(Repeat, Relation.AtLeast, 1, () => check.At(Rules.InvalidArgument, "Repeat", "Repeat", check.Title, "at least 1", Repeat.Text)))
            return null;
        if (output.Shape.Rank != check.Shape.Rank || output.DType != check.Input.DType)
            return check.Fail(Changes());
        return Enumerable.Range(0, output.Shape.Rank).All(axis => check.Require(check.Shape[axis], Relation.Equal, output.Shape[axis], Changes)) ? output : null;
    }

    public override IEnumerable<TensorType> InferMore(LayerTypes types)
    {
        var sizes = Bind(types.Inputs, 0);
        return Inner.Outputs.Skip(1).Select(output => Output(output, sizes));
    }

    public override Encoding? Encode(LayerTypes types, int output) => Inner.Outputs[output].Type.Encoding is { } encoding ? encoding with { Maker = "" } : null;

    public override IEnumerable<ParameterCount> CountParameters(LayerTypes types)
    {
        ParameterCount Within(string prefix, ParameterCount inner, int repetition, Dim times) =>
            inner with
            {
                Name = prefix + inner.Name,
                Shape = inner.Shape.Select(size => size.Substitute(symbol => HyperAt(symbol, repetition))).ToEquatableArray(),
                Times = inner.Times.Substitute(symbol => HyperAt(symbol, repetition)) * times,
            };
        if (Repeat is null)
            return Inner.ParameterCounts.Select(inner => Within("", inner, 0, 1));
        return Repeat.Constant is { } count
            ? Enumerable.Range(0, (int)count).SelectMany(repetition => Inner.ParameterCounts.Select(inner => Within($"{repetition}.", inner, repetition, 1)))
            : Inner.ParameterCounts.Select(inner => Within($"{Operators.ParameterCount.AnyIndex}.", inner, 0, Repeat));
    }

    public override Dim CountBuffers(LayerTypes types) => Sum(types, Inner.Costs.Buffers);

    public override Dim MultiplyAccumulates(LayerTypes types) => Sum(types, Inner.Costs.MultiplyAccumulates);

    public override Dim Activations(LayerTypes types) => Sum(types, Inner.Costs.Activations);

    /// <summary>A count of the block over all repetitions, with the sizes that arrive here.</summary>
    private Dim Sum(LayerTypes types, Dim each)
    {
        var inputs = types.Inputs;
        Dim total = 0;
        for (var repetition = 0; repetition < (Varies ? Repeat!.Constant : 1); repetition++)
        {
            var sizes = Bind(inputs, repetition);
            total += Outside(each, sizes);
            inputs = [Output(Inner.Outputs[0], sizes), .. inputs.Skip(1)];
        }
        return Varies ? total : total * (Repeat ?? 1);
    }

    public override IEnumerable<string> FactoryArguments(TensorType input, Func<Dim, string> size) => Create(size, repetition: null);

    public override IEnumerable<string> Construct(string target, LayerTypes types, Func<Dim, string> size)
    {
        string New(int? repetition) => $"new {TypeName}({string.Join(", ", Create(size, repetition).Append("device: device").Append("dtype: dtype"))})";
        if (Repeat is null)
        {
            yield return $"{target} = {New(null)};";
            yield break;
        }
        yield return $"{target} = new {PropertyType}();";
        if (Arguments.All(argument => argument.Sizes.Count <= 1))
        {
            yield return $"for (var {BlockArgument.Index} = 0; {BlockArgument.Index} < {size(Repeat)}; {BlockArgument.Index}++)";
            yield return $"    {target}.Add({New(null)});";
            yield break;
        }
        for (var repetition = 0; repetition < Repeat.Constant; repetition++)
            yield return $"{target}.Add({New(repetition)});";
    }

    public override void Write(LayerCode code)
    {
        if (Repeat is null && Inner.Outputs.Count == 1)
        {
            base.Write(code);
            return;
        }
        if (Repeat is null)
        {
            WriteOutputs(code);
            return;
        }
        var others = string.Concat(OtherInputs(code).Select(input => $", {input}"));
        code.Line($"var {code.Name} = {code.Module}[0].call({code.Inputs[0]}{others});", code.Types.Output.Shape.ToDisplay());
        var (index, taken) = (code.Local("i"), code.Local("taken"));
        code.Line($"for (var {index} = 1; {index} < {code.Module}.Count; {index}++)", null);
        code.Line("{", null);
        code.Line($"    var {taken} = {code.Name};", null);
        code.Line($"    {code.Name} = {code.Module}[{index}].call({taken}{others});", null);
        code.Line($"    {taken}.Dispose();", null);
        code.Line("}", null);
    }

    /// <summary>By the model's own passes, from the last repetition to the first.</summary>
    public override Action<GradientCode>? Gradient(LayerTypes types) => Inner.HasPasses ? new BlockGradient(this, types).Write : null;

    /// <summary>By the model's own <c>Predict</c>.</summary>
    public override Action<GradientCode>? Prediction(LayerTypes types) => code => code.MakeBy(made => new BlockCall(this, "Predict(").Write(code, made), isKept: true);

    public override bool HasMode => true;

    public override string Call(LayerCode code) => base.Call(code with { Inputs = [code.Inputs[0], .. OtherInputs(code)] });

    /// <summary>The inputs after the first; null for those that are not given. TorchSharp's signature does not know that they may be absent.</summary>
    private IEnumerable<string> OtherInputs(LayerCode code) => Enumerable.Range(1, Inner.Inputs.Count - 1).Select(input =>
        input >= code.Inputs.Count ? "null!" : code.Types.Inputs[input].IsOptional ? $"{code.Inputs[input]}!" : code.Inputs[input]);

    /// <summary>The floating-point ones of so many inputs.</summary>
    public IReadOnlyList<int> FloatingInputs(int given) => [.. Enumerable.Range(0, given).Where(input => Inner.Inputs[input].Type.IsFloatingPoint)];

    /// <summary>A size of the model in the hyper-parameters of the one around it.</summary>
    public Dim InOuter(Dim size) => size.Substitute(symbol => HyperAt(symbol, 0));

    /// <summary>A number of the model as the one around it gives it; null where that is a size known only at run time.</summary>
    public Number? InOuter(Number number) => number.Hyper is null ? number
        : Arguments.First(argument => argument.Hyper.Name == number.Hyper) switch
        {
            { Number: { } given } => given,
            var argument => argument.At(0).Constant is { } size ? new(size) : null,
        };

    private void WriteOutputs(LayerCode code)
    {
        var outputs = code.Local("outputs");
        code.Line($"var {outputs} = {Call(code)};", null);
        code.Line($"var {code.Name} = {outputs}.{Names.Property(Inner.Outputs[0].Name)};", code.Types.Output.Shape.ToDisplay());
        for (var i = 0; i < code.More.Count; i++)
        {
            var property = Names.Property(Inner.Outputs[i + 1].Name);
            code.Line(code.More[i] is { } local ? $"var {local} = {outputs}.{property};" : $"{outputs}.{property}.Dispose();", code.Types.More[i].Shape.ToDisplay());
        }
    }

    private IEnumerable<string> Create(Func<Dim, string> size, int? repetition) => Arguments.Select(argument =>
        $"{CSharp.Identifier(argument.Hyper.Name)}: {argument.Number?.Text ?? size(repetition is { } at ? argument.At(at) : argument.Sizes[0])}");

    private TensorType? InferOnce(LayerCheck check, TensorType first, int repetition)
    {
        EquatableArray<TensorType> inputs = [first, .. check.Inputs.Skip(1)];
        // Messages show what the block takes with the hyper-parameters that it has here.
        Fault Differs(int input) => check.At(
            Rules.LayerInput, null, check.Title, Map(Inner.Inputs[input].Type, size => size.Substitute(symbol => HyperAt(symbol, repetition))).ToString(),
            Inner.Inputs[input].Name, inputs[input].ToString(), check.Paths);
        for (var i = 0; i < inputs.Count; i++)
        {
            var declared = Inner.Inputs[i].Type;
            if (inputs[i].DType != declared.DType || inputs[i].Shape.Rank != declared.Shape.Rank || !inputs[i].Shape.HasNamesOf(declared.Shape))
                return check.Fail(Differs(i));
        }
        foreach (var argument in Arguments.Where(argument => argument.Number is null))
        {
            var value = argument.At(repetition);
            if (!check.Require(value, Relation.AtLeast, argument.Hyper.Minimum, () => check.At(
                Rules.InvalidArgument, "arguments", argument.Hyper.Name, check.Title, $"at least {argument.Hyper.Minimum}", value.Text)))
            {
                return null;
            }
        }
        // What a symbol such as the T of 2*T+1 is must come out, and be a size.
        foreach (var (source, input) in Sources(inputs.Count).Where(place => !place.Source.IsAlone))
        {
            Dim Given(Dim size) => size.Substitute(symbol => HyperAt(symbol, repetition));
            var rest = inputs[input].Shape[source.Axis] - Given(source.Offset);
            if (!check.Require(Given(source.Factor), Relation.AtLeast, 1, () => Differs(input))
                || !check.Require(rest, Relation.DividedBy, Given(source.Factor), () => Differs(input))
                || !check.Require(rest / Given(source.Factor), Relation.AtLeast, 1, () => Differs(input)))
            {
                return null;
            }
        }
        var sizes = Bind(inputs, repetition);
        Dim InOuter(Dim size) => Outside(size, sizes);
        for (var i = 0; i < inputs.Count; i++)
        {
            var at = i;
            for (var axis = 0; axis < inputs[i].Shape.Rank; axis++)
            {
                if (!Inner.Inputs[i].Type.Shape[axis].Divisors.All(divisor => check.Require(InOuter(divisor), Relation.AtLeast, 1, () => Differs(at))))
                    return null;
                if (!check.Require(InOuter(Inner.Inputs[i].Type.Shape[axis]), Relation.Equal, inputs[i].Shape[axis], () => Differs(at)))
                    return null;
            }
        }
        // Of an input that is not given nothing is required.
        foreach (var condition in Inner.Conditions.Where(condition => Inner.Axes.Read(condition).Symbols.All(sizes.ContainsKey)))
        {
            var (left, right) = (InOuter(condition.Left), InOuter(condition.Right));
            if (!check.Require(left, condition.Relation, right, () => check.At(
                Rules.BlockCondition, "arguments", check.Title, condition.Text, (condition with { Left = left, Right = right }).Text, check.Paths)))
            {
                return null;
            }
        }
        return Output(Inner.Outputs[0], sizes);
    }

    private TensorType Output(TypedValue output, Dictionary<string, Dim> sizes) => Map(output.Type, size => Outside(size, sizes));

    /// <summary>A size of the block in this model's symbols.</summary>
    private Dim Outside(Dim size, Dictionary<string, Dim> sizes) =>
        Inner.Axes.Read(size).Substitute(symbol => sizes.TryGetValue(symbol, out var outer) ? outer : null);

    /// <summary>The axes that the block's symbols follow from, of the inputs that it is given, with the index of each.</summary>
    private IEnumerable<(AxisSource Source, int Input)> Sources(int given)
    {
        var names = Inner.Inputs.Select(input => input.Name).Take(given).ToList();
        return Inner.Axes.Sources.Select(source => (Source: source, Input: names.IndexOf(source.Input))).Where(place => place.Input >= 0);
    }

    private static TensorType Map(TensorType type, Func<Dim, Dim> replace) => type with
    {
        Shape = new(type.Shape.Axes.Select(axis => new Axis(replace(axis.Size), axis.IsSymbol ? null : axis.Name))),
    };

    /// <summary>The block's symbols in this model's: hyper-parameters as given, sizes as they arrive.</summary>
    private Dictionary<string, Dim> Bind(EquatableArray<TensorType> inputs, int repetition)
    {
        var sizes = Arguments.Where(argument => argument.Number is null).ToDictionary(argument => argument.Hyper.Name, argument => argument.At(repetition));
        Dim Given(Dim size) => size.Substitute(symbol => HyperAt(symbol, repetition));
        foreach (var (source, input) in Sources(inputs.Count))
            sizes.Add(source.Symbol, (inputs[input].Shape[source.Axis] - Given(source.Offset)) / Given(source.Factor));
        return sizes;
    }

    private Dim? HyperAt(string symbol, int repetition) =>
        Arguments.FirstOrDefault(argument => argument.Hyper.Name == symbol && argument.Number is null)?.At(repetition);
}
