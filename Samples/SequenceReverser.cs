namespace NeuralDsl.Samples;

/// <summary>Writes a sequence of symbols backwards: a transformer's encoder and decoder.</summary>
/// <remarks>The answer begins with a mark. While it learns, the decoder reads the right answer so far, and says what comes next.</remarks>
[Model]
[Hyper("symbols", 21), Hyper("d", 64), Hyper("heads", 4), Hyper("layers", 2), Hyper("hidden", 128), Hyper("dropout", 0.0)]
[Input("source", "N S", DType.Int64), Input("answer", "N T", DType.Int64)]
[Embedding("symbols", "d", From = "source"), SinusoidalPositionEncoding]
[TransformerEncoder("heads", "layers", FeedForward = "hidden", Dropout = "dropout", Name = "memory")]
[Embedding("symbols", "d", From = "answer"), SinusoidalPositionEncoding]
[TransformerDecoder("memory", "heads", "layers", FeedForward = "hidden", Dropout = "dropout", Causal = true)]
[Linear("symbols", Name = "next")]
[CrossEntropyLoss(Target = "answer", Shift = 1)]
[Adam(1e-3), Training(Epochs = 6)]
public partial class SequenceReverser;
