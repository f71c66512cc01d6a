namespace NeuralDsl;

/// <summary>Draws numbers from the standard normal distribution, anew in every pass, also in evaluation: what a generator makes its pictures of.</summary>
/// <param name="shape">The shape, in the language's notation; its symbols are hyper-parameters and those of the inputs.</param>
/// <remarks>
/// <para>Shape: takes nothing → the given shape.</para>
/// </remarks>
/// <example><code>[Input("image", "N 64"), Noise("N 8"), Linear(64), Tanh, Subtract("image")]</code></example>
public sealed class NoiseAttribute(string shape) : LayerAttribute
{
    /// <summary>The shape.</summary>
    public string Shape { get; } = shape;
}
