namespace NeuralDsl.Architectures;

/// <summary>GPT-2, by default the small one (Radford et al., 2019), with Hugging Face's names. The head has the weights of the tokens' vectors.</summary>
[Model]
[Hyper("vocab", 50257), Hyper("positions", 1024), Hyper("layers", 12), Hyper("heads", 12), Hyper("d", 768), Hyper("dropout", 0.1)]
[Input("tokens", "N T", DType.Int64)]
[Embedding("vocab", "d", Name = "wte"), PositionEmbedding("positions", Name = "wpe"), Dropout("dropout")]
[Block<Gpt2Layer>(Repeat = "layers", Name = "h"), LayerNorm(Name = "ln_f")]
[Linear("vocab", Bias = false, Tie = "wte", Name = "lm_head")]
public partial class Gpt2;

/// <summary>A transformer layer that normalizes first and sees no later token.</summary>
[Model]
[Hyper("heads", 12), Hyper("d", 768), Hyper("dropout", 0.1)]
[Input("x", "N T d")]
[LayerNorm(Name = "ln_1"), Block<Gpt2Attention>(Name = "attn"), Add("x", Name = "attended")]
[LayerNorm(Name = "ln_2"), Block<Gpt2Mlp>(Name = "mlp"), Add("attended")]
public partial class Gpt2Layer;

/// <summary>Attention whose queries, keys and values are one linear layer.</summary>
[Model]
[Hyper("heads", 12), Hyper("d", 768), Hyper("dropout", 0.1)]
[Input("x", "N T d")]
[Block<TransposedLinear>("from=d, features=3*d", Name = "c_attn"), Rearrange("n t (k h e) -> k n h t e", "k=3, h=heads", Name = "qkv")]
[Select(0, 0, From = "qkv", Name = "q"), Select(0, 1, From = "qkv", Name = "k"), Select(0, 2, From = "qkv", Name = "v")]
[ScaledDotProductAttention("k, v", Causal = true, Dropout = "dropout", From = "q"), Rearrange("n h t e -> n t (h e)")]
[Block<TransposedLinear>("from=d, features=d", Name = "c_proj"), Dropout("dropout")]
public partial class Gpt2Attention;

/// <summary>The linear layers after the attention.</summary>
[Model]
[Hyper("d", 768), Hyper("dropout", 0.1)]
[Input("x", "N T d")]
[Block<TransposedLinear>("from=d, features=4*d", Name = "c_fc"), GELU(Approximate = Approximation.Tanh)]
[Block<TransposedLinear>("from=4*d, features=d", Name = "c_proj"), Dropout("dropout")]
public partial class Gpt2Mlp;

/// <summary>A linear layer whose weight is stored as [from, features], as GPT-2's are.</summary>
[Model]
[Hyper("from", 768), Hyper("features", 768)]
[Input("x", "N T from")]
[Parameter("weight", "from features", Init = Init.Normal), Parameter("bias", "features")]
[Unsqueeze(0, From = "bias", Name = "row")]
[Reshape("N*T from", From = "x"), MatMul("weight"), Add("row"), Reshape("N T features")]
public partial class TransposedLinear;
