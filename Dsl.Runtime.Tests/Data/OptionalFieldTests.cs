using NeuralDsl.Tests.Models;

namespace NeuralDsl.Tests.Data;

/// <summary>Data sets of a model whose second input may be absent: for all rows alike, it is there or it is not.</summary>
public sealed class OptionalFieldTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_model_is_trained_with_and_without(bool isThere)
    {
        using var data = Data(isThere);
        using var model = new Weighted();
        var before = model.Evaluate(data).Loss;
        model.Fit(data, new() { Epochs = 30, BatchSize = 8, Progress = FitProgress.None });
        Assert.InRange(model.Evaluate(data).Loss, 0, before / 2);
        Assert.All(data.Shuffle(1).Batches(8), batch => Assert.Equal(isThere, batch.Factors is not null));
    }

    [Fact]
    public void Absent_columns_may_be_left_out_or_null()
    {
        using var shorter = new DataSet<Weighted.Batch>(zeros([3, 2]), zeros([3, 1]));
        using var named = new DataSet<Weighted.Batch>(zeros([3, 2]), zeros([3, 1]), null);
        Assert.Null(shorter.Batches(3).Single()[2]);
        Assert.Null(named.Batches(3).Single().Factors);
        Assert.Equal("factors: Float32 [N,2]", Weighted.Batch.Fields[2].ToString());
        Assert.True(Weighted.Batch.Fields[2].IsOptional);
        using var few = zeros([3, 2]);
        Assert.Contains("'target' is null", Assert.Throws<ArgumentNullException>(() => new DataSet<Weighted.Batch>(few)).Message);
        using var wrong = zeros([4, 2]);
        using var target = zeros([3, 1]);
        Assert.Contains("'factors' has N = 4", Assert.Throws<ArgumentException>(() => new DataSet<Weighted.Batch>(few, target, wrong)).Message);
    }

    [Fact]
    public void A_csv_file_has_no_columns_for_it()
    {
        File.WriteAllText(path, "a,b,target\n1,2,3\n4,5,6\n");
        using var data = Csv.Load<Weighted.Batch>(path);
        Assert.Null(data.Batches(2).Single().Factors);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Standardized_rows_keep_what_is_absent(bool isThere)
    {
        using var data = Data(isThere);
        using var standardizer = Standardizer.Fit(data);
        using var result = standardizer.Apply(data);
        using var absent = standardizer.Apply(Data(false));
        Assert.Null(absent.Batches(40).Single().Factors);
        foreach (var batch in result.Batches(40))
        {
            using var mean = (batch.Factors ?? batch.X).mean();
            Assert.Equal(0, mean.ToDouble(), 5);
        }
    }

    private static DataSet<Weighted.Batch> Data(bool isThere)
    {
        var x = linspace(-1, 1, 80).reshape(40, 2);
        return new(x, x.sum(1, keepdim: true), isThere ? full([40, 2], 0.5f) : null);
    }
}
