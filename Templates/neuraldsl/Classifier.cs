using NeuralDsl;

namespace MyModel;

/// <summary>Tells which of two half moons a point lies in.</summary>
[Model]
[Input("point", "N 2")]
[Linear(32), ReLU]
[Linear(32), ReLU]
[Linear(2, Name = "moon")]
[CrossEntropyLoss]
[Adam(0.01)]
public partial class Classifier;
