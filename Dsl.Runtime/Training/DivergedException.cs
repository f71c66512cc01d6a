using System.Globalization;

namespace NeuralDsl;

/// <summary>The loss became infinite or no number. The weights are those before the step that the message names.</summary>
public sealed class DivergedException : Exception
{
    internal DivergedException(double loss, string phase, int epoch, int step, string? culprit, string? checkpoint)
        : base(string.Create(
            CultureInfo.InvariantCulture,
            $"The loss{(phase.Length == 0 ? "" : $" of phase '{phase}'")} is {loss} at epoch {epoch}, step {step}; training stopped before that step changed the weights. ") + Advice(culprit)
            + (checkpoint is null ? "" : $" The last checkpoint is {checkpoint}."))
    {
        Loss = loss;
        Epoch = epoch;
        Step = step;
        Checkpoint = checkpoint;
    }

    /// <summary>The loss: infinite or not a number.</summary>
    public double Loss { get; }

    /// <summary>The epoch, from 1.</summary>
    public int Epoch { get; }

    /// <summary>The step in the epoch, from 1.</summary>
    public int Step { get; }

    /// <summary>The last checkpoint of the training; null where none was written.</summary>
    public string? Checkpoint { get; }

    private static string Advice(string? culprit) => culprit is null
        ? "Lower the learning rate or clip the gradients."
        : $"'{culprit}' of that batch has values that are infinite or not a number: check the data.";
}
