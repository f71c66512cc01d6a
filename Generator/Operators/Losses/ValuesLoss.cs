using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Losses;

/// <summary>A loss that names all of its predictions, which are of one dtype and shape.</summary>
internal abstract record ValuesLoss(LossOptions Options, ValueNames Predictions) : Loss(Options)
{
    public sealed override string Task => "Other";

    public sealed override ValueNames Values => Predictions;

    public sealed override bool TakesCurrent => false;

    /// <summary>How many axes its predictions have at least.</summary>
    protected virtual int LeastAxes => 0;

    /// <summary>How many axes its predictions have at most.</summary>
    protected virtual int MostAxes => int.MaxValue;

    public sealed override LossSignature? Infer(LossCheck check)
    {
        var prediction = check.Prediction;
        if (!prediction.IsFloatingPoint || prediction.Shape.Rank < LeastAxes || prediction.Shape.Rank > MostAxes)
            return check.Refuse(LeastAxes == 0 ? "a floating-point tensor" : $"floating-point vectors, such as [N,8],");
        return Enumerable.Range(1, check.Predictions.Count - 1).All(check.IsLikeFirst) ? new([.. check.Predictions], [.. TargetOf(prediction)]) : null;
    }

    /// <summary>The targets that fit predictions of a type.</summary>
    protected virtual IEnumerable<TensorType> TargetOf(TensorType prediction) => [];
}
