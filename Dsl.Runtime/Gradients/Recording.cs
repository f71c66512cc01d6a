using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>The parts of a backward pass that autograd computes, since an operator has no gradient of its own. Generated code calls it.</summary>
public static class Recording
{
    /// <summary>
    /// Whether autograd has to compute a whole backward pass: in 16 bits, where losses are computed in Float32, and where somebody wants the gradient of an input, which no parameter's is.
    /// </summary>
    /// <param name="parameter">One of the model's parameters, whose dtype all have; null for a model without.</param>
    /// <param name="fields">What a batch holds.</param>
    public static bool IsNeeded(Tensor? parameter, ReadOnlySpan<Tensor?> fields)
    {
        if (parameter?.IsNarrow == true)
            return true;
        foreach (var field in fields)
        {
            if (field is not null && (field.requires_grad || field.IsNarrow))
                return true;
        }
        return false;
    }

    /// <summary>The backward pass of a loss by autograd.</summary>
    /// <param name="loss">The loss, a scalar, which is disposed.</param>
    /// <returns>Its value.</returns>
    public static double Backward(Tensor loss)
    {
        ArgumentNullException.ThrowIfNull(loss);
        using (loss)
        {
            loss.backward();
            return loss.ToDouble();
        }
    }

    /// <summary>A tensor's numbers as the beginning of what autograd records.</summary>
    /// <param name="input">The tensor, which is not changed.</param>
    /// <returns>A handle of its own to the same memory; the caller disposes it.</returns>
    public static Tensor Leaf(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.detach().requires_grad_(true);
    }

    /// <summary>Lets autograd compute the gradients of leaves and of parameters.</summary>
    /// <param name="outputs">What was computed; what nothing of which a gradient is wanted went into is left out.</param>
    /// <param name="gradients">Their gradients; none for a scalar whose gradient is 1.</param>
    public static void Backward(Tensor[] outputs, Tensor[] gradients)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        ArgumentNullException.ThrowIfNull(gradients);
        if (outputs is [{ requires_grad: true } scalar] && gradients.Length == 0)
        {
            scalar.backward();
            return;
        }
        Tensor[] recorded = [.. outputs.Where(output => output.requires_grad)];
        if (recorded.Length > 0)
            autograd.backward(recorded, [.. gradients.Where((_, i) => outputs[i].requires_grad)]);
    }

    /// <summary>The gradient that autograd gave a leaf; zeros where nothing depends on it. The caller disposes it.</summary>
    public static Tensor GradientOf(Tensor leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        return leaf.grad ?? zeros_like(leaf, requires_grad: false);
    }
}
