using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>Modules in evaluation mode until it is disposed; then each is in the mode that it was in. Generated code calls it where a prediction needs modules that are not the compiler's.</summary>
public readonly struct EvaluationMode : IDisposable
{
    private readonly List<(nn.Module Module, bool IsTraining)>? before;

    private EvaluationMode(List<(nn.Module Module, bool IsTraining)>? before) => this.before = before;

    /// <summary>Puts modules, with all that is in them, into evaluation mode.</summary>
    /// <param name="modules">The modules; null for those that are absent.</param>
    public static EvaluationMode Of(params nn.Module?[] modules)
    {
        ArgumentNullException.ThrowIfNull(modules);
        List<(nn.Module, bool)>? before = null;
        foreach (var module in modules)
        {
            if (module is null)
                continue;
            var parts = module.modules().Prepend(module).Select(part => (Module: part, IsTraining: part.training)).ToList();
            if (!parts.Exists(part => part.IsTraining))
                continue;
            (before ??= []).AddRange(parts);
            module.eval();
        }
        return new(before);
    }

    /// <summary>Brings the modes back.</summary>
    public void Dispose()
    {
        // A module passes its mode on to its parts, which come after it.
        foreach (var (module, isTraining) in before ?? [])
        {
            if (module.training != isTraining)
                module.train(isTraining);
        }
    }
}
