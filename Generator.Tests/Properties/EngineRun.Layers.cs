using NeuralDsl.Collections;
using NeuralDsl.Declaration;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl.Generator.Tests.Properties;

/// <content>What each layer does.</content>
internal sealed partial class EngineRun
{
    private Tensor Apply(Tensor x) => layer.Name switch
    {
        "Linear" when layer.Text("Tie") is { } owner => Tied(x, owner),
        "Linear" => Module(() => nn.Linear(layer.Get("In") is null ? x.shape[^1] : Size("In"), Size("outFeatures"), Flag("Bias"))).call(x),
        "Embedding" => Embed(x),
        "Conv1d" => Module(() => nn.Conv1d(Channels(x, 1), Size("outChannels"), Size("kernel"), Size("Stride", 1), Size("Padding", 0), Size("Dilation", 1), groups: Size("Groups", 1), bias: Flag("Bias"))).call(x),
        "Conv2d" => Module(() => nn.Conv2d(Channels(x, 2), Size("outChannels"), Size("kernel"), Size("Stride", 1), Size("Padding", 0), Size("Dilation", 1), groups: Size("Groups", 1), bias: Flag("Bias"))).call(x),
        "BatchNorm1d" => Module(() => nn.BatchNorm1d(x.shape[1], affine: Flag("Affine"))).call(x),
        "BatchNorm2d" => Module(() => nn.BatchNorm2d(x.shape[1], affine: Flag("Affine"))).call(x),
        "MaxPool1d" => nn.functional.max_pool1d(Batched(x, 1), Size("kernel"), Stride(), Size("Padding", 0)),
        "MaxPool2d" => nn.functional.max_pool2d(Batched(x, 2), Size("kernel"), Stride(), Size("Padding", 0)),
        "AvgPool1d" => nn.functional.avg_pool1d(Batched(x, 1), Size("kernel"), Stride(), Size("Padding", 0)),
        "AvgPool2d" => nn.functional.avg_pool2d(Batched(x, 2), Size("kernel"), Stride(), Size("Padding", 0)),
        "AdaptiveAvgPool1d" => nn.functional.adaptive_avg_pool1d(Batched(x, 1), Size("output")),
        "AdaptiveAvgPool2d" => nn.functional.adaptive_avg_pool2d(Batched(x, 2), Size("output")),
        "Dropout" => nn.functional.dropout(Floating(x), Probability(), training: false),
        "ReLU" => nn.functional.relu(Floating(x)),
        "LeakyReLU" => nn.functional.leaky_relu(Floating(x), layer.Get("slope") as double? ?? 0.01),
        "ELU" => nn.functional.elu(Floating(x), layer.Get("alpha") as double? ?? 1),
        "GELU" => nn.functional.gelu(Floating(x)),
        "SiLU" => nn.functional.silu(Floating(x)),
        "Sigmoid" => nn.functional.sigmoid(Floating(x)),
        "Tanh" => nn.functional.tanh(Floating(x)),
        "Softplus" => nn.functional.softplus(Floating(x), layer.Get("beta") as double? ?? 1),
        "Softmax" => nn.functional.softmax(Floating(x), Integer("axis", -1)),
        "LogSoftmax" => nn.functional.log_softmax(Floating(x), Integer("axis", -1)),
        "Flatten" => Axes(x).flatten(Integer("start", 1), Integer("end", -1)),
        "Unsqueeze" => x.unsqueeze(Integer("axis", 0)),
        "Squeeze" => Squeeze(x),
        "Select" => x.select(Integer("axis", 0), Integer("index", 0)),
        "Last" => x.select(1, -1),
        "Slice" => Slice(x),
        "Permute" => Permute(x),
        "Reshape" => x.reshape(Known(SizeText.EvaluateShape(layer.Text("shape") ?? "", Symbol))),
        "Unflatten" => x.unflatten(Integer("axis", 1), Known(SizeText.EvaluateShape(layer.Text("shape") ?? "", Symbol))),
        "Rearrange" => Einops(x, null, repeats: false),
        "Reduce" => Einops(Floating(x), (layer.Get("reduction") as EnumMember)?.Name ?? "Mean", repeats: false),
        "Repeat" => Einops(x, null, repeats: true),
        "Add" => Named("values").Aggregate(x, (sum, other) => Alike(sum, other) + other),
        "Multiply" => Named("values").Aggregate(x, (product, other) => Alike(product, other) * other),
        "MatMul" => MatMul(x, Named("value").Single()),
        "Concat" => cat(OfOneDType(Named("values")), Integer("Axis", 1)),
        "Stack" => stack(OfOneDType(Named("values")), Integer("Axis", 0)),
        var other => throw new EngineException($"no layer '{other}'"),
    };

