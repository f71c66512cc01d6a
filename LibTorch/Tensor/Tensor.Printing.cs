using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    private static readonly PrintOptions printOptions = new();

    public static readonly TensorStringStyle julia = TensorStringStyle.Julia;
    public static readonly TensorStringStyle numpy = TensorStringStyle.Numpy;
    public static readonly TensorStringStyle csharp = TensorStringStyle.CSharp;

    /// <summary>How tensors are printed where no style is named.</summary>
    public static TensorStringStyle TensorStringStyle
    {
        get => printOptions.Style;
        set => printOptions.Style = value == TensorStringStyle.Default ? printOptions.Style : value;
    }

    public static void set_printoptions(
        int precision, int? linewidth = null, string? newLine = null, bool sci_mode = false, int? maxRows = null, int? maxColumns = null) =>
        set_printoptions(null, $"{(sci_mode ? "E" : "F")}{precision}", linewidth, newLine, maxRows, maxColumns);

    public static void set_printoptions(
        TensorStringStyle? style = null, string? floatFormat = null, int? linewidth = null, string? newLine = null, int? maxRows = null,
        int? maxColumns = null)
    {
        if (style is { } wanted)
            TensorStringStyle = wanted;
        printOptions.FloatFormat = floatFormat ?? printOptions.FloatFormat;
        printOptions.LineWidth = linewidth ?? printOptions.LineWidth;
        printOptions.NewLine = newLine ?? printOptions.NewLine;
        printOptions.MaxRows = maxRows ?? printOptions.MaxRows;
        printOptions.MaxColumns = maxColumns ?? printOptions.MaxColumns;
    }

    // Texts.
    public partial class Tensor
    {
        /// <summary>The shape, type and device.</summary>
        public override string ToString() => ToString(TensorStringStyle.Metadata);

        public string ToString(
            bool disamb, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null) =>
            ToString(disamb ? TensorStringStyle.Default : TensorStringStyle.Metadata, fltFormat, width, cultureInfo, newLine);

        public string ToString(
            TensorStringStyle style, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null)
        {
            if (IsInvalid)
                return "";
            var options = printOptions.With(style, fltFormat, width, newLine);
            return new TensorFormatter(options, cultureInfo ?? CultureInfo.CurrentCulture).Format(this);
        }

        /// <summary>The elements as numbers, or lists of lists of numbers.</summary>
        public object tolist()
        {
            if (ndim == 0)
                return ToScalar();
            var rows = unbind();
            try
            {
                return rows.Select(row => row.tolist()).ToList();
            }
            finally
            {
                foreach (var row in rows)
                    row.Dispose();
            }
        }
    }
}
