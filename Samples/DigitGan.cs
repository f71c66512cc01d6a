namespace NeuralDsl.Samples;

/// <summary>Two networks that learn from each other: one draws digits out of noise, the other tells them from digits that people wrote.</summary>
[Model]
[Hyper("code", 32), Hyper("hidden", 256)]
[Csv("data/digits.csv", Features = "pixel_*", Scale = 1.0 / 16)]
[Input("image", "N 64")]
[Noise("N code"), Block<DigitPainter>(Name = "painter")]
[Block<DigitJudge>(From = "image", Name = "judge"), Block<DigitJudge>(From = "painter", Share = "judge", Name = "judged")]
[Phase("judge")]
[BCEWithLogitsLoss(From = "judge", TargetValue = 0.9), BCEWithLogitsLoss(From = "judged", TargetValue = 0)]
[Adam(2e-4, Beta1 = 0.5, Only = "judge.*")]
[Phase("painter")]
[BCEWithLogitsLoss(From = "judged", TargetValue = 1)]
[Adam(2e-4, Beta1 = 0.5, Only = "painter.*")]
[Output("painter"), Training(Epochs = 400)]
public partial class DigitGan;

/// <summary>Draws a digit out of noise.</summary>
[Model]
[Hyper("code", 32), Hyper("hidden", 256)]
[Input("noise", "N code")]
[Linear("hidden"), LeakyReLU(0.2), Linear("hidden"), LeakyReLU(0.2)]
[Linear(64), Sigmoid]
public partial class DigitPainter;

/// <summary>Says how much an image looks like a digit that somebody wrote.</summary>
[Model]
[Hyper("hidden", 256), Hyper("dropout", 0.3)]
[Input("image", "N 64")]
[Linear("hidden"), LeakyReLU(0.2), Dropout("dropout"), Linear("hidden"), LeakyReLU(0.2), Dropout("dropout")]
[Linear(1)]
public partial class DigitJudge;
