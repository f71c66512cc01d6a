using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl.Benchmarks.HandWritten;

/// <summary>TorchSharp's encoder layer takes no epsilon, so the layers are written out; its attention has the batch second: <c>[T, N, d]</c>.</summary>
internal sealed class BertEncoder : nn.Module<Tensor, Tensor, Tensor, Tensor>
{
    private const double Eps = 1e-12;

    private readonly Embedding segment;
    private readonly Embedding token;
    private readonly Embedding position;
    private readonly LayerNorm norm;
    private readonly Dropout dropout1;
    private readonly Layers encoder;

    public BertEncoder(HyperValues hypers) : base(nameof(BertEncoder))
    {
        var (d, heads, dropout) = (hypers.Get("d", 64L), hypers.Get("heads", 4L), hypers.Get("dropout", 0.1));
        segment = nn.Embedding(2, d);
        token = nn.Embedding(hypers.Get("vocab", 2000L), d, padding_idx: 0);
        position = nn.Embedding(hypers.Get("positions", 48L), d);
        norm = nn.LayerNorm(d, Eps);
        dropout1 = nn.Dropout(dropout);
        encoder = new(hypers.Get("layers", 2L), d, heads, dropout);
        RegisterComponents();
    }

    /// <summary>The weights of the words, <c>[vocab, d]</c>.</summary>
    public Tensor Words => token.weight!;

    /// <summary>What each word of <c>[N, T]</c> means: <c>[T, N, d]</c>.</summary>
    public override Tensor forward(Tensor tokens, Tensor segments, Tensor padding)
    {
        var x = token.call(tokens.t()) + segment.call(segments.t()) + position.weight!.narrow(0, 0, tokens.size(1)).unsqueeze(1);
        return encoder.call(dropout1.call(norm.call(x)), padding);
    }

    private sealed class Layers : nn.Module<Tensor, Tensor, Tensor>
    {
        private readonly ModuleList<Layer> layers;

        public Layers(long count, long d, long heads, double dropout) : base(nameof(Layers))
        {
            layers = nn.ModuleList([.. Enumerable.Range(0, (int)count).Select(_ => new Layer(d, heads, dropout))]);
            RegisterComponents();
        }

        public override Tensor forward(Tensor x, Tensor padding)
        {
            foreach (var layer in layers)
                x = layer.call(x, padding);
            return x;
        }
    }

    private sealed class Layer : nn.Module<Tensor, Tensor, Tensor>
    {
        private readonly MultiheadAttention self_attn;
        private readonly Linear linear1;
        private readonly Dropout dropout;
        private readonly Linear linear2;
        private readonly LayerNorm norm1;
        private readonly LayerNorm norm2;
        private readonly Dropout dropout1;
        private readonly Dropout dropout2;

        public Layer(long d, long heads, double dropout) : base(nameof(Layer))
        {
            self_attn = nn.MultiheadAttention(d, heads, dropout);
            linear1 = nn.Linear(d, 4 * d);
            this.dropout = nn.Dropout(dropout);
            linear2 = nn.Linear(4 * d, d);
            norm1 = nn.LayerNorm(d, Eps);
            norm2 = nn.LayerNorm(d, Eps);
            dropout1 = nn.Dropout(dropout);
            dropout2 = nn.Dropout(dropout);
            RegisterComponents();
        }

        public override Tensor forward(Tensor x, Tensor padding)
        {
            x = norm1.call(x + dropout1.call(self_attn.call(x, x, x, padding, need_weights: false).Item1));
            return norm2.call(x + dropout2.call(linear2.call(dropout.call(nn.functional.gelu(linear1.call(x))))));
        }
    }
}
