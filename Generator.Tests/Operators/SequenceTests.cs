using NeuralDsl.Generator.Tests.Harness;
using NeuralDsl.Generator.Tests.Parity;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl.Generator.Tests.Operators;

/// <summary>Layers of sequence models: what they refuse, and what numbers alone do not show.</summary>
public class SequenceTests
{
    /// <summary>A mistake is one fault, at the argument where there is one.</summary>
    [Theory]
    [InlineData("LSTM(6)", "N 5", "NDSL1101", null)]
    [InlineData("LSTM(6)", "Int64 N T 5", "NDSL1102", null)]
    [InlineData("LSTM(6)", "N T F", "NDSL1204", null)]
    [InlineData("LSTM(6, In = 4)", "N T 5", "NDSL1203", "In")]
    [InlineData("LSTM(6, State = \"y\")", "N T 5, N 1 6", "NDSL0202", "State")]
    [InlineData("LSTM(6, State = \"y, z\")", "N T 5, N 1 6, N 2 6", "NDSL1213", "State")]
    [InlineData("GRU(6, State = \"y\")", "N T 5, 1 N 6", "NDSL1208", null)]
    [InlineData("GRU(0)", "N T 5", "NDSL0202", "hidden")]
    [InlineData("RNN(6, RecurrentDropout = 1.5)", "N T 5", "NDSL0202", "RecurrentDropout")]
    [InlineData("GRUCell(6)", "N T 5", "NDSL1101", null)]
    [InlineData("LSTMCell(6, State = \"y, y\")", "N 5, N 5", "NDSL1213", "State")]
    [InlineData("Embedding(11, 4)", "N T", "NDSL1102", null)]
    [InlineData("Embedding(11, 4, PaddingIndex = 11)", "Int64 N T", "NDSL0202", "PaddingIndex")]
    [InlineData("Embedding(11, 4, PaddingIndex = -12)", "Int64 N T", "NDSL0202", "PaddingIndex")]
    [InlineData("Embedding(11, 4, MaxNorm = 0)", "Int64 N T", "NDSL0202", "MaxNorm")]
    [InlineData("EmbeddingBag(11, 4)", "Int64 N", "NDSL1101", null)]
    [InlineData("EmbeddingBag(11, 4, Mode = Reduction.Min)", "Int64 N T", "NDSL0202", "Mode")]
    [InlineData("EmbeddingBag(11, 4, Mode = Reduction.Max, Sparse = true)", "Int64 N T", "NDSL0202", "Sparse")]
    [InlineData("EmbeddingBag(11, 4, Weights = \"y\")", "Int64 N T, N T", "NDSL0202", "Weights")]
    [InlineData("EmbeddingBag(11, 4, Mode = Reduction.Sum, Weights = \"y\")", "Int64 N 4, N 5", "NDSL1213", "Weights")]
    [InlineData("PositionEmbedding(4)", "N 5 8", "NDSL0202", "positions")]
    [InlineData("PositionEmbedding(5, Offset = 1)", "N 5 8", "NDSL0202", "positions")]
    [InlineData("SinusoidalPositionEncoding", "N T 5", "NDSL1209", null)]
    [InlineData("RotaryEmbedding", "6", "NDSL1101", null)]
    [InlineData("ScaledDotProductAttention(\"y, y\")", "N 2 T 6, N 2 S 4", "NDSL1213", "keyAndValue")]
    [InlineData("ScaledDotProductAttention(\"y, y\")", "N 6 T 4, N 2 S 4", "NDSL1213", "keyAndValue")]
    [InlineData("ScaledDotProductAttention(\"y, y\", EnableGqa = true)", "N 6 T 4, N 4 S 4", "NDSL1209", "keyAndValue")]
    [InlineData("SelfAttention(3)", "N T 8", "NDSL1209", "heads")]
    [InlineData("SelfAttention(3, Width = 8)", "N T 9", "NDSL1209", "heads")]
    [InlineData("SelfAttention(4, KeyValueHeads = 3)", "N T 8", "NDSL0202", "KeyValueHeads")]
    [InlineData("SelfAttention(2, Rotary = true)", "N T 6", "NDSL0202", "heads")]
    [InlineData("SelfAttention(2, Projections = \"q, k, v\")", "N T 8", "NDSL0202", "Projections")]
    [InlineData("SelfAttention(2, KeyPadding = \"y\")", "N T 8, N T", "NDSL1213", "KeyPadding")]
    [InlineData("SelfAttention(2, KeyPadding = \"y\")", "N 5 8, Bool N 4", "NDSL1213", "KeyPadding")]
    [InlineData("SelfAttention(2, Mask = \"y\")", "N T 8, Bool N 3 T T", "NDSL1213", "Mask")]
    [InlineData("SelfAttention(2, Mask = \"y, y\")", "N T 8, Bool T T", "NDSL0202", "Mask")]
    [InlineData("SelfAttention(2, AddBias = \"y\")", "N T 8, Bool T T", "NDSL1213", "AddBias")]
    [InlineData("SelfAttention(2, Mask = \"mask\")", "N T 8", "NDSL0101", "Mask")]
    [InlineData("CrossAttention(\"y\", 2, Causal = true)", "N 5 8, N 4 8", "NDSL0202", "Causal")]
    [InlineData("CrossAttention(\"y\", 2)", "N T 8, N 8", "NDSL1213", "memory")]
    [InlineData("MultiheadAttention(\"y\", 2)", "N T 8, N S 8", "NDSL0202", "keyAndValue")]
    [InlineData("MultiheadAttention(\"y, z\", 2)", "N T 8, N 4 8, N 5 8", "NDSL1213", "keyAndValue")]
    [InlineData("TransformerEncoderLayer(3)", "N T 8", "NDSL1209", "heads")]
    [InlineData("TransformerEncoder(2, 0)", "N T 8", "NDSL0202", "layers")]
    [InlineData("TransformerDecoderLayer(\"y\", 2)", "N T 8, N S 6", "NDSL1213", "memory")]
    [InlineData("Transformer(\"y\", 2, TargetMask = \"z\")", "N 4 8, N 5 8, 4 4", "NDSL1213", "TargetMask")]
    public void A_mistake_is_one_fault_at_its_argument(string layer, string inputs, string id, string? argument)
    {
        var fault = Assert.Single(CompiledSource.Check(new ParityRow(layer, inputs, "").Declare("Net")).Faults);
        Assert.Equal((id, argument), (fault.Descriptor.Id, fault.Location.Argument));
    }

