namespace NeuralDsl.Tests.Models;

/// <summary>Classes of short texts.</summary>
[Model]
[Input("words", "N T=4", DType.Int64)]
[Embedding(20, 8), LSTM(8), Last, Linear(2)]
[CrossEntropyLoss]
[Adam(0.05), Training(Epochs = 5, BatchSize = 8)]
internal sealed partial class Reviews;
