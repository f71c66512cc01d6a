using NeuralDsl.Operators;
using NeuralDsl.Shapes;

namespace NeuralDsl.Graph;

/// <summary>A hyper-parameter: a parameter of the constructor that stands for a number in sizes and arguments.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Size">The default of a whole number; null for a number that is no size.</param>
/// <param name="Number">The default of a number that is no size.</param>
/// <param name="Attribute">Index of the attribute that declares it.</param>
internal sealed record Hyper(string Name, long? Size, double? Number, int Attribute)
{
    /// <summary>The smallest value that the constructor takes: sizes that start at 1 or more stay so, and others may be 0.</summary>
    public long Minimum => Size >= 1 ? 1 : 0;

    /// <summary>The hyper-parameter where a number stands.</summary>
    public Number ToNumber() => new(Size ?? Number ?? 0, Name);
}

/// <summary>Hyper-parameters in sizes.</summary>
internal static class Hypers
{
    /// <summary>A size with the default of every hyper-parameter.</summary>
    public static Dim WithDefaults(this IReadOnlyList<Hyper> hypers, Dim size) =>
        size.Substitute(symbol => hypers.FirstOrDefault(hyper => hyper.Name == symbol)?.Size is { } value ? (Dim)value : null);

    /// <summary>Whether a size has a value when the model is constructed: it is made of numbers and hyper-parameters.</summary>
    public static bool AreAllOf(this IReadOnlyList<Hyper> hypers, Dim size) =>
        size.Symbols.All(symbol => hypers.Any(hyper => hyper.Name == symbol && hyper.Size is not null));
}
