using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The settings of a transformer's layer, and the parts that they make.</summary>
internal sealed record TransformerShape(long Model, long Heads, long FeedForward, double Dropout, nn.Activations Activation)
{
    public MultiheadAttention Attention() => nn.MultiheadAttention(Model, Heads, Dropout);

    public Linear Up() => nn.Linear(Model, FeedForward);

    public Linear Down() => nn.Linear(FeedForward, Model);

    public LayerNorm Norm() => nn.LayerNorm(Model);

    public Dropout Drop() => nn.Dropout(Dropout);

    public Tensor Activate(Tensor x) => Activation == nn.Activations.GELU ? nn.functional.gelu(x) : nn.functional.relu(x);

    /// <summary>Copies of a layer under their numbers; making them draws no random numbers.</summary>
    public static ModuleList<TLayer> Copies<TLayer>(TLayer layer, long count, Func<TLayer> make) where TLayer : nn.Module
    {
        ArgumentNullException.ThrowIfNull(layer);
        if (count <= 0)
            throw new ArgumentException($"num_layers has to be positive, not {count}.", nameof(count));
        using var random = get_rng_state();
        var copies = new ModuleList<TLayer>();
        for (var i = 0; i < count; i++)
        {
            var copy = make();
            copy.to(layer.parameters().First());
            copy.load_state_dict(layer.state_dict());
            copy.train(layer.training);
            copies.append(copy);
        }
        set_rng_state(random);
        return copies;
    }

    /// <summary>x + function(x), normalized; what is between is disposed.</summary>
    public static Tensor Residual(Tensor x, LayerNorm norm, Dropout dropout, Func<Tensor, Tensor> function)
    {
        using var scope = NewDisposeScope();
        return norm.call(x + dropout.call(function(x))).MoveToOuterDisposeScope();
    }
}
