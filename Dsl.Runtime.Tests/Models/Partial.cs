namespace NeuralDsl.Tests.Models;

/// <summary>A model of which the loss reaches a part, with a table whose gradients are sparse, and an optimizer that shrinks all that it steps.</summary>
[Model]
[Input("words", "N T", DType.Int64)]
[Embedding(16, 4, Sparse = true, Name = "table"), Last(Name = "last")]
[Linear(5, Name = "hidden"), Tanh, Linear(1, Name = "used")]
[Linear(3, From = "last", Name = "unused")]
[Output("used"), Output("unused")]
[MSELoss(From = "used")]
[SGD(0.1, Momentum = 0.9, WeightDecay = 0.1, Except = "table.*"), SGD(0.1, Only = "table.*")]
internal sealed partial class Partial;
