namespace NeuralDsl.Tests.Search;

/// <summary>Points that a search draws.</summary>
public class SearchSpaceTests
{
    [Fact]
    public void The_same_seed_draws_the_same_points()
    {
        SearchRange[] ranges = [new("d", [], 1, 1000, Log: true), new("LearningRate", [], 1e-5, 1, Log: true), new("dropout", [0, 0.1, 0.5])];
        Assert.Equal(Points(ranges, seed: 3, 50), Points(ranges, seed: 3, 50));
        Assert.Empty(Points(ranges, seed: 3, 50).Intersect(Points(ranges, seed: 4, 50)));
        Assert.Equal(50, Points(ranges, seed: 3, 50).Distinct().Count());
    }

    [Fact]
    public void Numbers_stay_in_their_range()
    {
        var random = new Random(1);
        for (var round = 0; round < 500; round++)
        {
            var (isWhole, log) = (random.Next(2) == 0, random.Next(2) == 0);
            var from = Math.Pow(10, random.Next(-5, 4)) * random.NextDouble();
            from = isWhole ? Math.Ceiling(from) : from;
            var to = isWhole ? from + random.Next(20) : from * (1 + random.NextDouble());
            var space = new SearchSpace([new("d", [], from, to, log)], [new("d", 1, isWhole)], seed: round);
            for (var draw = 0; draw < 20 && space.Draw() is { } point; draw++)
            {
                var value = point["d"]!.Value;
                Assert.InRange(value, from, to);
                Assert.True(!isWhole || value == Math.Floor(value));
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_whole_number_is_drawn_once_and_then_there_are_no_others(bool log)
    {
        Assert.Equal(["d=3", "d=4", "d=5", "d=6", "d=7"], Points([new("d", [], 3, 7, log)], seed: 1, 100).Order(StringComparer.Ordinal));
        Assert.Equal(["BatchSize=1", "BatchSize=2"], Points([new("BatchSize", [], 1, 2, log)], seed: 1, 100).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Listed_values_are_drawn_as_they_are()
    {
        double[] values = [0, 0.123456789, 1e-7];
        var space = new SearchSpace([new("d", [.. values])], [], seed: 2);
        Assert.Equal(values.Order(), Enumerable.Range(0, 3).Select(_ => space.Draw()!["d"]!.Value).Order());
        Assert.Null(space.Draw());
    }

    /// <summary>Half of the numbers are below the middle: of the range, or of its logarithm.</summary>
    [Theory]
    [InlineData(false, 0.5005)]
    [InlineData(true, 0.0316)]
    public void Numbers_are_spread_evenly(bool log, double middle)
    {
        var space = new SearchSpace([new("rate", [], 0.001, 1, log)], [], seed: 5);
        var values = Enumerable.Range(0, 400).Select(_ => space.Draw()!["rate"]!.Value).ToArray();
        Assert.InRange(values.Count(value => value < middle), 150, 250);
        Assert.InRange(values.Min(), 0.001, log ? 0.0015 : 0.05);
        Assert.InRange(values.Max(), log ? 0.9 : 0.95, 1);
    }

    private static string[] Points(SearchRange[] ranges, int seed, int count)
    {
        var space = new SearchSpace([.. ranges], [new("d", 1, true), new("dropout", 0, false)], seed);
        return [.. Enumerable.Range(0, count).Select(_ => space.Draw()?.ToString()).OfType<string>()];
    }
}
