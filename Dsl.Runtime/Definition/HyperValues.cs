using System.Globalization;

namespace NeuralDsl;

/// <summary>Values of hyper-parameters by name.</summary>
public sealed class HyperValues
{
    private readonly SortedDictionary<string, double> values;

    /// <summary>The values.</summary>
    /// <param name="values">Names and values; none where it is null.</param>
    public HyperValues(IReadOnlyDictionary<string, double>? values = null) => this.values = new(values?.ToDictionary() ?? [], StringComparer.Ordinal);

    /// <summary>The value given for a name; null where none is.</summary>
    public double? this[string name] => values.TryGetValue(name, out var value) ? value : null;

    /// <summary>The names that have a value, in order.</summary>
    public IReadOnlyCollection<string> Names => values.Keys;

    /// <summary>The value of a whole number.</summary>
    /// <param name="name">The hyper-parameter.</param>
    /// <param name="defaultValue">Its default.</param>
    /// <exception cref="OverflowException">The value is beyond 64 bits, which <c>Definition.Create</c> refuses before.</exception>
    public long Get(string name, long defaultValue) => values.TryGetValue(name, out var value) ? checked((long)value) : defaultValue;

    /// <summary>The value of a real number.</summary>
    /// <param name="name">The hyper-parameter.</param>
    /// <param name="defaultValue">Its default.</param>
    public double Get(string name, double defaultValue) => values.GetValueOrDefault(name, defaultValue);

    /// <summary>The values as one writes them: <c>d=64, dropout=0.1</c>.</summary>
    public override string ToString() => string.Join(", ", values.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key}={pair.Value}")));

    internal IReadOnlyDictionary<string, double> ToDictionary() => values;

    /// <summary>These values, and of others those whose names have none here.</summary>
    internal HyperValues Over(HyperValues others) => new(values.UnionBy(others.values, pair => pair.Key).ToDictionary());

    /// <summary>Those that are hyper-parameters of the model.</summary>
    internal HyperValues Of(ModelDefinition definition) => new(values.Where(pair => definition.Hypers.Any(hyper => hyper.Name == pair.Key)).ToDictionary());

    /// <summary>Whether a number is one of those that <c>long</c> has.</summary>
    internal static bool IsWhole(double value) => value == Math.Floor(value) && Math.Abs(value) < long.MaxValue;

    /// <summary>What is wrong with the values for a model; null for nothing that is known before its constructor.</summary>
    internal string? FaultFor(ModelDefinition definition)
    {
        foreach (var (name, value) in values)
        {
            var index = definition.Hypers.Select(hyper => hyper.Name).ToList().IndexOf(name);
            if (index < 0)
            {
                var has = definition.Hypers.IsEmpty ? "it has none" : $"it has {string.Join(", ", definition.Hypers.Select(hyper => hyper.Name))}";
                return $"{definition.Name} has no hyper-parameter '{name}'; {has}.";
            }
            if (definition.Hypers[index].IsWhole && !IsWhole(value))
                return string.Create(CultureInfo.InvariantCulture, $"{definition.Name}: hyper-parameter '{name}' is a whole number, not {value}.");
            if (!double.IsFinite(value))
                return string.Create(CultureInfo.InvariantCulture, $"{definition.Name}: hyper-parameter '{name}' is a number, not {value}.");
        }
        return null;
    }
}
