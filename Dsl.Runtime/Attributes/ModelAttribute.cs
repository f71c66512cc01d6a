namespace NeuralDsl;

/// <summary>Makes a partial class a neural network: a TorchSharp module generated from the attributes after it.</summary>
/// <example><code>
/// [Model]
/// [Input("features", "N 100")]
/// [Linear(64), ReLU]
/// [Linear(1)]
/// [BCEWithLogitsLoss]
/// [SGD(0.01)]
/// public partial class SimpleNN;
/// </code></example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ModelAttribute : ModelElementAttribute
{
    /// <summary>How gradients are computed. Default <see cref="GradientMode.Automatic"/>.</summary>
    public GradientMode Gradients { get; set; }
}
