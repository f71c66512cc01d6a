namespace NeuralDsl.Samples;

/// <summary>The probability that a breast mass is benign, from 30 measurements of its cell nuclei.</summary>
[Model]
[Csv("data/breast-cancer.csv", Target = "label", Standardize = true)]
[Input("features", "N 30")]
[Linear(64), ReLU]
[Linear(1), Sigmoid]
[BCELoss]
[Adam, Training(Epochs = 10)]
public partial class BreastCancerNet;
