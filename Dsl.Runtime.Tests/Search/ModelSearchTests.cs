using NeuralDsl.Tests.Models;
using NeuralDsl.Tests.Training.Checkpoints;

namespace NeuralDsl.Tests.Search;

public sealed class ModelSearchTests : IDisposable
{
    private static readonly SearchRange Rates = new(SearchRange.LearningRate, [], 1e-3, 0.5, Log: true);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Points_that_the_model_refuses_are_told_and_never_trained()
    {
        List<SearchTrial> heard = [];
        using var rows = SearchedRows();
        var report = ModelSearch.Run(
            Searched.In(new("d", [4, 6, 8, 10]), new("groups", [1, 3, 4])),
            rows,
            new() { Trials = 12, Epochs = 1, Folder = folder.Path, OnTrial = heard.Add });
        var (refused, trained) = (report.Trials.Where(trial => trial.IsRefused).ToArray(), report.Trials.Where(trial => !trial.IsRefused).ToArray());
        Assert.Equal(
            ["d=10, groups=3", "d=10, groups=4", "d=4, groups=3", "d=6, groups=4", "d=8, groups=3"],
            refused.Select(trial => trial.Values.ToString()).Order(StringComparer.Ordinal));
        Assert.Equal(7, trained.Length);
        Assert.Equal(report.Trials, heard);
        Assert.Equal(Enumerable.Range(1, 12), heard.Select(trial => trial.Number));
        var table = report.ToString();
        foreach (var trial in refused)
        {
            Assert.Equal((0, null), (trial.Epochs, trial.Validation));
            Assert.Equal(Assert.ThrowsAny<ArgumentException>(() => Searched.Definition.Create(trial.Values)).Message, trial.Problem);
            Assert.Contains(trial.Problem![..30], table);
            Assert.False(Directory.Exists(folder[$"trial-{trial.Number}"]));
        }
        Assert.All(trained, trial => Assert.True(File.Exists(folder[$"trial-{trial.Number}/model.safetensors"])));
    }

    [Fact]
    public void Others_are_drawn_instead_of_points_that_are_refused()
    {
        using var rows = SearchedRows();
        var report = ModelSearch.Run(Searched.In(new("d", [], 1, 200), new("groups", [2])), rows, new() { Trials = 6, Epochs = 1 });
        Assert.Equal(6, report.Trials.Count(trial => !trial.IsRefused));
        Assert.True(report.Trials.Length > 6);
        Assert.All(report.Trials, trial => Assert.Equal(trial.Values["d"] % 2 != 0, trial.IsRefused));
    }

    [Theory]
    [InlineData(9, 1, 3, new[] { 1, 3, 9 })]
    [InlineData(5, 1, 3, new[] { 1, 3, 5 })]
    [InlineData(7, 2, 2, new[] { 2, 4, 7 })]
    [InlineData(1, 3, 3, new[] { 1 })]
    public void Halving_gives_more_epochs_to_the_best_alone(int most, int least, int reduction, int[] rungs)
    {
        const int Trials = 12;
        List<SearchTrial> heard = [];
        using var rows = SearchedRows();
        var report = ModelSearch.Run(
            Searched.In(Rates, new("d", [4, 8])), rows, new() { Trials = Trials, Epochs = most, LeastEpochs = least, Reduction = reduction, OnTrial = heard.Add });
        Assert.Equal(Trials, report.Trials.Length);
        Assert.Equal(rungs, heard.Select(trial => trial.Epochs).Distinct().Order());
        foreach (var (trial, index) in heard.Select((trial, index) => (trial, index)).Where(pair => pair.trial.Epochs > rungs[0]))
        {
            // It was among the best of those that had come as far as it.
            var before = rungs[Array.IndexOf(rungs, trial.Epochs) - 1];
            var reached = heard.Take(index).Where(other => other.Epochs == before).OrderBy(other => other.Validation!.Loss).ToArray();
            Assert.Contains(trial.Number, reached.Take(reached.Length / reduction).Select(other => other.Number));
        }
        foreach (var (rung, next) in rungs.Zip(rungs.Skip(1)))
        {
            var reached = heard.Where(trial => trial.Epochs == rung).OrderBy(trial => trial.Validation!.Loss).ToArray();
            Assert.Subset(heard.Where(trial => trial.Epochs == next).Select(trial => trial.Number).ToHashSet(), reached.Take(reached.Length / reduction).Select(trial => trial.Number).ToHashSet());
        }
        Assert.Equal(report.Trials.Where(trial => trial.Epochs == most).Min(trial => trial.Validation!.Loss), report.Best!.Validation!.Loss);
    }

    /// <summary>Both methods draw the same points; the one trains them in parts, the other at once.</summary>
    [Fact]
    public void A_trial_that_went_on_is_one_that_was_trained_at_once()
    {
        var definition = Searched.In(Rates, new("d", [4, 8]), new(SearchRange.BatchSize, [8, 16, 20]));
        using var rows = SearchedRows();
        SearchReport Search(SearchMethod method) => ModelSearch.Run(definition, rows, new() { Trials = 9, Seed = 7, Method = method, Folder = folder[$"{method}"] });
        var (halving, random) = (Search(SearchMethod.Halving), Search(SearchMethod.Random));
        Assert.Equal(halving.Trials.Select(trial => trial.Values.ToString()), random.Trials.Select(trial => trial.Values.ToString()));
        Assert.All(random.Trials, trial => Assert.Equal(9, trial.Epochs));
        var whole = halving.Trials.Where(trial => trial.Epochs == 9).ToArray();
        Assert.NotEmpty(whole);
        Assert.True(whole.Length < 9);
        foreach (var trial in whole)
        {
            Assert.Equal(random.Trials[trial.Number - 1].Validation!.Loss, trial.Validation!.Loss);
            using Searched expected = Load(definition, folder[$"Random/trial-{trial.Number}/model.safetensors"], trial), found = Load(definition, folder[$"Halving/trial-{trial.Number}/model.safetensors"], trial);
            WeightsTests.AssertEqual(expected, found);
        }
    }

