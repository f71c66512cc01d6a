using System.Globalization;
using NeuralDsl.Collections;
using NeuralDsl.Declaration;
using NeuralDsl.Shapes;
using static NeuralDsl.Generator.Tests.Properties.Attributes;

namespace NeuralDsl.Generator.Tests.Properties;

/// <summary>Grows random models a layer at a time. What the compiler says of the values so far helps to choose layers that fit, often but not always.</summary>
internal sealed class ModelGrower(Random random)
{
    private static readonly string[] InputShapes =
    [
        "N 6", "N d", "N T 8", "N T d", "N C=4 L", "N C=4 H W", "N 2 8 8", "N T", "N 12", "N L=10 4", "N 2*T 4", "N ? 4", "N T S", "N 1 12", "N T/2 6", "N 4 H=9 W=9", "4 6", "N d/heads heads",
    ];

    private int names;

    /// <summary>A model that the compiler accepts, and on the way there some that it does not.</summary>
    public static RandomModel Create(Random random, Action<RandomModel> refused)
    {
        var grower = new ModelGrower(random);
        var model = grower.Start();
        var length = random.Next(5, 16);
        for (var attempt = 0; attempt < length; attempt++)
        {
            if (ModelCompiler.Compile(model.Declare(), default).Model is not { } typed)
                break;
            var grown = grower.Grow(model, typed);
            if (ModelCompiler.Compile(grown.Declare(), default).Model is not null)
                model = grown;
            else if (random.Next(3) == 0)
                refused(grown);
        }
        return random.Next(4) == 0 && ModelCompiler.Compile(model.Declare(), default).Model is { } trained ? grower.Train(model, trained) : model;
    }

    /// <summary>Hyper-parameters, an input and a first layer.</summary>
    private RandomModel Start()
    {
        var model = RandomModel.Empty;
        var isSized = random.Next(2) == 0;
        if (isSized)
        {
            model = model.Append(New("Hyper", ("name", "d"), ("value", Pick(8L, 12L, 6L)))).Append(New("Hyper", ("name", "heads"), ("value", Pick(1L, 2L, 4L))));
            if (random.Next(2) == 0)
                model = model.Append(New("Hyper", ("name", "k"), ("value", Pick(1L, 2L, 3L)))).Append(New("Hyper", ("name", "p"), ("value", Pick(0L, 1L))));
            if (random.Next(4) == 0)
                model = model.Append(New("Hyper", ("name", "rate"), ("value", 0.25)));
        }
        var shape = Pick(InputShapes);
        if (!isSized)
            shape = shape.Replace("d/heads heads", "8 2").Replace(" d", " 8");
        model = model.Append(New("Input", ("name", "x"), ("shape", shape), ("dtype", DType())));
        // A layer that takes whole numbers too: the others follow where the compiler has said what there is.
        return model.Append(New("Unsqueeze", ("axis", -1L))).Append(New("Squeeze", ("axis", -1L)));
    }

    /// <summary>The model with a layer more, or with an input more and a layer that takes it.</summary>
    private RandomModel Grow(RandomModel model, TypedModel typed)
    {
        var inputs = typed.Inputs.Count;
        if (inputs < 3 && random.Next(8) == 0)
            return GrowInput(model, typed);
        var values = Values(typed);
        var (source, type) = random.Next(4) == 0 ? Pick(values) : values[^1];
        var layer = CreateLayer(type, values, model);
        if (source != values[^1].Name && layer.Name is not ("Concat" or "Stack"))
            layer = layer.Set("From", source);
        if (random.Next(2) == 0)
            layer = layer.Set("Name", $"v{++names}");
        return model.Append(layer);
    }

