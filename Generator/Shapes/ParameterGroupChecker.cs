using NeuralDsl.Diagnostics;
using NeuralDsl.Graph;
using NeuralDsl.Operators;

namespace NeuralDsl.Shapes;

/// <summary>
/// Checks the patterns of optimizers, freezes and initializations: each matches something that can be so, and every trainable parameter is
/// in exactly one group; of phases, in one group at most of each, and in one altogether at least.
/// </summary>
internal sealed class ParameterGroupChecker(ModelGraph graph, IReadOnlyList<ParameterCount> parameters, List<Fault> faults)
{
    public void Check()
    {
        foreach (var freeze in graph.Freezes)
            CheckPatterns(freeze.Patterns, new(freeze.Attribute, "patterns"));
        foreach (var initialization in graph.Initializations)
            CheckInitialization(initialization);
        foreach (var group in graph.Groups)
        {
            CheckPatterns(group.Only, new(group.Attribute, "Only"));
            CheckPatterns(group.Except, new(group.Attribute, "Except"));
        }
        if (faults.Any(fault => fault.IsError))
            return;
        // One parameter says enough; the others are most often the same mistake.
        if (graph.Groups is [.., var last])
            _ = parameters.Where(parameter => parameter.IsTrainable).All(parameter => IsInOneGroup(parameter, last));
    }

    private bool IsInOneGroup(ParameterCount parameter, ParameterGroup last)
    {
        var owners = graph.Phases.Select(phase => (Phase: phase, Groups: phase.Groups.Where(group => group.Contains(parameter) == true).ToArray())).ToArray();
        var isPhased = graph.Phases[0].IsDeclared;
        if (owners.FirstOrDefault(owner => owner.Groups.Length > 1) is { Groups: { } several } owner)
        {
            var optimizer = isPhased ? $"phase '{owner.Phase.Name}'" : "the optimizer";
            faults.Add(new(Rules.NotOneGroup, new(several[1].Attribute), parameter.Name, $"{several.Length} groups of {optimizer}", isPhased ? "one of each phase at most" : "exactly one"));
            return false;
        }
        if (owners.All(owner => owner.Groups.Length == 0))
        {
            faults.Add(new(Rules.NotOneGroup, new(last.Attribute), parameter.Name, isPhased ? "no group of any phase" : "no group of the optimizer", isPhased ? "one at least" : "exactly one"));
            return false;
        }
        return true;
    }

    private void CheckInitialization(GraphInitialization initialization)
    {
        CheckPatterns(initialization.Patterns, new(initialization.Attribute, "patterns"));
        CheckPatterns(initialization.Except, new(initialization.Attribute, "Except"));
        // One parameter says enough here too.
        _ = parameters.Where(parameter => initialization.Contains(parameter) == true).All(parameter =>
            initialization.Initialization?.Fits(parameter.Name, parameter.Shape.Count, parameter.ShapeText, new(initialization.Attribute, "init"), faults) != false);
    }

    private void CheckPatterns(string? patterns, FaultLocation location)
    {
        if (patterns is null)
            return;
        if (NamePattern.Split(patterns).FirstOrDefault(pattern => parameters.All(parameter => parameter.Matches(pattern) == false)) is { } useless)
        {
            var names = string.Join(", ", parameters.Take(6).Select(parameter => $"'{parameter.Name}'"));
            var nearest = Nearest(useless);
            faults.Add(new Fault(
                Rules.UselessPattern, location with { Start = patterns.IndexOf(useless, StringComparison.Ordinal), Length = useless.Length },
                useless, nearest is not null ? $"did you mean '{nearest}'?" : parameters.Count == 0 ? "the model has none" : $"there are {names}{(parameters.Count > 6 ? ", …" : "")}").WithNearest(nearest));
        }
        else if (parameters.FirstOrDefault(parameter => parameter.Matches(patterns) is null) is { } partly)
        {
            faults.Add(new(Rules.PartialPattern, location, patterns, partly.Name));
        }
    }

    /// <summary>The name, the layer's <c>name.*</c> or the kind's <c>*.name</c> that a pattern most looks like, in which the stars are at the same ends.</summary>
    private string? Nearest(string pattern)
    {
        var (isPrefix, isSuffix) = (pattern.EndsWith(".*", StringComparison.Ordinal), pattern.StartsWith("*.", StringComparison.Ordinal));
        return Spelling.Nearest(pattern, parameters.SelectMany(parameter =>
        {
            var parts = parameter.Name.Split('.');
            return isPrefix ? Enumerable.Range(1, parts.Length - 1).Select(count => $"{string.Join(".", parts.Take(count))}.*")
                : isSuffix ? Enumerable.Range(1, parts.Length - 1).Select(count => $"*.{string.Join(".", parts.Skip(count))}")
                : [parameter.Name];
        }).Where(candidate => !candidate.Contains(ParameterCount.AnyIndex)).Distinct());
    }
}
