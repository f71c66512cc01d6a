namespace NeuralDsl;

/// <summary>Base of what says how a learned tensor begins. A number that its <see cref="Init"/> does not take must be left out.</summary>
public abstract class InitializationAttribute : ModelElementAttribute
{
    private protected InitializationAttribute()
    {
    }

    /// <summary>Mean of <see cref="Init.Normal"/> and <see cref="Init.TruncatedNormal"/>: a number, or the name of a hyper-parameter; default 0.</summary>
    public object Mean { get; set; } = 0.0;

    /// <summary>
    /// Standard deviation of <see cref="Init.Normal"/> and <see cref="Init.TruncatedNormal"/>; at least 0: a number, or the name of a
    /// hyper-parameter; default 0.02, as in BERT and GPT-2.
    /// </summary>
    public object Std { get; set; } = 0.02;

    /// <summary>
    /// Lower end of <see cref="Init.Uniform"/>, default 0, and of <see cref="Init.TruncatedNormal"/>, default -2: a number, or the name of
    /// a hyper-parameter. It is a value, no number of standard deviations.
    /// </summary>
    public object? Low { get; set; }

    /// <summary>
    /// Upper end of <see cref="Init.Uniform"/>, default 1, and of <see cref="Init.TruncatedNormal"/>, default 2: a number, or the name of
    /// a hyper-parameter.
    /// </summary>
    public object? High { get; set; }

    /// <summary>The element of <see cref="Init.Constant"/>: a number, or the name of a hyper-parameter; default 0.</summary>
    public object Value { get; set; } = 0.0;

    /// <summary>
    /// Factor of <see cref="Init.XavierUniform"/>, <see cref="Init.XavierNormal"/> and <see cref="Init.Orthogonal"/>: a number, or the
    /// name of a hyper-parameter; default 1.
    /// </summary>
    public object Gain { get; set; } = 1.0;

    /// <summary>Which pass <see cref="Init.KaimingUniform"/> and <see cref="Init.KaimingNormal"/> keep the variance of; default <see cref="FanMode.In"/>.</summary>
    public FanMode Fan { get; set; }

    /// <summary>
    /// What follows the weight, for <see cref="Init.KaimingUniform"/> and <see cref="Init.KaimingNormal"/>; default
    /// <see cref="InitNonlinearity.LeakyReLU"/>, which with a slope of 0 is ReLU.
    /// </summary>
    public InitNonlinearity Nonlinearity { get; set; }

    /// <summary>Slope of <see cref="InitNonlinearity.LeakyReLU"/> below 0: a number, or the name of a hyper-parameter; default 0.</summary>
    public object Slope { get; set; } = 0.0;
}
