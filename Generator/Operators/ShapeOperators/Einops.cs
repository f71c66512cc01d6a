using NeuralDsl.Diagnostics;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.ShapeOperators;

/// <summary>
/// Rearranges, reduces or repeats axes by a pattern: split what stands in parentheses, drop what is reduced, permute, add what is
/// repeated, and join what stands in parentheses again. Steps that change nothing are not emitted.
/// </summary>
/// <param name="Pattern">The pattern as written.</param>
/// <param name="Sizes">The sizes given by name, as written: <c>h=heads</c>.</param>
/// <param name="Reduction">How dropped axes become one number: <c>Mean</c>, <c>Sum</c>, <c>Max</c> or <c>Min</c>; null where none may be dropped.</param>
/// <param name="MayRepeat">Whether the right side may have axes of its own.</param>
internal sealed record Einops(string Pattern, string Sizes, string? Reduction, bool MayRepeat) : FunctionLayer
{
    public static Einops? Read(ArgumentReader arguments, bool reduces = false, bool repeats = false)
    {
        var (pattern, sizes) = (arguments.Text("pattern") ?? "", arguments.Text("sizes") ?? "");
        if (Parsed(arguments, "pattern", pattern, EinopsPattern.Parse) is not { } parsed || Parsed(arguments, "sizes", sizes, EinopsSizes.Parse) is not { } given)
            return null;
        var names = parsed.Left.Concat(parsed.Right).SelectMany(group => group.Axes).Where(axis => axis.Size is null).Select(axis => axis.Name).ToArray();
        if (given.FirstOrDefault(size => !names.Contains(size.Name)) is { } unknown)
        {
            var hint = Spelling.Nearest(unknown.Name, names) is { } nearest ? $"; did you mean '{nearest}'?" : "";
            arguments.Malformed("sizes", "list of sizes", sizes, new($"the pattern has no axis '{unknown.Name}'{hint}", unknown.Start, unknown.Name.Length));
            return null;
        }
        var reduction = reduces ? arguments.Member("reduction", "Mean") : null;
        if (reduction is "BatchMean")
            arguments.Refuse("reduction", "Mean, Sum, Max or Min", reduction);
        return new(pattern, sizes, reduction, repeats);
    }

    public override TensorType? Infer(LayerCheck check)
    {
        if (Reduction is not null && !check.IsFloatingPoint())
            return null;
        foreach (var size in EinopsSizes.Parse(Sizes))
        {
            if (!check.Knows(size.Size, "sizes", Sizes) || !check.IsLargeEnough(new("sizes", size.Size, 1)))
                return null;
        }
        return Plan(check, check.Shape) is { } plan && HasKnownSizes(check, plan) ? check.Input with { Shape = plan.Result } : null;
    }

    public override Encoding? Encode(LayerTypes types, int output)
    {
        if (Reduction is not null || types.Input.Encoding is not { } encoding)
            return null;
        var plan = Plan(check: null, types.Input.Shape)!;
        return encoding.Reshaped(types.Input.Shape, plan.Split).Permuted(plan.Order).Expanded(plan.Added).Reshaped(plan.Expanded, plan.Result);
    }

    public override Action<GradientCode>? Gradient(LayerTypes types) => code =>
    {
        var plan = Plan(check: null, types.Input.Shape)!;
        var steps = Steps(plan, code.Size).ToList();
        List<Local> values = [code.Input];
        for (var i = 0; i < steps.Count - 1; i++)
            values.Add(code.View(values[i], steps[i].Name, steps[i].Shape.ToDisplay(), $"{values[i]}{steps[i].Call}"));
        values.Add(code.MakeExpanded(values[steps.Count - 1], $"{values[steps.Count - 1]}{steps[steps.Count - 1].Call}"));
        code.Backward(dy =>
        {
            var gradient = dy;
            for (var i = steps.Count - 1; i >= 0; i--)
                gradient = Back(code, plan, gradient, steps[i], i == 0 ? types.Input.Shape : steps[i - 1].Shape, values[i], values[i + 1]);
            code.Give(0, gradient);
        });
    };

