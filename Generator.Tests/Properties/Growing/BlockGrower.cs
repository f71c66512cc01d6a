using System.Globalization;
using NeuralDsl.Declaration;
using NeuralDsl.Shapes;
using static NeuralDsl.Generator.Tests.Properties.Attributes;

namespace NeuralDsl.Generator.Tests.Properties.Growing;

/// <summary>Grows models as layers of models: of the kinds that people write, and random ones.</summary>
/// <param name="choices">The random choices.</param>
/// <param name="grow">Grows a model by some layers.</param>
internal sealed class BlockGrower(Choices choices, Func<RandomModel, RandomModel> grow)
{
    /// <summary>A block that the value fits often, new or one that the model has already.</summary>
    public AttributeDeclaration Create(TensorType type, IReadOnlyList<GrownValue> values, RandomModel model)
    {
        var known = model.Blocks.ToArray();
        var (name, block) = known.Length > 0 && choices.OneIn(3) ? choices.Pick(known) : (NewName(), Template(type));
        var from = block.Inputs.Count() > 1 ? choices.Others(type, values, choices.OneIn(10) ? 1 : block.Inputs.Count()) : null;
        return Use(name, block, type, model).Add("From", from);
    }

    private string NewName() => $"B{choices.Next(1_000_000_000)}";

    private RandomModel Template(TensorType type)
    {
        var rank = type.Shape.Rank;
        return choices.Next(9) switch
        {
            0 or 1 when rank is 2 or 3 => FeedForward(type.Shape),
            2 or 3 when rank is 3 or 4 => Residual(rank - 2),
            4 when rank is 3 or 4 => SameSize(rank - 2),
            5 when rank == 3 => Attention(),
            6 when rank > 0 => Pair(type.Shape),
            _ => Grown(type),
        };
    }

    /// <summary>A block with values for its hyper-parameters and a number of repetitions, both right more often than not.</summary>
    private AttributeDeclaration Use(string name, RandomModel block, TensorType type, RandomModel model)
    {
        var repeat = choices.Next(10) switch { < 4 => (object?)null, < 8 => (long)choices.Next(1, 4), _ => model.HasHyper("k") ? choices.Pick("k", "heads", "k+1") : 2L };
        var arguments = new List<string>();
        if (block.HasHyper("from") && repeat is long times && choices.OneIn(2))
        {
            // A chain: each takes the channels that the one before it made.
            var channels = Enumerable.Range(0, (int)times).Select(_ => $"{choices.Size(model, 6)}").ToArray();
            arguments.Add($"from=[{string.Join(",", channels.SkipLast(1).Prepend($"{Choices.Written(model, type.Shape.Rank > 1 ? type.Shape[1] : 1) ?? 4L}"))}]");
            arguments.Add($"channels=[{string.Join(",", channels)}]");
        }
        foreach (var hyper in block.Hypers.Where(hyper => arguments.All(argument => !argument.StartsWith($"{hyper.Text("name")}=", StringComparison.Ordinal))))
        {
            var text = hyper.Text("name")!;
            var axis = Array.IndexOf([.. SizeText.AxesOf(block.Inputs.First().Text("shape")!).Take(type.Shape.Rank)], text);
            if (hyper.Get("value") is double)
            {
                if (choices.OneIn(3))
                    arguments.Add($"{text}=0.5");
            }
            else if (axis >= 0 && Choices.Written(model, type.Shape[axis]) is { } size)
            {
                // The default, or the value of the same name, may fit too.
                if (choices.Next(5) > 0)
                    arguments.Add($"{text}={size}");
            }
            else if (choices.OneIn(2))
            {
                arguments.Add($"{text}={(repeat is long && choices.OneIn(3) ? choices.Pick("i+1", "2*i+1", "3-i") : choices.Size(model, 3))}");
            }
        }
        return NewBlock(name, block, ("arguments", arguments.Count > 0 ? string.Join(", ", arguments) : null), ("Repeat", repeat));
    }

    private RandomModel FeedForward(Shape shape)
    {
        var width = choices.Next(3) switch { 0 => 8L, _ => shape[-1].Constant ?? 8 };
        var (prefix, ones) = shape.Rank == 3 ? ("N T", "1 1") : ("N", "1");
        var model = RandomModel.Empty.Append(New("Hyper", ("name", "d"), ("value", width)));
        var drops = choices.OneIn(3);
        if (drops)
            model = model.Append(New("Hyper", ("name", "rate"), ("value", 0.1)));
        model = model.Append(New("Input", ("name", "x"), ("shape", $"{prefix} d")));
        var scales = choices.OneIn(3);
        if (scales)
            model = model.Append(New("Parameter", ("name", "w"), ("shape", $"{ones} d"), ("Init", new EnumMember("Ones"))));
        if (choices.OneIn(5))
            model = model.Append(New("Freeze", ("patterns", choices.Pick("*.bias", "v1.*"))));
        model = choices.OneIn(4)
            ? model.Append(NewBlock(NewName(), FeedForward(shape), ("Name", "v1"), ("arguments", choices.OneIn(2) ? "d=d" : null), ("Repeat", choices.OneIn(2) ? 2L : null)))
            : model.Append(New("Linear", ("outFeatures", choices.Pick("2*d", "d+1")), ("Name", "v1"))).Append(New("GELU")).Append(New("Linear", ("outFeatures", "d")));
        if (scales)
            model = model.Append(New("Multiply", ("values", "w")));
        if (drops)
            model = model.Append(New("Dropout", ("p", "rate")));
        return model.Append(New("Add", ("values", "x")));
    }

