using static TorchSharp.torch;

namespace NeuralDsl.Modules;

/// <content>The gradients of lengths and directions.</content>
public sealed partial class WeightNorm
{
    /// <summary>Of w = g·v/|v|: dg = Σ dw·v/|v|, and dv = (dw - dg·v/|v|)·g/|v|.</summary>
    private protected override void LearnWeight(Tape tape, Tensor dWeight, Tensor weight)
    {
        var lengths = LengthsOf(weight_v);
        var direction = weight_v / lengths;
        var dLength = (dWeight * direction).sum([.. Enumerable.Range(1, (int)weight.dim() - 1).Select(axis => (long)axis)], keepdim: true);
        ParameterGradient.Add(weight_g, dLength);
        ParameterGradient.Add(weight_v, (dWeight - direction * dLength) * (weight_g / lengths));
    }
}
