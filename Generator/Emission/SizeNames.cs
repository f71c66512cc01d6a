using NeuralDsl.Operators;
using NeuralDsl.Shapes;

namespace NeuralDsl.Emission;

/// <summary>Run-time sizes as locals of a method: a symbol that code mentions is read once, from the first input that has it.</summary>
internal sealed class SizeNames(TypedModel model, LocalNames locals)
{
    private readonly Dictionary<string, string> names = [];
    private readonly List<(string Name, string Source)> used = [];

    /// <summary>The locals that were mentioned, with the expressions that they are read from.</summary>
    public IReadOnlyList<(string Name, string Source)> Used => used;

    /// <summary>Whether a symbol is an axis, by itself, of an input that is always there.</summary>
    public static bool StandsAlone(TypedModel model, string symbol) =>
        model.Inputs.Any(input => !input.Type.IsOptional && input.Type.Shape.Axes.Any(axis => axis.Size.SymbolName == symbol));

    /// <summary>Whether a symbol has a value only where an input is there that may be absent; its local is null otherwise.</summary>
    public static bool MayBeAbsent(TypedModel model, string symbol) =>
        model.Inputs.All(input => input.Type.IsOptional || input.Type.Shape.Axes.All(axis => axis.Size.Line?.Symbol != symbol));

    /// <summary>A size as an expression.</summary>
    public string Write(Dim size) => size.ToCSharp(Name);

    private string Name(string symbol)
    {
        if (names.TryGetValue(symbol, out var known))
            return known;
        // Hyper-parameters are properties of the class.
        if (model.Hypers.Any(hyper => hyper.Name == symbol))
            return CSharp.Identifier(symbol);
        // An axis that is the symbol itself, or else one that it follows from; of an input that is always there where one is.
        var (input, axis, line) = model.Inputs
            .SelectMany(input => input.Type.Shape.Axes.Select((axis, i) => (input, i, line: axis.Size.Line)))
            .Where(place => place.line?.Symbol == symbol)
            .OrderBy(place => (place.input.Type.IsOptional ? 2 : 0) + (place.line is { Factor: 1, Offset: 0 } ? 0 : 1))
            .First();
        var size = $"{CSharp.Identifier(input.Name)}{(input.Type.IsOptional ? "?" : "")}.size({axis})";
        // size = factor*symbol + offset, solved for the symbol.
        var (_, factor, offset) = line!.Value;
        var product = offset == 0 ? size : $"{size} {(offset > 0 ? "-" : "+")} {CSharp.Number(Math.Abs(offset))}";
        var source = factor == 1 ? product : $"{(offset == 0 ? product : $"({product})")} / {CSharp.Number(factor)}";
        var name = locals.Unique(symbol.TrimStart('?'));
        names.Add(symbol, name);
        used.Add((name, source));
        return name;
    }
}
