using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl.Samples;

/// <summary>
/// Data that a program makes itself: two clouds of 100 points around the origin of a space of 100 dimensions, of standard deviation 0.1 (label 0)
/// and 0.2 (label 1); another draw of the same clouds for testing.
/// </summary>
public static class Clouds
{
    private const int Points = 100;

    /// <summary>The clouds as a model's data.</summary>
    public static DataSource<SimpleNN.Batch> Source { get; } = DataSource.Of(seed =>
    {
        random.manual_seed(seed);
        return new DataParts<SimpleNN.Batch>(Draw(), Draw());
    });

    private static DataSet<SimpleNN.Batch> Draw()
    {
        using var unit = randn(2 * Points, 100);
        using var deviations = Halves(0.1, 0.2);
        return new(unit * deviations, Halves(0, 1));
    }

    // A column whose upper half holds one number and whose lower half another.
    private static Tensor Halves(double upper, double lower)
    {
        using var first = full(Points, 1, upper, ScalarType.Float32);
        using var second = full(Points, 1, lower, ScalarType.Float32);
        return cat([first, second], 0);
    }
}
