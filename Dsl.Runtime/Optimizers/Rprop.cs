using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl.Optimizers;

/// <summary>TorchSharp's Rprop, over <see cref="FlatParameters"/> too. The arguments are TorchSharp's.</summary>
public sealed class Rprop : TorchSharp.Modules.Rprop, IFlatOptimizer
{
    private readonly FlatOptimizer flat;

    /// <summary>An optimizer of one group.</summary>
    public Rprop(IEnumerable<Parameter> parameters, double lr = 0.01, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-6, double max_step = 50, bool maximize = false)
        : base(parameters, lr, etaminus, etaplus, min_step, max_step, maximize) => flat = new(_parameter_groups, _state, parameter => new State(parameter));

    /// <summary>An optimizer of several groups, each with settings of its own.</summary>
    public Rprop(IEnumerable<ParamGroup> parameters, double lr = 0.01, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-6, double max_step = 50, bool maximize = false)
        : base(parameters, lr, etaminus, etaplus, min_step, max_step, maximize) => flat = new(_parameter_groups, _state, parameter => new State(parameter));

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
