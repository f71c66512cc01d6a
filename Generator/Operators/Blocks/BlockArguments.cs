using System.Globalization;
using NeuralDsl.Collections;
using NeuralDsl.Diagnostics;
using NeuralDsl.Graph;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Blocks;

/// <summary>Reads <c>"d=768, heads=12, channels=[64,128]"</c> against the hyper-parameters of a block and of the model around it.</summary>
internal static class BlockArguments
{
    private const string Argument = "arguments";

    public static EquatableArray<BlockArgument> Read(ArgumentReader arguments, TypedModel model, IReadOnlyList<Hyper> outer)
    {
        var inner = model.Hypers;
        var given = new Dictionary<string, BlockArgument>();
        var text = arguments.Text(Argument) ?? "";
        foreach (var (part, start) in Split(text))
        {
            var at = arguments.At(Argument) with { Start = start, Length = part.Length };
            var equals = part.IndexOf('=');
            var name = (equals < 0 ? part : part.Substring(0, equals)).Trim();
            if (equals < 0)
            {
                arguments.Report(new(Rules.MalformedShape, at, "list of arguments", text, "expected 'name=value'"));
            }
            else if (inner.FirstOrDefault(hyper => hyper.Name == name) is not { } hyper)
            {
                var nearest = Spelling.Nearest(name, inner.Select(hyper => hyper.Name));
                var hint = nearest is not null ? $"; did you mean '{nearest}'?"
                    : inner.Count == 0 ? "; the block has none" : $"; the block has {string.Join(", ", inner.Select(hyper => $"'{hyper.Name}'"))}";
                arguments.Report(new Fault(Rules.UnknownName, at with { Length = name.Length }, "hyper-parameter of the block", name, hint).WithNearest(nearest));
            }
            else if (given.ContainsKey(name))
            {
                arguments.Report(new(Rules.DuplicateName, at with { Length = name.Length }, name, "an argument before it"));
            }
            else if (ReadValue(arguments, hyper, part.Substring(equals + 1), start + equals + 1, outer, text) is { } value)
            {
                given.Add(name, value);
                Check(arguments, value, model, at);
            }
        }
        return inner.Select(hyper =>
        {
            if (given.TryGetValue(hyper.Name, out var value))
                return value;
            value = Inherit(hyper, outer);
            Check(arguments, value, model, arguments.Whole);
            return value;
        }).ToEquatableArray();
    }

    /// <summary>Checks a number where the block does.</summary>
    private static void Check(ArgumentReader arguments, BlockArgument argument, TypedModel model, FaultLocation at)
    {
        // A size that is known only at run time is checked by the block's own constructor.
        Number[] numbers = argument.Number is { } number ? [number] : [.. argument.Sizes.Select(size => size.Constant).OfType<long>().Select(size => new Number(size))];
        foreach (var condition in model.NumberConditions.Where(condition => condition.Hyper == argument.Hyper.Name))
        {
            foreach (var value in numbers)
                arguments.Require(value, condition.Range, argument.Hyper.Name, at);
        }
    }

    /// <summary>The enclosing model's value of the same name, or the default.</summary>
    private static BlockArgument Inherit(Hyper hyper, IReadOnlyList<Hyper> outer)
    {
        var same = outer.FirstOrDefault(candidate => candidate.Name == hyper.Name && candidate.Size is null == hyper.Size is null);
        return hyper.Size is { } size
            ? new(hyper, [same is null ? size : Dim.Symbol(hyper.Name)], null)
            : new(hyper, [], same?.ToNumber() ?? new(hyper.Number ?? 0));
    }

    private static BlockArgument? ReadValue(ArgumentReader arguments, Hyper hyper, string value, int start, IReadOnlyList<Hyper> outer, string text)
    {
        var trimmed = value.Trim();
        start += value.Length - value.TrimStart().Length;
        if (hyper.Size is null)
        {
            if (double.TryParse(trimmed, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
                return new(hyper, [], new(number));
            if (outer.FirstOrDefault(candidate => candidate.Name == trimmed && candidate.Size is null) is { } other)
                return new(hyper, [], other.ToNumber());
            arguments.Report(new(
                Rules.MalformedShape, arguments.At(Argument) with { Start = start, Length = trimmed.Length }, "list of arguments", text, $"'{hyper.Name}' takes a number, or a hyper-parameter that is one"));
            return null;
        }
        var isArray = trimmed.StartsWith("[", StringComparison.Ordinal) && trimmed.EndsWith("]", StringComparison.Ordinal);
        var sizes = new List<Dim>();
        foreach (var (item, offset) in isArray ? Split(trimmed.Substring(1, trimmed.Length - 2)) : [(trimmed, 0)])
        {
            if (ReadSize(arguments, item, start + offset + (isArray ? 1 : 0), outer, text) is not { } size)
                return null;
            sizes.Add(size);
        }
        return new(hyper, sizes.ToEquatableArray(), null);
    }

    private static Dim? ReadSize(ArgumentReader arguments, string item, int start, IReadOnlyList<Hyper> outer, string text)
    {
        var at = arguments.At(Argument);
        try
        {
            var size = ShapeParser.ParseDim(item);
            foreach (var symbol in size.Symbols)
            {
                if (symbol == BlockArgument.Index || outer.Any(hyper => hyper.Name == symbol && hyper.Size is not null))
                    continue;
                arguments.RefuseHyper(Argument, symbol, start + ShapeParser.IndexOf(item, symbol));
                return null;
            }
            return size;
        }
        catch (ShapeSyntaxException error)
        {
            arguments.Report(new(Rules.MalformedShape, at with { Start = start + error.Start, Length = error.Length }, "list of arguments", text, error.Message));
            return null;
        }
    }

    /// <summary>The parts between commas that stand outside of brackets, with the place of each.</summary>
    private static IEnumerable<(string Part, int Start)> Split(string text)
    {
        var depth = 0;
        var start = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && text[at] is '[' or '(')
                depth++;
            else if (at < text.Length && text[at] is ']' or ')')
                depth--;
            else if (at == text.Length || (text[at] == ',' && depth == 0))
            {
                var part = text.Substring(start, at - start);
                if (part.Trim().Length > 0)
                    yield return (part.Trim(), start + part.Length - part.TrimStart().Length);
                start = at + 1;
            }
        }
    }
}
