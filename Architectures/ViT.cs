namespace NeuralDsl.Architectures;

/// <summary>
/// Vision transformer, by default ViT-B/16 (Dosovitskiy et al., 2020), with torchvision's names. A layer has a name of its own there, so there are at
/// most 12.
/// </summary>
[Model]
[Hyper("size", 224), Hyper("patch", 16), Hyper("layers", 12), Hyper("heads", 12), Hyper("d", 768), Hyper("hidden", 3072), Hyper("classes", 1000)]
[Input("image", "N C=3 H=size W=size")]
[Parameter("class_token", "1 1 d")]
[Conv2d("d", "patch", Stride = "patch", Name = "conv_proj"), Rearrange("n d h w -> n (h w) d", Name = "patches")]
[Repeat("1 1 d -> n 1 d", "n=N", From = "class_token", Name = "token"), Concat("token, patches")]
[Block<ViTEncoder>("tokens=(size/patch)*(size/patch)+1", Name = "encoder"), Select(1, 0)]
[Block<ViTHeads>(Name = "classifier", Key = "heads")]
public partial class ViT;

/// <summary>The layers of a vision transformer, after the positions are added.</summary>
[Model]
[Hyper("tokens", 197), Hyper("layers", 12), Hyper("heads", 12), Hyper("d", 768), Hyper("hidden", 3072)]
[Input("x", "N tokens d")]
[Parameter("pos_embedding", "1 tokens d", Init = Init.Normal)]
[Add("pos_embedding"), Block<ViTLayers>(Name = "stack", Key = "layers"), LayerNorm(Eps = 1e-6, Name = "ln")]
public partial class ViTEncoder;

/// <summary>As many of twelve layers as there are.</summary>
[Model]
[Hyper("layers", 12), Hyper("heads", 12), Hyper("d", 768), Hyper("hidden", 3072)]
[Input("x", "N T d")]
[Block<ViTLayer>(Name = "encoder_layer_0")]
[Block<ViTLayer>(If = "layers > 1", Name = "encoder_layer_1")]
[Block<ViTLayer>(If = "layers > 2", Name = "encoder_layer_2")]
[Block<ViTLayer>(If = "layers > 3", Name = "encoder_layer_3")]
[Block<ViTLayer>(If = "layers > 4", Name = "encoder_layer_4")]
[Block<ViTLayer>(If = "layers > 5", Name = "encoder_layer_5")]
[Block<ViTLayer>(If = "layers > 6", Name = "encoder_layer_6")]
[Block<ViTLayer>(If = "layers > 7", Name = "encoder_layer_7")]
[Block<ViTLayer>(If = "layers > 8", Name = "encoder_layer_8")]
[Block<ViTLayer>(If = "layers > 9", Name = "encoder_layer_9")]
[Block<ViTLayer>(If = "layers > 10", Name = "encoder_layer_10")]
[Block<ViTLayer>(If = "layers > 11", Name = "encoder_layer_11")]
public partial class ViTLayers;

/// <summary>A transformer layer that normalizes first.</summary>
[Model]
[Hyper("heads", 12), Hyper("d", 768), Hyper("hidden", 3072)]
[Input("x", "N T d")]
[LayerNorm(Eps = 1e-6, Name = "ln_1"), SelfAttention("heads", Name = "self_attention"), Add("x", Name = "attended")]
[LayerNorm(Eps = 1e-6, Name = "ln_2"), Block<ViTMlp>(Name = "mlp"), Add("attended")]
public partial class ViTLayer;

/// <summary>The linear layers after the attention.</summary>
[Model]
[Hyper("d", 768), Hyper("hidden", 3072)]
[Input("x", "N T d")]
[Linear("hidden", Key = "0"), GELU, Linear("d", Key = "3")]
public partial class ViTMlp;

/// <summary>The last layer of a vision transformer.</summary>
[Model]
[Hyper("d", 768), Hyper("classes", 1000)]
[Input("x", "N d")]
[Linear("classes", Name = "head")]
public partial class ViTHeads;
