namespace NeuralDsl.Samples;

/// <summary>Tells two clouds of points apart.</summary>
/// <remarks>
/// They share their centre and differ only in width, so a hundred epochs at this learning rate make no more than a start: some 60 % of
/// new points.
/// </remarks>
[Model]
[Input("features", "N 100")]
[Linear(64), ReLU]
[Linear(1)]
[BCEWithLogitsLoss]
[SGD(0.01), Training(Epochs = 100)]
public partial class SimpleNN;
