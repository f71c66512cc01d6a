using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>
/// Adam that rectifies the variance of its steps (Liu et al. 2019), as PyTorch's <c>RAdam</c> computes it; TorchSharp's multiplies by the
/// learning rate twice.
/// </summary>
public sealed class RectifiedAdam : RAdam, IFlatOptimizer
{
    /// <summary>Shortest simple average whose variance is known.</summary>
    private const double LeastLength = 5;

    private readonly FlatOptimizer flat;

    /// <summary>An optimizer of one group.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="beta1">Decay of the mean of the gradient.</param>
    /// <param name="beta2">Decay of the mean of the squared gradient.</param>
    /// <param name="eps">Added to the denominator.</param>
    /// <param name="weight_decay">L2 penalty.</param>
    public RectifiedAdam(
        IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0)
        : base(parameters, lr, beta1, beta2, eps, weight_decay) => flat = new(_parameter_groups, _state, parameter => new State(parameter));

    /// <summary>An optimizer of several groups.</summary>
    /// <param name="parameters">The groups.</param>
    /// <param name="lr">The learning rate of groups that have none of their own; likewise the others.</param>
    /// <param name="beta1">Decay of the mean of the gradient.</param>
    /// <param name="beta2">Decay of the mean of the squared gradient.</param>
    /// <param name="eps">Added to the denominator.</param>
    /// <param name="weight_decay">L2 penalty.</param>
    public RectifiedAdam(
        IEnumerable<ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0)
        : base(parameters, lr, beta1, beta2, eps, weight_decay) => flat = new(_parameter_groups, _state, parameter => new State(parameter));

    FlatOptimizer IFlatOptimizer.Flat => flat;

    /// <inheritdoc/>
    public override Tensor? step(Func<Tensor>? closure = null)
    {
        var loss = flat.Begin(closure);
        _step<ParamGroup>(group =>
        {
            var options = (Options)group.Options;
            foreach (var parameter in group.Parameters)
            {
                using var gradient = parameter.grad;
                if (gradient is not null)
                    Step(parameter, gradient, (State)_state[parameter.Handle], options);
            }
        });
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

    private static void Step(Parameter parameter, Tensor gradient, State state, Options options)
    {
        var (beta1, beta2) = (options.beta1!.Value, options.beta2!.Value);
        using var scope = NewDisposeScope();
        if (options.weight_decay != 0)
            gradient = gradient.add(parameter, alpha: options.weight_decay!.Value);
        state.step++;
        state.exp_avg.mul_(beta1).add_(gradient, alpha: 1 - beta1);
        state.exp_avg_sq.mul_(beta2).addcmul_(gradient, gradient, value: 1 - beta2);
        var rate = options.LearningRate!.Value / (1 - Math.Pow(beta1, state.step));
        var decayed = Math.Pow(beta2, state.step);
        // The length of the simple average that has the variance of the decaying one.
        var longest = 2 / (1 - beta2) - 1;
        var length = longest - 2 * state.step * decayed / (1 - decayed);
        if (length <= LeastLength)
        {
            parameter.add_(state.exp_avg, alpha: -rate);
            return;
        }
        var rectification = Math.Sqrt((length - 4) * (length - 2) * longest / ((longest - 4) * (longest - 2) * length));
        var denominator = state.exp_avg_sq.sqrt().add_(options.eps!.Value);
        parameter.addcdiv_(state.exp_avg, denominator, value: -rate * rectification * Math.Sqrt(1 - decayed));
    }
}
