using NeuralDsl.Collections;

namespace NeuralDsl.Operators.Losses;

/// <summary>The arguments of losses over classes.</summary>
/// <param name="Weights">A factor for each class; null for none.</param>
/// <param name="IgnoreIndex">The index whose rows do not count; null where the user does not say.</param>
/// <param name="Shift">By how many steps the target is later than the prediction; 0 for none.</param>
internal sealed record ClassOptions(EquatableArray<double>? Weights, long? IgnoreIndex, long Shift)
{
    /// <summary>The index that PyTorch's losses ignore by themselves.</summary>
    public const long Ignored = -100;

    public static ClassOptions Read(ArgumentReader arguments) => new(
        arguments.NumberList("ClassWeights", NumberRange.NotNegative),
        arguments.Has("IgnoreIndex") ? arguments.Integer("IgnoreIndex", Ignored) : null,
        arguments.Has("Shift") ? arguments.Integer("Shift", 0, minimum: 0) : 0);
}
