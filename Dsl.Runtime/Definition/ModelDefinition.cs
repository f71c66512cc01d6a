using System.Collections.Immutable;

namespace NeuralDsl;

/// <summary>A model's declaration as an object: what a command line, a search or a server needs to make, train and describe it without reflection.</summary>
/// <remarks>Generated: <c>DigitsCnn.Definition</c>.</remarks>
public abstract class ModelDefinition
{
    private protected ModelDefinition(Architecture architecture) => Architecture = architecture;

    /// <summary>The graph as data, with the default hyper-parameters.</summary>
    public Architecture Architecture { get; }

    /// <summary>The model's class name.</summary>
    public string Name => Architecture.Name;

    /// <summary>What the class is for: the text of its documentation's summary; empty where it has none.</summary>
    public string Summary { get; init; } = "";

    /// <summary>The hyper-parameters with their defaults, in the order of the constructor.</summary>
    public ImmutableArray<HyperDefault> Hypers { get; init; } = [];

    /// <summary>How it is trained by default.</summary>
    public TrainingDefaults Training { get; init; } = new();

    /// <summary>The ranges that a search draws from; empty where none is declared.</summary>
    public ImmutableArray<SearchRange> Search { get; init; } = [];

    /// <summary>What a training in small is; by default two epochs over 200 rows.</summary>
    public SmallTraining Small { get; init; } = new();

    /// <summary>Does something with the model's class.</summary>
    internal abstract TResult Accept<TResult>(IModelVisitor<TResult> visitor);
}
