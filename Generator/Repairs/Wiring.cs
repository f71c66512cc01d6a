using NeuralDsl.Graph;

namespace NeuralDsl.Repairs;

/// <summary>What takes what in a graph, by the indices of the attributes, since automatic names change when a layer goes.</summary>
internal static class Wiring
{
    /// <summary>Whether taking attributes away changes nothing but that the takers of a layer take what it took.</summary>
    public static bool AgreesWithout(IReadOnlyCollection<int> removed, ModelGraph before, ModelGraph after)
    {
        var (from, to) = (Producers(before), Producers(after));
        var expected = new List<(int, int)>();
        foreach (var (attribute, value) in Takers(before).Where(taker => !removed.Contains(taker.Attribute)))
        {
            var taken = value;
            while (before.Nodes.FirstOrDefault(node => node.Name == taken) is { } maker && removed.Contains(maker.Attribute))
            {
                if (maker.Inputs is not { Count: 1 } inputs)
                    return false;
                taken = inputs[0];
            }
            expected.Add((attribute, from[taken]));
        }
        int Original(int attribute) => removed.OrderBy(index => index).Aggregate(attribute, (index, gone) => index >= gone ? index + 1 : index);
        return expected.SequenceEqual(Takers(after).Select(taker => (Original(taker.Attribute), Original(to[taker.Value]))));
    }

    private static Dictionary<string, int> Producers(ModelGraph graph) => graph.Inputs.Select(input => (input.Name, input.Attribute))
        .Concat(graph.Parameters.Select(parameter => (parameter.Name, parameter.Attribute)))
        .Concat(graph.Nodes.SelectMany(node => node.Values.Select(value => (Name: value, node.Attribute))))
        .GroupBy(value => value.Name)
        .ToDictionary(values => values.Key, values => values.First().Attribute);

    private static IEnumerable<(int Attribute, string Value)> Takers(ModelGraph graph) => graph.Nodes
        .SelectMany(node => (node.Inputs ?? []).Select(input => (node.Attribute, input)))
        .Concat(graph.Losses.SelectMany(loss => (loss.Predictions ?? []).Select(prediction => (loss.Attribute, prediction))))
        .Concat(graph.Outputs.Where(output => output.Attribute >= 0).Select(output => (output.Attribute, output.Value)));
}
