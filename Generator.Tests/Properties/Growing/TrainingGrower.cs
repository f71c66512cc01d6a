using NeuralDsl.Declaration;
using NeuralDsl.Shapes;
using static NeuralDsl.Generator.Tests.Properties.Attributes;

namespace NeuralDsl.Generator.Tests.Properties.Growing;

/// <summary>Grows what comes after the layers: outputs, losses, frozen parameters and optimizers.</summary>
internal sealed class TrainingGrower(Choices choices)
{
    /// <summary>The model with outputs that assert their shapes, wrong ones at times.</summary>
    public RandomModel GrowOutputs(RandomModel model, TypedModel typed)
    {
        var named = typed.Layers.Where(layer => layer.Node.IsNamed).ToArray();
        for (var i = 0; named.Length > 0 && i < choices.Next(1, 4); i++)
        {
            var layer = choices.Pick(named);
            var shape = choices.OneIn(2) ? layer.Output.Shape.ToString() : layer.Output.Shape.ToDisplay().Trim('[', ']').Replace(',', ' ');
            model = model.Append(New("Output", ("name", layer.Name), ("shape", choices.Next(4) > 0 ? shape : null)));
        }
        return model;
    }

    /// <summary>The model with losses and an optimizer that fit its last value.</summary>
    public RandomModel Train(RandomModel model, TypedModel typed)
    {
        var last = typed.Layers[^1];
        var names = typed.ParameterCounts.Select(parameter => parameter.Name).Where(name => name[0] is 'v' or 'w').ToArray();
        if (names.Length > 0 && choices.OneIn(3))
            model = model.Append(New("Freeze", ("patterns", Pattern(names))));
        var loss = last.Node.Operator == "Sigmoid" && choices.OneIn(2) ? "BCELoss" : choices.Pick("MSELoss", "L1Loss", "BCEWithLogitsLoss", "CrossEntropyLoss");
        model = model.Append(New(loss, ("Reduction", choices.OneIn(3) ? new EnumMember("Sum") : null), ("Weight", choices.OneIn(4) ? 0.5 : null)));
        if (choices.OneIn(4) && typed.Layers.FirstOrDefault(layer => layer.Node.IsNamed) is { } named)
            model = model.Append(New("MSELoss", ("From", named.Name), ("Target", "other")));
        var optimizer = choices.Next(3) switch { 0 => New("SGD", ("learningRate", 0.01)), 1 => New("Adam"), _ => New("AdamW", ("learningRate", 0.002)) };
        if (names.Length == 0 || choices.OneIn(2))
            return model.Append(optimizer);
        // Two groups that are each other's rest, or three by two patterns.
        var pattern = Pattern(names);
        model = model.Append(optimizer.Set("Only", pattern)).Append(optimizer.Set("Except", pattern));
        return choices.OneIn(4) ? model.Append(optimizer.Set("Only", Pattern(names))) : model;
    }

    /// <summary>A pattern that matches something.</summary>
    private string Pattern(string[] names)
    {
        var name = choices.Pick(names).Replace('#', '0');
        var pattern = choices.Next(4) switch { 0 => $"{name.Split('.')[0]}*", 1 => $"*.{name.Split('.')[^1]}", 2 => "*.weight", _ => name };
        return choices.OneIn(5) ? $"{pattern}, *.bias" : pattern;
    }
}
