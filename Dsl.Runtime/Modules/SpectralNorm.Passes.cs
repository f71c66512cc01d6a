using static TorchSharp.torch;

namespace NeuralDsl.Modules;

/// <content>The gradient of the weight before it is divided.</content>
public sealed partial class SpectralNorm
{
    /// <summary>The vectors of this pass, which a later one makes better.</summary>
    private protected override void KeepForWeight(Tape tape)
    {
        tape.Push(weight_u.clone().DetachFromDisposeScope());
        tape.Push(weight_v.clone().DetachFromDisposeScope());
    }

    /// <summary>Of w = W/σ with σ = u·W·v: dW = (dw - (Σ dw·w)·u·vᵀ)/σ.</summary>
    private protected override void LearnWeight(Tape tape, Tensor dWeight, Tensor weight)
    {
        using var v = tape.Pop();
        using var u = tape.Pop();
        var matrix = ToMatrix(weight_orig);
        var sigma = u.dot(matrix.mv(v));
        // The outer product in the weight's layout.
        var turned = weight_orig.transpose(0, rows);
        var outer = u.outer(v).reshape(turned.shape).transpose(0, rows);
        ParameterGradient.Add(weight_orig, (dWeight - outer * (dWeight * weight).sum()) / sigma);
    }
}
