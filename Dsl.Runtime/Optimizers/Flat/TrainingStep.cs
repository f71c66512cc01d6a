using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>
/// A training step that a model takes by itself: all gradients are zero at its beginning, and until its end nobody else touches them, so that the step of the optimizer need not look
/// where each of them is. Generated code calls it.
/// </summary>
public readonly struct TrainingStep : IDisposable
{
    private readonly FlatParameters? flat;

    private TrainingStep(FlatParameters? flat)
    {
        this.flat = flat;
        if (flat is not null)
            flat.IsOwnStep = true;
    }

    /// <summary>Zeroes the gradients of a model, and begins a step.</summary>
    /// <param name="model">The model.</param>
    public static TrainingStep Begin(nn.Module model)
    {
        Zero(model);
        return new(FlatParameters.Find(model));
    }

    /// <summary>Zeroes the gradients of a model; a step may follow later, with <see cref="Resume"/>.</summary>
    internal static void Zero(nn.Module model)
    {
        // A model that was not generated forgets the gradients instead, and with them their places.
        if (!FlatParameters.ZeroGradients(model))
            model.zero_grad();
    }

    /// <summary>Goes on with a step that began with <see cref="Zero"/>, and whose gradients were gathered over several batches.</summary>
    internal static TrainingStep Resume(nn.Module model) => new(FlatParameters.Find(model));

    /// <summary>Ends the step.</summary>
    public void Dispose()
    {
        if (flat is not null)
            flat.IsOwnStep = false;
    }
}
