namespace NeuralDsl;

/// <summary>Takes parameters out of training: they get no gradient and no step, and do not count as trainable.</summary>
/// <param name="patterns">Patterns of state-dict names, separated by commas; a star stands for any characters: <c>encoder.*</c>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class FreezeAttribute(string patterns) : ModelElementAttribute
{
    /// <summary>Patterns of state-dict names.</summary>
    public string Patterns { get; } = patterns;
}
