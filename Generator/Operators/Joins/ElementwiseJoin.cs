using NeuralDsl.Diagnostics;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Joins;

/// <summary>
/// Joins values of one shape element by element: a sum, a product, a maximum. Only an axis that is written as 1 is stretched. A named value that is
/// absent is left out.
/// </summary>
/// <param name="Symbol">C#'s operator, or the name of a tensor's method.</param>
/// <param name="Others">The named values that join the current one.</param>
internal sealed record ElementwiseJoin(string Symbol, ValueNames Others) : FunctionLayer
{
    public static ElementwiseJoin Read(ArgumentReader arguments, string symbol) => new(symbol, arguments.Names("values"));

    public override ValueNames Values => Others;

    public override bool TakesOptional(int input) => input > 0;

    public override TensorType? Infer(LayerCheck check)
    {
        var joined = check.Input;
        // A quotient of whole numbers is none.
        if (Symbol == "/" && !check.IsFloatingPoint())
            return null;
        foreach (var other in check.Inputs.Skip(1))
        {
            if (other.DType != joined.DType)
                return check.Fail(Rules.WrongDType, "values", check.Title, $"values of one dtype, here {joined.DType},", other.ToString(), check.Paths);
            if (Join(check, joined.Shape, other) is not { } shape)
                return null;
            joined = joined with { Shape = shape };
        }
        return joined;
    }

    public override Action<GradientCode>? Gradient(LayerTypes types) => (types.Inputs.Any(input => input.IsOptional), char.IsLetter(Symbol[0])) switch
    {
        (true, true) => null,
        (true, false) => PassWhatIsThere,
        (false, true) => GiveToLargest,
        _ => Combine,
    };

    private void Combine(GradientCode code)
    {
        var types = code.Types;
        var first = code.Input;
        var joined = Code.Of(Join(code.Inputs.Select(input => input.Name)), code.Inputs);
        var y = code.Inputs.Count == 2 && types.Inputs[0].Shape.Equals(types.Output.Shape) && MethodInPlace is { } method
            ? code.Make(joined, (first, $"{first}.{method}({code.Inputs[1]})"))
            : code.Make(joined);
        code.Backward(dy =>
        {
            for (var i = 0; i < code.Inputs.Count; i++)
            {
                if (code.IsWanted(i))
                    GiveTo(code, i, dy, y);
            }
        });
    }

    /// <summary>Where values may be absent: they are inputs, whose gradients nobody wants.</summary>
    private void PassWhatIsThere(GradientCode code)
    {
        code.MakeViewBy(code.Input, (made, name) => JoinWhatIsThere(made.Name, [.. code.Inputs.Select(input => input.Name)], code.Types.Inputs, name));
        code.Backward(dy =>
        {
            for (var i = 0; i < code.Inputs.Count; i++)
            {
                if (code.IsWanted(i))
                    GiveTo(code, i, dy, code.Made[0]!);
            }
        });
    }

    /// <summary>Of a maximum or a minimum of several: pair by pair, from the last to the first.</summary>
    private void GiveToLargest(GradientCode code)
    {
        var kernel = $"{CSharp.Kernels}.{CSharp.Pascal(Symbol)}Backward";
        List<Local> joined = [code.Input];
        for (var i = 1; i < code.Inputs.Count; i++)
        {
            Code both = $"{joined[i - 1]}.{Symbol}({code.Inputs[i]})";
            joined.Add(i == code.Inputs.Count - 1 ? code.Make(both) : code.Let($"{code.Layer.Name}Of{i + 1}", null, both));
        }
        code.Backward(dy =>
        {
            for (var i = code.Inputs.Count - 1; i > 0; i--)
            {
                var (left, right) = (joined[i - 1], code.Inputs[i]);
                if (code.IsWanted(i))
                    GiveJoined(code, i, code.Let($"{code.Layer.Name}Part", null, $"{kernel}({dy}, {right}, {left})"));
                if (Enumerable.Range(0, i).Any(code.IsWanted))
                    dy = code.Let($"{code.Layer.Name}Part", null, $"{kernel}({dy}, {left}, {right})");
            }
            if (code.IsWanted(0))
                GiveJoined(code, 0, dy);
        });
    }

    private string? MethodInPlace => Symbol switch { "+" => "add_", "-" => "sub_", "*" => "mul_", _ => null };

