namespace NeuralDsl.Tests.Models;

/// <summary>A model to search over: hyper-parameters that may not fit each other, random numbers and an optimizer's memory.</summary>
[Model]
[Hyper("d", 4), Hyper("groups", 2)]
[Input("x", "N 2")]
[Linear("d"), GroupNorm("groups"), ReLU, Dropout(0.2), Linear(3)]
[CrossEntropyLoss]
[SGD(0.1, Momentum = 0.9), Training(Epochs = 9, BatchSize = 16)]
internal sealed partial class Searched
{
    /// <summary>The same model with ranges to search in.</summary>
    public static ModelDefinition<Searched, Batch> In(params SearchRange[] ranges) =>
        new(Definition.Architecture, Definition.Create) { Hypers = Definition.Hypers, Training = Definition.Training, Search = [.. ranges] };
}
