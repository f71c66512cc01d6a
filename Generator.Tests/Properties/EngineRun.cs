using NeuralDsl.Declaration;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl.Generator.Tests.Properties;

/// <summary>
/// A model run layer by layer on the engine, straight from its attributes: what each means is written down here a second time, apart
/// from the compiler. Weights are made at the first run and kept, so that a size that changes between runs fails as it would.
/// </summary>
internal sealed partial class EngineRun : IDisposable
{
    /// <summary>The layers that can be left out: those that are there as a whole.</summary>
    private static readonly HashSet<string> NeedingMore =
    [
        "Add", "Multiply", "MatMul", "Concat", "Stack", "Rearrange", "Reduce", "Repeat", "Reshape", "Unflatten",
    ];

    private readonly RandomModel model;
    private readonly string owner;
    private readonly IReadOnlyDictionary<string, long> hypers;

    /// <summary>Whether the model around this one freezes a parameter of this one.</summary>
    private readonly Func<string, bool> isFrozenAround;

    private readonly Dictionary<int, nn.Module<Tensor, Tensor>> modules = [];
    private readonly Dictionary<int, List<EngineRun>> blocks = [];
    private readonly Dictionary<string, Tensor> parameters = [];
    private readonly HashSet<int> absent = [];
    private Dictionary<string, Tensor> values = [];
    private AttributeDeclaration layer = null!;
    private int index;

    public EngineRun(RandomModel model, IReadOnlyDictionary<string, long> hypers) : this(model, "Net", hypers, [], _ => false)
    {
    }

    private EngineRun(RandomModel model, string owner, IReadOnlyDictionary<string, long> hypers, Dictionary<(string, int), string> liberties, Func<string, bool> isFrozenAround)
    {
        this.model = model;
        this.owner = owner;
        this.hypers = hypers;
        this.isFrozenAround = isFrozenAround;
        Liberties = liberties;
    }

    /// <summary>The sizes of this run.</summary>
    public required Sizes Sizes { get; set; }

    /// <summary>The attribute that runs, or that was refused.</summary>
    public int Index => index;

    /// <summary>Where the engine does what the language refuses on purpose: why, by class and the attribute's index.</summary>
    public Dictionary<(string Class, int Attribute), string> Liberties { get; }

    /// <summary>The modules by their attribute's index, those that share weights with copies of them.</summary>
    public IReadOnlyDictionary<int, nn.Module<Tensor, Tensor>> Modules => modules;

    /// <summary>The runs of blocks by their attribute's index, one a repetition.</summary>
    public IReadOnlyDictionary<int, List<EngineRun>> Blocks => blocks;

    /// <summary>The layers that their condition left out, by their attribute's index.</summary>
    public IReadOnlySet<int> Absent => absent;

    /// <summary>The learned tensors of the model's own by name.</summary>
    public IReadOnlyDictionary<string, Tensor> Parameters => parameters;

    /// <summary>The elements of the parameters that are trained and there.</summary>
    public long TrainableElements => parameters.Values.Where(parameter => parameter.requires_grad).Sum(parameter => parameter.numel())
        + Enumerable.Range(0, model.Attributes.Count).Where(place => !absent.Contains(place) && !Shares(place))
            .Sum(place => modules.TryGetValue(place, out var module) ? module.parameters().Where(parameter => parameter.requires_grad).Sum(parameter => parameter.numel())
                : blocks.TryGetValue(place, out var runs) ? runs.Sum(run => run.TrainableElements) : 0);

