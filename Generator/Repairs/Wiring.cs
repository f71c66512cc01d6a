using NeuralDsl.Graph;

namespace NeuralDsl.Repairs;

/// <summary>What takes what in a graph, by the indices of the attributes, since automatic names change when a layer goes.</summary>
internal static class Wiring
{
    /// <summary>Whether taking a layer away changes nothing but that its takers take what it took.</summary>
    public static bool AgreesWithout(int removed, ModelGraph before, ModelGraph after)
    {
        if (before.Nodes.FirstOrDefault(candidate => candidate.Attribute == removed) is not { Inputs: { Count: 1 } inputs } node)
            return false;
        var (from, to) = (Producers(before), Producers(after));
        var expected = Takers(before)
            .Where(taker => taker.Attribute != removed)
            .Select(taker => (taker.Attribute, from[taker.Value == node.Name ? inputs[0] : taker.Value]));
        int Original(int attribute) => attribute >= removed ? attribute + 1 : attribute;
        return expected.SequenceEqual(Takers(after).Select(taker => (Original(taker.Attribute), Original(to[taker.Value]))));
    }

    private static Dictionary<string, int> Producers(ModelGraph graph) => graph.Inputs.Select(input => (input.Name, input.Attribute))
        .Concat(graph.Parameters.Select(parameter => (parameter.Name, parameter.Attribute)))
        .Concat(graph.Nodes.SelectMany(node => node.Values.Select(value => (Name: value, node.Attribute))))
        .ToDictionary(value => value.Name, value => value.Attribute);

    private static IEnumerable<(int Attribute, string Value)> Takers(ModelGraph graph) => graph.Nodes
        .SelectMany(node => (node.Inputs ?? []).Select(input => (node.Attribute, input)))
        .Concat(graph.Losses.SelectMany(loss => (loss.Predictions ?? []).Select(prediction => (loss.Attribute, prediction))))
        .Concat(graph.Outputs.Where(output => output.Attribute >= 0).Select(output => (output.Attribute, output.Value)));
}
