using NeuralDsl.Graph;
using NeuralDsl.Passes;

namespace NeuralDsl.Operators.Blocks;

/// <summary>The passes of a block in those of the model around it: the block's own, which find on the tape what they left there.</summary>
/// <param name="block">The block.</param>
/// <param name="types">What it takes and makes.</param>
internal sealed class BlockGradient(Block block, LayerTypes types)
{
    /// <summary>The inputs that have gradients, which the block's backward pass gives whether they are wanted or not.</summary>
    private readonly IReadOnlyList<int> floating = block.FloatingInputs(types.Inputs.Count);

    private readonly BlockCall call = new(block, "Forward(tape, ");

    public void Write(GradientCode code)
    {
        code.MakeBy(made => block.Repeat is null && MayRest(code) ? call.Write(made, ForwardOrRest(code)) : call.Write(code, made), isKept: true);
        code.BackwardOfAll(gradients =>
        {
            // What no loss depends on has a gradient of zeros.
            var given = gradients.Select((gradient, i) => gradient ?? code.Let($"{GradientCode.GradientNameOf(code.Layer.Node.Values.ElementAt(i))}", null, $"global::TorchSharp.torch.zeros_like({code.Made[i]!})")).ToArray();
            code.GiveBy(floating, results => block.Repeat is null ? Backward(code, results, given) : BackwardRepeated(code, results, given[0]));
        });
    }

    /// <summary>Whether nothing is to be kept where the block is frozen, since nothing before it learns either.</summary>
    private bool MayRest(GradientCode code) => code.Learns && floating.Count == 0;

    private Code ForwardOrRest(GradientCode code) => $"{code.Module}.IsTrained ? {call.Once(code)} : {code.Module}.call({code.Input}{BlockCall.Others(code)}{Absent})";

    /// <summary>What <c>call</c>, whose signature knows no defaults, gets for inputs that are not given.</summary>
    private string Absent => string.Concat(Enumerable.Repeat(", null!", block.Inner.Inputs.Count - types.Inputs.Count));

    private IEnumerable<Code> Backward(GradientCode code, IReadOnlyList<Local> results, IReadOnlyList<Local> gradients)
    {
        var start = results.Count > 0 ? $"var {Variables(results)} = " : MayRest(code) ? "    " : "";
        if (results.Count == 0 && MayRest(code))
            yield return $"if ({code.Module}.IsTrained)";
        yield return $"{start}{code.Module}.Backward(tape, {Code.Join(gradients)});";
    }

    private IEnumerable<Code> BackwardRepeated(GradientCode code, IReadOnlyList<Local> results, Local gradient)
    {
        yield return $"var {Variables(results)} = {code.Module}[{code.Module}.Count - 1].Backward(tape, {gradient});";
        yield return $"for (var i = {code.Module}.Count - 2; i >= 0; i--)";
        yield return $"{{";
        yield return $"    var taken = {results[0].Name};";
        if (results.Count == 1)
        {
            yield return $"    {results[0].Name} = {code.Module}[i].Backward(tape, taken);";
        }
        else
        {
            // The first input's gradient goes on; those of the others, which all repetitions take, are summed.
            yield return $"    ({results[0].Name}, {string.Join(", ", results.Skip(1).Select(result => $"var {result}Part"))}) = {code.Module}[i].Backward(tape, taken);";
            foreach (var result in results.Skip(1))
            {
                yield return $"    var {result.Name}Sum = {result.Name} + {result.Name}Part;";
                yield return $"    {result.Name}.Dispose();";
                yield return $"    {result.Name}Part.Dispose();";
                yield return $"    {result.Name} = {result.Name}Sum;";
            }
        }
        yield return $"    taken.Dispose();";
        yield return $"}}";
    }

    private static string Variables(IReadOnlyList<Local> results) => results.Count == 1 ? results[0].Name : $"({string.Join(", ", results)})";
}
