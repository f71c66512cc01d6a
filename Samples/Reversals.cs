using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl.Samples;

/// <summary>Random sequences of ten symbols and the same backwards, and how many of those that it never saw a model reverses without a mistake.</summary>
public static class Reversals
{
    /// <summary>The symbol that every answer begins with.</summary>
    public const long Mark = 0;

    private const int Length = 10;
    private const int Symbols = 21;

    /// <summary>6,000 rows to learn from and 500 to test on: there are 20^10 sequences, so hardly one is drawn twice.</summary>
    public static DataSource<SequenceReverser.Batch> Source { get; } = DataSource.Of(seed =>
    {
        random.manual_seed(seed);
        return new DataParts<SequenceReverser.Batch>(Draw(6000), Draw(500));
    });

    /// <summary>Prints the share of sequences that are reversed without a mistake.</summary>
    public static void Report(SequenceReverser model, FinishedTraining<SequenceReverser.Batch> training)
    {
        var right = 0L;
        foreach (var batch in training.Data.Test.Batches(100))
        {
            using var answer = Reverse(model, batch.Source);
            using var same = answer.eq(batch.Answer);
            using var whole = same.all(1);
            using var count = whole.sum();
            right += count.ToInt64();
        }
        training.Output.WriteLine(FormattableString.Invariant($"{right} of {training.Data.Test.Count} new sequences are reversed without a mistake ({(double)right / training.Data.Test.Count:P1})"));
    }

    /// <summary>Writes answers symbol by symbol, the most probable one each time.</summary>
    /// <param name="model">The model.</param>
    /// <param name="source">Int64 [N,S].</param>
    /// <returns>Int64 [N,1+S], with the mark; the caller disposes it.</returns>
    public static Tensor Reverse(SequenceReverser model, Tensor source)
    {
        using var mark = full([source.size(0), 1], Mark, ScalarType.Int64);
        return new TextGenerator { Length = (int)source.size(1), TopK = 1 }.Continue(written => model.Predict(source, written), mark);
    }

    private static DataSet<SequenceReverser.Batch> Draw(int rows)
    {
        using var mark = full([rows, 1], Mark, ScalarType.Int64);
        var source = randint(1, Symbols, [rows, Length], ScalarType.Int64);
        using var backwards = source.flip(1);
        return new(source, cat([mark, backwards], 1));
    }
}
