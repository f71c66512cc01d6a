using System.Globalization;
using System.Numerics;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>Columns of real numbers.</summary>
internal sealed class RealColumns<T>(
    string path, TensorField field, (string Name, int Index)[] columns, long[] rowShape, double scale, Func<Memory<T>, long[], Tensor> toTensor)
    : CsvColumns(path, field, columns, rowShape)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly GrowingBuffer<T> numbers = new();

    protected override string? Add(ReadOnlySpan<byte> text)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return text.Length == 0 ? "the value is missing." : $"{Quote(text)} is not a number.";
        var scaled = T.CreateSaturating(number * scale);
        if (!T.IsFinite(scaled))
            return $"{Quote(text)} is not a finite number.";
        numbers.Add(scaled);
        return null;
    }

    protected override Tensor ToTensor(long[] shape) => toTensor(numbers.Content, shape);
}
