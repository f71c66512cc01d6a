namespace NeuralDsl.Tests.Models;

/// <summary>A model that uses its weights twice: the embedding for its output too, and a layer again.</summary>
[Model]
[Input("words", "N T", DType.Int64)]
[Embedding(8, 4, Name = "wte")]
[Linear(4, Name = "mix"), Tanh, Linear(4, Share = "mix")]
[Linear(8, Tie = "wte", Name = "head")]
[CrossEntropyLoss]
[SGD(0.1)]
internal sealed partial class Tied;
