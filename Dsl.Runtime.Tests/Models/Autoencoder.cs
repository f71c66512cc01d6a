namespace NeuralDsl.Tests.Models;

/// <summary>A model whose input is its target, with orthogonal weights, a frozen parameter and clipped gradients.</summary>
[Model]
[Input("x", "N 8")]
[Linear(3, Name = "encoder"), Tanh, Linear(8, Name = "decoder")]
[MSELoss(Target = "x")]
[Initialize("*.weight", Init.Orthogonal)]
[Freeze("encoder.bias")]
[SGD(0.1), ClipGradNorm(MaxNorm)]
internal sealed partial class Autoencoder
{
    public const double MaxNorm = 0.01;

    public static DataSet<Batch> Rows()
    {
        using var generator = new Generator(1);
        return new(randn(32, 8, generator: generator));
    }
}
