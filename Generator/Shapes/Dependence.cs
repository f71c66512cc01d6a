using NeuralDsl.Operators.Blocks;
using NeuralDsl.Operators.Layers;

namespace NeuralDsl.Shapes;

/// <summary>What values depend on, through layers and into blocks.</summary>
internal static class Dependence
{
    /// <summary>Whether values depend on one of the parameters.</summary>
    /// <param name="layers">The layers of the model.</param>
    /// <param name="values">The values; those that they depend on are added.</param>
    /// <param name="parameters">State-dict names.</param>
    public static bool IsOnParameters(IReadOnlyList<TypedLayer> layers, HashSet<string> values, IReadOnlyList<string> parameters)
    {
        foreach (var layer in layers.Reverse().Where(layer => layer.Node.Values.Any(values.Contains)))
        {
            if (layer.Node.Tie is { } tie && parameters.Contains(tie.StateName(layers)))
                return true;
            var owner = layer.Node.Share ?? layer.Name;
            var prefix = $"{layers.First(candidate => candidate.Name == owner).Node.StateKey}.";
            var own = parameters.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Select(name => name.Substring(prefix.Length)).ToArray();
            var inputs = layer.Node.Inputs ?? [];
            if (layer.Layer is not Block block)
            {
                if (own.Length > 0)
                    return true;
                // Nothing before it learns from what comes after it.
                if (layer.Layer is not Detach)
                    values.UnionWith(inputs);
                continue;
            }
            // Every repetition has the same layers, after its index.
            var inside = block.Repeat is null ? own : [.. own.Select(name => name.Substring(name.IndexOf('.') + 1))];
            var needed = new HashSet<string>(block.Inner.Outputs.Select(output => output.Name));
            if (IsOnParameters(block.Inner.Layers, needed, inside))
                return true;
            values.UnionWith(inputs.Where((_, i) => needed.Contains(block.Inner.Inputs[i].Name)));
            // What may be left out gives its first input then.
            if (layer.Node.If is not null)
                values.Add(inputs[0]);
        }
        return parameters.Any(values.Contains);
    }
}
