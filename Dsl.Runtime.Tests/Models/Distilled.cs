namespace NeuralDsl.Tests.Models;

/// <summary>A student that learns, in every second step, what its teacher says: two phases, of which all that a checkpoint keeps differs.</summary>
[Model]
[Input("x", "N 2")]
[Linear(16, Name = "hidden"), ReLU, Dropout(0.1), Linear(3, Name = "teacher"), Softmax(Name = "answer")]
[Linear(3, From = "x", Name = "student")]
[Phase("teach")]
[CrossEntropyLoss(From = "teacher")]
[Adam(0.02, Except = "student.*"), CosineAnnealingLR, ClipGradNorm(1)]
[Phase("learn", Every = 2)]
[CrossEntropyLoss(From = "student", Target = "answer", Encoding = TargetEncoding.Probabilities)]
[SGD(0.1, Momentum = 0.9, Only = "student.*"), StepLR(3)]
[Output("student")]
internal sealed partial class Distilled
{
    /// <summary>The clouds of <see cref="HandWritten"/>.</summary>
    public static DataSet<Batch> Clouds(int rows)
    {
        using var clouds = HandWritten.Clouds(rows);
        foreach (var batch in clouds.Batches(rows))
            return new(batch.X.clone(), batch.Target.clone());
        throw new ArgumentOutOfRangeException(nameof(rows));
    }
}
