namespace NeuralDsl;

/// <summary>One optimizer step that was just taken.</summary>
public readonly struct FitStep
{
    private readonly Func<Evaluation> read;

    internal FitStep(int epoch, int number, long rows, Func<Evaluation> read)
    {
        Epoch = epoch;
        Number = number;
        Rows = rows;
        this.read = read;
    }

    /// <summary>The epoch, from 1.</summary>
    public int Epoch { get; }

    /// <summary>The step in the epoch, from 1.</summary>
    public int Number { get; }

    /// <summary>The rows in the step's batch.</summary>
    public long Rows { get; }

    /// <summary>Loss and metrics over the epoch so far; computed when it is read.</summary>
    public Evaluation Training => read();
}
