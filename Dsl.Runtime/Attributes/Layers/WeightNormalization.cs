namespace NeuralDsl;

/// <summary>What a layer does to its weight before it uses it.</summary>
public enum WeightNormalization
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>
    /// Learns lengths and directions apart: <c>weight = weight_g·weight_v / |weight_v|</c>, with a length for every index of the first axis
    /// (Salimans and Kingma 2016, "Weight Normalization").
    /// </summary>
    Weight,

    /// <summary>
    /// Divides by the largest singular value: <c>weight = weight_orig / (weight_uᵀ·weight_orig·weight_v)</c>. Each pass in training makes the
    /// vectors better by one power iteration (Miyato et al. 2018, "Spectral Normalization for Generative Adversarial Networks").
    /// </summary>
    Spectral,
}
