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

    /// <summary>
    /// What <c>train</c> does with the model when it is trained and measured, such as writing what it makes: in evaluation mode. Null for nothing.
    /// </summary>
    public Action<TModel, FinishedTraining<TBatch>>? Finish { get; init; }

    /// <summary>Makes the model with new weights.</summary>
    /// <param name="hypers">Hyper-parameters that differ from their defaults; null for none.</param>
    /// <exception cref="ArgumentException">The hyper-parameters do not fit each other, or one is unknown or not of its kind.</exception>
    public TModel Create(HyperValues? hypers = null)
    {
        hypers ??= new();
        return hypers.FaultFor(this) is { } fault ? throw new ArgumentException(fault) : create(hypers);
    }

    /// <summary>The same model with other data, such as a set that the program makes itself, and with what the command line does beside training.</summary>
    /// <param name="data">The data; null for those that it has.</param>
    /// <param name="finish">What is done with a trained model, as in <see cref="Finish"/>; null for what is.</param>
    /// <param name="small">What a training in small is; null for what it is.</param>
    public ModelDefinition<TModel, TBatch> With(DataSource<TBatch>? data = null, Action<TModel, FinishedTraining<TBatch>>? finish = null, SmallTraining? small = null) =>
        new(Architecture, create) { Summary = Summary, Hypers = Hypers, Training = Training, Search = Search, Data = data ?? Data, Finish = finish ?? Finish, Small = small ?? Small };

    /// <summary>The declared data.</summary>
    /// <exception cref="ArgumentException">None are declared.</exception>
    internal DataSource<TBatch> DataOrThrow() => Data
        ?? throw new ArgumentException($"{Name} declares no data: give the class an attribute such as [Csv(\"file.csv\")], or its definition a source with Definition.With(...).");

    internal override TResult Accept<TResult>(IModelVisitor<TResult> visitor) => visitor.Visit(this);
}
