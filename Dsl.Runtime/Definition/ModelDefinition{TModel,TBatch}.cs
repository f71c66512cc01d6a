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
        return hypers.FaultFor(this) is { } fault ? throw new ArgumentException(fault) : create(hypers);
    }

    /// <summary>The same model with other data, such as a set that the program makes itself.</summary>
    /// <param name="data">The data.</param>
    public ModelDefinition<TModel, TBatch> With(DataSource<TBatch> data) =>
        new(Architecture, create) { Summary = Summary, Hypers = Hypers, Training = Training, Search = Search, Data = data };

    /// <summary>The declared data.</summary>
    /// <exception cref="ArgumentException">None are declared.</exception>
    internal DataSource<TBatch> DataOrThrow() => Data
        ?? throw new ArgumentException($"{Name} declares no data: give the class an attribute such as [Csv(\"file.csv\")], or its definition a source with Definition.With(...).");

    internal override TResult Accept<TResult>(IModelVisitor<TResult> visitor) => visitor.Visit(this);
}