    /// <summary>What every layer makes, by its attribute's index.</summary>
    /// <exception cref="Exception">The engine refuses the model at these sizes.</exception>
    public Dictionary<int, Tensor> Run(IReadOnlyDictionary<string, Tensor> inputs)
    {
        if (owner == "Net")
            Liberties.Clear();
        absent.Clear();
        values = new(inputs);
        var outputs = new Dictionary<int, Tensor>();
        var current = model.Inputs.First().Text("name")!;
        for (var place = 0; place < model.Attributes.Count; place++)
        {
            Enter(place);
            if (layer.Name == "Hyper" && layer.Get("value") is < 0L)
                Take("a hyper-parameter below 0");
            if (layer.Name == "Parameter")
                Declare(layer.Text("name")!, CreateParameter());
            if (layer.Name is "Model" or "Hyper" or "Input" or "Output" or "Parameter" or "Freeze" || IsLoss(layer) || IsOptimizer(layer))
                continue;
            var from = layer.Text("From");
            if (from is not null && layer.Name is "Concat" or "Stack")
                Take("From where the values are named already");
            var output = ApplyOrPass(layer.Name is "Concat" or "Stack" ? [] : layer.Name == "Block" ? [.. Split(from ?? current).Select(Value)] : [Value(from ?? current)]);
            Enter(place);
            if (output.shape.Contains(0))
                Take("an axis of no elements");
            current = layer.Text("Name") ?? $"#{index}";
            Declare(current, output);
            outputs.Add(index, output);
        }
        CheckOutputs();
        CheckFreezes();
        Train([.. Enumerable.Range(0, model.Attributes.Count).Where(place => IsLoss(model.Attributes[place]) || IsOptimizer(model.Attributes[place]))], current);
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
        foreach (var run in blocks.Values.SelectMany(runs => runs))
            run.Dispose();
    }

    /// <summary>What the layer makes; where its condition is false what it takes, which must be of the same shape then.</summary>
    private Tensor ApplyOrPass(IReadOnlyList<Tensor> inputs)
    {
        var output = layer.Name == "Block" ? RunBlock(inputs) : Apply(inputs.Count > 0 ? inputs[0] : null!);
        if (layer.Text("Share") is not null && !modules.ContainsKey(index) && !blocks.ContainsKey(index))
            throw new EngineException("a layer without weights shares none");
        if (layer.Text("If") is not { } condition)
            return output;
        if (NeedingMore.Contains(layer.Name) || layer.Get("Tie") is not null || layer.Get("Repeat") is not null || inputs.Count != 1)
            Take("a condition on a layer that is not there as a whole");
        var plain = condition.Split("||").Where(part => !part.Any(char.IsLetter)).ToArray();
        if (plain.Any(IsTrue) || plain.Length == condition.Split("||").Length || condition.Split("||").Any(IsTrivial))
            Take("a condition that no hyper-parameter decides");
        if (IsTrue(condition))
            return output;
        if (inputs.Count == 0 || !output.shape.SequenceEqual(inputs[0].shape) || output.dtype != inputs[0].dtype)
            throw new EngineException("left out, the layer would make another shape");
        absent.Add(index);
        return inputs[0];
    }

    /// <summary>Whether a comparison is of one size with itself.</summary>
    private static bool IsTrivial(string comparison) => comparison.Split(["==", "!=", "<=", ">=", "<", ">"], StringSplitOptions.None) is [var left, var right] && left.Trim() == right.Trim();

    private bool IsTrue(string condition) => condition.Split("||").Any(part =>
    {
        var sign = new[] { "==", "!=", "<=", ">=", "<", ">" }.FirstOrDefault(part.Contains) ?? throw new EngineException($"'{part}' is no comparison");
        var sides = part.Split(sign).Select(side => SizeText.Evaluate(side.Trim(), Hyper)).ToArray();
        var order = sides[0].CompareTo(sides[1]);
        return sign switch { "==" => order == 0, "!=" => order != 0, "<=" => order <= 0, ">=" => order >= 0, "<" => order < 0, _ => order > 0 };
    });

    /// <summary>The declared outputs are layers, each once, of the shapes that they assert; a name that is no size yet stands for any.</summary>
    private void CheckOutputs()
    {
        var seen = new HashSet<string>();
        var free = new Dictionary<string, long>();
        foreach (var place in Places("Output"))
        {
            Enter(place);
            var name = layer.Text("name")!;
            var output = LayerValue(name);
            if (!seen.Add(name))
                throw new EngineException($"'{name}' is an output twice");
            if (layer.Text("shape") is not { } shape)
                continue;
            var axes = SizeText.AxesOf(shape);
            if (axes.Length != output.dim())
                throw new EngineException("the output has another number of axes");
            for (var axis = 0; axis < axes.Length; axis++)
            {
                if (Sizes.IsName(axes[axis]) && Sizes.Find(axes[axis]) is null && free.TryAdd(axes[axis], output.shape[axis]))
                    continue;
                if (SizeText.Evaluate(axes[axis], symbol => free.TryGetValue(symbol, out var size) ? size : Sizes[symbol]) != output.shape[axis])
                    throw new EngineException("the output has another shape");
            }
        }
    }

