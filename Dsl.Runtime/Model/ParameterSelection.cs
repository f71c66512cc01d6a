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
            if (IsIn(name, only, except))
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

    /// <summary>The first parameter of a model, whose dtype all have; null for a model without.</summary>
    /// <param name="model">The model.</param>
    public static Parameter? First(nn.Module model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.parameters().FirstOrDefault();
    }

    /// <summary>Whether a parameter of a module is to be trained.</summary>
    /// <param name="module">The module; null for one that is not there.</param>
    public static bool AnyTrained(nn.Module? module) => module?.parameters().Any(parameter => parameter.requires_grad) == true;

    /// <summary>Takes the parameters that match out of training: they get no gradient and no step.</summary>
    /// <param name="model">The model.</param>
    /// <param name="patterns">Patterns separated by commas, in which a star stands for any characters.</param>
    public static void Freeze(nn.Module model, string patterns)
    {
        foreach (var parameter in Select(model, only: patterns))
            parameter.requires_grad = false;
    }

    /// <summary>Takes all other parameters out of training until the result is disposed: what is computed meanwhile has gradients for the chosen ones only.</summary>
    /// <param name="model">The model.</param>
    /// <param name="groups">Patterns of the chosen parameters, as <see cref="Select"/> takes them; a parameter of one group is enough.</param>
    /// <returns>What trains the others again, where they were trained before.</returns>
    public static IDisposable TrainOnly(nn.Module model, params (string? Only, string? Except)[] groups)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(groups);
        var others = new List<Parameter>();
        foreach (var (name, parameter) in model.named_parameters())
        {
            if (!parameter.requires_grad || IsInOne(name, groups))
                continue;
            parameter.requires_grad = false;
            others.Add(parameter);
        }
        return new Untrained(others);
    }

    /// <summary>Whether a parameter is in a group.</summary>
    internal static bool IsIn(string name, string? only, string? except) =>
        (only is null || NamePattern.Matches(only, name)) && (except is null || !NamePattern.Matches(except, name));

    private static bool IsInOne(string name, (string? Only, string? Except)[] groups)
    {
        foreach (var (only, except) in groups)
        {
            if (IsIn(name, only, except))
                return true;
        }
        return false;
    }

    private sealed class Untrained(List<Parameter> parameters) : IDisposable
    {
        public void Dispose() => parameters.ForEach(parameter => parameter.requires_grad = true);
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
