namespace NeuralDsl;

/// <summary>How a learned tensor begins. A weight's first axis is its outputs, the second its inputs.</summary>
public enum Init
{
    /// <summary>All zeros.</summary>
    Zeros,

    /// <summary>All ones.</summary>
    Ones,

    /// <summary>Normally distributed, with <c>Mean</c> and <c>Std</c>.</summary>
    Normal,

    /// <summary>Every element is <c>Value</c>.</summary>
    Constant,

    /// <summary>Equally likely anywhere from <c>Low</c> to <c>High</c>.</summary>
    Uniform,

    /// <summary>Normally distributed, with <c>Mean</c> and <c>Std</c>, between <c>Low</c> and <c>High</c>.</summary>
    TruncatedNormal,

    /// <summary>Uniform, with the variance <c>Gain</c>² · 2 / (inputs + outputs); Glorot and Bengio 2010. At least 2 axes.</summary>
    XavierUniform,

    /// <summary>Normal, with the variance <c>Gain</c>² · 2 / (inputs + outputs); Glorot and Bengio 2010. At least 2 axes.</summary>
    XavierNormal,

    /// <summary>Uniform, with the variance gain² / inputs, where <c>Nonlinearity</c> decides the gain; He et al. 2015. At least 2 axes.</summary>
    KaimingUniform,

    /// <summary>Normal, with the variance gain² / inputs, where <c>Nonlinearity</c> decides the gain; He et al. 2015. At least 2 axes.</summary>
    KaimingNormal,

    /// <summary>Orthogonal rows or columns, times <c>Gain</c>; Saxe et al. 2013. At least 2 axes.</summary>
    Orthogonal,

    /// <summary>The identity matrix. Exactly 2 axes.</summary>
    Eye,

    /// <summary>A convolution that passes each channel on. From 3 to 5 axes.</summary>
    Dirac,
}
