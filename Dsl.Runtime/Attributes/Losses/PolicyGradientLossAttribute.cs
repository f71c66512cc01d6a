namespace NeuralDsl;

/// <summary>Makes actions more probable the better they turned out to be: the negative of their log-probabilities, each times its advantage.</summary>
/// <remarks>
/// <para>
/// Shape: scores of actions <c>[N, actions]</c> or <c>[N, T, actions]</c>; two targets, the actions that were taken, Int64 without the last axis, and their advantages,
/// floating point of the same shape. <c>-advantage·log softmax(scores)[action]</c>.
/// </para>
/// <para>Source: REINFORCE, Williams 1992.</para>
/// </remarks>
/// <example><code>[Input("state", "N 4"), Linear(2), PolicyGradientLoss(Target = "action, reward")]</code></example>
public sealed class PolicyGradientLossAttribute : LossAttribute;
