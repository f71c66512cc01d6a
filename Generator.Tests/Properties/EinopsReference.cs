using System.Text.RegularExpressions;
using static TorchSharp.torch;

namespace NeuralDsl.Generator.Tests.Properties;

/// <summary>Patterns on tensors, from einops' own documentation: split, reduce, transpose, repeat, join, all by numbers.</summary>
internal static partial class EinopsReference
{
    public static Tensor Apply(Tensor x, string pattern, IReadOnlyDictionary<string, long> given, string? reduction, bool repeats)
    {
        if (pattern.Split("->") is not [var before, var after])
            throw new EngineException("a pattern has two sides");
        var (left, right) = (Groups(before), Groups(after));
        if (left.Count != x.dim())
            throw new EngineException("the pattern has another number of axes than the tensor");

        var sizes = new Dictionary<string, long>(given);
        for (var i = 0; i < left.Count; i++)
        {
            var known = left[i].Where(given.ContainsKey).Aggregate(1L, (product, name) => product * given[name]);
            var open = left[i].Where(name => !given.ContainsKey(name)).ToArray();
            if (open.Length > 1 || known <= 0 || x.shape[i] % known != 0 || (open.Length == 0 && x.shape[i] != known))
                throw new EngineException($"axis {i} does not split");
            if (open.Length == 1)
                sizes[open[0]] = x.shape[i] / known;
        }

        var (leftNames, rightNames) = (left.SelectMany(group => group).ToList(), right.SelectMany(group => group).ToList());
        var dropped = leftNames.Except(rightNames).ToArray();
        var added = rightNames.Except(leftNames).ToArray();
        if (dropped.Length > 0 && reduction is null || added.Length > 0 && !repeats || added.Any(name => sizes.GetValueOrDefault(name) <= 0))
            throw new EngineException("the sides do not have the same axes");

        var value = x.reshape([.. leftNames.Select(name => sizes[name])]);
        if (reduction is not null)
        {
            // The mean of an axis that is kept apart: nothing to do where nothing is dropped, but the dtype must allow it.
            var axes = dropped.Select(name => (long)leftNames.IndexOf(name)).ToArray();
            if (axes.Length > 0)
                value = reduction switch { "Max" => value.amax(axes), "Min" => value.amin(axes), "Sum" => value.sum(axes), _ => value.mean(axes) };
            leftNames.RemoveAll(dropped.Contains);
        }
        foreach (var name in added)
        {
            value = value.unsqueeze(-1).expand([.. value.shape, sizes[name]]);
            leftNames.Add(name);
        }
        value = value.permute([.. rightNames.Select(name => (long)leftNames.IndexOf(name))]);
        return value.reshape([.. right.Select(group => group.Aggregate(1L, (product, name) => product * sizes[name]))]);
    }

    private static List<List<string>> Groups(string side)
    {
        var groups = new List<List<string>>();
        List<string>? open = null;
        foreach (var token in Tokens().Matches(side).Select(match => match.Value))
        {
            switch (token)
            {
                case "(" when open is null:
                    open = [];
                    break;
                case ")" when open is not null:
                    groups.Add(open);
                    open = null;
                    break;
                case "1":
                    if (open is null)
                        groups.Add([]);
                    break;
                case var name when char.IsLetter(name[0]):
                    if (groups.Append(open ?? []).Any(group => group.Contains(name)))
                        throw new EngineException($"'{name}' stands twice");
                    if (open is null)
                        groups.Add([name]);
                    else
                        open.Add(name);
                    break;
                default:
                    throw new EngineException($"'{token}' is no axis");
            }
        }
        return open is null ? groups : throw new EngineException("a parenthesis is open");
    }

    [GeneratedRegex(@"[A-Za-z]\w*|\S")]
    private static partial Regex Tokens();
}
