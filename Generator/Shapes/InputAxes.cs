using NeuralDsl.Graph;

namespace NeuralDsl.Shapes;

/// <summary>
/// Where sizes come from when a model runs: a symbol follows from an axis that is a line in it, such as T or 2*T+1. Of T/2 alone T does
/// not follow, but T/2 does, and with it all that a layer makes of that axis; so it is a symbol of its own then, named <c>(T/2)</c>.
/// </summary>
internal sealed class InputAxes : IEquatable<InputAxes>
{
    private readonly Dictionary<string, AxisSource> sources = [];

    /// <summary>The floor terms that are symbols of their own.</summary>
    private readonly List<FloorAtom> floors = [];

    public InputAxes(IEnumerable<(string Name, TensorType Type)> inputs, IReadOnlyList<Hyper> hypers)
    {
        var lines = inputs.SelectMany(input => input.Type.Shape.Axes.Select((axis, i) => (Name: input.Name, input.Type.IsOptional, Axis: i, Line: axis.Size.Line(symbol => hypers.AreAllOf(Dim.Symbol(symbol))))))
            // A factor that may be 0 cannot be divided by.
            .Where(place => place.Line is { } line && line.Factor.Symbols.All(symbol => hypers.First(hyper => hyper.Name == symbol).Minimum > 0))
            .Select(place => (Source: new AxisSource("", place.Name, place.IsOptional, place.Axis, place.Line!.Value.Factor, place.Line.Value.Offset), place.Line.Value.Atom))
            // An axis of an input that is always there first, and one that is the symbol itself before one that it follows from.
            .OrderBy(place => place.Source.IsOptional).ThenBy(place => !place.Source.IsAlone)
            .ToArray();
        foreach (var (source, atom) in lines.Where(line => line.Atom is SymbolAtom))
            Add(atom.Text, source);
        // From T/2 follows T/4, and not the other way round.
        foreach (var (source, atom) in lines.OrderBy(line => line.Source.IsOptional).ThenBy(line => (line.Atom as FloorAtom)?.Denominator.Constant))
        {
            if (atom is not FloorAtom floor || Read(Dim.Of(floor)).Symbols.All(symbol => sources.ContainsKey(symbol) || hypers.AreAllOf(Dim.Symbol(symbol))))
                continue;
            floors.Add(floor);
            Add(NameOf(floor), source);
        }
    }

    /// <summary>The axis of every symbol that follows from one.</summary>
    public IEnumerable<AxisSource> Sources => sources.Values;

    /// <summary>The axis that a symbol is read from, or null where it follows from none.</summary>
    public AxisSource? Find(string symbol) => sources.TryGetValue(symbol, out var source) ? source : null;

    /// <summary>The size with floor terms that are read from an axis as symbols: T/4+1 as (T/2)/2+1 where T/2 is an axis.</summary>
    public Dim Read(Dim size) => floors.Count == 0 ? size : size.ReplaceFloors(term =>
    {
        foreach (var floor in floors)
        {
            // floor((x + d*r) / (d*k)) = floor((floor(x/d) + r) / k), where d is the same divisor.
            var times = term.Denominator / floor.Denominator;
            var difference = term.Numerator - floor.Numerator;
            var rest = difference / floor.Denominator;
            if ((times * floor.Denominator).Equals(term.Denominator) && (rest * floor.Denominator).Equals(difference))
                return (Dim.Symbol(NameOf(floor)) + Read(rest)) / times;
        }
        return null;
    });

    /// <summary>The condition with its sizes as they are read.</summary>
    public Condition Read(Condition condition) => condition with { Left = Read(condition.Left), Right = Read(condition.Right) };

    public bool Equals(InputAxes? other) => other is not null && Sources.SequenceEqual(other.Sources);

    public override bool Equals(object? other) => Equals(other as InputAxes);

    public override int GetHashCode() => sources.Count;

    private static string NameOf(FloorAtom floor) => $"({floor.Text})";

    private void Add(string symbol, AxisSource source)
    {
        if (!sources.ContainsKey(symbol))
            sources.Add(symbol, source with { Symbol = symbol });
    }
}

/// <summary>An axis of an input that a symbol follows from: the axis is a line in it.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Input">The input.</param>
/// <param name="IsOptional">Whether that input may be absent, and so none that is always there has the symbol.</param>
/// <param name="Axis">The axis.</param>
/// <param name="Factor">What the symbol is multiplied by: a number, or one of hyper-parameters.</param>
/// <param name="Offset">What is added.</param>
internal sealed record AxisSource(string Symbol, string Input, bool IsOptional, int Axis, Dim Factor, Dim Offset)
{
    /// <summary>Whether the axis is the symbol itself.</summary>
    public bool IsAlone => Factor.Constant == 1 && Offset.Constant == 0;
}