    /// <summary>A shared layer is one module, so that its other arguments are the same too.</summary>
    [Theory]
    [InlineData("SelfAttention(2, Causal = true, Name = \"a\"), SelfAttention(2, Share = \"a\")", "N T 8", false)]
    [InlineData("SelfAttention(2, Name = \"a\"), SelfAttention(4, Share = \"a\")", "N T 8", false)]
    [InlineData("SelfAttention(2, Name = \"a\"), SelfAttention(2, KeyPadding = \"y\", Share = \"a\")", "N T 8, Bool N T", true)]
    [InlineData("RNN(8, Name = \"a\"), RNN(8, Nonlinearity = Nonlinearity.ReLU, Share = \"a\")", "N T 8", false)]
    [InlineData("Conv1d(8, 3, Name = \"a\"), Conv1d(8, 3, Stride = 2, Share = \"a\")", "N 8 30", false)]
    public void A_shared_layer_has_the_same_arguments(string layers, string inputs, bool canShare) =>
        Assert.Equal(canShare ? [] : ["NDSL1216"], CompiledSource.Check(new ParityRow(layers, inputs, "").Declare("Net")).Faults.Select(fault => fault.Descriptor.Id));

    /// <summary>Sizes that only the data or a hyper-parameter decides are checked when they are known.</summary>
    [Fact]
    public void Conditions_are_checked_when_their_sizes_are_known()
    {
        var source = CompiledSource.Load("global using NeuralDsl;", new ParityRow(
            "Hyper(\"heads\", 2), Hyper(\"positions\", 6), PositionEmbedding(\"positions\", Offset = 1), SelfAttention(\"heads\", Rotary = true)", "N T 8", "").Declare("Net"));
        nn.Module<Tensor, Tensor> Create(long heads) => (nn.Module<Tensor, Tensor>)Activator.CreateInstance(source.Type("Net"), heads, 6L, null, null)!;
        Assert.Contains("8 % heads == 0", Assert.ThrowsAny<Exception>(() => Create(3)).InnerException!.Message);
        using var model = Create(4);
        using var longest = model.call(rand(2, 5, 8));
        Assert.Equal("Net: PositionEmbedding needs positions >= T+1, but positions = 6, T = 6.", Assert.Throws<ArgumentException>(() => model.call(rand(2, 6, 8))).Message);
    }

    /// <summary>A mask that may be absent is none.</summary>
    [Theory]
    [InlineData("SelfAttention(2, KeyPadding = \"mask\")", "")]
    [InlineData("SelfAttention(2, Mask = \"mask\", NeedWeights = true)", "")]
    [InlineData("TransformerEncoder(2, 2, FeedForward = 6, Dropout = 0, KeyPadding = \"mask\", Causal = true)", "")]
    [InlineData("Transformer(\"x\", 2, FeedForward = 6, Dropout = 0, EncoderLayers = 1, DecoderLayers = 1, SourceKeyPadding = \"mask\")", "")]
    [InlineData("ScaledDotProductAttention(\"heads, heads\", Mask = \"mask\", From = \"heads\")", "Unsqueeze(1, Name = \"heads\"), ")]
    public void A_mask_may_be_absent(string layer, string before)
    {
        var shape = layer.Contains("KeyPadding", StringComparison.Ordinal) ? "N T" : "T T";
        dynamic model = CompiledSource.Load($"""
            global using NeuralDsl;

            [Model]
            [Input("x", "N T 8"), Input("mask", "{shape}", DType.Bool, Optional = true)]
            [{before}{layer}]
            public partial class Net;
            """).Create("Net");
        using var scope = NewDisposeScope();
        var x = rand(2, 5, 8);
        // What hides nothing, and something: the function without projections reads a mask the other way round.
        var nothing = layer.StartsWith("Scaled", StringComparison.Ordinal) ? ones([5, 5], dtype: ScalarType.Bool) : zeros(shape == "N T" ? [2, 5] : [5, 5], dtype: ScalarType.Bool);
        var something = nothing.clone();
        using var last = something.select(1, 4);
        last.logical_not_();
        Tensor without = model.Predict(x), with = model.Predict(x, nothing), hidden = model.Predict(x, something);
        Assert.True(without.allclose(with, 1e-5, 1e-6));
        Assert.False(without.allclose(hidden, 1e-5, 1e-6));
    }