    private Tensor CreateParameter()
    {
        var name = layer.Text("name")!;
        if (parameters.TryGetValue(name, out var known))
            return known;
        var shape = Known(SizeText.EvaluateShape(layer.Text("shape")!, Hyper));
        var value = (layer.Get("Init") as EnumMember)?.Name switch { "Ones" => ones(shape), "Normal" => randn(shape).mul(0.02), _ => zeros(shape) };
        value.requires_grad = !IsFrozen(name);
        return parameters[name] = value.DetachFromDisposeScope();
    }

    private nn.Module<Tensor, Tensor> Module(Func<nn.Module<Tensor, Tensor>> create)
    {
        if (modules.TryGetValue(index, out var known))
            return known;
        var module = create();
        module.eval();
        if (layer.Text("Share") is { } share)
            Copy(modules.GetValueOrDefault(OwnerOf(share)) ?? throw new EngineException($"'{share}' has no weights"), module);
        else
            Freeze(module, $"{NameAt(index)}.");
        return modules[index] = module;
    }

    private void Freeze(nn.Module module, string prefix)
    {
        foreach (var (name, parameter) in module.named_parameters())
            parameter.requires_grad = !IsFrozen(prefix + name);
    }

    private bool IsFrozen(string name) => Places("Freeze").Any(place => NamePattern.Matches(model.Attributes[place].Text("patterns") ?? "", name)) || isFrozenAround(name);

    /// <summary>Weights of one layer in another, which must have been written alike: its own arguments, but not its own weights.</summary>
    private static void Copy(nn.Module from, nn.Module to)
    {
        var (source, target) = (from.named_parameters().ToArray(), to.named_parameters().ToArray());
        if (!source.Select(pair => pair.name).SequenceEqual(target.Select(pair => pair.name)) || source.Zip(target).Any(pair => !pair.First.parameter.shape.SequenceEqual(pair.Second.parameter.shape)))
            throw new EngineException("the shared weights have another shape");
        using var noGrad = no_grad();
        foreach (var (first, second) in source.Zip(target))
        {
            second.parameter.copy_(first.parameter);
            second.parameter.requires_grad = first.parameter.requires_grad;
        }
    }

    /// <summary>The layer of a name that has weights of its own, past layers that share.</summary>
    private int OwnerOf(string name)
    {
        var place = Enumerable.Range(0, index).FirstOrDefault(place => model.Attributes[place].Text("Name") == name, -1);
        if (place < 0)
            throw new EngineException($"no layer '{name}' before this one");
        if (model.Attributes[place].Get("If") is not null)
            Take("weights of a layer that may be absent");
        if (layer.Get("Share") is not null && !IsWrittenAlike(model.Attributes[place], layer))
            Take("shared weights of a layer that is written otherwise");
        return Shares(place) ? OwnerOf(model.Attributes[place].Text("Share")!) : place;
    }

    private static bool IsWrittenAlike(AttributeDeclaration one, AttributeDeclaration other)
    {
        static string Written(AttributeDeclaration attribute) => string.Join(";", attribute.Arguments.Where(argument => argument.Name is not ("Name" or "From" or "Share" or "If"))
            .OrderBy(argument => argument.Name, StringComparer.Ordinal).Select(argument => $"{argument.Name}={argument.Value}"));
        return one.Name == other.Name && one.TypeArgument == other.TypeArgument && Written(one) == Written(other);
    }

    private Tensor Tied(Tensor x, string owner)
    {
        if (modules.GetValueOrDefault(OwnerOf(owner))?.get_parameter("weight") is not { } weight || weight.dim() != 2)
            throw new EngineException($"'{owner}' has no weight with two axes");
        if (weight.shape[0] != Size("outFeatures") || (layer.Get("In") is not null && Size("In") != x.shape[^1]))
            throw new EngineException("the tied weight has another shape");
        var y = nn.functional.linear(x, weight);
        return layer.Get("Bias") is true ? Module(() => new OwnBias(weight.shape[0])).call(y) : y;
    }

