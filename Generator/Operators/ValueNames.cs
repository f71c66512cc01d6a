using NeuralDsl.Collections;

namespace NeuralDsl.Operators;

/// <summary>Values that an argument names, separated by commas.</summary>
/// <param name="Argument">The argument; empty where there is none.</param>
/// <param name="Names">The names with the places of their first characters.</param>
internal sealed record ValueNames(string Argument, EquatableArray<(string Name, int Start)> Names)
{
    public static ValueNames None { get; } = new("", []);

    public static ValueNames Parse(string argument, string text)
    {
        var names = new List<(string, int)>();
        for (var start = 0; start <= text.Length;)
        {
            var end = text.IndexOf(',', start);
            end = end < 0 ? text.Length : end;
            var part = text.Substring(start, end - start);
            var blanks = part.Length - part.TrimStart().Length;
            names.Add((part.Trim(), start + blanks));
            start = end + 1;
        }
        return new(argument, names.ToEquatableArray());
    }
}
