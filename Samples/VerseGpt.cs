namespace NeuralDsl.Samples;

/// <summary>Writes verses in the manner of the King James Bible: a small GPT-2.</summary>
/// <remarks>
/// With vocab=50257, positions=1024, layers=12, heads=12 and d=768 it is GPT-2 small, with 124,439,808 parameters. What a layer adds begins smaller the more layers
/// there are: residual is 0.02/√(2·layers).
/// </remarks>
[Model]
[Hyper("vocab", 1024), Hyper("positions", 64), Hyper("layers", 4), Hyper("heads", 4), Hyper("d", 128), Hyper("dropout", 0.0), Hyper("residual", 0.007)]
[Input("tokens", "N T", DType.Int64)]
[Embedding("vocab", "d", Name = "wte"), PositionEmbedding("positions", Name = "wpe"), Dropout("dropout")]
[Block<GptLayer>(Repeat = "layers", Name = "h")]
[LayerNorm(Name = "ln_f"), Linear("vocab", Bias = false, Tie = "wte", Name = "lm_head")]
[Initialize("*.weight, *_weight", Init.Normal, Std = 0.02, Except = "*ln_*"), Initialize("*bias", Init.Zeros)]
[Initialize("*.c_proj.weight, *.out_proj.weight", Init.Normal, Std = "residual")]
[CrossEntropyLoss(Target = "tokens", Shift = 1)]
[AdamW(2e-3, WeightDecay = 0.1), Warmup(100), CosineAnnealingLR(Every = TrainingUnit.Step), ClipGradNorm(1.0)]
[Training(Epochs = 6)]
public partial class VerseGpt;

/// <summary>A transformer layer that normalizes first and sees no later token.</summary>
[Model]
[Hyper("d", 128), Hyper("heads", 4), Hyper("dropout", 0.0)]
[Input("x", "N T d")]
[LayerNorm(Name = "ln_1"), SelfAttention("heads", Causal = true, Dropout = "dropout", Name = "attn"), Dropout("dropout"), Add("x", Name = "attended")]
[LayerNorm(Name = "ln_2"), Linear("4*d", Name = "c_fc"), GELU(Approximate = Approximation.Tanh)]
[Linear("d", Name = "c_proj"), Dropout("dropout"), Add("attended")]
public partial class GptLayer;
