namespace NeuralDsl;

/// <summary>Softmax over the channels of each pixel.</summary>
/// <remarks>
/// <para>Shape: <c>[N, C, H, W]</c> → the same.</para>
/// </remarks>
/// <example><code>[Input("image", "N C=3 H W"), Softmax2d]</code></example>
public sealed class Softmax2dAttribute : LayerAttribute;
