using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl.Optimizers;

/// <summary>TorchSharp's SGD, over <see cref="FlatParameters"/> too. The arguments are TorchSharp's.</summary>
public sealed class SGD : TorchSharp.Modules.SGD, IFlatOptimizer
{
    private readonly FlatOptimizer flat;

    /// <summary>An optimizer of one group.</summary>
    public SGD(IEnumerable<Parameter> parameters, double lr, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)
        : base(parameters, lr, momentum, dampening, weight_decay, nesterov, maximize) => flat = new(_parameter_groups, _state, parameter => new State(parameter));

    /// <summary>An optimizer of several groups, each with settings of its own.</summary>
    public SGD(IEnumerable<ParamGroup> parameters, double lr, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)
        : base(parameters, lr, momentum, dampening, weight_decay, nesterov, maximize) => flat = new(_parameter_groups, _state, parameter => new State(parameter));

    FlatOptimizer IFlatOptimizer.Flat => flat;

    /// <inheritdoc/>
    public override Tensor? step(Func<Tensor>? closure = null)
    {
        var loss = flat.Begin(closure);
        base.step();
        return loss;
    }

    /// <inheritdoc/>
    public override void zero_grad() => flat.ZeroGradients();

    /// <summary>The parameters of the model that it steps.</summary>
    public override IEnumerable<Parameter> parameters() => flat.Parameters;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            flat.Dispose();
    }
}
