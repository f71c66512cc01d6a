using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>How a model was trained: what its <see cref="TrainingReport"/> shows beside the numbers.</summary>
public sealed record FitConfiguration
{
    /// <summary>When the training began.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>How often every row was to be seen.</summary>
    public required int Epochs { get; init; }

    /// <summary>Rows in a batch.</summary>
    public required int BatchSize { get; init; }

    /// <summary>What decided the order of the rows.</summary>
    public required int Seed { get; init; }

    /// <summary>The number of rows to learn from.</summary>
    public required long TrainingRows { get; init; }

    /// <summary>The number of rows to validate on; null for none.</summary>
    public long? ValidationRows { get; init; }

    /// <summary>The optimizer's class, such as <c>Adam</c>; of a model with phases, each phase's.</summary>
    public required string Optimizer { get; init; }

    /// <summary>Where the parameters were, such as <c>cpu</c> or <c>cuda:0</c>.</summary>
    public required string Device { get; init; }

    /// <summary>The floating-point type of the parameters.</summary>
    public required string DType { get; init; }

    /// <summary>The version of libtorch.</summary>
    public string Engine { get; init; } = __version__;

    internal static FitConfiguration Of(nn.Module model, FitSettings settings, long rows, long? validationRows, IReadOnlyList<optim.Optimizer> optimizers, DateTimeOffset started)
    {
        var placement = Placement.Of(model);
        return new()
        {
            Started = started,
            Epochs = settings.Epochs,
            BatchSize = settings.BatchSize,
            Seed = settings.Seed,
            TrainingRows = rows,
            ValidationRows = validationRows,
            Optimizer = string.Join(", ", optimizers.Select(optimizer => optimizer.GetType().Name)),
            Device = placement.Device.ToString(),
            DType = placement.Type.ToString(),
        };
    }
}
