namespace NeuralDsl.Tests.Models;

/// <summary>A model whose training ends at the first epoch that is no better.</summary>
[Model]
[Input("x", "N 2")]
[Linear(3)]
[CrossEntropyLoss]
[SGD(0.1), Training(Epochs = 12, BatchSize = 15, Patience = 1)]
internal sealed partial class Impatient
{
    /// <summary>The same model with ranges to search in.</summary>
    public static ModelDefinition<Impatient, Batch> In(params SearchRange[] ranges) =>
        new(Definition.Architecture, Definition.Create) { Training = Definition.Training, Search = [.. ranges] };
}
