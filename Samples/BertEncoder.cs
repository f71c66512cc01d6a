namespace NeuralDsl.Samples;

/// <summary>
/// The encoder of BERT (Devlin et al., 2018) with its pooler: small by default, BERT-base with <c>vocab=30522, positions=512, d=768, heads=12, layers=12</c>.
/// What reads a text is <c>[N,T,d]</c>, and <c>pooled</c>, which stands for the whole of it, is made of the first token.
/// </summary>
[Model]
[Hyper("vocab", 2000), Hyper("positions", 48), Hyper("d", 64), Hyper("heads", 4), Hyper("layers", 2), Hyper("dropout", 0.1)]
[Input("tokens", "N T", DType.Int64), Input("segments", "N T", DType.Int64), Input("padding", "N T", DType.Bool)]
[Embedding(2, "d", From = "segments", Name = "segment")]
[Embedding("vocab", "d", PaddingIndex = 0, From = "tokens", Name = "token")]
[Add("segment"), PositionEmbedding("positions", Name = "position")]
[LayerNorm(Eps = 1e-12, Name = "norm"), Dropout("dropout")]
[TransformerEncoder("heads", "layers", FeedForward = "4*d", Activation = Activation.GELU, Dropout = "dropout", Eps = 1e-12, KeyPadding = "padding", Name = "encoder")]
[Select(1, 0), Linear("d", Name = "pooler"), Tanh(Name = "pooled")]
[Initialize("token.*, segment.*, position.*", Init.Normal, Std = 0.02)]
[Output("encoder"), Output("pooled")]
public partial class BertEncoder;
