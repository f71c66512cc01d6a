namespace TorchSharp;

/// <summary>What <see cref="torch.set_printoptions(TensorStringStyle?, string, int?, string, int?, int?)"/> sets.</summary>
internal sealed record PrintOptions
{
    public TensorStringStyle Style { get; set; } = TensorStringStyle.Julia;

    public string FloatFormat { get; set; } = "g5";

    public int LineWidth { get; set; } = 100;

    public string NewLine { get; set; } = Environment.NewLine;

    public int MaxRows { get; set; } = 6;

    public int MaxColumns { get; set; } = 6;

    public PrintOptions With(TensorStringStyle style, string? floatFormat, int? lineWidth, string? newLine) => new()
    {
        Style = style == TensorStringStyle.Default ? Style : style,
        FloatFormat = floatFormat ?? FloatFormat,
        LineWidth = lineWidth ?? LineWidth,
        NewLine = newLine ?? NewLine,
        MaxRows = MaxRows,
        MaxColumns = MaxColumns,
    };
}
