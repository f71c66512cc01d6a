using NeuralDsl.Tests.Models;

namespace NeuralDsl.Tests.Data;

public class StandardizerTests
{
    [Fact]
    public void Features_get_the_mean_and_deviation_of_the_training_rows()
    {
        using var train = Rows([1, 5, 3, 5]);
        using var test = Rows([5, 7]);
        using var standardizer = Standardizer.Fit(train);
        using var standardTrain = standardizer.Apply(train);
        using var standardTest = standardizer.Apply(test);
        // The first feature has mean 2 and deviation 1; the second is constant and only centred.
        Assert.Equal([-1, 0, 1, 0], X(standardTrain));
        Assert.Equal([3, 2], X(standardTest));
        Assert.Equal([1, 5, 3, 5], X(train));
    }

    [Fact]
    public void Nothing_leaks()
    {
        using var data = Rows([1, 5, 3, 5]);
        var before = LiveTensors.CountAfterCollection();
        using (var standardizer = Standardizer.Fit(data))
            standardizer.Apply(data).Dispose();
        Assert.Equal(before, Tensor.TotalCount);
    }

    private static DataSet<HandWritten.Batch> Rows(float[] x) =>
        new(tensor(x, [x.Length / 2, 2]), zeros([x.Length / 2], ScalarType.Int64));

    private static float[] X(DataSet<HandWritten.Batch> data) => [.. data.Batches(100).SelectMany(batch => batch.X.data<float>().ToArray())];
}
