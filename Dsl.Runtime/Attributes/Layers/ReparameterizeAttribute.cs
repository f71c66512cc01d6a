namespace NeuralDsl;

/// <summary>Draws from normal distributions so that their means and variances can be learned; in evaluation it is the means.</summary>
/// <remarks>
/// <para>Shape: means and logarithms of variances, of one shape → the same: <c>mu + exp(logvar/2)·ε</c> with ε from the standard normal distribution.</para>
/// <para>Source: Kingma and Welling 2013.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Linear(2, Name = "mu"), Linear(2, From = "x", Name = "logvar"), Reparameterize("mu, logvar"), Linear(8)]</code></example>
/// <param name="values">Names of the means and of the logarithms of variances, with a comma between.</param>
public sealed class ReparameterizeAttribute(string values) : LayerAttribute
{
    /// <summary>Names of the means and of the logarithms of variances.</summary>
    public string Values { get; } = values;
}
