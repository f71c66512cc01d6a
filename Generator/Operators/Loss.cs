using NeuralDsl.Collections;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators;

/// <summary>A loss with its arguments read: what prediction it takes, what target follows from it, and the C# that it becomes.</summary>
/// <param name="Options">The arguments that every loss has.</param>
internal abstract record Loss(LossOptions Options)
{
    /// <summary>What the prediction means; the name of a member of the public enum <c>LearningTask</c>.</summary>
    public abstract string Task { get; }

    /// <summary>What metrics must know besides, as named arguments of the public record <c>LossInfo</c>.</summary>
    public virtual IEnumerable<string> Facts => [];

    /// <summary>The predictions that it names in its own arguments, besides the last layer's value or the one that From names.</summary>
    public virtual ValueNames Values => ValueNames.None;

    /// <summary>Whether it takes the last layer's value, or what From says, and not only the values that it names.</summary>
    public virtual bool TakesCurrent => true;

    /// <summary>The targets that it takes, as they are called where the user does not say.</summary>
    public virtual EquatableArray<string> TargetNames => ["target"];

    /// <summary>What the numbers of the prediction must mean.</summary>
    public virtual PredictionEncoding Takes => PredictionEncoding.Anything;

    /// <summary>What the numbers of a target mean; null for any numbers.</summary>
    public virtual Encoding? EncodeTarget(LossSignature signature, int target) => null;

    /// <summary>The targets that fit the predictions, or null after a fault.</summary>
    public abstract LossSignature? Infer(LossCheck check);

    /// <summary>The loss without autograd and its backward pass; null where autograd alone has its gradient.</summary>
    public virtual Action<LossGradientCode>? Gradient(LossSignature signature) => null;

    /// <summary>The expression of the reduced loss, a scalar.</summary>
    public abstract string Call(LossCode code);

    /// <summary>A call in <c>torch.nn.functional</c> with the reduction.</summary>
    protected string Functional(LossCode code, string function, params string[] arguments) => Reduced(code, $"{CSharp.Functional}.{function}", arguments);

    /// <summary>A call of a loss of the run time's, with the reduction.</summary>
    protected string Own(LossCode code, string function, params string[] arguments) => Reduced(code, $"global::NeuralDsl.Losses.{function}", arguments);

    /// <summary>The reduction is said only where it is not the mean; that over rows is a sum, divided.</summary>
    private string Reduced(LossCode code, string function, string[] arguments)
    {
        var reduction = Options.Reduction == LossOptions.Mean ? "" : $", reduction: global::TorchSharp.torch.nn.Reduction.{LossOptions.Sum}";
        var call = $"{function}({string.Join(", ", arguments)}{reduction})";
        return Options.Reduction == LossOptions.BatchMean ? $"{code.Temporary("summed", call, "")} / {code.Prediction}.size(0)" : call;
    }
}

/// <summary>The arguments that every loss has.</summary>
/// <param name="Weight">Factor in the sum of losses.</param>
/// <param name="Reduction"><c>Mean</c>, <c>Sum</c> or <c>BatchMean</c>.</param>
/// <param name="TargetValue">What an elementwise loss compares with instead of a target; null for a target.</param>
internal sealed record LossOptions(Number Weight, string Reduction, Number? TargetValue)
{
    public const string Mean = "Mean";

    public const string Sum = "Sum";

    public const string BatchMean = "BatchMean";

    public static LossOptions Read(ArgumentReader arguments, string reduction = Mean)
    {
        reduction = arguments.Member("Reduction", reduction);
        if (reduction is not (Mean or Sum or BatchMean))
            arguments.Refuse("Reduction", "Mean, Sum or BatchMean", reduction);
        return new(
            arguments.Number("Weight", 1, NumberRange.Positive), reduction,
            arguments.Has("TargetValue") ? arguments.Number("TargetValue", 0, NumberRange.Any) : null);
    }
}

/// <summary>What a loss makes of its predictions.</summary>
/// <param name="Predictions">The types of its predictions.</param>
/// <param name="Targets">The types of its targets.</param>
/// <param name="ClassAxis">The axis of the classes in the prediction; -1 where there is none.</param>
internal sealed record LossSignature(EquatableArray<TensorType> Predictions, EquatableArray<TensorType> Targets, int ClassAxis = -1)
{
    /// <summary>One prediction against one target.</summary>
    public LossSignature(TensorType prediction, TensorType target, int classAxis = -1)
        : this([prediction], [target], classAxis)
    {
    }

    public TensorType Prediction => Predictions[0];

    public TensorType Target => Targets[0];
}

/// <summary>The code around a loss.</summary>
/// <param name="Predictions">The locals of its predictions.</param>
/// <param name="Targets">The expressions of its targets.</param>
/// <param name="Signature">What it takes.</param>
/// <param name="Temporary">Names an intermediate that is disposed at the end of the method: name, expression, shape; gives the local's name.</param>
internal sealed record LossCode(IReadOnlyList<string> Predictions, IReadOnlyList<string> Targets, LossSignature Signature, Func<string, string, string, string> Temporary)
{
    public string Prediction => Predictions[0];

    public string Target => Targets[0];

    /// <summary>A number as a tensor where the prediction is.</summary>
    public string Number(string name, Number number) => Temporary(name, $"global::NeuralDsl.Losses.Numbers({Prediction}, {number.Member})", "[1]");

    /// <summary>Numbers as a tensor where the prediction is.</summary>
    public string Numbers(string name, IReadOnlyCollection<double> numbers) =>
        Temporary(name, $"global::NeuralDsl.Losses.Numbers({Prediction}, {string.Join(", ", numbers.Select(CSharp.Number))})", $"[{numbers.Count}]");
}