    [Fact]
    public void The_best_weights_give_the_loss_that_is_reported()
    {
        var definition = Searched.In(Rates, new("d", [4, 8]));
        using var rows = SearchedRows();
        var report = ModelSearch.Run(definition, rows, new() { Trials = 4, Epochs = 3, Seed = 2, Validation = 0.3, Folder = folder.Path });
        var (fit, validation) = rows.Split(0.7, 2);
        using (fit)
        using (validation)
        using (var model = Load(definition, report.Weights!, report.Best!))
            Assert.Equal(report.Best!.Validation!.Loss, model.Evaluate(validation).Loss);
        Assert.Null(ModelSearch.Run(definition, rows, new() { Trials = 1, Epochs = 1 }).Weights);
    }

    [Fact]
    public void A_trial_that_diverges_is_told_and_loses()
    {
        using var rows = SearchedRows();
        var report = ModelSearch.Run(Searched.In(new SearchRange(SearchRange.LearningRate, [0.01, 1e30])), rows, new() { Trials = 2, Epochs = 2, Method = SearchMethod.Random });
        var diverged = Assert.Single(report.Trials, trial => trial.Problem is not null);
        Assert.Equal((1e30, false), (diverged.Values[SearchRange.LearningRate], diverged.IsRefused));
        Assert.Equal(0.01, report.Best!.Values[SearchRange.LearningRate]);
        Assert.Contains(diverged.Problem![..30], report.ToString());

        report = ModelSearch.Run(Searched.In(new SearchRange(SearchRange.LearningRate, [1e30])), rows, new() { Trials = 1, Epochs = 2, Folder = folder.Path });
        Assert.Equal((null, null), (report.Best, report.Weights));
    }

    /// <summary>Its weights are those of its best epoch, and more epochs would not change it: it is no worse for having fewer.</summary>
    [Theory]
    [InlineData(SearchMethod.Random)]
    [InlineData(SearchMethod.Halving)]
    public void A_trial_that_loses_patience_is_compared_with_those_that_do_not(SearchMethod method)
    {
        var definition = Impatient.In(new SearchRange(SearchRange.LearningRate, [1e-5, 1e-4, 1, 2]));
        using var rows = Rows<Impatient.Batch>((x, target) => new(x, target));
        var report = ModelSearch.Run(definition, rows, new() { Trials = 4, Method = method, Reduction = 2, Folder = folder.Path });
        Assert.InRange(report.Best!.Epochs, 1, 11);
        Assert.Equal(report.Trials.Min(trial => trial.Validation!.Loss), report.Best.Validation!.Loss);
        var (fit, validation) = rows.Split(0.8, 0);
        using (fit)
        using (validation)
        using (var model = definition.Create())
        {
            foreach (var trial in report.Trials)
            {
                model.Load(folder[$"trial-{trial.Number}/model.safetensors"]);
                Assert.Equal(trial.Validation!.Loss, model.Evaluate(validation).Loss);
            }
        }
    }

    [Fact]
    public void A_search_that_is_stopped_reports_what_it_found()
    {
        using var stop = new CancellationTokenSource();
        using var rows = SearchedRows();
        var report = ModelSearch.Run(Searched.In(Rates), rows, new() { Trials = 50, Epochs = 3, Method = SearchMethod.Random, CancellationToken = stop.Token, OnTrial = trial => StopAfter(trial, 2) });
        Assert.Equal(2, report.Trials.Length);
        Assert.NotNull(report.Best);

        void StopAfter(SearchTrial trial, int number)
        {
            if (trial.Number == number)
                stop.Cancel();
        }
    }

    [Fact]
    public void An_earlier_search_in_the_folder_is_replaced()
    {
        var definition = Searched.In(Rates);
        using var rows = SearchedRows();
        SearchReport Search(int seed) => ModelSearch.Run(definition, rows, new() { Trials = 3, Epochs = 3, Seed = seed, Folder = folder.Path });
        var first = Search(1).ToString();
        Assert.NotEqual(first, Search(2).ToString());
        Assert.Equal(first, Search(1).ToString());
    }

    [Fact]
    public void What_cannot_be_searched_is_an_error()
    {
        using var rows = SearchedRows();
        Assert.StartsWith("Searched declares nothing to search", Assert.Throws<ArgumentException>(() => ModelSearch.Run(Searched.Definition, rows)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new SearchOptions { Trials = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SearchOptions { Epochs = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SearchOptions { LeastEpochs = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SearchOptions { Reduction = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SearchOptions { Validation = 1 });
    }

    private static DataSet<Searched.Batch> SearchedRows() => Rows<Searched.Batch>((x, target) => new(x, target));

    private static DataSet<TBatch> Rows<TBatch>(Func<Tensor, Tensor, DataSet<TBatch>> create) where TBatch : struct, IBatch<TBatch>
    {
        using var clouds = Resumable.Clouds(75);
        foreach (var batch in clouds.Batches(75))
            return create(batch.X.clone(), batch.Target.clone());
        throw new InvalidOperationException();
    }

    private static Searched Load(ModelDefinition<Searched, Searched.Batch> definition, string weights, SearchTrial trial)
    {
        var model = definition.Create(trial.Values.Of(definition));
        model.Load(weights);
        return model;
    }
}
