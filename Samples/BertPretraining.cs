namespace NeuralDsl.Samples;

/// <summary>BERT learns language from text alone: which words were masked, and whether two halves of verses belong together.</summary>
/// <remarks>With BERT-base's sizes it has that model's 110,106,428 parameters.</remarks>
[Model]
[Hyper("vocab", 2000), Hyper("positions", 48), Hyper("d", 64), Hyper("heads", 4), Hyper("layers", 2), Hyper("dropout", 0.1)]
[Input("tokens", "N T", DType.Int64), Input("segments", "N T", DType.Int64), Input("padding", "N T", DType.Bool)]
[Block<BertEncoder>(From = "tokens, segments, padding", Name = "bert")]
[Linear("d", From = "bert", Name = "transform"), GELU, LayerNorm(Eps = 1e-12, Name = "norm")]
[Linear("vocab", Tie = "bert.token", Bias = true, Name = "words")]
[Select(1, 0, From = "bert"), Linear("d", Name = "pooler"), Tanh, Linear(2, Name = "next")]
[Output("words"), Output("next")]
[CrossEntropyLoss(From = "words", Target = "masked", IgnoreIndex = -100), CrossEntropyLoss(From = "next", Target = "follows")]
[AdamW(2e-3, WeightDecay = 0.01), Warmup(200), PolynomialLR(Every = TrainingUnit.Step), ClipGradNorm(1.0)]
[Training(Epochs = 7, BatchSize = 32)]
public partial class BertPretraining;