    /// <summary>A number, or the hyper-parameter that is one.</summary>
    private double Probability() => layer.Text("p") is not { } name ? 0.5
        : model.Hypers.FirstOrDefault(hyper => hyper.Text("name") == name)?.Get("value") as double? ?? throw new EngineException($"no number '{name}'");

    /// <summary>Rows for indices; what the data is, is not the compiler's business, so that an index beyond the last row starts again.</summary>
    private Tensor Embed(Tensor x)
    {
        if (x.dtype != ScalarType.Int64)
            throw new EngineException("indices are Int64");
        return Module(() => nn.Embedding(Size("rows"), Size("dims"))).call(x.remainder(Size("rows")));
    }

    private Tensor Squeeze(Tensor x)
    {
        var axis = Integer("axis", -1);
        if (x.dim() == 0)
            Take("a scalar");
        if (axis < x.dim() && axis >= -x.dim() && x.shape[axis < 0 ? axis + x.dim() : axis] != 1)
            Take("squeeze of an axis that is not 1");
        return x.squeeze(axis);
    }

    private Tensor Slice(Tensor x)
    {
        var (axis, start, end) = (Integer("axis", 0), Integer("start", 0), Integer("end", 1));
        if (axis < x.dim() && axis >= -x.dim() && (end > x.shape[axis < 0 ? axis + x.dim() : axis] || start < 0 || end <= start))
            Take("slice beyond the ends");
        return x.slice(axis, start, end, Integer("Step", 1));
    }

    private Tensor Permute(Tensor x)
    {
        var order = layer.Get("axes") is EquatableArray<long> written ? written : [];
        if (order.Any(axis => axis < 0))
            Take("axes counted from the last");
        return x.permute([.. order]);
    }

    private Tensor Einops(Tensor x, string? reduction, bool repeats)
    {
        var sizes = (layer.Text("sizes") ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(size => size.Split('='))
            .ToDictionary(pair => pair[0], pair => pair.Length == 2 ? SizeText.Evaluate(pair[1], Symbol) : throw new EngineException("a size has a name"));
        return EinopsReference.Apply(x, layer.Text("pattern") ?? "", sizes, reduction, repeats);
    }

    private Tensor MatMul(Tensor x, Tensor other)
    {
        if (x.dim() < 2 || x.dim() != other.dim() || !x.shape.Take((int)x.dim() - 2).SequenceEqual(other.shape.Take((int)x.dim() - 2)))
            Take("broadcasting");
        return Floating(x).matmul(other);
    }

    /// <summary>Notes what the language leaves out of elementwise joins.</summary>
    private Tensor Alike(Tensor x, Tensor other)
    {
        if (!x.shape.SequenceEqual(other.shape))
            Take("broadcasting");
        _ = OfOneDType([x, other]);
        return x;
    }

    private Tensor[] OfOneDType(Tensor[] tensors)
    {
        if (tensors.Length < 2)
            Take("a join of one value");
        if (tensors.Any(tensor => tensor.dtype != tensors[0].dtype))
            Take("dtypes that differ");
        return tensors;
    }

    private Tensor Floating(Tensor x)
    {
        if (x.dtype != ScalarType.Float32)
            Take("numbers that are not floating point");
        return Axes(x);
    }

    private Tensor Axes(Tensor x)
    {
        if (x.dim() == 0)
            Take("a scalar");
        return x;
    }

    private Tensor Batched(Tensor x, int dimensions)
    {
        _ = Channels(x, dimensions);
        return Floating(x);
    }

    /// <summary>The number of channels, of an image without a batch too, as the engine takes it.</summary>
    private long Channels(Tensor x, int dimensions)
    {
        if (x.dim() != dimensions + 2)
            Take("another number of axes");
        return layer.Get("In") is null ? x.shape[^(dimensions + 1)] : Size("In");
    }
}
