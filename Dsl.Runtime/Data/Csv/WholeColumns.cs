using System.Globalization;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>Columns of whole numbers: class indices, tokens; 0 and 1 for a mask.</summary>
internal sealed class WholeColumns(string path, TensorField field, IReadOnlyList<(string Name, int Index)> columns, long[] rowShape)
    : CsvColumns(path, field, columns)
{
    private GrowingBuffer<long> numbers = new();

    public override Tensor TakeRows(int count)
    {
        var whole = tensor(numbers.Content, [count, .. rowShape]);
        numbers = new();
        if (Field.DType != DType.Bool)
            return whole;
        using (whole)
            return whole.to_type(ScalarType.Bool);
    }

    protected override string? Add(ReadOnlySpan<byte> text)
    {
        // Many tools write whole numbers as 3.0.
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return text.Length == 0 ? "the value is missing." : $"{Quote(text)} is not a number.";
        if (!decimal.IsInteger(number) || number is < long.MinValue or > long.MaxValue)
            return $"{Quote(text)} is not a whole number, but '{Field.Name}' is {Field.DType}.";
        if (Field.DType == DType.Bool && number is not (0 or 1))
            return $"{Quote(text)} is neither 0 nor 1, but '{Field.Name}' is Bool.";
        numbers.Add((long)number);
        return null;
    }
}
