namespace NeuralDsl.Samples;

/// <summary>Which of three growers a wine comes from, by thirteen chemical measurements.</summary>
[Model]
[Hyper("hidden", 50)]
[Csv("data/wine.csv", Target = "cultivar", Standardize = true, Stratify = true)]
[Input("measurements", "N 13")]
[Linear("hidden"), ReLU]
[Linear("hidden"), ReLU]
[Linear(3)]
[CrossEntropyLoss]
[Adam(0.01), Training(Epochs = 20)]
[Search("hidden", 10, 25, 50, 100), Search("LearningRate", From = 1e-4, To = 1e-1, Log = true)]
public partial class WineMlp;