    private void GiveTo(GradientCode code, int input, Local dy, Local y)
    {
        var name = $"{code.Layer.Name}Part";
        var others = code.Inputs.Where((_, i) => i != input && (Symbol == "*" || i > 0)).ToArray();
        bool MayBeAbsent(Local value) => code.Types.Inputs[code.Inputs.ToList().IndexOf(value)].IsOptional;
        Local WhereThere(Local gradient, Local other, string sign) => code.View(gradient, name, gradient.Shape, $"{other} is null ? {gradient}.alias() : {gradient} {sign} {other}");
        Local Times(Local gradient, Local factor) => code.Inputs.Contains(factor) && MayBeAbsent(factor)
            ? WhereThere(gradient, factor, "*")
            : code.Let(name, gradient.Shape, $"{gradient} * {factor}", (gradient, $"{gradient}.mul_({factor})"));
        Local Over(Local gradient, Local divisor) => MayBeAbsent(divisor)
            ? WhereThere(gradient, divisor, "/")
            : code.Let(name, gradient.Shape, $"{gradient} / {divisor}", (gradient, $"{gradient}.div_({divisor})"));
        Local Turned(Local gradient) => code.Let(name, gradient.Shape, $"{gradient}.neg()", (gradient, $"{gradient}.neg_()"));
        var gradient = (Symbol, input) switch
        {
            ("+", _) or ("-", 0) => dy,
            ("-", _) => Turned(dy),
            ("*", _) => others.Aggregate(dy, Times),
            (_, 0) => others.Aggregate(dy, Over),
            // Of a/b by b: -(a/b)/b.
            _ => Turned(Over(Times(dy, y), code.Inputs[input])),
        };
        GiveJoined(code, input, gradient);
    }

    /// <summary>What joined one that was stretched, is summed.</summary>
    private static void GiveJoined(GradientCode code, int input, Local gradient)
    {
        var (from, to) = (code.Types.Output.Shape, code.Types.Inputs[input].Shape);
        int[] stretched = [.. Enumerable.Range(0, to.Rank).Where(axis => to[axis].Constant == 1 && from[axis].Constant != 1)];
        if (stretched.Length == 0)
            code.Give(input, gradient);
        else
            code.Give(input, $"{gradient}.sum([{string.Join(", ", stretched)}], true)");
    }

    public override string Call(LayerCode code) => Join(code.Inputs);

    public override void Write(LayerCode code)
    {
        if (!code.Types.Inputs.Any(input => input.IsOptional))
        {
            base.Write(code);
            return;
        }
        var shape = code.Types.Output.Shape.ToDisplay();
        foreach (var line in JoinWhatIsThere(code.Name, code.Inputs, code.Types.Inputs, code.Local))
        {
            code.Line(line, shape);
            shape = null;
        }
    }

    /// <summary>The lines that join what is there.</summary>
    /// <param name="name">The local that they declare.</param>
    /// <param name="values">The values.</param>
    /// <param name="types">Their types.</param>
    /// <param name="local">Makes a local's name that nothing else in the method has.</param>
    private IEnumerable<string> JoinWhatIsThere(string name, IReadOnlyList<string> values, IReadOnlyList<TensorType> types, Func<string, string> local)
    {
        string[] present = [.. values.Where((_, i) => !types[i].IsOptional)];
        string[] optional = [.. values.Where((_, i) => types[i].IsOptional)];
        // A handle of its own, so that the value is disposed alike whether it is a sum or the first input itself.
        var alone = present.Length == 1 ? $"{present[0]}.alias()" : Join(present);
        if (optional.Length == 1)
        {
            yield return $"var {name} = {optional[0]} is null ? {alone} : {Join([.. present, optional[0]])};";
            yield break;
        }
        yield return $"var {name} = {alone};";
        foreach (var other in optional)
        {
            var taken = local("taken");
            yield return $"if ({other} is not null)";
            yield return "{";
            yield return $"    var {taken} = {name};";
            yield return $"    {name} = {Join([taken, other])};";
            yield return $"    {taken}.Dispose();";
            yield return "}";
        }
    }

    private string Join(IEnumerable<string> values) =>
        values.Aggregate((left, right) => char.IsLetter(Symbol[0]) ? $"{left}.{Symbol}({right})" : $"{left} {Symbol} {right}");

    private static Shape? Join(LayerCheck check, Shape left, TensorType other)
    {
        var right = other.Shape;
        Fault Differ() => check.At(Rules.JoinedShapes, "values", check.Title, left.ToDisplay(), right.ToDisplay(), check.Paths);
        if (left.Rank != right.Rank || !left.HasNamesOf(right))
        {
            check.Fail(Differ());
            return null;
        }
        var axes = new List<Axis>();
        for (var axis = 0; axis < left.Rank; axis++)
        {
            // What may be absent does not stretch the others: the shape is the same without it.
            var isStretched = right[axis].Constant == 1 || (left[axis].Constant == 1 && !other.IsOptional);
            if (!isStretched && !check.Require(left[axis], Relation.Equal, right[axis], Differ))
                return null;
            axes.Add(left[axis].Constant == 1 ? right.Axes[axis] : left.Axes[axis]);
        }
        return new(axes);
    }
}
