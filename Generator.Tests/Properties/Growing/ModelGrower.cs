using NeuralDsl.Declaration;
using NeuralDsl.Shapes;
using static NeuralDsl.Generator.Tests.Properties.Attributes;

namespace NeuralDsl.Generator.Tests.Properties.Growing;

/// <summary>Grows random models a layer at a time. What the compiler says of the values so far helps to choose layers that fit, often but not always.</summary>
internal sealed class ModelGrower
{
    private static readonly string[] InputShapes =
    [
        "N 6", "N d", "N T 8", "N T d", "N C=4 L", "N C=4 H W", "N 2 8 8", "N T", "N 12", "N L=10 4", "N 2*T 4", "N ? 4", "N T S", "N 1 12", "N T/2 6", "N 4 H=9 W=9", "4 6", "N d/heads heads",
    ];

    /// <summary>Blocks in blocks in blocks show nothing new, and take long.</summary>
    private const int MostDepth = 2;

    private readonly Choices choices;
    private readonly LayerGrower layers;
    private readonly WeightGrower weights;
    private readonly BlockGrower? blocks;
    private int names;

    private ModelGrower(Choices choices, int depth)
    {
        this.choices = choices;
        layers = new(choices);
        weights = new(choices);
        if (depth < MostDepth)
            blocks = new(choices, block => new ModelGrower(choices, depth + 1).Grow(block, choices.Next(1, 5), _ => { }));
    }

    /// <summary>A model that the compiler accepts, and on the way there some that it does not.</summary>
    public static RandomModel Create(Random random, Action<RandomModel> refused)
    {
        var choices = new Choices(random);
        var grower = new ModelGrower(choices, depth: 0);
        var model = grower.Grow(grower.Start(), choices.Next(5, 16), refused);
        var training = new TrainingGrower(choices);
        model = End(model, choices.OneIn(5) ? training.GrowOutputs : null, refused);
        return End(model, choices.OneIn(4) ? training.Train : null, _ => { }, isKept: true);
    }

    /// <summary>The model with an end more, where the compiler accepts it or it is to be kept in any case.</summary>
    private static RandomModel End(RandomModel model, Func<RandomModel, TypedModel, RandomModel>? grow, Action<RandomModel> refused, bool isKept = false)
    {
        if (grow is null || ModelCompiler.Compile(model.Declare(), default).Model is not { } typed)
            return model;
        var grown = grow(model, typed);
        if (isKept || ModelCompiler.Compile(grown.Declare(), default).Model is not null)
            return grown;
        refused(grown);
        return model;
    }

    /// <summary>The model with some layers more; what is refused on the way is tried without.</summary>
    private RandomModel Grow(RandomModel model, int length, Action<RandomModel> refused)
    {
        var typed = ModelCompiler.Compile(model.Declare(), default).Model;
        for (var attempt = 0; attempt < length && typed is not null; attempt++)
        {
            var grown = Grow(model, typed);
            if (ModelCompiler.Compile(grown.Declare(), default).Model is { } accepted)
                (model, typed) = (grown, accepted);
            else if (choices.OneIn(3))
                refused(grown);
        }
        return model;
    }

    /// <summary>Hyper-parameters, an input and a first layer.</summary>
    private RandomModel Start()
    {
        var model = RandomModel.Empty;
        var isSized = choices.OneIn(2);
        if (isSized)
        {
            model = model.Append(New("Hyper", ("name", "d"), ("value", choices.Pick(8L, 12L, 6L)))).Append(New("Hyper", ("name", "heads"), ("value", choices.Pick(1L, 2L, 4L))));
            if (choices.OneIn(2))
                model = model.Append(New("Hyper", ("name", "k"), ("value", choices.Pick(1L, 2L, 3L)))).Append(New("Hyper", ("name", "p"), ("value", choices.Pick(0L, 1L))));
            if (choices.OneIn(4))
                model = model.Append(New("Hyper", ("name", "rate"), ("value", 0.25)));
        }
        var shape = choices.Pick(InputShapes);
        model = model.Append(New("Input", ("name", "x"), ("shape", isSized ? shape : WithoutHypers(shape)), ("dtype", choices.DType())));
        // A layer that takes whole numbers too: the others follow where the compiler has said what there is.
        return model.Append(New("Unsqueeze", ("axis", -1L))).Append(New("Squeeze", ("axis", -1L)));
    }

    private static string WithoutHypers(string shape) => shape.Replace("d/heads heads", "8 2").Replace(" d", " 8");

    /// <summary>The model with a layer more, or with an input more and a layer that takes it.</summary>
    private RandomModel Grow(RandomModel model, TypedModel typed)
    {
        if (typed.Inputs.Count < 3 && choices.OneIn(8))
            return GrowInput(model, typed);
        var values = Values(typed);
        var (source, type) = choices.OneIn(4) ? choices.Pick(values) : values[^1];
        AttributeDeclaration layer;
        if (choices.OneIn(type.DType == NeuralDsl.Shapes.DType.Int64 ? 2 : 6))
            (model, layer) = weights.Create(type, values, model);
        else
            layer = blocks is not null && choices.OneIn(8) ? blocks.Create(type, values, model) : layers.Create(type, values, model);
        if (source != values[^1].Name && layer.Name is not ("Concat" or "Stack") && layer.Get("From") is null)
            layer = layer.Set("From", source);
        if (choices.OneIn(2))
            layer = layer.Set("Name", $"v{++names}");
        return model.Append(weights.WithCondition(layer, model));
    }

    private static IReadOnlyList<GrownValue> Values(TypedModel typed) =>
    [
        .. typed.Inputs.Select(input => new GrownValue(input.Name, input.Type)),
        .. typed.Parameters.Select(parameter => new GrownValue(parameter.Name, parameter.Type!)),
        .. typed.Layers.SkipLast(1).Where(layer => layer.Node.IsNamed).Select(layer => new GrownValue(layer.Name, layer.Output)),
        new(typed.Layers[^1].Name, typed.Layers[^1].Output),
    ];

    private RandomModel GrowInput(RandomModel model, TypedModel typed)
    {
        var name = $"y{++names}";
        var last = typed.Layers[^1].Output;
        var isLike = choices.Next(3) > 0;
        var shape = isLike ? last.Shape.ToString() : WithoutHypers(choices.Pick(InputShapes));
        if (choices.OneIn(3))
            shape = shape.Replace("T", "S");
        if (choices.OneIn(6))
            shape = shape.Replace("N", "M");
        model = model.Insert(model.FirstLayer, New("Input", ("name", name), ("shape", shape), ("dtype", last.DType == NeuralDsl.Shapes.DType.Float32 || !isLike ? choices.DType() : new EnumMember(last.DType.ToString()))));
        return model.Append(choices.Next(6) switch
        {
            0 => New("Linear", ("outFeatures", 4L), ("From", name)),
            1 => New("MatMul", ("value", name)),
            2 => New("Multiply", ("values", name)),
            3 => New("Permute", ("axes", ShapeParser.Parse(shape, name).Rank is > 0 and var rank ? choices.Permutation(rank) : null), ("From", name), ("Name", $"v{++names}")),
            _ => New("Add", ("values", name)),
        });
    }
}
