using static TorchSharp.torch;

namespace NeuralDsl.Modules;

/// <content>The passes of a training step without autograd.</content>
public abstract partial class NormalizedLayer
{
    private static readonly long[][] AllButChannels = [[0, 2], [0, 2, 3], [0, 2, 3, 4]];

    /// <summary>The forward pass of a training step, without autograd: what <see cref="Backward"/> needs goes on the tape.</summary>
    /// <param name="tape">Where <see cref="Backward"/> finds what it needs.</param>
    /// <param name="input">What the layer takes.</param>
    /// <returns>What it makes; the caller disposes it.</returns>
    public Tensor Forward(Tape tape, Tensor input)
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(input);
        using var withoutAutograd = no_grad();
        using var scope = NewDisposeScope();
        var weight = MakeWeight();
        KeepForWeight(tape);
        tape.Push(input.alias().DetachFromDisposeScope());
        tape.Push(weight.DetachFromDisposeScope());
        return function(input, weight, bias).MoveToOuterDisposeScope();
    }

    /// <summary>The backward pass of what <see cref="Forward"/> left on the tape: adds to the gradients of its parameters.</summary>
    /// <param name="tape">What <see cref="Forward"/> left; nothing of it is there afterwards.</param>
    /// <param name="dy">The gradient of what it made, which the caller disposes.</param>
    /// <returns>The gradient of what it took; the caller disposes it.</returns>
    public Tensor Backward(Tape tape, Tensor dy)
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(dy);
        using var withoutAutograd = no_grad();
        using var scope = NewDisposeScope();
        using var weight = tape.Pop();
        using var input = tape.Pop();
        Tensor dx, dWeight;
        if (convolution is null)
        {
            var rows = dy.reshape(-1, dy.size(-1));
            dWeight = rows.t().mm(input.reshape(-1, input.size(-1)));
            ParameterGradient.AddSum(bias, dy);
            dx = dy.matmul(weight);
        }
        else
        {
            dWeight = Kernels.ConvolutionBackward(convolution, weight, dy, input, ofInput: false);
            if (bias is { requires_grad: true })
                ParameterGradient.Add(bias, dy.sum(AllButChannels[(int)dy.dim() - 3]));
            dx = Kernels.ConvolutionBackward(convolution, weight, dy, input, ofInput: true);
        }
        LearnWeight(tape, dWeight, weight);
        return dx.MoveToOuterDisposeScope();
    }

    /// <summary>Puts on the tape what <see cref="LearnWeight"/> needs of this pass.</summary>
    private protected virtual void KeepForWeight(Tape tape)
    {
    }

    /// <summary>Adds to the gradients of what the weight is made of.</summary>
    /// <param name="tape">What <see cref="KeepForWeight"/> left.</param>
    /// <param name="dWeight">The gradient of the weight.</param>
    /// <param name="weight">The weight.</param>
    private protected abstract void LearnWeight(Tape tape, Tensor dWeight, Tensor weight);
}
