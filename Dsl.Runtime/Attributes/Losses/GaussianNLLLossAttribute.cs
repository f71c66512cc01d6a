namespace NeuralDsl;

/// <summary>Negative log-likelihood of numbers with a normal distribution whose mean and variance are predicted.</summary>
/// <remarks>
/// <para>
/// Shape: means of any shape, variances of the same; target of the prediction's dtype and shape. <c>(log v + (x - y)²/v)/2</c>. A variance
/// below eps counts as eps.
/// </para>
/// <para>Source: Nix and Weigend 1994.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Linear(1, Name = "mean"), Linear(1, From = "x"), Softplus(Name = "variance"), GaussianNLLLoss("variance", From = "mean")]</code></example>
/// <param name="variance">The name of the value that is the variance.</param>
public sealed class GaussianNLLLossAttribute(string variance) : LossAttribute
{
    /// <summary>The name of the value that is the variance.</summary>
    public string Variance { get; } = variance;

    /// <summary>Whether to add the constant log(2π)/2; default false.</summary>
    public bool Full { get; set; }

    /// <summary>The least variance; above 0: a number, or the name of a hyper-parameter; default 1e-6.</summary>
    public object Eps { get; set; } = 1e-6;
}
