using System.Collections.Immutable;
using System.Runtime.InteropServices;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>
/// Mixed precision with master weights (Micikevicius et al., 2018): a twin of the model, of fewer bits, computes forward and backward on the model's
/// rounded weights; the model takes the gradients over in its own type, and the optimizer changes the model alone. Normalizations with running
/// statistics stay in the model's type, since small changes of a mean are lost in fewer bits.
/// </summary>
internal sealed class LowPrecision<TModel, TBatch> : IDisposable
    where TModel : nn.Module, ITrainable<TBatch>
    where TBatch : struct, IBatch<TBatch>
{
    private readonly ScalarType dtype;
    private readonly TModel twin;
    private readonly ImmutableArray<TrainingPhase<TBatch>> phases;
    private readonly (nn.Module Own, nn.Module Twin)[] modules;
    private readonly (Parameter Own, Parameter Twin)[] parameters;
    private readonly (Tensor Own, Tensor Twin)[] buffers;

    /// <exception cref="NotSupportedException">The engine cannot make such a model.</exception>
    public LowPrecision(TModel model, ScalarType dtype)
    {
        this.dtype = dtype;
        var placement = Placement.Of(model);
        Placement = placement with { InputType = dtype };
        // Its own first weights are of no use, and must not change what is drawn after them.
        using (var random = get_rng_state())
        {
            twin = Supported(() => (TModel)model.CreateTwin(dtype));
            set_rng_state(random);
        }
        foreach (var normalization in twin.modules().OfType<NormBase>())
            normalization.to(placement.Type);
        twin.to(placement.Device);
        phases = twin.Phases;
        modules = [(model, twin), .. model.modules().Zip(twin.modules())];
        parameters = [.. model.parameters().Zip(twin.parameters())];
        buffers = [.. model.buffers().Zip(twin.buffers())];
    }

    /// <summary>Where batches belong: inputs in the twin's type, targets in the model's.</summary>
    public Placement Placement { get; }

    /// <summary>The loss of a phase as the twin computes it, with the model's weights of this moment.</summary>
    /// <exception cref="NotSupportedException">The engine lacks an operator in this type.</exception>
    public Tensor Loss(int phase, TBatch batch, out Tensor prediction)
    {
        Take();
        Tensor? judged = null;
        var loss = Supported(() => phases[phase].Loss(batch, out judged));
        prediction = judged!;
        return loss;
    }

    /// <summary>Adds the gradients of a loss to the model's, and gives the model the running statistics.</summary>
    /// <exception cref="NotSupportedException">The engine lacks a derivative in this type.</exception>
    public void Backward(Tensor loss)
    {
        Supported(() =>
        {
            loss.backward();
            return loss;
        });
        using var withoutGradients = no_grad();
        using var scope = NewDisposeScope();
        foreach (var (own, twin) in parameters)
        {
            if (twin.grad is not { } gradient)
                continue;
            if (own.grad is { } gathered)
                gathered.add_(gradient);
            else
                own.grad = gradient.to(own.dtype);
        }
        twin.zero_grad();
        foreach (var (own, twin) in buffers)
            own.copy_(twin);
    }

    public void Dispose() => twin.Dispose();

    /// <summary>Makes the twin what the model is now.</summary>
    private void Take()
    {
        using var withoutGradients = no_grad();
        using var scope = NewDisposeScope();
        foreach (var (own, twin) in modules)
        {
            if (twin.training != own.training)
                twin.train(own.training);
        }
        foreach (var (own, twin) in parameters)
        {
            twin.requires_grad = own.requires_grad;
            twin.copy_(own);
        }
        foreach (var (own, twin) in buffers)
            twin.copy_(own);
    }

    private T Supported<T>(Func<T> compute)
    {
        try
        {
            return compute();
        }
        catch (ExternalException e) when (e.Message.Contains($"{dtype}", StringComparison.Ordinal))
        {
            throw new NotSupportedException(
                $"Precision.{dtype} needs all of the model in {dtype}, and this engine says: {e.Message.Split('\n')[0].TrimEnd('.')}. Train with Precision.Full, or without that operator.", e);
        }
    }
}
