using System.Globalization;
using System.Numerics;
using System.Text;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Writes a tensor for people: its header, or its numbers in the manner of numpy, Julia or C#, long ones abbreviated.</summary>
internal sealed class TensorFormatter(PrintOptions options, CultureInfo culture)
{
    public string Format(Tensor tensor)
    {
        if (options.Style == TensorStringStyle.Metadata || tensor.device_type == DeviceType.META)
            return Header(tensor) + $", device = {tensor.device}";

        var text = new StringBuilder();
        if (options.Style == TensorStringStyle.Julia)
            text.Append(Header(tensor)).Append(", device = ").Append(tensor.device).Append(tensor.ndim == 0 ? " " : options.NewLine);
        else if (options.Style == TensorStringStyle.CSharp)
            text.Append('[').Append(string.Join("x", tensor.shape)).Append("], type = ").Append(tensor.dtype).Append(", value = ");

        using var scope = NewDisposeScope();
        using var values = tensor.CpuContiguous();
        var cells = Cells(values);
        var shape = values.shape;
        if (options.Style == TensorStringStyle.Julia)
            AppendMatrices(text, cells, shape);
        else
            AppendNested(text, cells, shape, 0, 0, 0);
        return text.ToString();
    }

    private static string Header(Tensor tensor) => $"[{string.Join("x", tensor.shape)}], type = {tensor.dtype}";

    private Func<long, string> Cells(Tensor values)
    {
        if (values.NumberOfElements == 0)
            return _ => "";
        switch (values.dtype)
        {
            case ScalarType.Float32:
                return i => Real(values.ReadCpuSingle(i));
            case ScalarType.Float64:
                return i => Real(values.ReadCpuDouble(i));
            case ScalarType.Float16:
                return i => Real(values.ReadCpuFloat16(i));
            case ScalarType.BFloat16:
                return i => Real(values.ReadCpuBFloat16(i));
            case ScalarType.Bool:
                return i => options.Style == TensorStringStyle.Numpy
                    ? values.ReadCpuBool(i) ? "True" : "False"
                    : values.ReadCpuBool(i) ? "true" : "false";
            case ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64:
                return i => Number(values, i);
            default:
                var integers = values.to_type(ScalarType.Int64);
                return i => integers.ReadCpuInt64(i).ToString(culture);
        }
    }

    private string Number(Tensor values, long i)
    {
        var value = values.dtype == ScalarType.ComplexFloat64
            ? values.ReadCpuValue<Complex>(i)
            : values.ReadCpuValue<(float, float)>(i) is var (re, im) ? new Complex(re, im) : default;
        return $"{Real(value.Real)}{(value.Imaginary < 0 ? "-" : "+")}{Real(Math.Abs(value.Imaginary))}i";
    }

    private string Real(double value) => value.ToString(options.FloatFormat, culture);

    // Brackets within brackets, one row a line.
    private void AppendNested(StringBuilder text, Func<long, string> cells, long[] shape, int dim, long offset, int indent)
    {
        if (dim == shape.Length)
        {
            text.Append(cells(offset));
            return;
        }
        var (open, close) = options.Style == TensorStringStyle.CSharp
            ? dim == 0 && shape.Length == 1 ? ($"{ElementName}[] {{", "}") : ("{", "}")
            : ("[", "]");
        text.Append(open);
        var stride = Elements(shape, dim + 1);
        var innermost = dim == shape.Length - 1;
        var separator = options.Style == TensorStringStyle.CSharp ? ", " : innermost ? " " : "";
        var first = true;
        foreach (var i in Shown(shape[dim], innermost ? options.MaxColumns : options.MaxRows))
        {
            if (!first)
            {
                text.Append(separator);
                if (!innermost && options.Style != TensorStringStyle.CSharp)
                    text.Append(options.NewLine).Append(' ', indent + 1);
            }
            first = false;
            if (i < 0)
                text.Append("...");
            else
                AppendNested(text, cells, shape, dim + 1, offset + i * stride, indent + 1);
        }
        text.Append(close);
    }

    private static string ElementName => "var";

    // Matrices with aligned columns, each under the indices of the leading dimensions.
    private void AppendMatrices(StringBuilder text, Func<long, string> cells, long[] shape)
    {
        if (shape.Length < 2)
        {
            AppendRow(text, cells, 0, shape.Length == 0 ? 1 : shape[0], null);
            if (shape.Length == 1)
                text.Append(options.NewLine);
            return;
        }
        var (rows, columns) = (shape[^2], shape[^1]);
        var matrices = Elements(shape, 0) / Math.Max(1, rows * columns);
        for (long m = 0; m < matrices; m++)
        {
            if (shape.Length > 2)
                text.Append('[').Append(string.Join(",", Position(m, shape[..^2]))).Append(",..,..] =").Append(options.NewLine);
            var start = m * rows * columns;
            var shownRows = Shown(rows, options.MaxRows).ToArray();
            var width = shownRows.Where(r => r >= 0)
                .SelectMany(r => Shown(columns, options.MaxColumns).Where(c => c >= 0).Select(c => cells(start + r * columns + c).Length))
                .DefaultIfEmpty(0).Max();
            foreach (var row in shownRows)
            {
                text.Append(' ');
                if (row < 0)
                    text.Append("...");
                else
                    AppendRow(text, cells, start + row * columns, columns, width);
                text.Append(options.NewLine);
            }
        }
    }

    private void AppendRow(StringBuilder text, Func<long, string> cells, long start, long length, int? width) =>
        text.AppendJoin(' ', Shown(length, options.MaxColumns).Select(i => i < 0 ? "..." : cells(start + i).PadLeft(width ?? 0)));

    // The indices of a dimension that are written; -1 stands for those left out.
    private static IEnumerable<long> Shown(long size, int limit)
    {
        if (size <= limit)
        {
            for (long i = 0; i < size; i++)
                yield return i;
            yield break;
        }
        for (long i = 0; i < limit / 2; i++)
            yield return i;
        yield return -1;
        for (var i = size - (limit - limit / 2); i < size; i++)
            yield return i;
    }

    private static long Elements(long[] shape, int from) => shape[from..].Aggregate(1L, (product, size) => product * size);

    private static IEnumerable<long> Position(long index, long[] shape)
    {
        var position = new long[shape.Length];
        for (var d = shape.Length - 1; d >= 0; d--)
        {
            position[d] = index % shape[d];
            index /= shape[d];
        }
        return position;
    }
}
