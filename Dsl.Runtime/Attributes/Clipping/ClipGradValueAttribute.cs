namespace NeuralDsl;

/// <summary>Cuts each element of the gradients to a range around 0 before a step, as PyTorch's <c>clip_grad_value_</c>.</summary>
/// <example><code>[Input("x", "N 8"), Linear(1), MSELoss, Adam, ClipGradValue(0.5)]</code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class ClipGradValueAttribute : ModelElementAttribute
{
    /// <param name="value">The largest magnitude; above 0.</param>
    public ClipGradValueAttribute(double value) => Value = value;

    /// <param name="value">The name of a hyper-parameter that holds it.</param>
    public ClipGradValueAttribute(string value) => Value = value;

    /// <summary>The largest magnitude: a number, or the name of a hyper-parameter.</summary>
    public object Value { get; }
}
