namespace NeuralDsl.Architectures;

/// <summary>The encoder and decoder of "Attention Is All You Need" (Vaswani et al., 2017), base model, as PyTorch's nn.Transformer builds it.</summary>
[Model]
[Hyper("layers", 6), Hyper("heads", 8), Hyper("d", 512), Hyper("hidden", 2048)]
[Input("source", "N S d"), Input("target", "N T d")]
[Transformer("target", "heads", EncoderLayers = "layers", DecoderLayers = "layers", FeedForward = "hidden", Name = "transformer")]
public partial class TransformerBase;
