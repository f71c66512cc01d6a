using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl.Samples;

/// <summary>BERT answers a question about a verse with words of the verse: it finds where the answer starts and ends.</summary>
[Model]
[Hyper("vocab", 2000), Hyper("positions", 48), Hyper("d", 64), Hyper("heads", 4), Hyper("layers", 2), Hyper("dropout", 0.1)]
[Input("tokens", "N T", DType.Int64), Input("segments", "N T", DType.Int64), Input("padding", "N T", DType.Bool)]
[Block<BertEncoder>(From = "tokens, segments, padding", Name = "bert")]
[Linear(2, Name = "span")]
[Select(-1, 0, From = "span", Name = "first"), Apply(nameof(Within), "N T", From = "first, padding", Name = "start")]
[Select(-1, 1, From = "span", Name = "last"), Apply(nameof(Within), "N T", From = "last, padding", Name = "end")]
[Output("start"), Output("end")]
[CrossEntropyLoss(From = "start", Target = "begins"), CrossEntropyLoss(From = "end", Target = "ends")]
[AdamW(1e-3, WeightDecay = 0.01), Warmup(50), PolynomialLR(Every = TrainingUnit.Step), ClipGradNorm(1.0)]
[Training(Epochs = 2, BatchSize = 32)]
public partial class VerseQuestions
{
    /// <summary>Nothing begins or ends in padding.</summary>
    private static Tensor Within(Tensor scores, Tensor padding) => scores.masked_fill(padding, -100);
}
