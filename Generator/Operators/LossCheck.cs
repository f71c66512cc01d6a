using NeuralDsl.Diagnostics;
using NeuralDsl.Graph;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators;

/// <summary>A loss's place in the model while its rule runs.</summary>
internal sealed class LossCheck(GraphLoss loss, TensorType prediction, string path, ICollection<Fault> faults)
{
    public TensorType Prediction => prediction;

    public Shape Shape => prediction.Shape;

    /// <summary>Reports that the prediction is not what the loss takes, and gives null for the rule to return.</summary>
    public LossSignature? Refuse(string expected)
    {
        faults.Add(new(Rules.WrongPrediction, new(loss.Attribute), loss.Operator, expected, loss.Prediction!, prediction.ToString(), path));
        return null;
    }
}