    public override string Call(LayerCode code)
    {
        var steps = Steps(Plan(check: null, code.Types.Input.Shape)!, code.Size).ToList();
        var value = code.Inputs[0];
        foreach (var step in steps.Take(steps.Count - 1))
            value = code.Temporary(step.Name, value + step.Call, step.Shape.ToDisplay());
        return value + steps[steps.Count - 1].Call;
    }

    /// <summary>What is done one after the other; at least one step.</summary>
    private IEnumerable<(string Name, string Call, Shape Shape)> Steps(EinopsPlan plan, Func<Dim, string> size)
    {
        string Sizes(Shape shape) => string.Join(", ", shape.Axes.Select(axis => size(axis.Size)));
        var isEmpty = true;
        if (plan.NeedsSplit)
            yield return Step("split", $".reshape({Sizes(plan.Split)})", plan.Split);
        if (plan.Dropped.Count > 0)
            yield return Step("reduced", $".{ReductionCall(plan.Dropped)}", plan.Kept);
        if (plan.Moves)
            yield return Step("permuted", $".permute({string.Join(", ", plan.Order)})", plan.Permuted);
        if (plan.Added.Count > 0)
        {
            yield return Step("unsqueezed", $".reshape({Sizes(plan.Unsqueezed)})", plan.Unsqueezed);
            yield return Step("repeated", $".expand({Sizes(plan.Expanded)})", plan.Expanded);
        }
        if (plan.NeedsJoin)
            yield return Step("joined", $".reshape({Sizes(plan.Result)})", plan.Result);
        if (isEmpty)
            yield return ("same", ".alias()", plan.Result);

        (string, string, Shape) Step(string name, string call, Shape shape)
        {
            isEmpty = false;
            return (name, call, shape);
        }
    }

    /// <summary>The gradient of what a step takes, of the gradient of what it makes.</summary>
    private Local Back(GradientCode code, EinopsPlan plan, Local gradient, (string Name, string Call, Shape Shape) step, Shape before, Local taken, Local made)
    {
        switch (step.Name)
        {
            case "permuted":
                var order = plan.Order.ToList();
                return code.View(gradient, "permuted", before.ToDisplay(), $"{gradient}.permute({string.Join(", ", order.Select((_, axis) => order.IndexOf(axis)))})");
            case "repeated":
                return code.Let("gathered", before.ToDisplay(), $"{gradient}.sum([{string.Join(", ", plan.Added)}], true)");
            case "reduced":
                if (Reduction == "Mean")
                {
                    var count = code.Size(plan.Dropped.Aggregate((Dim)1, (product, axis) => product * plan.Split[axis]));
                    gradient = code.Let("shared", step.Shape.ToDisplay(), $"{gradient} / ({count})", (gradient, $"{gradient}.div_({CSharp.Scalar($"({count})")})"));
                }
                if (Reduction is "Max" or "Min")
                    return code.Let("spread", before.ToDisplay(), $"{CSharp.Kernels}.ExtremumBackward({gradient}, {taken}, {made}, [{string.Join(", ", plan.Dropped)}])");
                // The same for each element that was reduced.
                var single = new Shape(plan.Split.Axes.Select((axis, i) => plan.Dropped.Contains(i) ? new Axis(1) : axis));
                gradient = code.View(gradient, "unreduced", single.ToDisplay(), $"{gradient}.reshape({code.Sizes(single)})");
                return code.Expand(gradient, "spread", before.ToDisplay(), $"{gradient}.expand({code.Sizes(before)})");
            case "same":
                return gradient;
            default:
                return code.View(gradient, "reshaped", before.ToDisplay(), $"{gradient}.reshape({code.Sizes(before)})");
        }
    }

