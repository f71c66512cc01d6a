using System.Globalization;

namespace NeuralDsl;

/// <summary>What a metric measured.</summary>
/// <param name="Name">The metric, such as <c>accuracy</c>.</param>
/// <param name="Value">The value; an accuracy is between 0 and 1. NaN where the rows leave it undefined.</param>
/// <param name="Format">How it is printed: a .NET numeric format.</param>
public readonly record struct MetricValue(string Name, double Value, string Format)
{
    /// <summary>Why the value is undefined, or what has to be known to read it; null for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Whether the rows define the value.</summary>
    public bool IsDefined => !double.IsNaN(Value);

    /// <summary>Name and value, such as <c>accuracy 98.33 %</c>; with the reason in brackets where it is undefined.</summary>
    public override string ToString() => IsDefined ? $"{Name} {Text}" : $"{Name} {Text} ({Note})";

    internal string Text => IsDefined ? Value.ToString(Format, CultureInfo.InvariantCulture) : "undefined";

    internal static MetricValue Undefined(string name, string format, string note) => new(name, double.NaN, format) { Note = note };
}