    private static RandomModel Residual(int dimensions) => RandomModel.Empty
        .Append(New("Hyper", ("name", "from"), ("value", 4L)))
        .Append(New("Hyper", ("name", "channels"), ("value", 4L)))
        .Append(New("Hyper", ("name", "stride"), ("value", 1L)))
        .Append(New("Input", ("name", "x"), ("shape", dimensions == 1 ? "N from L" : "N from H W")))
        .Append(New($"Conv{dimensions}d", ("outChannels", "channels"), ("kernel", 3L), ("Stride", "stride"), ("Padding", 1L), ("Name", "v1")))
        .Append(New($"Conv{dimensions}d", ("outChannels", "channels"), ("kernel", 1L), ("Stride", "stride"), ("From", "x"), ("If", "stride != 1 || from != channels")))
        .Append(New("Add", ("values", "v1")));

    /// <summary>A convolution whose kernel the user chooses, and whose length stays for odd ones.</summary>
    private RandomModel SameSize(int dimensions) => RandomModel.Empty
        .Append(New("Hyper", ("name", "k"), ("value", 3L)))
        .Append(New("Hyper", ("name", "c"), ("value", 4L)))
        .Append(New("Input", ("name", "x"), ("shape", dimensions == 1 ? "N C=c L" : "N C=c H W")))
        .Append(New($"Conv{dimensions}d", ("outChannels", "c"), ("kernel", "k"), ("Padding", choices.Pick("k/2", "(k-1)/2"))))
        .Append(New(choices.Pick("ReLU", "SiLU")));

    private RandomModel Attention()
    {
        var model = RandomModel.Empty
            .Append(New("Hyper", ("name", "d"), ("value", 8L)))
            .Append(New("Input", ("name", "x"), ("shape", "N T d")))
            .Append(New("Input", ("name", "y"), ("shape", choices.Pick("N S d", "N T d"))))
            .Append(New("Permute", ("axes", new Collections.EquatableArray<long>([0, 2, 1])), ("From", "y"), ("Name", "v1")))
            .Append(New("Linear", ("outFeatures", "d"), ("From", "x")))
            .Append(New("MatMul", ("value", "v1")))
            .Append(New("Softmax"))
            .Append(New("MatMul", ("value", "y")));
        return choices.OneIn(2) ? model.Append(New("Add", ("values", "x"))) : model;
    }

    /// <summary>Two inputs of one shape, joined.</summary>
    private RandomModel Pair(Shape shape)
    {
        var text = string.Join(" ", Symbols(shape));
        var model = RandomModel.Empty.Append(New("Input", ("name", "x"), ("shape", text))).Append(New("Input", ("name", "y"), ("shape", text)));
        return choices.Next(3) switch
        {
            0 => model.Append(New("Concat", ("values", "x, y"), ("Axis", choices.Axis(shape.Rank)))),
            1 => model.Append(New("Sigmoid")).Append(New("Multiply", ("values", "y"))),
            _ => model.Append(New("Add", ("values", "y"), ("Name", "v1"))).Append(New("Tanh", ("Name", "v2"))).Append(New("Output", ("name", "v1"))),
        };
    }

    /// <summary>A random model over such a value, which at times ends as it began.</summary>
    private RandomModel Grown(TensorType type)
    {
        var model = RandomModel.Empty;
        if (choices.OneIn(2))
            model = model.Append(New("Hyper", ("name", "d"), ("value", choices.Pick(8L, 6L)))).Append(New("Hyper", ("name", "heads"), ("value", choices.Pick(1L, 2L))));
        var axes = Symbols(type.Shape);
        if (model.HasHyper("d") && axes.Length > 1 && type.Shape[-1].Constant is not null)
            axes[^1] = choices.Pick("d", "d*heads");
        var dtype = type.DType == NeuralDsl.Shapes.DType.Float32 ? null : new EnumMember(type.DType.ToString());
        model = grow(model.Append(New("Input", ("name", "x"), ("shape", string.Join(" ", axes)), ("dtype", dtype))).Append(New("Unsqueeze", ("axis", -1L))).Append(New("Squeeze", ("axis", -1L))));
        if (choices.OneIn(2) || axes.Length == 0)
            return model;
        var closed = model.Append(New("Linear", ("outFeatures", long.TryParse(axes[^1], CultureInfo.InvariantCulture, out var features) ? features : axes[^1])));
        return ModelCompiler.Compile(closed.Declare(), default).Model is null ? model : closed;
    }

    /// <summary>The axes of a shape, each number itself or a name.</summary>
    private string[] Symbols(Shape shape) => [.. shape.Axes.Select((axis, i) => axis.Size.Constant is { } constant && choices.Next(4) > 0
        ? $"{constant}" : i == 0 ? "N" : $"{"TSRQP"[Math.Min(i - 1, 4)]}{(choices.OneIn(30) ? "/2" : choices.OneIn(30) ? "+1" : "")}")];
}
