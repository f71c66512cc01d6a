using static TorchSharp.torch;

namespace NeuralDsl;

/// <content>The loss of a policy.</content>
public static partial class Losses
{
    /// <summary>Log-probabilities of actions, each times its advantage, negated (REINFORCE; Williams, 1992).</summary>
    /// <param name="scores">The scores of all actions, along the last axis.</param>
    /// <param name="actions">The actions that were taken, Int64, without that axis.</param>
    /// <param name="advantages">How good they were, of the shape of the actions.</param>
    /// <param name="reduction">How the elements' losses become one number.</param>
    public static Tensor PolicyGradient(Tensor scores, Tensor actions, Tensor advantages, nn.Reduction reduction = nn.Reduction.Mean)
    {
        ArgumentNullException.ThrowIfNull(actions);
        using var scope = NewDisposeScope();
        var taken = nn.functional.log_softmax(scores, -1).gather(-1, actions.unsqueeze(-1)).squeeze(-1);
        return Reduce((taken * advantages).neg(), reduction).MoveToOuterDisposeScope();
    }
}
