using NeuralDsl.Diagnostics;
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
        var pattern = arguments.Text("pattern") ?? "";
        var sizes = arguments.Text("sizes") ?? "";
        try
        {
            _ = EinopsPattern.Parse(pattern);
        }
        catch (ShapeSyntaxException error)
        {
            arguments.Report(new(Rules.MalformedShape, arguments.At("pattern") with { Start = error.Start, Length = error.Length }, pattern, error.Message));
            return null;
        }
        try
        {
            _ = ShapeParser.Parse(sizes.Replace(',', ' '));
        }
        catch (ShapeSyntaxException error)
        {
            arguments.Report(new(Rules.MalformedShape, arguments.At("sizes") with { Start = error.Start, Length = error.Length }, sizes, error.Message));
            return null;
        }
        return new(pattern, sizes, reduces ? arguments.Member("reduction", "Mean") : null, repeats);
    }

    public override TensorType? Infer(LayerCheck check)
    {
        if (Reduction is not null && !check.IsFloatingPoint())
            return null;
        var sizes = ShapeParser.Parse(Sizes.Replace(',', ' ')).Axes;
        if (!sizes.All(axis => check.IsLargeEnough(new("sizes", axis.Size, 1))))
            return null;
        return Plan(check, check.Shape) is { } plan && HasKnownSizes(check, plan) ? check.Input with { Shape = plan.Result } : null;
    }

    public override Encoding? Encode(LayerTypes types, int output)
    {
        if (Reduction is not null || types.Input.Encoding is not { } encoding)
            return null;
        var plan = Plan(check: null, types.Input.Shape)!;
        return encoding.Reshaped(types.Input.Shape, plan.Split).Permuted(plan.Order).Expanded(plan.Added).Reshaped(plan.Expanded, plan.Result);
    }

    public override string Call(LayerCode code)
    {
        var plan = Plan(check: null, code.Types.Input.Shape)!;
        var steps = new List<(string Name, string Call, Shape Shape)>();
        if (plan.NeedsSplit)
            steps.Add(("split", $".reshape({SizesOf(plan.Split, code)})", plan.Split));
        if (plan.Dropped.Count > 0)
            steps.Add(("reduced", $".{ReductionCall(plan.Dropped)}", plan.Kept));
        if (!plan.Order.SequenceEqual(Enumerable.Range(0, plan.Order.Count)))
            steps.Add(("permuted", $".permute({string.Join(", ", plan.Order)})", plan.Permuted));
        if (plan.Added.Count > 0)
        {
            var unsqueezed = string.Concat(plan.Added.Select(axis => $".unsqueeze({axis})"));
            steps.Add(("repeated", $"{unsqueezed}.expand({SizesOf(plan.Expanded, code)})", plan.Expanded));
        }
        if (plan.NeedsJoin)
            steps.Add(("joined", $".reshape({SizesOf(code.Types.Output.Shape, code)})", plan.Result));
        if (steps.Count == 0)
            return $"{code.Inputs[0]}.alias()";

        var value = code.Inputs[0];
        foreach (var (name, call, shape) in steps.Take(steps.Count - 1))
            value = code.Temporary(name, value + call, shape.ToDisplay());
        return value + steps[steps.Count - 1].Call;
    }

    /// <summary>Whether every size that the steps mention has a value when they run; reports one that has none.</summary>
    private static bool HasKnownSizes(LayerCheck check, EinopsPlan plan) =>
        (!plan.NeedsSplit || check.Knows(plan.Split, "pattern"))
        && (plan.Added.Count == 0 || check.Knows(plan.Expanded, "pattern"))
        && (!plan.NeedsJoin || check.Knows(plan.Result, "pattern"));

    private static string SizesOf(Shape shape, LayerCode code) => string.Join(", ", shape.Axes.Select(axis => code.Size(axis.Size)));

    private string ReductionCall(IReadOnlyList<int> axes) => Reduction switch
    {
        "Max" => $"amax({string.Join(", ", axes)})",
        "Min" => $"amin({string.Join(", ", axes)})",
        "Sum" => $"sum([{string.Join(", ", axes)}])",
        _ => $"mean([{string.Join(", ", axes)}])",
    };

    /// <summary>What the steps do to the shape; null after a fault. Without a check, the pattern is known to fit.</summary>
    private EinopsPlan? Plan(LayerCheck? check, Shape input)
    {
        var pattern = EinopsPattern.Parse(Pattern);
        if (pattern.Left.Count != input.Rank)
        {
            check?.Fail(Rules.WrongRank, "pattern", check.Title, $"{pattern.Left.Count} axes [{Pattern.Split(["->"], StringSplitOptions.None)[0].Trim()}]", input.ToDisplay(), check.Path);
            return null;
        }
        var sizes = ShapeParser.Parse(Sizes.Replace(',', ' ')).Axes.Where(axis => axis.Name is not null)
            // The names are the pattern's own: n t (h e) says nothing of an axis that the model calls H.
            .ToDictionary(axis => axis.Name!, axis => new Axis(axis.Size));
        var axes = new Dictionary<string, Axis>();
        for (var i = 0; i < input.Rank; i++)
        {
            if (!Split(check, input.Axes[i], pattern.Left[i], sizes, axes))
                return null;
        }

        var left = pattern.Left.SelectMany(group => group).Select(axis => axis.Name).ToList();
        var right = pattern.Right.SelectMany(group => group).Select(axis => axis.Name).ToList();
        foreach (var axis in pattern.Right.SelectMany(group => group).Where(axis => !left.Contains(axis.Name)))
        {
            if (!MayRepeat || !sizes.TryGetValue(axis.Name, out var size))
            {
                check?.Fail(new Fault(
                    Rules.MalformedShape, check.At(Rules.MalformedShape, "pattern").Location with { Start = axis.Start, Length = axis.Name.Length },
                    Pattern, MayRepeat ? $"the new axis '{axis.Name}' has no size; give one, such as \"{axis.Name}=2\"" : $"the axis '{axis.Name}' stands on the right side only"));
                return null;
            }
            axes[axis.Name] = size;
        }
        var dropped = left.Where(name => !right.Contains(name)).ToList();
        if (dropped.Count > 0 && Reduction is null)
        {
            var axis = pattern.Left.SelectMany(group => group).First(candidate => candidate.Name == dropped[0]);
            check?.Fail(new Fault(
                Rules.MalformedShape, check.At(Rules.MalformedShape, "pattern").Location with { Start = axis.Start, Length = axis.Name.Length },
                Pattern, $"the axis '{axis.Name}' stands on the left side only; [Reduce] drops axes"));
            return null;
        }

        // A lone 1 has no name: on the left it is dropped by the first reshape, on the right added by the last.
        Shape Of(IEnumerable<string> names) => new(names.Select(name => axes[name]));
        var kept = left.Where(right.Contains).ToList();
        var old = right.Where(left.Contains).ToList();
        return new(
            pattern.Left.Any(group => group.Count != 1),
            Of(left),
            [.. dropped.Select(name => left.IndexOf(name))],
            Of(kept),
            [.. old.Select(name => kept.IndexOf(name))],
            Of(old),
            [.. right.Select((name, i) => (name, i)).Where(pair => !left.Contains(pair.name)).Select(pair => pair.i)],
            Of(right),
            pattern.Right.Any(group => group.Count != 1),
            new(pattern.Right.Select(group => group.Count == 1 ? axes[group[0].Name] : new Axis(Of(group.Select(axis => axis.Name)).Elements))));
    }

    /// <summary>Gives the names of one group their sizes: all but one are given, and the last is what they leave.</summary>
    private bool Split(LayerCheck? check, Axis axis, IReadOnlyList<EinopsAxis> group, Dictionary<string, Axis> sizes, Dictionary<string, Axis> axes)
    {
        var size = axis.Size;
        var open = group.Where(name => !sizes.ContainsKey(name.Name)).ToList();
        var product = group.Where(name => sizes.ContainsKey(name.Name)).Aggregate((Dim)1, (known, name) => known * sizes[name.Name].Size);
        if (open.Count > 1)
        {
            check?.Fail(new Fault(
                Rules.MalformedShape, check.At(Rules.MalformedShape, "pattern").Location with { Start = open[1].Start, Length = open[1].Name.Length },
                Pattern, $"one size of '{open[0].Name}' and '{open[1].Name}' must be given, such as \"{open[1].Name}=2\""));
            return false;
        }
        foreach (var name in group.Where(name => sizes.ContainsKey(name.Name)))
            axes[name.Name] = sizes[name.Name];
        Fault Differs() => check!.At(Rules.IndivisibleAxis, "pattern", check.Title, product.Text, size.Text, check.Path);
        if (open.Count == 0)
            return check is null || check.Require(size, Relation.Equal, product, Differs);
        if (check is not null && !check.Require(size, Relation.DividedBy, product, Differs))
            return false;
        axes[open[0].Name] = group.Count == 1 ? axis : new Axis(size / product);
        return true;
    }
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
    Shape Result);
