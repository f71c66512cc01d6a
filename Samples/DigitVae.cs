namespace NeuralDsl.Samples;

/// <summary>Codes handwritten digits in eight numbers and draws new ones from random codes: a variational autoencoder.</summary>
[Model]
[Hyper("code", 8), Hyper("hidden", 256)]
[Csv("data/digits.csv", Features = "pixel_*", Scale = 1.0 / 16)]
[Input("image", "N 64")]
[Linear("hidden"), ReLU, Linear("hidden"), ReLU(Name = "seen")]
[Linear("code", From = "seen", Name = "mu"), Linear("code", From = "seen", Name = "logvar")]
[Reparameterize("mu, logvar")]
[Block<DigitDecoder>(Name = "decoder")]
[BCELoss(From = "decoder", Target = "image", Reduction = Reduction.BatchMean)]
[GaussianKL("mu, logvar", Reduction = Reduction.BatchMean)]
[Adam(1e-3), Training(Epochs = 150), Metrics(Metric.Accuracy)]
public partial class DigitVae;

/// <summary>Draws a digit from its code.</summary>
[Model]
[Hyper("code", 8), Hyper("hidden", 256)]
[Input("z", "N code")]
[Linear("hidden"), ReLU, Linear("hidden"), ReLU]
[Linear(64), Sigmoid]
public partial class DigitDecoder;
