using NeuralDsl;
using static TorchSharp.torch;

namespace MyModel;

/// <summary>
/// Points in two half moons that lie in each other. For data of your own, <c>Csv.Load&lt;Classifier.Batch&gt;("data.csv", new() { Target = "label" })</c>
/// reads a table.
/// </summary>
public static class Moons
{
    public static DataSet<Classifier.Batch> Draw(int count, int seed)
    {
        var random = new Random(seed);
        var points = new float[count, 2];
        var moons = new long[count];
        for (var i = 0; i < count; i++)
        {
            var angle = Math.PI * random.NextDouble();
            moons[i] = i % 2;
            points[i, 0] = (float)((moons[i] == 0 ? Math.Cos(angle) : 1 - Math.Cos(angle)) + 0.2 * random.NextDouble());
            points[i, 1] = (float)((moons[i] == 0 ? Math.Sin(angle) : 0.5 - Math.Sin(angle)) + 0.2 * random.NextDouble());
        }
        return new(tensor(points), tensor(moons));
    }
}
