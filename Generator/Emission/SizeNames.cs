using NeuralDsl.Operators;
using NeuralDsl.Shapes;

namespace NeuralDsl.Emission;

/// <summary>Run-time sizes as locals of a method: a symbol that code mentions is read once, from the first input that has it.</summary>
internal sealed class SizeNames(TypedModel model, LocalNames locals)
{
    private readonly InputAxes axes = model.Axes;
    private readonly Dictionary<string, string> names = [];
    private readonly List<(string Name, string Source)> used = [];
    private readonly List<string> later = [];

    /// <summary>The locals that were mentioned, with the expressions that they are read from.</summary>
    public IReadOnlyList<(string Name, string Source)> Used => used;

    /// <summary>The locals that a later method mentions too.</summary>
    public IReadOnlyList<string> Later => later;

    /// <summary>A size as an expression of a later method, which is given the sizes.</summary>
    public string WriteLater(Dim size) => axes.Read(size).ToCSharp(symbol =>
    {
        var name = Name(symbol);
        if (axes.Find(symbol) is not null && !later.Contains(name))
            later.Add(name);
        return name;
    });

    /// <summary>A size as an expression.</summary>
    public string Write(Dim size) => axes.Read(size).ToCSharp(Name);

    private string Name(string symbol)
    {
        if (names.TryGetValue(symbol, out var known))
            return known;
        // Hyper-parameters are properties of the class.
        if (axes.Find(symbol) is not { } source)
            return CSharp.Identifier(symbol);
        var size = $"{CSharp.Identifier(source.Input)}{(source.IsOptional ? "?" : "")}.size({source.Axis})";
        // size = factor*symbol + offset, solved for the symbol; the factor and the offset are of hyper-parameters.
        var product = source.Offset.Constant switch
        {
            0 => size,
            { } offset => $"{size} {(offset > 0 ? "-" : "+")} {CSharp.Number(Math.Abs(offset))}",
            null => $"{size} - ({source.Offset.ToCSharp(CSharp.Identifier)})",
        };
        var text = source.Factor.ToCSharp(CSharp.Identifier);
        var factor = source.Factor.Constant is null && source.Factor.SymbolName is null ? $"({text})" : text;
        var value = factor == "1" ? product : $"{(source.Offset.Constant == 0 ? product : $"({product})")} / {factor}";
        var name = locals.Unique(Identifier(symbol));
        names.Add(symbol, name);
        used.Add((name, value));
        return name;
    }

    /// <summary>The letters and digits of a symbol: T of T, T_2 of (T/2).</summary>
    private static string Identifier(string symbol)
    {
        var name = string.Join("_", new string([.. symbol.Select(c => char.IsLetterOrDigit(c) || c == '_' ? c : ' ')]).Split([' '], StringSplitOptions.RemoveEmptyEntries));
        return char.IsDigit(name[0]) ? $"size_{name}" : name;
    }
}
