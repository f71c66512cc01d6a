namespace NeuralDsl.Diagnostics;

/// <summary>Where in a declaration a fault is, by index, so that the pure compiler needs no source positions.</summary>
/// <param name="Attribute">Index of the attribute; <see cref="Class"/> for the class's name.</param>
/// <param name="Argument">The argument's parameter or property name; null, or one that the user did not write, means the whole attribute.</param>
/// <param name="Start">First character at fault inside a string argument.</param>
/// <param name="Length">Characters at fault; -1 means the whole argument.</param>
/// <param name="Element">Which of the arguments that are one list.</param>
internal sealed record FaultLocation(int Attribute, string? Argument = null, int Start = 0, int Length = -1, int Element = 0)
{
    /// <summary>The class's name.</summary>
    public const int Class = -1;

    public static FaultLocation OfClass { get; } = new(Class);
}
