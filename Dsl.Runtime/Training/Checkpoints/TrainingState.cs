using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NeuralDsl;

/// <summary>What a checkpoint knows of a training besides tensors.</summary>
internal sealed record TrainingState
{
    /// <summary>What must be the same in the training that goes on, by the name that a message uses.</summary>
    public required ImmutableSortedDictionary<string, string> Identity { get; init; }

    /// <summary>The epochs that are complete.</summary>
    public required int Epoch { get; init; }

    /// <summary>The batches of the next epoch that are done.</summary>
    public int Batch { get; init; }

    /// <summary>The steps of the next epoch that are done.</summary>
    public int Step { get; init; }

    /// <summary>The steps that the average of the weights has taken in.</summary>
    public long AveragedSteps { get; init; }

    /// <summary>The lowest loss.</summary>
    public double BestLoss { get; init; }

    /// <summary>The epoch that had it.</summary>
    public int BestEpoch { get; init; }

    /// <summary>The phases, in order.</summary>
    public required ImmutableArray<PhaseState> Phases { get; init; }

    /// <summary>The reports of the complete epochs.</summary>
    public ImmutableArray<EpochState> History { get; init; } = [];

    /// <summary>How long the training has taken.</summary>
    public TimeSpan Duration { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, TrainingStateJson.Default.TrainingState);

    /// <exception cref="JsonException">The text is no state.</exception>
    public static TrainingState Parse(string json) => JsonSerializer.Deserialize(json, TrainingStateJson.Default.TrainingState) ?? throw new JsonException();
}

/// <summary>The state as JSON, without reflection; a metric may be no number.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(TrainingState))]
internal sealed partial class TrainingStateJson : JsonSerializerContext;
