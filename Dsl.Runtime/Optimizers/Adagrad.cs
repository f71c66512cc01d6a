using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl.Optimizers;

/// <summary>TorchSharp's Adagrad, over <see cref="FlatParameters"/> too. The arguments are TorchSharp's.</summary>
public sealed class Adagrad : TorchSharp.Modules.Adagrad, IFlatOptimizer
{
    private readonly FlatOptimizer flat;

    /// <summary>An optimizer of one group.</summary>
    public Adagrad(IEnumerable<Parameter> parameters, double lr = 0.01, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0, double eps = 1e-10)
        : base(parameters, lr, lr_decay, weight_decay, initial_accumulator_value, eps) => flat = new(_parameter_groups, _state, parameter => new State(parameter));

    /// <summary>An optimizer of several groups, each with settings of its own.</summary>
    public Adagrad(IEnumerable<ParamGroup> parameters, double lr = 0.01, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0, double eps = 1e-10)
        : base(parameters, lr, lr_decay, weight_decay, initial_accumulator_value, eps) => flat = new(_parameter_groups, _state, parameter => new State(parameter));

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
