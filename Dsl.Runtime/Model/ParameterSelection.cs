using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>Chooses parameters by the patterns of their state-dict names; generated code calls it.</summary>
public static class ParameterSelection
{
    /// <summary>The parameters of a group: those that match <paramref name="only"/> and do not match <paramref name="except"/>.</summary>
    /// <param name="model">The model.</param>
    /// <param name="only">Patterns separated by commas, in which a star stands for any characters; null for all.</param>
    /// <param name="except">Patterns likewise; null for none.</param>
    public static IReadOnlyList<Parameter> Select(nn.Module model, string? only = null, string? except = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        var selected = new List<Parameter>();
        foreach (var (name, parameter) in model.named_parameters())
        {
            if ((only is null || NamePattern.Matches(only, name)) && (except is null || !NamePattern.Matches(except, name)))
                selected.Add(parameter);
        }
        return selected;
    }

    /// <summary>Gives the parameters that match new values, outside of autograd.</summary>
    /// <param name="model">The model.</param>
    /// <param name="initialize">Fills a parameter in place.</param>
    /// <param name="only">Patterns separated by commas, in which a star stands for any characters.</param>
    /// <param name="except">Patterns likewise, of parameters that are left as they are; null for none.</param>
    public static void Initialize(nn.Module model, Action<Tensor> initialize, string only, string? except = null)
    {
        ArgumentNullException.ThrowIfNull(initialize);
        using var withoutGradients = no_grad();
        foreach (var parameter in Select(model, only, except))
        {
            if (!parameter.IsNarrow)
            {
                initialize(parameter);
                continue;
            }
            // Engines lack some initializations in 16 bits, such as orthogonal ones.
            using var wide = parameter.to(ScalarType.Float32);
            initialize(wide);
            parameter.copy_(wide);
        }
    }

    /// <summary>Takes the parameters that match out of training: they get no gradient and no step.</summary>
    /// <param name="model">The model.</param>
    /// <param name="patterns">Patterns separated by commas, in which a star stands for any characters.</param>
    public static void Freeze(nn.Module model, string patterns)
    {
        foreach (var parameter in Select(model, only: patterns))
            parameter.requires_grad = false;
    }

    /// <summary>The gradient of one parameter, which the caller disposes; null where it has none.</summary>
    /// <param name="model">The model.</param>
    /// <param name="name">The parameter's state-dict name.</param>
    public static Tensor? Gradient(nn.Module model, string name)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.named_parameters().FirstOrDefault(parameter => parameter.name == name).parameter?.grad;
    }
}
