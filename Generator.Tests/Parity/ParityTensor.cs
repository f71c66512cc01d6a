using System.Globalization;
using NeuralDsl.Shapes;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl.Generator.Tests.Parity;

/// <summary>A tensor that a row asks for.</summary>
/// <param name="Name">Its name in the model.</param>
/// <param name="DType">The name of its dtype.</param>
/// <param name="From">The least number, or null where numbers are normally distributed.</param>
/// <param name="To">What numbers are below.</param>
/// <param name="Shape">Its shape in the language's notation.</param>
/// <param name="IsSign">Whether numbers are -1 and 1.</param>
internal sealed record ParityTensor(string Name, string DType, double? From, double? To, string Shape, bool IsSign)
{
    /// <param name="name">Its name.</param>
    /// <param name="text">As in <c>N 5</c>, <c>Int64 0..10 N T</c>, <c>0..1 N 5</c>, and <c>±1 N</c> for -1 and 1.</param>
    public static ParityTensor Parse(string name, string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        var dtype = "Float32";
        if (words.Count > 0 && Enum.GetNames<NeuralDsl.Shapes.DType>().Contains(words[0]))
        {
            dtype = words[0];
            words.RemoveAt(0);
        }
        double? from = null, to = null;
        if (words.Count > 0 && words[0].Contains("..", StringComparison.Ordinal))
        {
            var ends = words[0].Split("..");
            from = double.Parse(ends[0], CultureInfo.InvariantCulture);
            to = double.Parse(ends[1], CultureInfo.InvariantCulture);
            words.RemoveAt(0);
        }
        return new(name, dtype, from, to, string.Join(" ", words.Where(word => word != "±1")), words.Contains("±1"));
    }

    /// <summary>The tensor, of the random numbers given: other tests draw from the engine's own.</summary>
    public Tensor Create(IReadOnlyDictionary<string, int> sizes, Random random)
    {
        long[] shape = [.. ShapeParser.Parse(Shape).Axes.Select(axis => axis.Size.Evaluate(symbol => sizes[symbol])!.Value)];
        using var numbers = DType switch
        {
            _ when IsSign => Numbers(shape, () => random.Next(2) * 2 - 1),
            "Float32" or "Float64" when From is null => Normal(shape, random),
            "Float32" or "Float64" => Numbers(shape, () => From.Value + random.NextDouble() * (To!.Value - From.Value)),
            _ => Numbers(shape, () => random.NextInt64((long)(From ?? 0), (long)(To ?? 2))),
        };
        return numbers.to(Enum.Parse<ScalarType>(DType), copy: true);
    }

    /// <summary>Normally distributed numbers.</summary>
    public static Tensor Normal(long[] shape, Random random) =>
        Numbers(shape, () => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));

    private static Tensor Numbers(long[] shape, Func<double> next)
    {
        var numbers = new float[shape.Aggregate(1L, (product, size) => product * size)];
        foreach (ref var number in numbers.AsSpan())
            number = (float)next();
        using var flat = tensor(numbers);
        return flat.reshape(shape);
    }
}
