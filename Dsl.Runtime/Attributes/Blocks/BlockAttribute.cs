namespace NeuralDsl;

/// <summary>Another model as a layer, once or several times in a row.</summary>
/// <typeparam name="TModel">A class with <c>[Model]</c> and one output.</typeparam>
/// <param name="arguments">
/// Values of its hyper-parameters, separated by commas: <c>"d=768, ffn=4*d"</c>. One that is not given takes this model's value of the
/// same name, then its default. In a block that is repeated a number of times, <c>i</c> is the index from 0, and
/// <c>channels=[64,128]</c> gives one value for each time.
/// </param>
public sealed class BlockAttribute<TModel>(string arguments = "") : LayerAttribute where TModel : TorchSharp.torch.nn.Module
{
    /// <summary>Values of the block's hyper-parameters.</summary>
    public string Arguments { get; } = arguments;

    /// <summary>
    /// How often the block stands in a row, each time with weights of its own: a number, or an expression over hyper-parameters. The
    /// first input is threaded through; others are the same each time. Default: once, and not as a list.
    /// </summary>
    public object? Repeat { get; set; }
}
