using System;
using System.Collections.Generic;
using System.Linq;

namespace NeuralDsl;

/// <summary>Finds the name that was probably meant.</summary>
internal static class Spelling
{
    /// <summary>
    /// The candidate with the fewest edits (insert, delete, replace, swap neighbours, case ignored), or null where every one needs more than a
    /// third of the name, or has no letter of it: a far-fetched suggestion misleads.
    /// </summary>
    public static string? Nearest(string name, IEnumerable<string> candidates)
    {
        var nearest = candidates
            .Select(candidate => (Name: candidate, Edits: Edits(name.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .OrderBy(candidate => candidate.Edits)
            .FirstOrDefault();
        var length = Math.Max(name.Length, nearest.Name?.Length ?? 0);
        return nearest.Edits < length && nearest.Edits <= Math.Max(1, length / 3) ? nearest.Name : null;
    }

    /// <summary>Levenshtein's distance, with two letters in the wrong order as one edit: the last three rows of its table.</summary>
    private static int Edits(string from, string to)
    {
        var (before, last, row) = (new int[to.Length + 1], new int[to.Length + 1], Enumerable.Range(0, to.Length + 1).ToArray());
        for (var i = 1; i <= from.Length; i++)
        {
            (before, last, row) = (last, row, before);
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = last[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                row[j] = Math.Min(replaced, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
            }
        }
        return row[to.Length];
    }
}
