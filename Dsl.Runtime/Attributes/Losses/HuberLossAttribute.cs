namespace NeuralDsl;

/// <summary>Squared difference below a distance, linear above it.</summary>
/// <remarks>
/// <para>Shape: any; target of the prediction's dtype and shape. <c>d²/2</c> where the distance d is at most delta, else <c>delta·(d - delta/2)</c>.</para>
/// <para>Source: Huber 1964.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Linear(1), HuberLoss(Delta = 2)]</code></example>
public sealed class HuberLossAttribute : ElementwiseLossAttribute
{
    /// <summary>The distance; above 0: a number, or the name of a hyper-parameter; default 1.</summary>
    public object Delta { get; set; } = 1.0;
}
