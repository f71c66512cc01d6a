using System.Globalization;

namespace NeuralDsl;

/// <summary>What a metric measured.</summary>
/// <param name="Name">The metric, such as <c>accuracy</c>.</param>
/// <param name="Value">The value; an accuracy is between 0 and 1.</param>
/// <param name="Format">How it is printed: a .NET numeric format.</param>
public readonly record struct MetricValue(string Name, double Value, string Format)
{
    /// <summary>Name and value, such as <c>accuracy 98.33 %</c>.</summary>
    public override string ToString() => $"{Name} {Text}";

    internal string Text => Value.ToString(Format, CultureInfo.InvariantCulture);
}
