using NeuralDsl.Diagnostics;
using NeuralDsl.Graph;
using NeuralDsl.Operators;

namespace NeuralDsl.Shapes;

/// <summary>Checks the patterns of optimizers and freezes: each matches something, and every trainable parameter is in exactly one group.</summary>
internal sealed class ParameterGroupChecker(ModelGraph graph, IReadOnlyList<ParameterCount> parameters, List<Fault> faults)
{
    public void Check()
    {
        foreach (var freeze in graph.Freezes)
            CheckPatterns(freeze.Patterns, new(freeze.Attribute, "patterns"));
        foreach (var group in graph.Groups)
        {
            CheckPatterns(group.Only, new(group.Attribute, "Only"));
            CheckPatterns(group.Except, new(group.Attribute, "Except"));
        }
        if (faults.Any(fault => fault.IsError))
            return;
        foreach (var parameter in parameters.Where(parameter => parameter.IsTrainable && graph.Groups.Count > 0))
        {
            var owners = graph.Groups.Where(group => group.Contains(parameter) == true).ToArray();
            if (owners.Length == 1)
                continue;
            // One parameter says enough; the others are most often the same mistake.
            var place = owners.Length > 1 ? owners[1] : graph.Groups[graph.Groups.Count - 1];
            faults.Add(new(Rules.NotOneGroup, new(place.Attribute), parameter.Name, owners.Length == 0 ? "no group" : $"{owners.Length} groups"));
            return;
        }
    }

    private void CheckPatterns(string? patterns, FaultLocation location)
    {
        if (patterns is null)
            return;
        if (NamePattern.Split(patterns).FirstOrDefault(pattern => parameters.All(parameter => parameter.Matches(pattern) == false)) is { } useless)
        {
            var names = string.Join(", ", parameters.Take(6).Select(parameter => $"'{parameter.Name}'"));
            // The layer is what is misspelt most often: what follows its name stays.
            var (layer, rest) = useless.IndexOf('.') is var dot and >= 0 ? (useless.Substring(0, dot), useless.Substring(dot)) : (useless, "");
            var nearest = Spelling.Nearest(layer, parameters.Select(parameter => parameter.Name.Split('.')[0]).Distinct());
            faults.Add(new Fault(
                Rules.UselessPattern, location with { Start = patterns.IndexOf(useless, StringComparison.Ordinal), Length = useless.Length },
                useless, parameters.Count == 0 ? "the model has none" : $"there are {names}{(parameters.Count > 6 ? ", …" : "")}").WithNearest(nearest is null ? null : nearest + rest));
        }
        else if (parameters.FirstOrDefault(parameter => parameter.Matches(patterns) is null) is { } partly)
        {
            faults.Add(new(Rules.PartialPattern, location, patterns, partly.Name));
        }
    }
}
