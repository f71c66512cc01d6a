using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl.Modules;

/// <content>The passes of a training step without autograd, in two steps around those of the part.</content>
internal static partial class Residual
{
    /// <summary>What the part takes, which the caller disposes.</summary>
    public static Tensor Begin(Tape tape, Tensor x, LayerNorm norm, TransformerOptions options) => options.NormFirst ? Normalize(tape, x, norm) : x.alias();

    /// <summary>The sum of what went in and of what the part made, which is disposed.</summary>
    public static Tensor End(Tape tape, Tensor x, Tensor made, LayerNorm norm, TransformerOptions options, bool training)
    {
        var mask = DropoutMask.Draw(made, options.Dropout, training);
        var sum = DropoutMask.Apply_(made, mask).add_(x);
        tape.Push(mask);
        if (options.NormFirst)
            return sum;
        using (sum)
            return Normalize(tape, sum, norm);
    }

    /// <summary>The gradient of the sum, and that of what the part made; the caller disposes both.</summary>
    public static (Tensor Sum, Tensor Made) BackwardEnd(Tape tape, Tensor dy, LayerNorm norm, TransformerOptions options)
    {
        var sum = options.NormFirst ? dy.alias() : NormalizeBack(tape, dy, norm);
        using var mask = tape.PopOrNull();
        return (sum, DropoutMask.Apply(sum, mask));
    }

    /// <summary>The gradient of what went in, from those of the sum and of what the part took, which are disposed.</summary>
    public static Tensor BackwardBegin(Tape tape, Tensor dSum, Tensor dTaken, LayerNorm norm, TransformerOptions options)
    {
        using (dSum)
        {
            if (!options.NormFirst)
                return dTaken.add_(dSum);
            using (dTaken)
                return NormalizeBack(tape, dTaken, norm).add_(dSum);
        }
    }

    /// <summary>Layer normalization.</summary>
    public static Tensor Normalize(Tape tape, Tensor x, LayerNorm norm)
    {
        var (y, mean, rstd) = Kernels.LayerNorm(norm, x);
        tape.Push(x.alias());
        tape.Push(mean);
        tape.Push(rstd);
        return y;
    }

    /// <summary>The gradient of what was normalized.</summary>
    public static Tensor NormalizeBack(Tape tape, Tensor dy, LayerNorm norm)
    {
        using var rstd = tape.Pop();
        using var mean = tape.Pop();
        using var x = tape.Pop();
        return Kernels.LayerNormBackward(norm, dy, x, mean, rstd);
    }

    /// <summary>Two linear layers with a function between them, of what is disposed.</summary>
    public static Tensor FeedForward(Tape tape, Tensor taken, Linear first, Linear second, TransformerOptions options, bool training)
    {
        var inner = first.call(taken);
        var active = options.Activation == Activation.GELU ? nn.functional.gelu(inner) : inner.relu_();
        var mask = DropoutMask.Draw(active, options.Dropout, training);
        var dropped = DropoutMask.Apply(active, mask);
        var y = second.call(dropped);
        tape.Push(taken);
        // Of ReLU the result says enough, which took the place of what went in.
        tape.Push(inner);
        tape.Push(mask);
        tape.Push(dropped);
        if (!ReferenceEquals(active, inner))
            active.Dispose();
        return y;
    }

    /// <summary>The gradient of what the linear layers took.</summary>
    public static Tensor FeedBack(Tape tape, Tensor dy, Linear first, Linear second, TransformerOptions options)
    {
        using var dropped = tape.Pop();
        using var mask = tape.PopOrNull();
        using var inner = tape.Pop();
        using var taken = tape.Pop();
        ParameterGradient.AddLinear(second.weight!, second.bias, dy, dropped);
        using var gradient = dy.matmul(second.weight!);
        DropoutMask.Apply_(gradient, mask);
        if (options.Activation == Activation.GELU)
            Kernels.GELUBackward_(gradient, inner);
        else
            Kernels.ThresholdBackward_(gradient, inner);
        ParameterGradient.AddLinear(first.weight!, first.bias, gradient, taken);
        return gradient.matmul(first.weight!);
    }
}