    [Theory]
    [InlineData("Embedding(11, 4, Sparse = true)")]
    [InlineData("EmbeddingBag(11, 4, Mode = Reduction.Sum, Sparse = true)")]
    public void A_gradient_may_be_sparse(string layer)
    {
        using var model = CompiledSource.Load("global using NeuralDsl;", new ParityRow(layer, "Int64 N T", "").Declare("Net")).CreateModel("Net");
        using var tokens = tensor(new long[] { 1, 2, 2 }, [1, 3]);
        using var y = model.call(tokens);
        using var sum = y.sum();
        sum.backward();
        Assert.True(model.parameters().Single().grad!.is_sparse);
    }

    /// <summary>Every tensor that a layer makes on the way is disposed: only what it returns lives on, and the tables of positions.</summary>
    [Theory]
    [InlineData("LSTM(6, Layers = 2, Bidirectional = true, RecurrentDropout = 0.5, State = \"y, y\")", "N T 8, N 4 6")]
    [InlineData("GRU(6, RecurrentDropout = 0.5)", "N T 8")]
    [InlineData("LSTM(6, Name = \"a\"), Output(\"a.cell\")", "N T 8")]
    [InlineData("LSTMCell(6)", "N 8")]
    [InlineData("PositionEmbedding(9)", "N T 8")]
    [InlineData("SinusoidalPositionEncoding", "N T 8")]
    [InlineData("SelfAttention(2, Rotary = true, Dropout = 0.1, Causal = true)", "N T 8")]
    [InlineData("SelfAttention(2, NeedWeights = true, Mask = \"y\")", "N T 8, T T")]
    [InlineData("SelfAttention(4, KeyValueHeads = 2, KeyPadding = \"y\", Causal = true)", "N T 8, Bool 0..1 N T")]
    [InlineData("Transformer(\"y\", 2, EncoderLayers = 2, DecoderLayers = 2, FeedForward = 6, MemoryKeyPadding = \"z\")", "N T 8, N T 8, Bool 0..1 N T")]
    public void Nothing_is_left_behind(string layer, string inputs)
    {
        var row = new ParityRow(layer, inputs, "");
        using var model = (nn.Module)CompiledSource.Load("global using NeuralDsl;", row.Declare("Net")).Create("Net");
        object[] inputTensors = [.. row.InputTensors.Select(tensor => tensor.Create(row.SizeOf, new(1)))];
        void Run() => ((Tensor)model.GetType().GetMethod("forward")!.Invoke(model, inputTensors)!).Dispose();
        Run();
        // Of this thread: other tests run beside this one.
        var tensors = DisposeScopeManager.Statistics.TensorStatistics;
        var before = tensors.ThreadTotalLiveCount;
        Run();
        Assert.Equal(before, tensors.ThreadTotalLiveCount);
    }

    /// <summary>What a layer keeps for the backward pass is more than what it returns.</summary>
    [Theory]
    [InlineData("LSTM(6, Layers = 2, Bidirectional = true)", "N T 5", "144*N*T")]
    [InlineData("GRUCell(6)", "N 5", "24*N")]
    [InlineData("SelfAttention(4)", "N T 16", "4*N*T*T+80*N*T")]
    [InlineData("ScaledDotProductAttention(\"y, y\")", "N 2 T 6, N 2 S 6", "2*N*S*T+12*N*T")]
    [InlineData("TransformerEncoder(2, 3, FeedForward = 6, Dropout = 0, FinalNorm = true)", "N T 8", "6*N*T*T+284*N*T")]
    [InlineData("TransformerDecoderLayer(\"y\", 2, FeedForward = 6)", "N T 8, N S 8", "2*N*S*T+2*N*T*T+16*N*S+162*N*T")]
    public void Activations_are_counted(string layer, string inputs, string activations) =>
        Assert.Equal(activations, CompiledSource.Check(new ParityRow(layer, inputs, "").Declare("Net")).Model!.Costs.Activations.Text);

    /// <summary>The projections together, as PyTorch draws them, and biases of zero.</summary>
    [Fact]
    public void Attention_begins_as_in_PyTorch()
    {
        using var scope = NewDisposeScope();
        using var attention = new NeuralDsl.Modules.MultiheadAttention(64, 4);
        var bound = Math.Sqrt(6.0 / (64 + 192));
        Assert.InRange(attention.in_proj_weight!.abs().max().item<float>(), 0.95 * bound, bound);
        Assert.Equal(0, attention.in_proj_bias!.abs().max().item<float>());
        Assert.Equal(0, attention.out_proj.bias!.abs().max().item<float>());
    }
}
