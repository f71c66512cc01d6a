using NeuralDsl.Collections;
using NeuralDsl.Declaration;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl.Generator.Tests.Properties;

/// <summary>
/// A model run layer by layer on the engine, straight from its attributes: what each means is written down here a second time, apart
/// from the compiler. Weights are made at the first run and kept, so that a size that changes between runs fails as it would.
/// </summary>
internal sealed class EngineRun(RandomModel model, IReadOnlyDictionary<string, long> hypers) : IDisposable
{
    private readonly Dictionary<int, nn.Module<Tensor, Tensor>> modules = [];
    private Dictionary<string, Tensor> values = [];
    private AttributeDeclaration layer = null!;
    private int index;

    /// <summary>The sizes of this run.</summary>
    public required Sizes Sizes { get; set; }

    /// <summary>The attribute that runs, or that was refused.</summary>
    public int Index => index;

    /// <summary>Where the engine does what the language refuses on purpose: why, by the attribute's index.</summary>
    public Dictionary<int, string> Liberties { get; } = [];

    /// <summary>The modules by their attribute's index.</summary>
    public IReadOnlyDictionary<int, nn.Module<Tensor, Tensor>> Modules => modules;

    /// <summary>What every layer makes, by its attribute's index.</summary>
    /// <exception cref="Exception">The engine refuses the model at these sizes.</exception>
    public Dictionary<int, Tensor> Run(IReadOnlyDictionary<string, Tensor> inputs)
    {
        Liberties.Clear();
        var training = new List<int>();
        values = new(inputs);
        var outputs = new Dictionary<int, Tensor>();
        var current = model.Inputs.First().Text("name")!;
        for (index = 0; index < model.Attributes.Count; index++)
        {
            layer = model.Attributes[index];
            if (layer.Name == "Hyper" && layer.Get("value") is < 0L)
                Take("a hyper-parameter below 0");
            if (layer.Name is "Model" or "Hyper" or "Input" or "Output")
                continue;
            if (IsLoss(layer) || IsOptimizer(layer))
            {
                training.Add(index);
                continue;
            }
            if (layer.Text("From") is { } from)
            {
                if (layer.Name is "Concat" or "Stack")
                    Take("From where the values are named already");
                current = from;
            }
            var output = Apply(layer.Name is "Concat" or "Stack" ? null! : Value(current));
            if (output.shape.Contains(0))
                Take("an axis of no elements");
            var name = layer.Text("Name") ?? $"#{index}";
            if (!values.TryAdd(name, output))
                throw new EngineException($"'{name}' is there twice");
            outputs.Add(index, output);
            current = name;
        }
        var isTrainable = false;
        foreach (var place in training.OrderBy(place => !IsLoss(model.Attributes[place])))
        {
            index = place;
            layer = model.Attributes[index];
            if (IsLoss(layer))
                isTrainable |= Lose(Value(layer.Text("From") ?? current), layer.Name == "CrossEntropyLoss");
            else if (!isTrainable)
                throw new EngineException("an optimizer takes a loss with a gradient");
        }
        return outputs;
    }

    /// <summary>A tensor for every input.</summary>
    public static Dictionary<string, Tensor> CreateInputs(RandomModel model, Sizes sizes) => model.Inputs.ToDictionary(input => input.Text("name")!, input =>
    {
        var shape = SizeText.EvaluateShape(Sizes.ShapeOf(input), name => sizes[name]);
        return (input.Get("dtype") as EnumMember)?.Name switch
        {
            "Int64" => randint(2, shape, ScalarType.Int64),
            "Bool" => randint(2, shape, ScalarType.Int64).to(ScalarType.Bool),
            _ => rand(shape),
        };
    });

    public void Dispose()
    {
        foreach (var module in modules.Values)
            module.Dispose();
    }

    private Tensor Apply(Tensor x) => layer.Name switch
    {
        "Linear" => Module(() => nn.Linear(layer.Get("In") is null ? x.shape[^1] : Size("In"), Size("outFeatures"), Flag("Bias"))).call(x),
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
        "Dropout" => nn.functional.dropout(Floating(x), 0.5, training: false),
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

    /// <summary>A loss against a target as it takes one.</summary>
    /// <returns>Whether it has a gradient.</returns>
    private static bool Lose(Tensor prediction, bool takesClasses)
    {
        if (prediction.dtype != ScalarType.Float32)
            throw new EngineException("a loss is differentiated");
        if (!takesClasses)
            return prediction.requires_grad;
        if (prediction.dim() < 2)
            throw new EngineException("logits have a class axis");
        var logits = prediction.flatten(0, -2);
        return nn.functional.cross_entropy(logits, zeros(logits.shape[0], ScalarType.Int64)).requires_grad;
    }

    public static bool IsOptimizer(AttributeDeclaration attribute) => attribute.Name is "SGD" or "Adam" or "AdamW";

    private static bool IsLoss(AttributeDeclaration attribute) => attribute.Name.EndsWith("Loss", StringComparison.Ordinal);

    private Tensor Squeeze(Tensor x)
    {
        var axis = Integer("axis", -1);
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

    private nn.Module<Tensor, Tensor> Module(Func<nn.Module<Tensor, Tensor>> create)
    {
        if (modules.TryGetValue(index, out var known))
            return known;
        var module = create();
        module.eval();
        return modules[index] = module;
    }

    private long? Stride() => layer.Get("Stride") is null ? null : Size("Stride");

    private long Size(string name, long fallback = 0) => layer.Get(name) switch
    {
        long number => number,
        string text => SizeText.Evaluate(text, hyper => hypers.TryGetValue(hyper, out var value) ? value : throw new EngineException($"no hyper-parameter '{hyper}'")),
        null => fallback,
        var other => throw new EngineException($"{other} is no size"),
    };

    private long[] Known(long[] sizes) => sizes.All(size => size > 0) ? sizes : throw new EngineException("a size is below 1");

    private long Symbol(string name) => Sizes[name];

    private long Integer(string name, long fallback) => layer.Get(name) as long? ?? fallback;

    private bool Flag(string name) => layer.Get(name) as bool? ?? true;

    private Tensor[] Named(string argument) => [.. (layer.Text(argument) ?? "").Split(',').Select(name => Value(name.Trim()))];

    private Tensor Value(string name) => values.TryGetValue(name, out var value) ? value : throw new EngineException($"no value '{name}'");

    private void Take(string liberty) => Liberties.TryAdd(index, liberty);
}
