namespace NeuralDsl.Samples;

/// <summary>BERT reads a verse of the King James Bible and says whether it stands in the Old or in the New Testament.</summary>
[Model]
[Hyper("vocab", 2000), Hyper("positions", 48), Hyper("d", 64), Hyper("heads", 4), Hyper("layers", 2), Hyper("dropout", 0.1)]
[Input("tokens", "N T", DType.Int64), Input("segments", "N T", DType.Int64), Input("padding", "N T", DType.Bool)]
[Block<BertEncoder>(From = "tokens, segments, padding", Name = "bert")]
[Reduce("n t d -> n d", Reduction.Mean), Linear("d", Name = "pooler"), Tanh, Dropout("dropout"), Linear(2, Name = "testament")]
[CrossEntropyLoss]
[AdamW(1e-3, WeightDecay = 0.01), Warmup(20), PolynomialLR(Every = TrainingUnit.Step), ClipGradNorm(1.0)]
[Training(Epochs = 10, BatchSize = 32)]
public partial class BertClassifier;
