using NeuralDsl.Graph;
using NeuralDsl.Passes;

namespace NeuralDsl.Operators.Blocks;

/// <summary>A method of a block in a pass of the model around it, of every repetition after the one before it.</summary>
/// <param name="block">The block.</param>
/// <param name="method">The method, with what stands before the inputs: <c>Predict(</c>, <c>Forward(tape, </c>.</param>
internal sealed class BlockCall(Block block, string method)
{
    /// <summary>The call of a block that stands there once.</summary>
    public Code Once(GradientCode code) => $"{code.Module}.{method}{code.Input}{Others(code)})";

    /// <summary>The lines that make the variables of its values.</summary>
    public IEnumerable<Code> Write(GradientCode code, IReadOnlyList<Local> made) => block.Repeat is null ? Write(made, Once(code)) : Repeated(code, made[0]);

    /// <summary>The same of the expression of a block that stands there once.</summary>
    public IEnumerable<Code> Write(IReadOnlyList<Local> made, Code call)
    {
        if (made.Count == 1)
        {
            yield return $"var {made[0].Name} = {call};";
            yield break;
        }
        var outputs = $"{made[0]}Outputs";
        yield return $"var {outputs} = {call};";
        for (var i = 0; i < made.Count; i++)
            yield return Code.Of($"var {made[i]} = {outputs}.{Names.Property(block.Inner.Outputs[i].Name)};", []);
    }

    /// <summary>The inputs after the first, each after a comma.</summary>
    public static Code Others(GradientCode code) => Code.Of(string.Concat(code.Inputs.Skip(1).Select(input => $", {input}")), code.Inputs.Skip(1));

    private IEnumerable<Code> Repeated(GradientCode code, Local made)
    {
        yield return $"var {made.Name} = {code.Module}[0].{method}{code.Input}{Others(code)});";
        yield return $"for (var i = 1; i < {code.Module}.Count; i++)";
        yield return $"{{";
        yield return $"    var taken = {made.Name};";
        yield return $"    {made.Name} = {code.Module}[i].{method}taken{Others(code)});";
        yield return $"    taken.Dispose();";
        yield return $"}}";
    }
}
