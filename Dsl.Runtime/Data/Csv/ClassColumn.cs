using System.Text;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>A column of classes: their names or their indices.</summary>
internal sealed class ClassColumn(string path, TensorField field, (string Name, int Index) column, ClassLabels labels) : CsvColumns(path, field, [column])
{
    /// <summary>The classes as far as the column is read.</summary>
    public ClassLabels Labels => labels;

    public override Tensor TakeRows(int count)
    {
        var rows = labels.ToTensor();
        labels.Clear();
        return rows;
    }

    protected override string? Add(ReadOnlySpan<byte> text)
    {
        try
        {
            return labels.Add(DataFile.Utf8.GetString(text));
        }
        catch (DecoderFallbackException)
        {
            return "the text is not UTF-8.";
        }
    }
}
