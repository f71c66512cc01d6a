using System.Globalization;
using System.Numerics;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>Columns of real numbers.</summary>
internal sealed class RealColumns<T>(
    string path, TensorField field, IReadOnlyList<(string Name, int Index)> columns, long[] rowShape, double scale, Func<Memory<T>, long[], Tensor> toTensor)
    : CsvColumns(path, field, columns)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private GrowingBuffer<T> numbers = new();

    public override Tensor TakeRows(int count)
    {
        var rows = toTensor(numbers.Content, [count, .. rowShape]);
        numbers = new();
        return rows;
    }

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
}
