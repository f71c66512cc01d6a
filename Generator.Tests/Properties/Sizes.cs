using NeuralDsl.Declaration;

namespace NeuralDsl.Generator.Tests.Properties;

/// <summary>A value for every symbol and hyper-parameter of a model.</summary>
internal sealed class Sizes(IReadOnlyDictionary<string, long> values, IReadOnlyDictionary<string, long> hypers)
{
    /// <summary>The whole-number hyper-parameters' values.</summary>
    public IReadOnlyDictionary<string, long> Hypers => hypers;

    /// <summary>The symbols that inputs have.</summary>
    public IEnumerable<string> Symbols => values.Keys;

    /// <exception cref="EngineException">The symbol is no axis of an input.</exception>
    public long this[string name] => hypers.TryGetValue(name, out var hyper) ? hyper : values.TryGetValue(name, out var value) ? value : throw new EngineException($"'{name}' has no value");

    /// <summary>The value of a symbol, which may be a floor term that is one, such as (T/2); null where it has none.</summary>
    public long? Find(string name) => name[0] == '(' ? SizeText.Evaluate(name, symbol => this[symbol]) : hypers.TryGetValue(name, out var hyper) ? hyper : values.TryGetValue(name, out var value) ? value : null;

    /// <summary>Whether a size is one name.</summary>
    public static bool IsName(string size) => size.Length > 0 && (char.IsLetter(size[0]) || size[0] is '_' or '?') && size.Skip(1).All(c => char.IsLetterOrDigit(c) || c == '_');

    /// <summary>Random values; symbols are often alike, since joins want them so, and hyper-parameters are often the defaults.</summary>
    public static Sizes Sample(RandomModel model, Random random, bool withDefaults, int largest = 12)
    {
        var hypers = new Dictionary<string, long>();
        foreach (var hyper in model.Hypers)
        {
            if (hyper.Get("value") is not long value || hyper.Text("name") is not { } name)
                continue;
            var other = random.Next(4) switch { 0 => value * 2, 1 => value + 1, 2 => value - 1, _ => value * 3 };
            hypers[name] = withDefaults || random.Next(2) == 0 ? value : Math.Max(value >= 1 ? 1 : 0, other);
        }
        var shared = random.Next(2, largest + 1);
        var alike = random.Next(3) == 0;
        var values = new Dictionary<string, long>();
        foreach (var input in model.Inputs)
        {
            foreach (var symbol in SizeText.SymbolsOf(ShapeOf(input)).Where(symbol => !hypers.ContainsKey(symbol)))
                values[symbol] = symbol == "N" && largest <= 12 ? random.Next(1, 5) : alike ? shared : random.Next(1, largest + 1);
        }
        return new(values, hypers);
    }

    /// <summary>An input's shape, each <c>?</c> with the name that the language gives it.</summary>
    public static string ShapeOf(AttributeDeclaration input) => string.Join(" ", (input.Text("shape") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select((axis, i) => axis.EndsWith('?') ? $"{axis}{input.Text("name")}{i}" : axis));

    public override string ToString() => string.Join(", ", hypers.Concat(values).Select(pair => $"{pair.Key} = {pair.Value}"));
}
