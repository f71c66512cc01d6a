using NeuralDsl.Shapes;

namespace NeuralDsl.Operators;

/// <summary>A loss with its arguments read: what prediction it takes, what target follows from it, and the C# that it becomes.</summary>
/// <param name="Options">The arguments that every loss has.</param>
internal abstract record Loss(LossOptions Options)
{
    /// <summary>What the prediction means; the name of a member of the public enum <c>LearningTask</c>.</summary>
    public abstract string Task { get; }

    /// <summary>The target that fits the prediction, or null after a fault.</summary>
    public abstract LossSignature? Infer(LossCheck check);

    /// <summary>The expression of the reduced loss, a scalar.</summary>
    public abstract string Call(LossCode code);

    /// <summary>The arguments as <c>torch.nn.functional</c>'s losses take them, the reduction only where it is not the mean.</summary>
    protected string Functional(string function, string prediction, string target)
    {
        var reduction = Options.Reduction == LossOptions.Mean ? "" : $", reduction: global::TorchSharp.torch.nn.Reduction.{Options.Reduction}";
        return $"{CSharp.Functional}.{function}({prediction}, {target}{reduction})";
    }
}

/// <summary>The arguments that every loss has.</summary>
/// <param name="Weight">Factor in the sum of losses.</param>
/// <param name="Reduction"><c>Mean</c> or <c>Sum</c>.</param>
internal sealed record LossOptions(Number Weight, string Reduction)
{
    public const string Mean = "Mean";

    public static LossOptions Read(ArgumentReader arguments)
    {
        var reduction = arguments.Member("Reduction", Mean);
        if (reduction is not (Mean or "Sum"))
            arguments.Refuse("Reduction", "Mean or Sum", reduction);
        return new(arguments.Number("Weight", 1, NumberRange.Positive), reduction);
    }
}

/// <summary>What a loss makes of a prediction.</summary>
/// <param name="Prediction">The prediction's type.</param>
/// <param name="Target">The target's type.</param>
/// <param name="ClassAxis">The axis of the classes in the prediction; -1 where there is none.</param>
internal sealed record LossSignature(TensorType Prediction, TensorType Target, int ClassAxis = -1);

/// <summary>The code around a loss: its operands, and a way to name an intermediate that is disposed at the end of the method.</summary>
internal sealed record LossCode(string Prediction, string Target, LossSignature Signature, Func<string, string, string, string> Temporary);
