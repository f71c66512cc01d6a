namespace NeuralDsl.Samples;

/// <summary>Reads handwritten digits row by row, from the top.</summary>
[Model]
[Csv("data/digits.csv", Features = "pixel_*", Target = "label", Scale = 1.0 / 16)]
[Input("rows", "N T=8 D=8")]
[GRU(64), Last, Linear(10, Name = "digit")]
[CrossEntropyLoss]
[Adam(0.01), Training(Epochs = 20)]
public partial class DigitsRnn;