    /// <summary>The model with losses and an optimizer that fit its last value.</summary>
    private RandomModel Train(RandomModel model, TypedModel typed)
    {
        var last = typed.Layers[^1];
        var loss = last.Node.Operator == "Sigmoid" && random.Next(2) == 0 ? "BCELoss" : Pick("MSELoss", "L1Loss", "BCEWithLogitsLoss", "CrossEntropyLoss");
        model = model.Append(New(loss, ("Reduction", random.Next(3) == 0 ? new EnumMember("Sum") : null), ("Weight", random.Next(4) == 0 ? 0.5 : null)));
        if (random.Next(4) == 0 && typed.Layers.FirstOrDefault(layer => layer.Node.IsNamed) is { } named)
            model = model.Append(New("MSELoss", ("From", named.Name), ("Target", "other")));
        return model.Append(random.Next(3) switch { 0 => New("SGD", ("learningRate", 0.01)), 1 => New("Adam"), _ => New("AdamW", ("learningRate", 0.002)) });
    }

    private static List<(string Name, TensorType Type)> Values(TypedModel typed) =>
    [
        .. typed.Inputs.Select(input => (input.Name, input.Type)),
        .. typed.Layers.SkipLast(1).Where(layer => layer.Node.IsNamed).Select(layer => (layer.Name, layer.Output)),
        (typed.Layers[^1].Name, typed.Layers[^1].Output),
    ];

    private RandomModel GrowInput(RandomModel model, TypedModel typed)
    {
        var name = $"y{++names}";
        var last = typed.Layers[^1].Output;
        var isLike = random.Next(3) > 0;
        var shape = isLike ? last.Shape.ToString() : Pick(InputShapes).Replace("d/heads heads", "8 2").Replace(" d", " 8");
        if (random.Next(3) == 0)
            shape = shape.Replace("T", "S");
        if (random.Next(6) == 0)
            shape = shape.Replace("N", "M");
        var place = model.Attributes.TakeWhile(attribute => attribute.Name is "Model" or "Hyper" or "Input").Count();
        model = model.Insert(place, New("Input", ("name", name), ("shape", shape), ("dtype", last.DType == NeuralDsl.Shapes.DType.Float32 || !isLike ? DType() : new EnumMember(last.DType.ToString()))));
        return model.Append(random.Next(6) switch
        {
            0 => New("Linear", ("outFeatures", 4L), ("From", name)),
            1 => New("MatMul", ("value", name)),
            2 => New("Multiply", ("values", name)),
            3 => New("Permute", ("axes", ShapeParser.Parse(shape, name).Rank is > 0 and var rank ? Permutation(rank) : null), ("From", name), ("Name", $"v{++names}")),
            _ => New("Add", ("values", name)),
        });
    }

    private AttributeDeclaration CreateLayer(TensorType type, List<(string Name, TensorType Type)> values, RandomModel model)
    {
        var shape = type.Shape;
        var rank = shape.Rank;
        var choice = random.Next(100);
        if (choice < 30 && rank is 3 or 4)
            return Spatial(rank - 2, shape, model);
        return (choice % 30) switch
        {
            < 3 => New(Pick("ReLU", "Sigmoid", "Tanh", "GELU", "SiLU", "ELU", "LeakyReLU", "Softplus", "Dropout")),
            3 => New(Pick("Softmax", "LogSoftmax"), ("axis", Axis(rank))),
            < 7 => New("Linear", ("outFeatures", Size(model, 8)), ("In", random.Next(6) == 0 ? Written(shape.Rank > 0 ? shape[-1] : 1) : null), ("Bias", random.Next(4) == 0 ? false : null)),
            7 => New("Unsqueeze", ("axis", Axis(rank + 1))),
            8 => Squeeze(shape),
            9 => New("Flatten", ("start", Axis(rank)), ("end", random.Next(2) == 0 ? Axis(rank) : null)),
            10 => New("Flatten"),
            < 13 => New("Permute", ("axes", rank == 0 ? null : Permutation(rank))),
            13 => New("Select", ("axis", Axis(rank)), ("index", Index(shape))),
            14 => New("Slice", ("axis", Axis(rank)), ("start", (long)random.Next(2)), ("end", (long)random.Next(1, 6)), ("Step", random.Next(3) == 0 ? 2L : null)),
            15 => rank > 2 ? New("Last") : New("Tanh"),
            16 or 17 => Reshape(shape),
            18 or 19 => Unflatten(shape, model),
            < 23 => Einops(shape, model),
            < 26 => New(Pick("Add", "Multiply"), ("values", Others(type, values, random.Next(1, 3)))),
            26 => New("Concat", ("values", Others(type, values, random.Next(2, 4))), ("Axis", random.Next(3) > 0 ? Axis(rank) : null)),
            27 => New("Stack", ("values", Others(type, values, random.Next(2, 4))), ("Axis", Axis(rank + 1))),
            28 => New("MatMul", ("value", Others(type, values, 1))),
            _ => New(Pick("BatchNorm1d", "BatchNorm2d")),
        };
    }

