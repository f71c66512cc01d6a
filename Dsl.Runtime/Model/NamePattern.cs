using System;
using System.Linq;

namespace NeuralDsl;

/// <summary>Patterns of state-dict names, separated by commas, in which a star stands for any characters: <c>encoder.*, *.bias</c>.</summary>
internal static class NamePattern
{
    /// <summary>Whether a name matches one of the patterns.</summary>
    public static bool Matches(string patterns, string name) => Split(patterns).Any(pattern => MatchesOne(pattern, name));

    /// <summary>The patterns, without blanks around them.</summary>
    public static string[] Split(string patterns) => [.. patterns.Split(',').Select(pattern => pattern.Trim()).Where(pattern => pattern.Length > 0)];

    private static bool MatchesOne(string pattern, string name)
    {
        var parts = pattern.Split('*');
        if (parts.Length == 1)
            return pattern == name;
        if (!name.StartsWith(parts[0], StringComparison.Ordinal))
            return false;
        // Each part between stars at its first place leaves the most for those after it.
        var at = parts[0].Length;
        foreach (var part in parts.Skip(1).Take(parts.Length - 2))
        {
            var found = name.IndexOf(part, at, StringComparison.Ordinal);
            if (found < 0)
                return false;
            at = found + part.Length;
        }
        var last = parts[parts.Length - 1];
        return name.Length - at >= last.Length && name.EndsWith(last, StringComparison.Ordinal);
    }
}