    /// <summary>All that a layer with a tied weight may have itself.</summary>
    private sealed class OwnBias : nn.Module<Tensor, Tensor>
    {
        private readonly TorchSharp.Modules.Parameter bias;

        public OwnBias(long size) : base(nameof(OwnBias)) => register_parameter("bias", bias = new(rand(size)));

        public override Tensor forward(Tensor input) => input + bias;

        protected override void RegisterComponents()
        {
        }
    }

    /// <summary>The parameters by name, frozen and absent ones too, shared ones once.</summary>
    private IEnumerable<(string Name, Tensor Value)> NamedParameters() => parameters.Select(pair => (pair.Key, pair.Value))
        .Concat(modules.Where(pair => !Shares(pair.Key)).SelectMany(pair => pair.Value.named_parameters().Select(parameter => ($"{NameAt(pair.Key)}.{parameter.name}", (Tensor)parameter.parameter))))
        .Concat(blocks.Where(pair => !Shares(pair.Key)).SelectMany(pair => pair.Value.SelectMany((run, repetition) =>
            run.NamedParameters().Select(parameter => (PrefixOf(pair.Key, repetition) + parameter.Name, parameter.Value)))));

    /// <summary>The beginning of the names of a block's parameters.</summary>
    private string PrefixOf(int place, int repetition) => model.Attributes[place].Get("Repeat") is null && !HasLists(model.Attributes[place]) ? $"{NameAt(place)}." : $"{NameAt(place)}.{repetition}.";

    /// <summary>The given name, or the operator without its dimensions and a number: conv2.</summary>
    private string NameAt(int place) => model.Attributes[place].Text("Name") is { } name ? name
        : $"{StemAt(place)}{1 + Enumerable.Range(0, place).Count(earlier => model.Attributes[earlier].Get("Name") is null && StemAt(earlier) == StemAt(place))}";

    private string StemAt(int place) => model.Attributes[place].Name is var name && name.EndsWith('d') && char.IsDigit(name[^2]) ? $"{char.ToLowerInvariant(name[0])}{name[1..^2]}" : $"{char.ToLowerInvariant(name[0])}{name[1..]}";

    private bool Shares(int place) => model.Attributes[place].Get("Share") is not null;

    private IEnumerable<int> Places(string name) => Enumerable.Range(0, model.Attributes.Count).Where(place => model.Attributes[place].Name == name);

    private void Enter(int place) => (index, layer) = (place, model.Attributes[place]);

    private void Declare(string name, Tensor value)
    {
        if (!values.TryAdd(name, value))
            throw new EngineException($"'{name}' is there twice");
    }

    private long? Stride() => layer.Get("Stride") is null ? null : Size("Stride");

    private long Size(string name, long fallback = 0) => layer.Get(name) switch
    {
        long number => number,
        string text => SizeText.Evaluate(text, Hyper),
        null => fallback,
        var other => throw new EngineException($"{other} is no size"),
    };

    private long Hyper(string name) => hypers.TryGetValue(name, out var value) ? value : throw new EngineException($"no hyper-parameter '{name}'");

    private static long[] Known(long[] sizes) => sizes.All(size => size > 0) ? sizes : throw new EngineException("a size is below 1");

    private long Symbol(string name) => Sizes[name];

    private long Integer(string name, long fallback) => layer.Get(name) as long? ?? fallback;

    private bool Flag(string name) => layer.Get(name) as bool? ?? true;

    private Tensor[] Named(string argument) => [.. Split(layer.Text(argument) ?? "").Select(Value)];

    private static string[] Split(string names) => names.Split(',', StringSplitOptions.TrimEntries);

    private Tensor Value(string name) => values.TryGetValue(name, out var value) ? value : throw new EngineException($"no value '{name}'");

    /// <summary>The value of a layer: no input and no parameter.</summary>
    private Tensor LayerValue(string name) => model.Inputs.Any(input => input.Text("name") == name) || parameters.ContainsKey(name)
        ? throw new EngineException($"'{name}' is no layer")
        : Value(name);

    private void Take(string liberty) => Liberties.TryAdd((owner, index), liberty);
}
