namespace NeuralDsl.Samples;

/// <summary>
/// The encoder of BERT (Devlin et al., 2018), which reads each word of a text by all others: small by default, BERT-base with
/// <c>vocab=30522, positions=512, d=768, heads=12, layers=12</c>.
/// </summary>
[Model]
[Hyper("vocab", 2000), Hyper("positions", 48), Hyper("d", 64), Hyper("heads", 4), Hyper("layers", 2), Hyper("dropout", 0.1)]
[Input("tokens", "N T", DType.Int64), Input("segments", "N T", DType.Int64), Input("padding", "N T", DType.Bool)]
[Embedding(2, "d", From = "segments", Name = "segment")]
[Embedding("vocab", "d", PaddingIndex = 0, From = "tokens", Name = "token")]
[Add("segment"), PositionEmbedding("positions", Name = "position")]
[LayerNorm(Eps = 1e-12, Name = "norm"), Dropout("dropout")]
[TransformerEncoder("heads", "layers", FeedForward = "4*d", Activation = Activation.GELU, Dropout = "dropout", Eps = 1e-12, KeyPadding = "padding", Name = "encoder")]
[Initialize("token.*, segment.*, position.*", Init.Normal, Std = 0.02)]
public partial class BertEncoder;
