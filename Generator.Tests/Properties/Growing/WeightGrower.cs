using NeuralDsl.Declaration;
using NeuralDsl.Shapes;
using static NeuralDsl.Generator.Tests.Properties.Attributes;

namespace NeuralDsl.Generator.Tests.Properties.Growing;

/// <summary>Grows layers that use weights in other ways: shared, tied, looked up, of the model's own, or left out for some hyper-parameters.</summary>
internal sealed class WeightGrower(Choices choices)
{
    private int parameters;

    /// <summary>The model with such a layer more.</summary>
    public (RandomModel Model, AttributeDeclaration Layer) Create(TensorType type, IReadOnlyList<GrownValue> values, RandomModel model)
    {
        if (type.DType == NeuralDsl.Shapes.DType.Int64 && choices.Next(4) > 0)
            return (model, New("Embedding", ("rows", choices.OneIn(3) && model.HasHyper("d") ? choices.Pick("2*d", "d+1") : (long)choices.Next(2, 10)), ("dims", choices.Size(model, 8))));
        return choices.Next(6) switch
        {
            0 or 1 => GrowParameter(type, model),
            2 => (model, Tied(type, model)),
            3 => (model, Optional(type, model)),
            _ => (model, Shared(model)),
        };
    }

    /// <summary>A layer, with a condition at times, whatever comes of it.</summary>
    public AttributeDeclaration WithCondition(AttributeDeclaration layer, RandomModel model) => model.Hypers.Any(hyper => hyper.Get("value") is long) && choices.OneIn(12)
        ? layer.Set("If", $"{choices.Pick([.. model.Hypers.Where(hyper => hyper.Get("value") is long)]).Text("name")} {choices.Pick("!=", "==", ">", ">=", "<", "<=")} {choices.Next(0, 10)}")
        : layer;

    /// <summary>A learned tensor that is joined to the value: of its sizes where they are numbers, else 1.</summary>
    private (RandomModel, AttributeDeclaration) GrowParameter(TensorType type, RandomModel model)
    {
        var name = $"w{++parameters}";
        var axes = type.Shape.Axes.Select((axis, i) => i > 0 && choices.Next(4) > 0 && Choices.Written(model, axis.Size) is { } size ? $"{size}" : "1").ToArray();
        var init = choices.OneIn(2) ? choices.Pick("Ones", "Normal") : null;
        var parameter = New(
            "Parameter", ("name", name), ("shape", string.Join(" ", axes)), ("Init", init is null ? null : new EnumMember(init)), ("Std", init == "Normal" && choices.OneIn(2) ? 0.1 : null));
        return (model.Insert(model.FirstLayer, parameter), New(choices.Pick("Add", "Multiply"), ("values", name)));
    }

    /// <summary>A linear layer over the weight of an earlier one.</summary>
    private AttributeDeclaration Tied(TensorType type, RandomModel model)
    {
        var owners = Named(model, "Linear", "Embedding");
        if (owners.Length == 0)
            return New("GELU");
        var owner = choices.Pick(owners);
        return New("Linear", ("outFeatures", owner.Get("rows") ?? owner.Get("outFeatures")), ("Tie", owner.Text("Name")), ("In", choices.OneIn(5) && type.Shape.Rank > 0 ? Choices.Written(model, type.Shape[-1]) : null));
    }

    /// <summary>An earlier layer again, with its weights.</summary>
    private AttributeDeclaration Shared(RandomModel model)
    {
        var owners = Named(model, "Linear", "Conv1d", "Conv2d", "BatchNorm1d", "BatchNorm2d", "Embedding", "Block");
        if (owners.Length == 0)
            return New("SiLU");
        var owner = choices.Pick(owners);
        var again = owner.Drop("Name").Drop("If").Set("Share", owner.Text("Name")!);
        return again.Get("From") is not null && choices.OneIn(2) ? again : again.Name == "Block" ? again : again.Drop("From");
    }

    /// <summary>A layer that is there only where it is needed to change the shape.</summary>
    private AttributeDeclaration Optional(TensorType type, RandomModel model)
    {
        var shape = type.Shape;
        if (shape.Rank is 3 or 4 && Choices.Written(model, shape[1]) is { } channels && choices.OneIn(2))
        {
            var (made, stride) = (choices.Size(model, 8), choices.Size(model, 3));
            return New($"Conv{shape.Rank - 2}d", ("outChannels", made), ("kernel", 1L), ("Stride", stride), ("If", $"{stride} != 1 || {made} != {channels}"));
        }
        if (shape.Rank > 0 && Choices.Written(model, shape[-1]) is { } features)
        {
            var made = choices.Size(model, 8);
            return New("Linear", ("outFeatures", made), ("If", choices.OneIn(2) ? $"{made} != {features}" : $"{features} != {made}"));
        }
        return New("Sigmoid", ("If", "1 != 1"));
    }

    private static AttributeDeclaration[] Named(RandomModel model, params string[] operators) =>
        [.. model.Attributes.Where(attribute => operators.Contains(attribute.Name) && attribute.Text("Name") is not null)];
}
