using NeuralDsl.Declaration;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl.Generator.Tests.Properties;

/// <content>Losses, frozen parameters and the groups of an optimizer.</content>
internal sealed partial class EngineRun
{
    public const string WithoutGradient = "an optimizer takes a loss with a gradient";

    public static bool IsOptimizer(AttributeDeclaration attribute) => attribute.Name is "SGD" or "Adam" or "AdamW";

    private static bool IsLoss(AttributeDeclaration attribute) => attribute.Name.EndsWith("Loss", StringComparison.Ordinal);

    /// <summary>The losses first, then the groups of the optimizer.</summary>
    private void Train(IReadOnlyList<int> places, string prediction)
    {
        var isTrainable = false;
        foreach (var place in places.Where(place => IsLoss(model.Attributes[place])))
        {
            Enter(place);
            isTrainable |= Lose(layer.Text("From") is { } from ? LayerValue(from) : Value(prediction), layer.Name == "CrossEntropyLoss");
        }
        var groups = places.Where(place => IsOptimizer(model.Attributes[place])).ToArray();
        foreach (var place in groups)
        {
            Enter(place);
            if (!isTrainable)
                throw new EngineException(WithoutGradient);
            if (layer.Name != model.Attributes[groups[0]].Name || (groups.Length > 1 && layer.Text("Only") is null && layer.Text("Except") is null))
                throw new EngineException("groups of one optimizer are of one kind, and each has patterns");
            CheckPatterns(layer.Text("Only"));
            CheckPatterns(layer.Text("Except"));
        }
        foreach (var (name, parameter) in NamedParameters().Where(pair => groups.Length > 0 && pair.Value.requires_grad))
        {
            var owners = groups.Count(place => IsInGroup(model.Attributes[place], name));
            if (owners > 1)
                throw new EngineException($"'{name}' is in two groups");
            if (owners == 0)
                Take("a parameter without an optimizer");
        }
    }

    /// <summary>What the frozen parameters are, once all are there.</summary>
    private void CheckFreezes()
    {
        foreach (var place in Places("Freeze"))
        {
            Enter(place);
            CheckPatterns(layer.Text("patterns"));
        }
    }

    private static bool IsInGroup(AttributeDeclaration group, string name) =>
        (group.Text("Only") is not { } only || NamePattern.Matches(only, name)) && (group.Text("Except") is not { } except || !NamePattern.Matches(except, name));

    private void CheckPatterns(string? patterns)
    {
        if (NamePattern.Split(patterns ?? "").FirstOrDefault(pattern => !NamedParameters().Any(pair => NamePattern.Matches(pattern, pair.Name))) is { } useless)
            throw new EngineException($"no parameter is named '{useless}'");
    }

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
}
