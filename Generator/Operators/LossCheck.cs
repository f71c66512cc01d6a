using NeuralDsl.Diagnostics;
using NeuralDsl.Graph;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators;

/// <summary>A loss's place in the model while its rule runs.</summary>
/// <param name="loss">The loss.</param>
/// <param name="predictions">The types of its predictions.</param>
/// <param name="pathTo">The way to a value, with shapes.</param>
/// <param name="agree">Whether two shapes agree, where they can only under a condition, which is recorded; reports the fault, or at the place that the batch is pinned, otherwise.</param>
/// <param name="faults">Where its faults go.</param>
internal sealed class LossCheck(
    GraphLoss loss, IReadOnlyList<TensorType> predictions, Func<string, string> pathTo, Func<Shape, Shape, FaultLocation, Func<Fault>, bool> agree, ICollection<Fault> faults)
{
    public IReadOnlyList<TensorType> Predictions => predictions;

    /// <summary>The name of its first target; empty where the names were refused.</summary>
    public string Target => loss.Targets.FirstOrDefault() ?? "";

    /// <summary>The first prediction, which is the only one of most losses.</summary>
    public TensorType Prediction => predictions[0];

    public Shape Shape => Prediction.Shape;

    /// <summary>Reports that a prediction is not what the loss takes, and gives null for the rule to return.</summary>
    public LossSignature? Refuse(string expected, int prediction = 0)
    {
        faults.Add(Wrong(expected, prediction));
        return null;
    }

    /// <summary>Reports that an argument does not fit the prediction, and gives null for the rule to return.</summary>
    public LossSignature? RefuseArgument(string argument, string expected, string actual)
    {
        faults.Add(new(Rules.InvalidArgument, new(loss.Attribute, argument), argument, loss.Operator, expected, actual));
        return null;
    }

    /// <summary>Whether an argument holds as many numbers as there are classes; reports it otherwise.</summary>
    public bool IsOnePerClass(string argument, int count, Dim classes) => agree(
        new([new(count, null)]), new([new(classes, null)]), new(loss.Attribute, argument),
        () => new(Rules.InvalidArgument, new(loss.Attribute, argument), argument, loss.Operator, $"{classes} numbers, one a class", $"{count}"));

    /// <summary>Whether a prediction has the dtype and shape of the first; reports it otherwise.</summary>
    public bool IsLikeFirst(int prediction)
    {
        Fault Differs() => Wrong(Prediction.ToString(), prediction);
        if (predictions[prediction].DType == Prediction.DType)
            return agree(Shape, predictions[prediction].Shape, new(loss.Attribute), Differs);
        faults.Add(Differs());
        return false;
    }

    private Fault Wrong(string expected, int prediction)
    {
        var value = loss.Predictions!.Value[prediction];
        return new(Rules.WrongPrediction, new(loss.Attribute), loss.Operator, expected, value, predictions[prediction].ToString(), pathTo(value));
    }
}