    private AttributeDeclaration Spatial(int dimensions, Shape shape, RandomModel model) => random.Next(8) switch
    {
        < 3 => New(
            $"Conv{dimensions}d", ("outChannels", Size(model, 8)), ("kernel", Size(model, 3)), ("Stride", random.Next(3) == 0 ? Size(model, 2) : null),
            ("Padding", random.Next(2) == 0 ? Padding(model) : null), ("Dilation", random.Next(5) == 0 ? 2L : null), ("Groups", random.Next(4) == 0 ? Size(model, 3) : null),
            ("Bias", random.Next(3) == 0 ? false : null), ("In", random.Next(8) == 0 ? Written(shape[1]) : null)),
        3 or 4 => New(
            $"{Pick("Max", "Avg")}Pool{dimensions}d", ("kernel", Size(model, 3)), ("Stride", random.Next(2) == 0 ? Size(model, 2) : null), ("Padding", random.Next(3) == 0 ? Padding(model) : null)),
        5 => New($"AdaptiveAvgPool{dimensions}d", ("output", Size(model, 3))),
        _ => New($"BatchNorm{dimensions}d", ("Affine", random.Next(3) == 0 ? false : null)),
    };

    private AttributeDeclaration Squeeze(Shape shape)
    {
        var one = Enumerable.Range(0, shape.Rank).Where(axis => shape[axis].Constant == 1).Select(axis => (long?)axis).FirstOrDefault();
        return one is null && random.Next(4) > 0 ? New("SiLU") : New("Squeeze", ("axis", one ?? Axis(shape.Rank)));
    }

    private AttributeDeclaration Reshape(Shape shape)
    {
        var axes = shape.Axes.Select(axis => random.Next(2) == 0 ? axis.ToString() : axis.Size.Text).ToList();
        if (axes.Count == 0)
            return New("Reshape", ("shape", "1"));
        var at = random.Next(axes.Count);
        switch (random.Next(5))
        {
            case 0 or 1 when at > 0:
                axes[at - 1] = $"({shape[at - 1].Text})*({shape[at].Text})";
                axes.RemoveAt(at);
                break;
            case 2 when shape[at].Constant is { } constant && constant % 2 == 0:
                axes[at] = "2";
                axes.Insert(at, (constant / 2).ToString(CultureInfo.InvariantCulture));
                break;
            case 3:
                axes[at] = $"({shape[at].Text})/2";
                axes.Add("2");
                break;
            default:
                axes = [.. axes.OrderBy(_ => random.Next())];
                break;
        }
        return New("Reshape", ("shape", string.Join(" ", axes)));
    }

    private AttributeDeclaration Unflatten(Shape shape, RandomModel model)
    {
        var axis = Axis(shape.Rank);
        if (axis < -shape.Rank || axis >= shape.Rank)
            return New("Unflatten", ("axis", axis), ("shape", "2 3"));
        var size = shape[(int)axis];
        var factor = Size(model, 3) is var by && by is string text ? text : Convert.ToString(by, CultureInfo.InvariantCulture)!;
        return New("Unflatten", ("axis", axis), ("shape", random.Next(3) == 0 ? $"A={factor} ({size.Text})/({factor})" : $"({size.Text})/({factor}) {factor}"));
    }

