using NeuralDsl.Graph;
using NeuralDsl.Operators;
using NeuralDsl.Shapes;

namespace NeuralDsl.Passes;

/// <summary>The code around a loss that says its gradient: the loss in the forward pass, and in the backward pass the gradients of its predictions.</summary>
/// <param name="pass">Where its statements go.</param>
/// <param name="loss">The loss.</param>
/// <param name="predictions">What it judges.</param>
/// <param name="targets">What it compares with.</param>
/// <param name="isWanted">Whether the gradient of a prediction is wanted.</param>
/// <param name="give">Takes the gradient of a prediction.</param>
internal sealed class LossGradientCode(
    Pass pass, TypedLoss loss, IReadOnlyList<Local> predictions, IReadOnlyList<Local> targets, Func<int, bool> isWanted, Action<int, Local> give)
{
    private Action? backward;

    public LossSignature Signature => loss.Signature;

    public IReadOnlyList<Local> Predictions => predictions;

    public Local Prediction => predictions[0];

    public IReadOnlyList<Local> Targets => targets;

    /// <summary>The loss.</summary>
    public Local? Made { get; private set; }

    /// <summary>The loss as the differentiable one is computed.</summary>
    /// <param name="operation">The loss.</param>
    /// <param name="compared">What it compares with.</param>
    public void Make(Loss operation, IReadOnlyList<Local> compared)
    {
        var reads = predictions.Concat(compared).ToList();
        var call = operation.Call(new([.. predictions.Select(local => local.Name)], [.. compared.Select(local => local.Name)], Signature, (wanted, expression, shape) =>
        {
            reads.Add(pass.View(Prediction, wanted, shape.Length == 0 ? null : shape, Code.Of(expression, reads)));
            return reads[reads.Count - 1].Name;
        }));
        Made = pass.Let(Names.Stem(loss.Operator), null, Code.Of(call, reads));
    }

    /// <summary>The loss and other tensors, of one expression that gives a tuple; a mean of rows is a sum there, which is divided.</summary>
    /// <param name="expression">What computes them.</param>
    /// <param name="words">The names of the others.</param>
    public IReadOnlyList<Local> MakeWith(Code expression, params string[] words)
    {
        var isDivided = loss.Loss.Options.Reduction == LossOptions.BatchMean;
        var made = Local.Own(pass.Name(isDivided ? "summed" : Names.Stem(loss.Operator)), null);
        Local[] others = [.. words.Select(word => Local.Own(pass.Name(word), null))];
        pass.LetAll([made, .. others], expression);
        Made = isDivided ? pass.Let(Names.Stem(loss.Operator), null, $"{made} / {Prediction}.size(0)") : made;
        return others;
    }

    /// <summary>Numbers, such as a factor for each class, as a tensor where the prediction is.</summary>
    public Local Numbers(string wanted, IEnumerable<string> numbers)
    {
        string[] all = [.. numbers];
        return pass.Let(wanted, $"[{all.Length}]", $"global::NeuralDsl.Losses.Numbers({Prediction}, {string.Join(", ", all)})");
    }

    /// <summary>The factor of the derivative that the reduction brings, as a call on a tensor that may be written into; nothing for a sum.</summary>
    public Code Scale(string reduction) => reduction switch
    {
        LossOptions.Mean => $".div_((global::TorchSharp.Scalar){Prediction}.numel())",
        LossOptions.BatchMean => $".div_((global::TorchSharp.Scalar){Prediction}.size(0))",
        _ => $"",
    };

    /// <summary>What the backward pass does.</summary>
    public void Backward(Action rule) => backward = rule;

    /// <summary>Runs the rule of the backward pass.</summary>
    public void RunBackward() => backward!();

    /// <summary>A new tensor.</summary>
    public Local Let(string wanted, string? shape, Code expression, params (Local Operand, Code Expression)[] inPlace) => pass.Let(wanted, shape, expression, inPlace);

    /// <summary>The gradients of all predictions by one expression that gives a tuple, before the reduction, which is the mean of rows where it is one.</summary>
    /// <param name="expression">What computes them.</param>
    public void GiveRows(Code expression) => GiveAll(expression, $"{Prediction}.size(0)");

    /// <summary>The same where the mean is that of all elements.</summary>
    /// <inheritdoc cref="GiveRows"/>
    public void GiveElements(Code expression) => GiveAll(expression, PerRow ?? $"{Prediction}.numel()");

    /// <summary>The same where the mean is that of all vectors along the last axis.</summary>
    /// <inheritdoc cref="GiveRows"/>
    public void GiveVectors(Code expression) => GiveAll(expression, PerRow ?? $"({Prediction}.numel() / {Prediction}.size(-1))");

    /// <summary>The same where the mean is that of the channels of all rows.</summary>
    /// <inheritdoc cref="GiveRows"/>
    public void GiveRegions(Code expression) => GiveAll(expression, PerRow ?? $"({Prediction}.size(0) * {Prediction}.size(1))");

    /// <summary>The number of rows where the mean is theirs whatever the loss is of; else null.</summary>
    private Code? PerRow => loss.Loss.Options.Reduction == LossOptions.BatchMean ? Code.Of($"{Prediction}.size(0)", [Prediction]) : null;

    private void GiveAll(Code expression, Code count)
    {
        Local[] gradients = [.. predictions.Select((_, i) => Local.Own(pass.Name(NameOf(i)), ShapeOf(i)))];
        if (gradients.Length == 1)
            gradients[0] = pass.Let(NameOf(0), ShapeOf(0), expression);
        else
            pass.LetAll(gradients, expression);
        for (var i = 0; i < gradients.Length; i++)
        {
            if (!isWanted(i))
                continue;
            var gradient = gradients[i];
            if (loss.Loss.Options.Reduction != LossOptions.Sum)
                gradient = pass.Let(NameOf(i), ShapeOf(i), $"{gradient} / {count}", (gradient, $"{gradient}.div_((global::TorchSharp.Scalar){count})"));
            give(i, gradient);
        }
    }

    /// <summary>A view.</summary>
    public Local View(Local of, string wanted, string? shape, Code expression) => pass.View(of, wanted, shape, expression);

    /// <summary>The gradient of a prediction, where it is wanted: a new tensor.</summary>
    public void Give(int prediction, Code expression, params (Local Operand, Code Expression)[] inPlace)
    {
        if (isWanted(prediction))
            give(prediction, pass.Let(NameOf(prediction), ShapeOf(prediction), expression, inPlace));
    }

    /// <summary>The gradient of a prediction, where it is wanted: a view of another tensor.</summary>
    public void GiveView(int prediction, Local of, Code expression)
    {
        if (isWanted(prediction))
            give(prediction, pass.View(of, NameOf(prediction), ShapeOf(prediction), expression));
    }

    private string NameOf(int prediction) => GradientCode.GradientNameOf(loss.Predictions[prediction]);

    private string ShapeOf(int prediction) => Signature.Predictions[prediction].Shape.ToDisplay();
}
