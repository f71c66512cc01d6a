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

    /// <summary>A size as an expression.</summary>
    public string Write(Dim size) => size.ToCSharp(Name);

    private string Name(string symbol)
    {
        if (names.TryGetValue(symbol, out var known))
            return known;
        // Hyper-parameters are properties of the class.
        if (model.Hypers.Any(hyper => hyper.Name == symbol))
            return CSharp.Identifier(symbol);
        var (input, axis) = model.Inputs
            .SelectMany(input => input.Type.Shape.Axes.Select((axis, i) => (axis, place: (input, i))))
            .First(pair => pair.axis.Size.SymbolName == symbol).place;
        var name = locals.Unique(symbol.TrimStart('?'));
        names.Add(symbol, name);
        used.Add((name, $"{CSharp.Identifier(input.Name)}.size({axis})"));
        return name;
    }
}
