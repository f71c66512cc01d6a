using NeuralDsl.Differentiation;
using NeuralDsl.Graph;

namespace NeuralDsl.Operators.Blocks;

/// <summary>The prediction of a block in that of the model around it: the block's own.</summary>
/// <param name="block">The block.</param>
internal sealed class BlockPrediction(Block block)
{
    /// <summary>The lines that make the variables of its values.</summary>
    public IEnumerable<Code> Write(GradientCode code, IReadOnlyList<Local> made)
    {
        var others = Code.Of(string.Concat(code.Inputs.Skip(1).Select(input => $", {input}")), code.Inputs.Skip(1));
        if (block.Repeat is not null)
            return Repeated(code, made[0], others);
        Code prediction = $"{code.Module}.Predict({code.Input}{others})";
        return made.Count == 1 ? [$"var {made[0].Name} = {prediction};"] : Apart(made, prediction);
    }

    private IEnumerable<Code> Apart(IReadOnlyList<Local> made, Code prediction)
    {
        var outputs = $"{made[0]}Outputs";
        yield return $"var {outputs} = {prediction};";
        for (var i = 0; i < made.Count; i++)
            yield return Code.Of($"var {made[i]} = {outputs}.{Names.Property(block.Inner.Outputs[i].Name)};", []);
    }

    private static IEnumerable<Code> Repeated(GradientCode code, Local made, Code others)
    {
        yield return $"var {made.Name} = {code.Module}[0].Predict({code.Input}{others});";
        yield return $"for (var i = 1; i < {code.Module}.Count; i++)";
        yield return $"{{";
        yield return $"    var taken = {made.Name};";
        yield return $"    {made.Name} = {code.Module}[i].Predict(taken{others});";
        yield return $"    taken.Dispose();";
        yield return $"}}";
    }
}
