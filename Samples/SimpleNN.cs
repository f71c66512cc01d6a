namespace NeuralDsl.Samples;

/// <summary>Tells two clouds of points around the same centre apart by their width.</summary>
[Model]
[Input("features", "N 100")]
[Linear(64), ReLU]
[Linear(1)]
[BCEWithLogitsLoss]
[SGD(0.01)]
public partial class SimpleNN;
