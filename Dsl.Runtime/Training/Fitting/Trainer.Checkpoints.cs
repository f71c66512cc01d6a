using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using static TorchSharp.torch;

namespace NeuralDsl;

// What is kept of a training, and how it goes on.
internal sealed partial class Trainer<TModel, TBatch>
{
    private CheckpointFolder? folder;
    private string? lastCheckpoint;
    private TimeSpan earlier;

    /// <summary>What must be the same for a training to go on, by the name that a message uses.</summary>
    private ImmutableSortedDictionary<string, string> Identity => new (string Name, string Value)[]
    {
        ("model", model.Architecture.Name),
        ("optimizer", string.Join(", ", phases.Select(phase => phase.Optimizer.GetType().Name))),
        ("rows", Text(size.Rows)),
        (nameof(settings.BatchSize), Text(settings.BatchSize)),
        (nameof(settings.Accumulation), Text(settings.Accumulation)),
        (nameof(settings.Seed), Text(settings.Seed)),
        (nameof(settings.EmaDecay), Text(settings.EmaDecay)),
        (nameof(settings.Precision), Text(settings.Precision)),
    }.Concat(phases.Length == 1 ? [] : phases.Select(phase => ($"phase {phase.Phase.Name}", $"every {phase.Phase.Every}")))
        .Concat(Frozen is { Length: > 0 } frozen ? [("frozen", frozen)] : Enumerable.Empty<(string, string)>())
        .Concat(model.Architecture.Layers.Select(layer => ($"layer {layer.Name}", $"{layer.Operator} [{layer.Shape}]")))
        .ToImmutableSortedDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);

    /// <summary>The parameters that are not trained.</summary>
    private string Frozen => string.Join(' ', model.named_parameters().Where(parameter => !parameter.parameter.requires_grad).Select(parameter => parameter.name));

    private static string Text<T>(T value) => string.Create(CultureInfo.InvariantCulture, $"{value}");

    private void BeginCheckpoints()
    {
        if (options.Checkpoint is { } kept)
        {
            folder = new(kept.Folder);
            if (options.Optimizer is { } given && !OptimizerMemory.IsReadable(given))
            {
                throw new ArgumentException(
                    $"What {given.GetType().Name} remembers cannot be read, so it begins anew at each checkpoint; for that, declare it instead of passing it as Optimizer.");
            }
            if (options.Resume is null && folder.All() is [var latest, ..])
            {
                throw new CheckpointException(
                    kept.Folder, $"the folder has checkpoints already, such as {Path.GetFileName(latest)}.", "Set Resume to it to go on, or choose another folder.");
            }
            folder.DeleteUnfinished();
        }
        if (options.Resume is { } path)
            Resume(Directory.Exists(path) ? LatestOf(path) : path);
    }

    private static string LatestOf(string folder) => new CheckpointFolder(folder).All() is [var latest, ..]
        ? latest
        : throw new CheckpointException(folder, "the folder has no checkpoint.", "Leave Resume out to begin anew.");

    private void SaveBest()
    {
        if (folder is not null && options.Checkpoint!.KeepBest)
            model.Save(folder.Best);
    }

    private void WriteCheckpoint()
    {
        if (folder is null)
            return;
        var path = folder.Name(history.Count, batches);
        var tensors = new Dictionary<string, Tensor>(model.state_dict());
        var read = new List<Tensor>();
        try
        {
            Add(Checkpoint.Random, get_rng_state());
            foreach (var phase in phases)
            {
                foreach (var (name, value) in phase.Memory is { } memory ? OptimizerMemory.Read(memory) : [])
                    Add(phase.Prefix + name, value);
            }
            foreach (var (name, value) in average?.Averages ?? [])
                tensors.Add(Checkpoint.Average + name, value);
            foreach (var (name, value) in best.Weights)
                tensors.Add(Checkpoint.Best + name, value);
            SafetensorsFile.Write(path, tensors, new Dictionary<string, string> { ["format"] = "pt", [Checkpoint.State] = State().ToJson() });
        }
        finally
        {
            read.ForEach(tensor => tensor.Dispose());
        }
        lastCheckpoint = path;
        if (options.Checkpoint!.KeepLast is > 0 and var count)
            folder.KeepLast(count);
        foreach (var phase in phases.Where(phase => phase.Memory is null))
            phase.RenewOptimizer();
        context.Optimizers = [.. phases.Select(phase => phase.Optimizer)];
        Tell(callback => callback.OnCheckpoint(context, path));

        void Add(string name, Tensor value)
        {
            read.Add(value);
            tensors.Add(name, value);
        }
    }

    private TrainingState State() => new()
    {
        Identity = Identity,
        Epoch = history.Count,
        Batch = batches,
        Step = steps,
        AveragedSteps = average?.Steps ?? 0,
        BestLoss = best.Loss,
        BestEpoch = best.Epoch,
        Phases = [.. phases.Zip(meter.Phases, (phase, measured) => phase.Save() with { Loss = measured.Loss, Rows = measured.Rows })],
        History = [.. history.Select(EpochState.Of)],
        Duration = earlier + watch.Elapsed,
    };

    private void Resume(string path)
    {
        using var file = SafetensorsFile.Open(path);
        file.Verify();
        var state = Read(file);
        var now = Identity;
        var differences = state.Identity.Keys.Union(now.Keys).Order(StringComparer.Ordinal)
            .Where(name => state.Identity.GetValueOrDefault(name) != now.GetValueOrDefault(name))
            .Select(name => $"{name}: {state.Identity.GetValueOrDefault(name, "none")} in the checkpoint, {now.GetValueOrDefault(name, "none")} now")
            .ToList();
        if (differences.Count > 0)
            throw new CheckpointException(path, $"the training was another one. {string.Join(". ", differences)}.", "Train as then to go on, or use model.Load to begin with its weights.");
        model.Load(file, strict: true);
        foreach (var (phase, saved) in phases.Zip(state.Phases))
        {
            if (phase.Memory is { } memory)
                OptimizerMemory.Write(memory, name => file.Entries.ContainsKey(phase.Prefix + name) ? file.Read(phase.Prefix + name) : null);
            phase.Restore(saved);
        }
        foreach (var (measured, saved) in meter.Phases.Zip(state.Phases))
            (measured.Loss, measured.Rows) = (saved.Loss, saved.Rows);
        if (average is not null)
        {
            foreach (var (name, value) in average.Averages)
                file.ReadInto(Checkpoint.Average + name, value);
            average.Steps = state.AveragedSteps;
        }
        (best.Loss, best.Epoch) = (state.BestLoss, state.BestEpoch);
        if (settings.Patience > 0)
            best.Keep(file.Entries.Keys.Where(name => name.StartsWith(Checkpoint.Best, StringComparison.Ordinal)).Select(name => KeyValuePair.Create(name[Checkpoint.Best.Length..], file.Read(name))));
        history.AddRange(state.History.Select(epoch => epoch.ToReport()));
        (batches, steps, earlier) = (state.Batch, state.Step, state.Duration);
        using var random = file.Read(Checkpoint.Random);
        set_rng_state(random);
        lastCheckpoint = path;
    }

    private static TrainingState Read(SafetensorsFile file)
    {
        if (!file.Metadata.TryGetValue(Checkpoint.State, out var json))
            throw new CheckpointException(file.Path, "this is no checkpoint of a training: it has weights alone.", "Load them with model.Load.");
        try
        {
            return TrainingState.Parse(json);
        }
        catch (JsonException e)
        {
            throw new CheckpointException(file.Path, "this checkpoint is of another version.", "Its weights can be loaded with model.Load.", e);
        }
    }
}
