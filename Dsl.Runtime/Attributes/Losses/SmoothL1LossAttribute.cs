namespace NeuralDsl;

/// <summary>Squared difference below a distance, absolute difference above it.</summary>
/// <remarks>
/// <para>Shape: any; target of the prediction's dtype and shape. <c>d²/(2·beta)</c> where the distance d is below beta, else <c>d - beta/2</c>.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Linear(1), SmoothL1Loss(Beta = 0.5)]</code></example>
public sealed class SmoothL1LossAttribute : ElementwiseLossAttribute
{
    /// <summary>The distance; at least 0: a number, or the name of a hyper-parameter; default 1.</summary>
    public object Beta { get; set; } = 1.0;
}