    /// <summary>A pattern over the axes as they are: one split at times, some dropped or repeated, the rest in another order, two joined at times.</summary>
    private AttributeDeclaration Einops(Shape shape, RandomModel model)
    {
        var left = new List<string>();
        var names = new List<string>();
        var sizes = new List<string>();
        for (var i = 0; i < shape.Rank; i++)
        {
            var name = $"{(char)('a' + i)}";
            if (shape[i].Constant == 1 && random.Next(2) == 0)
            {
                left.Add("1");
            }
            else if (i > 0 && random.Next(4) == 0)
            {
                left.Add($"({name} {name}2)");
                sizes.Add($"{(random.Next(2) == 0 ? name : $"{name}2")}={Size(model, 3)}");
                names.AddRange([name, $"{name}2"]);
            }
            else
            {
                left.Add(name);
                names.Add(name);
            }
        }
        var kind = random.Next(3);
        var right = names.OrderBy(_ => random.Next(3) == 0 ? random.Next() : 0).ToList();
        if (kind == 1)
            right = [.. right.Where(name => name == "a" ? random.Next(20) > 0 : random.Next(3) > 0)];
        if (kind == 2)
        {
            right.Insert(random.Next(right.Count + 1), "r");
            sizes.Add($"r={Size(model, 3)}");
        }
        if (right.Count > 2 && random.Next(3) == 0)
        {
            var at = random.Next(1, right.Count - 1);
            right[at] = $"({right[at]} {right[at + 1]})";
            right.RemoveAt(at + 1);
        }
        if (random.Next(6) == 0)
            right.Insert(random.Next(right.Count + 1), "1");
        return New(
            kind switch { 0 => "Rearrange", 1 => "Reduce", _ => "Repeat" }, ("pattern", $"{string.Join(" ", left)} -> {string.Join(" ", right)}"),
            ("reduction", kind == 1 && random.Next(2) == 0 ? new EnumMember(Pick("Sum", "Max", "Min", "Mean")) : null), ("sizes", sizes.Count > 0 ? string.Join(", ", sizes) : null));
    }

    /// <summary>Names of values, those of the same shape before others.</summary>
    private string Others(TensorType type, List<(string Name, TensorType Type)> values, int count)
    {
        // The value before this layer may have no name that a user could write.
        var named = values.Where(value => value.Name[0] is 'v' or 'x' or 'y').ToArray();
        var alike = named.Where(value => value.Type.Shape.HasSizesOf(type.Shape)).ToArray();
        return string.Join(", ", Enumerable.Range(0, count).Select(_ => Pick(alike.Length > 0 && random.Next(8) > 0 ? alike : named).Name));
    }

    private EquatableArray<long> Permutation(int rank)
    {
        var order = Enumerable.Range(0, rank).Select(axis => (long)axis).OrderBy(axis => axis == 0 && random.Next(4) > 0 ? -1 : random.Next(100)).ToList();
        return [.. order];
    }

    private long Axis(int rank) => random.Next(25) == 0 ? random.Next(-rank - 1, rank + 2) : random.Next(3) == 0 ? -1 : rank < 2 ? 0 : random.Next(10) == 0 ? 0 : random.Next(1, rank);

    private long Index(Shape shape) => random.Next(-2, shape.Rank > 0 && shape[-1].Constant is > 2 ? 3 : 2);

    /// <summary>A number, or an expression over the hyper-parameters that there are.</summary>
    private object Size(RandomModel model, int largest)
    {
        if (random.Next(3) > 0 || model.Hypers.FirstOrDefault() is null)
            return (long)random.Next(1, largest + 1);
        var hasKernel = model.Hypers.Any(hyper => hyper.Text("name") == "k");
        return largest <= 3 ? hasKernel ? Pick("k", "k", "heads", "p+1", "k-p") : Pick("heads", "heads", "d/heads") : Pick("d", "2*d", "d/heads", "heads", "d-4", "heads*3", "d*heads");
    }

    private object Padding(RandomModel model) => model.Hypers.Any(hyper => hyper.Text("name") == "p") && random.Next(2) == 0 ? Pick("p", "k/2", "k-1", "p*2") : (long)random.Next(0, 2);

    private static object? Written(Dim size) => size.Constant is { } constant ? constant : size.Symbols.All(symbol => symbol is "d" or "heads" or "k" or "p") ? size.Text : null;

    private EnumMember? DType() => random.Next(12) switch { 0 => new("Int64"), 1 => new("Float64"), 2 when random.Next(3) == 0 => new("Bool"), _ => null };

    private T Pick<T>(params IReadOnlyList<T> items) => items[random.Next(items.Count)];
}
