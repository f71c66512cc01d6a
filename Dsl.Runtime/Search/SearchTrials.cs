using System.Collections.Immutable;
using System.Globalization;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>The trials of one search.</summary>
internal sealed class SearchTrials<TModel, TBatch>(
    ModelDefinition<TModel, TBatch> definition, DataSet<TBatch> fit, DataSet<TBatch> validation, SearchOptions options, string folder)
    where TModel : nn.Module, ITrainable<TBatch>
    where TBatch : struct, IBatch<TBatch>
{
    private readonly SearchSpace space = new(definition.Search, definition.Hypers, options.Seed);
    private readonly SortedDictionary<int, SearchTrial> trials = [];
    private readonly Dictionary<(int Trial, int Epochs), double> losses = [];

    // How many epochs a trial has when it reaches a rung.
    private readonly int[] rungs = Rungs(options, options.Epochs ?? definition.Training.Epochs);

    /// <summary>The weights that a trial ended with.</summary>
    public static string WeightsOf(string folder, int trial) => Path.Combine(FolderOf(folder, trial), "model.safetensors");

    public ImmutableArray<SearchTrial> Run()
    {
        // Points that are refused cost nothing, so others are drawn instead of them, within reason.
        for (var draws = 0; !options.CancellationToken.IsCancellationRequested;)
        {
            if (Promotable() is { } promoted)
                Train(promoted, rungs[Array.IndexOf(rungs, promoted.Given) + 1]);
            else if (trials.Values.Count(trial => !trial.IsRefused) < options.Trials && draws++ < 10 * options.Trials && space.Draw() is { } values)
                Train(new(trials.Count + 1, values, 0, null), rungs[0]);
            else
                break;
        }
        return [.. trials.Values];
    }

    private static int[] Rungs(SearchOptions options, int most)
    {
        if (options.Method == SearchMethod.Random)
            return [most];
        List<int> rungs = [];
        for (long epochs = options.LeastEpochs; epochs < most; epochs *= options.Reduction)
            rungs.Add((int)epochs);
        return [.. rungs, most];
    }

    private static string FolderOf(string folder, int trial) => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"trial-{trial}"));

    /// <summary>A trial among the best of those that reached its rung, the highest rung first; null where every such trial has gone on.</summary>
    private SearchTrial? Promotable()
    {
        for (var rung = rungs.Length - 2; rung >= 0; rung--)
        {
            var reached = trials.Values.Where(trial => trial.Given >= rungs[rung]).OrderBy(trial => LossAt(trial, rungs[rung])).ToArray();
            var best = reached.Take(reached.Length / options.Reduction).FirstOrDefault(trial => trial.Given == rungs[rung] && double.IsFinite(trial.Loss));
            if (best is not null)
                return best;
        }
        return null;
    }

    private double LossAt(SearchTrial trial, int epochs) => losses.TryGetValue((trial.Number, epochs), out var loss) ? loss : double.PositiveInfinity;

    /// <summary>Trains a trial, or trains it on, until it has so many epochs.</summary>
    private void Train(SearchTrial trial, int epochs)
    {
        var place = FolderOf(folder, trial.Number);
        if (trial.Epochs == 0 && Directory.Exists(place))
            Directory.Delete(place, recursive: true);
        TModel model;
        random.manual_seed(options.Seed);
        try
        {
            model = definition.Create(trial.Values.Of(definition));
        }
        catch (ArgumentException refusal)
        {
            Record(trial with { Problem = refusal.Message });
            return;
        }
        using (model)
        {
            try
            {
                var report = model.Fit(fit, new()
                {
                    Epochs = rungs[^1],
                    BatchSize = trial.Values[SearchRange.BatchSize] is { } rows ? (int)rows : null,
                    Seed = options.Seed,
                    Validation = validation,
                    LearningRate = trial.Values[SearchRange.LearningRate],
                    Checkpoint = new(place) { EveryEpochs = 0, KeepLast = 1, KeepBest = false },
                    Resume = trial.Epochs > 0 ? place : null,
                    Callbacks = [new StopAfter(epochs)],
                    Progress = FitProgress.None,
                    CancellationToken = options.CancellationToken,
                });
                if (report.Epochs.IsEmpty)
                    return;
                model.Save(WeightsOf(folder, trial.Number));
                var given = report.StoppedBy == StopReason.Cancellation ? report.Epochs.Length : epochs;
                Record(trial with { Epochs = report.Epochs.Length, Given = given, Validation = model.Evaluate(validation) });
            }
            catch (DivergedException divergence)
            {
                Record(trial with { Epochs = epochs, Given = epochs, Problem = divergence.Message });
            }
        }
    }

    private void Record(SearchTrial trial)
    {
        trials[trial.Number] = trial;
        losses[(trial.Number, trial.Given)] = trial.Loss;
        options.OnTrial?.Invoke(trial);
    }

    private sealed class StopAfter(int epochs) : FitCallback<TBatch>
    {
        public override void OnEpochEnd(FitContext<TBatch> context, EpochReport epoch)
        {
            if (epoch.Number >= epochs)
                context.Stop();
        }
    }
}
