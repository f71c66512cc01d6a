using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl.Benchmarks.HandWritten;

/// <summary>TorchSharp's attention has the batch second: <c>[T, N, d]</c>.</summary>
internal sealed class VerseGpt : nn.Module<Tensor, Tensor>
{
    private readonly Embedding wte;
    private readonly Embedding wpe;
    private readonly Dropout dropout1;
    private readonly ModuleList<GptLayer> h;
    private readonly LayerNorm ln_f;
    private readonly Tensor later;

    public VerseGpt(long vocab, long positions, int layers, long heads, long d, double dropout) : base(nameof(VerseGpt))
    {
        wte = nn.Embedding(vocab, d);
        wpe = nn.Embedding(positions, d);
        dropout1 = nn.Dropout(dropout);
        h = nn.ModuleList([.. Enumerable.Range(0, layers).Select(_ => new GptLayer(heads, d, dropout))]);
        ln_f = nn.LayerNorm(d);
        later = full(positions, positions, float.NegativeInfinity).triu(1);
        RegisterComponents();
    }

    public static HandWrittenTraining CreateTraining(HyperValues hypers) => new SupervisedTraining<VerseGpt>(
        new(1024, hypers.Get("positions", 64L), (int)hypers.Get("layers", 4L), hypers.Get("heads", 4L), hypers.Get("d", 128L), hypers.Get("dropout", 0.0)),
        (model, batch) =>
        {
            var (logits, tokens) = (model.call(batch[0]), batch[0].t());
            var steps = tokens.size(0) - 1;
            return nn.functional.cross_entropy(logits.narrow(0, 0, steps).flatten(0, 1), tokens.narrow(0, 1, steps).flatten());
        },
        (model, batch) => [model.call(batch[0]).transpose(0, 1)],
        model => optim.AdamW(model.parameters(), 2e-3, weight_decay: 0.1),
        maxNorm: 1.0);

    public override Tensor forward(Tensor tokens)
    {
        var length = tokens.size(1);
        var mask = later.narrow(0, 0, length).narrow(1, 0, length);
        var x = dropout1.call(wte.call(tokens.t()) + wpe.weight!.narrow(0, 0, length).unsqueeze(1));
        foreach (var layer in h)
            x = layer.call(x, mask);
        return nn.functional.linear(ln_f.call(x), wte.weight!);
    }

    internal sealed class GptLayer : nn.Module<Tensor, Tensor, Tensor>
    {
        private readonly LayerNorm ln_1;
        private readonly MultiheadAttention attn;
        private readonly Dropout dropout1;
        private readonly LayerNorm ln_2;
        private readonly Linear c_fc;
        private readonly Linear c_proj;
        private readonly Dropout dropout2;

        public GptLayer(long heads, long d, double dropout) : base(nameof(GptLayer))
        {
            ln_1 = nn.LayerNorm(d);
            attn = nn.MultiheadAttention(d, heads, dropout);
            dropout1 = nn.Dropout(dropout);
            ln_2 = nn.LayerNorm(d);
            c_fc = nn.Linear(d, 4 * d);
            c_proj = nn.Linear(4 * d, d);
            dropout2 = nn.Dropout(dropout);
            RegisterComponents();
        }

        public override Tensor forward(Tensor x, Tensor mask)
        {
            var y = ln_1.call(x);
            x = x + dropout1.call(attn.call(y, y, y, need_weights: false, attn_mask: mask).Item1);
            return x + dropout2.call(c_proj.call(Gelu(c_fc.call(ln_2.call(x)))));
        }

        /// <summary>With a hyperbolic tangent, which TorchSharp's own does not have.</summary>
        private static Tensor Gelu(Tensor x) => 0.5 * x * (1 + (Math.Sqrt(2 / Math.PI) * (x + 0.044715 * x.pow(3))).tanh());
    }
}
