using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl.Optimizers;

/// <summary>TorchSharp's NAdam, over <see cref="FlatParameters"/> too. The arguments are TorchSharp's.</summary>
public sealed class NAdam : TorchSharp.Modules.NAdam, IFlatOptimizer
{
    private readonly FlatOptimizer flat;

    /// <summary>An optimizer of one group.</summary>
    public NAdam(IEnumerable<Parameter> parameters, double lr = 2e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, double momentum_decay = 4e-3)
        : base(parameters, lr, beta1, beta2, eps, weight_decay, momentum_decay) => flat = new(_parameter_groups, _state, parameter => new State(parameter));

    /// <summary>An optimizer of several groups, each with settings of its own.</summary>
    public NAdam(IEnumerable<ParamGroup> parameters, double lr = 2e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, double momentum_decay = 4e-3)
        : base(parameters, lr, beta1, beta2, eps, weight_decay, momentum_decay) => flat = new(_parameter_groups, _state, parameter => new State(parameter));

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
