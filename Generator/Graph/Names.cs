using NeuralDsl.Operators;

namespace NeuralDsl.Graph;

/// <summary>Which names the language allows, and which it makes.</summary>
internal static class Names
{
    /// <summary>What generated classes and <c>torch.nn.Module</c> already call something; a layer's property would hide it.</summary>
    private static readonly HashSet<string> ReservedForLayers =
    [
        // Generated.
        "Architecture", "Backward", "Batch", "ClipGradients", "CreateOptimizer", "CreateScheduler", "Definition", "Evaluate", "Forward", "GradientView", "Gradients", "IsTrained", "Loss", "Outputs", "ParameterCount", "Predict",
        "Step", "Summary", "TrainStep", "device", "dtype",
        // torch.nn.Module and its typed bases.
        "ClearModules", "ConditionallyRegisterBuffer", "ConditionallyRegisterParameter", "Create", "Dispose", "GetDefaultDeviceAndType", "GetName",
        "HookRemover", "RegisterComponents", "ReplaceBuffer", "ReplaceParameter", "_deviceIndex", "_deviceType", "_internal_buffers", "_internal_params",
        "_internal_submodules", "_named_buffers", "_named_parameters", "_parameters", "_to", "_toEpilog", "add_module", "apply", "buffers", "call",
        "children", "eval", "forward", "get_buffer", "get_parameter", "has_buffer", "has_parameter", "load", "load_state_dict", "module_post_hooks", "module_pre_hooks", "modules", "name",
        "named_buffers", "named_children", "named_modules", "named_parameters", "parameters", "post_hooks", "pre_hooks", "register_buffer",
        "register_forward_hook", "register_forward_pre_hook", "register_module", "register_parameter", "save", "save_state_dict", "state_dict", "train",
        "training", "zero_grad",
        // System.Object.
        "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString",
    ];

    /// <summary>What a generated batch already calls something, in Pascal case as its properties are.</summary>
    private static readonly HashSet<string> ReservedForFields =
    [
        "Batch", "Create", "Deconstruct", "Equals", "Fields", "GetHashCode", "GetType", "Item", "MemberwiseClone", "PrintMembers", "ReferenceEquals", "ToString",
    ];

    /// <summary>Why the name cannot be a layer's, or null.</summary>
    public static string? WhyNotLayer(string name, string className, IEnumerable<string> members) => WhyNotIdentifier(name)
        ?? (ReservedForLayers.Contains(name) ? "a model has a member of that name already"
            : name == className ? "it is the name of the class"
            : members.Contains(name) ? "the class declares a member of that name" : null);

    /// <summary>Why the name cannot be an input's or a target's, or null.</summary>
    public static string? WhyNotField(string name) => WhyNotIdentifier(name)
        ?? (ReservedForFields.Contains(CSharp.Pascal(name)) ? $"the generated Batch has a member '{CSharp.Pascal(name)}' already" : null);

    /// <summary>The operator in camel case without its dimensions, as automatic names begin: <c>conv</c>, <c>maxPool</c>, <c>relu</c>.</summary>
    public static string Stem(string operatorName)
    {
        var hasDimensions = operatorName.Length > 2 && operatorName.EndsWith("d", StringComparison.Ordinal) && char.IsDigit(operatorName[operatorName.Length - 2]);
        var name = hasDimensions ? operatorName.Substring(0, operatorName.Length - 2) : operatorName;
        // Acronyms are words: ReLU is relu, LSTM is lstm, BCELoss is bceLoss.
        var capitals = name.TakeWhile(char.IsUpper).Count();
        return capitals == name.Length || name.EndsWith("LU", StringComparison.Ordinal) ? name.ToLowerInvariant()
            : name.Substring(0, Math.Max(1, capitals - 1)).ToLowerInvariant() + name.Substring(Math.Max(1, capitals - 1));
    }

    /// <summary>A value's name in one word: <c>lstmHidden</c> for <c>lstm.hidden</c>, any other as it is.</summary>
    public static string Word(string value) => string.Concat(value.Split('.').Select((part, i) => i == 0 ? part : CSharp.Pascal(part)));

    /// <summary>The local of a value.</summary>
    public static string Identifier(string value) => CSharp.Identifier(Word(value));

    /// <summary>The property of an output.</summary>
    public static string Property(string value) => CSharp.Pascal(Word(value));

    private static string? WhyNotIdentifier(string name) => name.Length == 0
        ? "it is empty"
        : !(char.IsLetter(name[0]) || name[0] == '_') || !name.All(c => char.IsLetterOrDigit(c) || c == '_')
            ? "it is no C# identifier of letters, digits and underscores"
            : null;
}
