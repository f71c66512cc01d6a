namespace NeuralDsl.Tests.Models;

/// <summary>A model whose training depends on all that a checkpoint keeps: random numbers, an optimizer's memory, a schedule, running statistics.</summary>
[Model]
[Input("x", "N 2")]
[Linear(16, Bias = false), BatchNorm1d, ReLU, Dropout(0.3), Linear(3)]
[CrossEntropyLoss]
[Adam(0.02)]
[CosineAnnealingLR]
internal sealed partial class Resumable
{
    /// <summary>The clouds of <see cref="HandWritten"/>, closer to each other.</summary>
    public static DataSet<Batch> Clouds(int rows)
    {
        using var clouds = HandWritten.Clouds(rows);
        foreach (var batch in clouds.Batches(rows))
        {
            random.manual_seed(5);
            return new(batch.X + randn(rows, 2), batch.Target.clone());
        }
        throw new ArgumentOutOfRangeException(nameof(rows));
    }
}
