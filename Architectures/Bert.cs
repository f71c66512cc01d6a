namespace NeuralDsl.Architectures;

/// <summary>
/// BERT with its pooler, by default BERT-base (Devlin et al., 2018), with Hugging Face's names. The mask is true where a token is no padding;
/// without one, every token is read.
/// </summary>
[Model]
[Hyper("vocab", 30522), Hyper("positions", 512), Hyper("types", 2), Hyper("layers", 12), Hyper("heads", 12), Hyper("d", 768), Hyper("hidden", 3072), Hyper("dropout", 0.1)]
[Input("tokens", "N T", DType.Int64), Input("segments", "N T", DType.Int64), Input("mask", "N 1 1 T", DType.Bool, Optional = true)]
[Block<BertEmbeddings>(From = "tokens, segments", Name = "embeddings")]
[Block<BertEncoder>(From = "embeddings, mask", Name = "encoder")]
[Block<BertPooler>(Name = "pooler")]
[Output("encoder", "N T d"), Output("pooler", "N d")]
public partial class Bert;

/// <summary>Vectors of tokens, positions and segments, added and normalized.</summary>
[Model]
[Hyper("vocab", 30522), Hyper("positions", 512), Hyper("types", 2), Hyper("d", 768), Hyper("dropout", 0.1)]
[Input("tokens", "N T", DType.Int64), Input("segments", "N T", DType.Int64)]
[Embedding("types", "d", From = "segments", Name = "token_type_embeddings")]
[Embedding("vocab", "d", PaddingIndex = 0, From = "tokens", Name = "word_embeddings")]
[Add("token_type_embeddings"), PositionEmbedding("positions", Name = "position_embeddings")]
[LayerNorm(Eps = 1e-12, Name = "LayerNorm"), Dropout("dropout")]
public partial class BertEmbeddings;

/// <summary>The layers of BERT.</summary>
[Model]
[Hyper("layers", 12), Hyper("heads", 12), Hyper("d", 768), Hyper("hidden", 3072), Hyper("dropout", 0.1)]
[Input("x", "N T d"), Input("mask", "N 1 1 T", DType.Bool, Optional = true)]
[Block<BertLayer>(Repeat = "layers", From = "x, mask", Name = "layer")]
public partial class BertEncoder;

/// <summary>A transformer layer that normalizes last.</summary>
[Model]
[Hyper("heads", 12), Hyper("d", 768), Hyper("hidden", 3072), Hyper("dropout", 0.1)]
[Input("x", "N T d"), Input("mask", "N 1 1 T", DType.Bool, Optional = true)]
[Block<BertAttention>(From = "x, mask", Name = "attention"), Block<BertIntermediate>(Name = "intermediate")]
[Block<BertOutput>("from=hidden", From = "intermediate, attention", Name = "output")]
public partial class BertLayer;

/// <summary>Attention, added to what it takes.</summary>
[Model]
[Hyper("heads", 12), Hyper("d", 768), Hyper("dropout", 0.1)]
[Input("x", "N T d"), Input("mask", "N 1 1 T", DType.Bool, Optional = true)]
[Block<BertSelfAttention>(From = "x, mask", Name = "self")]
[Block<BertOutput>("from=d", From = "self, x", Name = "output")]
public partial class BertAttention;

/// <summary>Attention before its last projection.</summary>
[Model]
[Hyper("heads", 12), Hyper("d", 768), Hyper("dropout", 0.1)]
[Input("x", "N T d"), Input("mask", "N 1 1 T", DType.Bool, Optional = true)]
[Linear("d", From = "x", Name = "query"), Rearrange("n t (h e) -> n h t e", "h=heads", Name = "q")]
[Linear("d", From = "x", Name = "key"), Rearrange("n t (h e) -> n h t e", "h=heads", Name = "k")]
[Linear("d", From = "x", Name = "value"), Rearrange("n t (h e) -> n h t e", "h=heads", Name = "v")]
[ScaledDotProductAttention("k, v", Mask = "mask", Dropout = "dropout", From = "q"), Rearrange("n h t e -> n t (h e)")]
public partial class BertSelfAttention;

/// <summary>The first linear layer after the attention.</summary>
[Model]
[Hyper("d", 768), Hyper("hidden", 3072)]
[Input("x", "N T d")]
[Linear("hidden", Name = "dense"), GELU]
public partial class BertIntermediate;

/// <summary>A linear layer, added to the residual and normalized.</summary>
[Model]
[Hyper("from", 3072), Hyper("d", 768), Hyper("dropout", 0.1)]
[Input("x", "N T from"), Input("residual", "N T d")]
[Linear("d", From = "x", Name = "dense"), Dropout("dropout"), Add("residual"), LayerNorm(Eps = 1e-12, Name = "LayerNorm")]
public partial class BertOutput;

/// <summary>What stands for the whole text: of the first token.</summary>
[Model]
[Hyper("d", 768)]
[Input("x", "N T d")]
[Select(1, 0), Linear("d", Name = "dense"), Tanh]
public partial class BertPooler;