    /// <summary>Whether every size that the steps mention has a value when they run; reports one that has none.</summary>
    private static bool HasKnownSizes(LayerCheck check, EinopsPlan plan) =>
        (!plan.NeedsSplit || check.Knows(plan.Split, "pattern", ""))
        && (plan.Added.Count == 0 || check.Knows(plan.Expanded, "pattern", ""))
        && (!plan.NeedsJoin || check.Knows(plan.Result, "pattern", ""));

    private string ReductionCall(IReadOnlyList<int> axes) => Reduction switch
    {
        "Max" => $"amax({string.Join(", ", axes)})",
        "Min" => $"amin({string.Join(", ", axes)})",
        "Sum" => $"sum([{string.Join(", ", axes)}])",
        _ => $"mean([{string.Join(", ", axes)}])",
    };

    private static T? Parsed<T>(ArgumentReader arguments, string argument, string text, Func<string, T> parse) where T : class
    {
        try
        {
            return parse(text);
        }
        catch (ShapeSyntaxException error)
        {
            arguments.Malformed(argument, argument == "pattern" ? "pattern" : "list of sizes", text, error);
            return null;
        }
    }

    /// <summary>What the steps do to the shape; null after a fault. Without a check, the pattern is known to fit.</summary>
    private EinopsPlan? Plan(LayerCheck? check, Shape input)
    {
        var pattern = EinopsPattern.Parse(Pattern);
        if (pattern.Left.Count != input.Rank)
        {
            check?.Fail(Rules.WrongRank, "pattern", check.Title, $"{pattern.Left.Count} axes [{Pattern.Split(["->"], StringSplitOptions.None)[0].Trim()}]", input.ToDisplay(), check.Path);
            return null;
        }
        var (leftAxes, rightAxes) = (pattern.Left.SelectMany(group => group.Axes).ToList(), pattern.Right.SelectMany(group => group.Axes).ToList());
        // The names are the pattern's own: n t (h e) says nothing of an axis that the model calls H.
        var sizes = EinopsSizes.Parse(Sizes).ToDictionary(size => size.Name, size => new Axis(size.Size));
        foreach (var number in leftAxes.Concat(rightAxes).Where(axis => axis.Size is not null))
            sizes[number.Name] = new(number.Size!.Value);
        var axes = new Dictionary<string, Axis>();
        for (var i = 0; i < input.Rank; i++)
        {
            if (!Split(check, input.Axes[i], pattern.Left[i], sizes, axes))
                return null;
        }

        var left = leftAxes.Select(axis => axis.Name).ToList();
        var right = rightAxes.Select(axis => axis.Name).ToList();
        foreach (var axis in rightAxes.Where(axis => !left.Contains(axis.Name)))
        {
            if (!MayRepeat)
                return Refuse(check, axis, $"the axis '{TextOf(axis)}' stands on the right side only; [Repeat] adds axes");
            if (!sizes.TryGetValue(axis.Name, out var size))
                return Refuse(check, axis, $"the new axis '{axis.Name}' has no size; give one, such as \"{axis.Name}=2\"");
            axes[axis.Name] = size;
        }
        var dropped = left.Where(name => !right.Contains(name)).ToList();
        if (dropped.Count > 0 && Reduction is null)
        {
            var axis = leftAxes.First(candidate => candidate.Name == dropped[0]);
            return Refuse(check, axis, $"the axis '{TextOf(axis)}' stands on the left side only; [Reduce] drops axes");
        }

        // A lone 1 has no name: on the left it is dropped by the first reshape, on the right added by the last.
        Shape Of(IEnumerable<string> names) => new(names.Select(name => axes[name]));
        var kept = left.Where(right.Contains).ToList();
        var old = right.Where(left.Contains).ToList();
        return new(
            pattern.Left.Any(group => group.Axes.Count != 1),
            Of(left),
            [.. dropped.Select(name => left.IndexOf(name))],
            Of(kept),
            [.. old.Select(name => kept.IndexOf(name))],
            Of(old),
            [.. right.Select((name, i) => (name, i)).Where(pair => !left.Contains(pair.name)).Select(pair => pair.i)],
            Of(right),
            pattern.Right.Any(group => group.Axes.Count != 1),
            new(pattern.Right.Select(group => group.Axes.Count == 1 ? axes[group.Axes[0].Name] : new Axis(Of(group.Axes.Select(axis => axis.Name)).Elements))));
    }

