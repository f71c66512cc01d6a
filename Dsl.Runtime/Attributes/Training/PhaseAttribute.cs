namespace NeuralDsl;

/// <summary>
/// Begins a phase of the training step. The losses, optimizers, schedule and clipping that follow belong to it, up to the next phase; the phases of a step run in
/// their order. A phase trains the parameters of its optimizers, computes what its losses need, and leaves all other parameters alone.
/// </summary>
/// <param name="name">The phase's name, from which its members are named: <c>critic</c> has <c>CriticLoss</c>, <c>CriticStep</c> and <c>CreateCriticOptimizer</c>.</param>
/// <example>
/// <code>
/// [Input("state", "N 4"), Input("action", "N", DType.Int64), Input("reward", "N")]
/// [Linear(16, From = "state"), Tanh, Linear(2, Name = "actor")]
/// [Linear(16, From = "state", Name = "hidden"), Tanh, Linear(1, Name = "score"), Squeeze(1, Name = "critic")]
/// [Subtract("reward"), Neg(Name = "advantage")]
/// [Phase("judge"), MSELoss(From = "critic", Target = "reward"), Adam(1e-2, Only = "hidden.*, score.*")]
/// [Phase("act"), PolicyGradientLoss(From = "actor", Target = "action, advantage"), Adam(1e-3, Except = "hidden.*, score.*")]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class PhaseAttribute(string name) : ModelElementAttribute
{
    /// <summary>The phase's name.</summary>
    public string Name { get; } = name;

    /// <summary>The phase is part of each so many-th step: with 5, a generator learns once while its critic learns five times. At least 1; default 1.</summary>
    public int Every { get; set; } = 1;
}
