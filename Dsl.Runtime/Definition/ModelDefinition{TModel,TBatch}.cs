using static TorchSharp.torch;

namespace NeuralDsl;

/// <inheritdoc/>
/// <typeparam name="TModel">The model's class.</typeparam>
/// <typeparam name="TBatch">Its <c>Batch</c>.</typeparam>
public sealed class ModelDefinition<TModel, TBatch> : ModelDefinition
    where TModel : nn.Module, ITrainable<TBatch>
    where TBatch : struct, IBatch<TBatch>
{
    private readonly Func<HyperValues, TModel> create;

    /// <summary>A definition; generated code makes it.</summary>
    /// <param name="architecture">The graph as data.</param>
    /// <param name="create">Calls the constructor.</param>
    public ModelDefinition(Architecture architecture, Func<HyperValues, TModel> create) : base(architecture) => this.create = create;

    /// <summary>The declared data; null where none are.</summary>
    public DataSource<TBatch>? Data { get; init; }

    /// <summary>Makes the model with new weights.</summary>
    /// <param name="hypers">Hyper-parameters that differ from their defaults; null for none.</param>
    /// <exception cref="ArgumentException">The hyper-parameters do not fit each other, or one is unknown or not of its kind.</exception>
    public TModel Create(HyperValues? hypers = null)
    {
        hypers ??= new();
        hypers.CheckAgainst(this);
        return create(hypers);
    }
}