    /// <summary>Gives the names of one group their sizes: all but one are given, and the last is what they leave.</summary>
    private bool Split(LayerCheck? check, Axis axis, EinopsGroup group, Dictionary<string, Axis> sizes, Dictionary<string, Axis> axes)
    {
        var size = axis.Size;
        var open = group.Axes.Where(name => !sizes.ContainsKey(name.Name)).ToList();
        var given = group.Axes.Where(name => sizes.ContainsKey(name.Name)).ToList();
        var product = given.Aggregate((Dim)1, (known, name) => known * sizes[name.Name].Size);
        if (open.Count > 1)
        {
            Refuse(check, open[1], $"one size of '{open[0].Name}' and '{open[1].Name}' must be given, such as \"{open[1].Name}=2\"");
            return false;
        }
        foreach (var name in given)
            axes[name.Name] = sizes[name.Name];
        Fault Differs() => new(
            Rules.IndivisibleAxis, At(check!, group.Start, group.Length),
            check!.Title, open.Count == 0 ? $"size {product}" : $"a multiple of {product}", Pattern.Substring(group.Start, group.Length), size.Text, check.Path);
        if (open.Count == 0)
            return check is null || check.Require(size, Relation.Equal, product, Differs);
        if (check is not null && !check.Require(size, Relation.DividedBy, product, Differs))
            return false;
        axes[open[0].Name] = group.Axes.Count == 1 ? axis : new Axis(size / product);
        return true;
    }

    private string TextOf(EinopsAxis axis) => Pattern.Substring(axis.Start, axis.Length);

    private EinopsPlan? Refuse(LayerCheck? check, EinopsAxis axis, string why)
    {
        check?.Fail(new Fault(Rules.MalformedShape, At(check, axis.Start, axis.Length), "pattern", Pattern, why));
        return null;
    }

    private static FaultLocation At(LayerCheck check, int start, int length) =>
        check.At(Rules.MalformedShape, "pattern").Location with { Start = start, Length = length };
}

/// <summary>The steps of a pattern.</summary>
/// <param name="NeedsSplit">Whether that differs from the input's.</param>
/// <param name="Split">The shape with every group split.</param>
/// <param name="Dropped">The axes of it that are reduced.</param>
/// <param name="Kept">The shape without them.</param>
/// <param name="Order">Where each axis of the next shape comes from.</param>
/// <param name="Permuted">The shape in the right side's order.</param>
/// <param name="Added">The axes of the next shape that are new.</param>
/// <param name="Expanded">The shape with them.</param>
/// <param name="NeedsJoin">Whether the result differs from that.</param>
/// <param name="Result">The shape with every group joined.</param>
internal sealed record EinopsPlan(
    bool NeedsSplit,
    Shape Split,
    IReadOnlyList<int> Dropped,
    Shape Kept,
    IReadOnlyList<int> Order,
    Shape Permuted,
    IReadOnlyList<int> Added,
    Shape Expanded,
    bool NeedsJoin,
    Shape Result)
{
    /// <summary>Whether the order of the axes changes.</summary>
    public bool Moves => !Order.SequenceEqual(Enumerable.Range(0, Order.Count));

    /// <summary>The shape with the new axes, each of size 1 still.</summary>
    public Shape Unsqueezed => new(Expanded.Axes.Select((axis, i) => Added.Contains(i) ? new Axis(1) : axis));
}
