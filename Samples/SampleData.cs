using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl.Samples;

/// <summary>The rows that each sample learns from and those that it is tested on.</summary>
internal static class SampleData
{
    /// <summary>
    /// Two clouds of 100 points around the origin of a space of 100 dimensions, of standard deviation 0.1 (label 0) and 0.2
    /// (label 1); another draw of the same clouds for testing.
    /// </summary>
    public static (DataSet<SimpleNN.Batch> Train, DataSet<SimpleNN.Batch> Test) Clouds(int seed)
    {
        random.manual_seed(seed);
        return (Draw(), Draw());

        static DataSet<SimpleNN.Batch> Draw()
        {
            const int points = 100;
            using var unit = randn(2 * points, 100);
            using var deviations = Halves(points, 0.1, 0.2);
            return new(unit * deviations, Halves(points, 0, 1));
        }

        // A column whose upper half holds one number and whose lower half another.
        static Tensor Halves(int count, double upper, double lower)
        {
            using var first = full(count, 1, upper, ScalarType.Float32);
            using var second = full(count, 1, lower, ScalarType.Float32);
            return cat([first, second], 0);
        }
    }

    /// <summary>569 tumours, four of five for training; each measurement standardized by the training rows alone.</summary>
    public static (DataSet<BreastCancerNet.Batch> Train, DataSet<BreastCancerNet.Batch> Test) BreastCancer(int seed)
    {
        using var data = Csv.Load<BreastCancerNet.Batch>(PathOf("breast-cancer.csv"), new() { Target = "label" });
        var (train, test) = data.Split(0.8, seed);
        using (train)
        using (test)
        using (var standardizer = Standardizer.Fit(train))
            return (standardizer.Apply(train), standardizer.Apply(test));
    }

    /// <summary>1,797 images, four of five for training; ink from 0 to 16 becomes 0 to 1.</summary>
    public static (DataSet<DigitsCnn.Batch> Train, DataSet<DigitsCnn.Batch> Test) Digits(int seed)
    {
        using var data = Csv.Load<DigitsCnn.Batch>(PathOf("digits.csv"), new() { Features = "pixel_*", Target = "label", Scale = 1.0 / 16 });
        return data.Split(0.8, seed);
    }

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "data", name);
}
