namespace NeuralDsl;

/// <summary>Divergence of normal distributions from the standard one: the regularization of a variational autoencoder.</summary>
/// <remarks>
/// <para>
/// Shape: means and logarithms of variances, of one shape; no target. <c>-(1 + logvar - mu² - exp(logvar))/2</c> for each element. It is
/// summed by default, as it belongs to a sum of reconstruction losses; <see cref="Reduction.BatchMean"/> goes with their mean over rows.
/// </para>
/// <para>Source: Kingma and Welling 2013, appendix B.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Linear(2, Name = "mu"), Linear(2, From = "x", Name = "logvar"), Reparameterize("mu, logvar"), Linear(8), MSELoss(Target = "x", Reduction = Reduction.Sum), GaussianKL("mu, logvar")]</code></example>
public sealed class GaussianKLAttribute : ValuesLossAttribute
{
    /// <param name="values">Names of the means and of the logarithms of variances, with a comma between.</param>
    public GaussianKLAttribute(string values) : base(values) => Reduction = Reduction.Sum;
}
