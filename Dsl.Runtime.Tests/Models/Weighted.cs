namespace NeuralDsl.Tests.Models;

/// <summary>A regression whose features may come with a factor each.</summary>
[Model]
[Input("x", "N 2")]
[Input("factors", "N 2", Optional = true)]
[Multiply("factors"), Linear(1)]
[MSELoss]
[Adam(0.05)]
internal sealed partial class Weighted;
