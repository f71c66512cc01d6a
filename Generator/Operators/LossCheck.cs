using NeuralDsl.Diagnostics;
using NeuralDsl.Graph;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators;

/// <summary>A loss's place in the model while its rule runs.</summary>
/// <param name="loss">The loss.</param>
/// <param name="predictions">The types of its predictions.</param>
/// <param name="pathTo">The way to a value, with shapes.</param>
/// <param name="agree">Whether two shapes agree, where they can only under a condition, which is recorded; reports the fault otherwise.</param>
/// <param name="faults">Where its faults go.</param>
internal sealed class LossCheck(
    GraphLoss loss, IReadOnlyList<TensorType> predictions, Func<string, string> pathTo, Func<Shape, Shape, Func<Fault>, bool> agree, ICollection<Fault> faults)
{
    public IReadOnlyList<TensorType> Predictions => predictions;

    /// <summary>The first prediction, which is the only one of most losses.</summary>
    public TensorType Prediction => predictions[0];

    public Shape Shape => Prediction.Shape;

    /// <summary>Reports that a prediction is not what the loss takes, and gives null for the rule to return.</summary>
    public LossSignature? Refuse(string expected, int prediction = 0)
    {
        faults.Add(Wrong(expected, prediction));
        return null;
    }

    /// <summary>Whether a prediction has the dtype and shape of the first; reports it otherwise.</summary>
    public bool IsLikeFirst(int prediction)
    {
        Fault Differs() => Wrong(Prediction.ToString(), prediction);
        if (predictions[prediction].DType == Prediction.DType)
            return agree(Shape, predictions[prediction].Shape, Differs);
        faults.Add(Differs());
        return false;
    }

    private Fault Wrong(string expected, int prediction)
    {
        var value = loss.Predictions!.Value[prediction];
        return new(Rules.WrongPrediction, new(loss.Attribute), loss.Operator, expected, value, predictions[prediction].ToString(), pathTo(value));
    }
}
