using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>The mean distance between prediction and target, in the target's unit.</summary>
internal sealed class MeanAbsoluteError() : Measurement(Name, "0.0000")
{
    public const string Name = "mean absolute error";

    protected override (double Sum, long Count) Measure(Tensor prediction, Tensor target)
    {
        using var difference = prediction.sub(target);
        using var distance = difference.abs();
        using var sum = distance.sum();
        return (sum.ToDouble(), target.numel());
    }
}
