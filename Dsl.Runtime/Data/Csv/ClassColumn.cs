using System.Text;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>A column of classes: their names or their indices.</summary>
internal sealed class ClassColumn(string path, TensorField field, (string Name, int Index) column, ClassLabels labels) : CsvColumns(path, field, [column])
{
    /// <summary>The names of the classes in the order of their indices; empty for numbers.</summary>
    public IReadOnlyList<string> Names => labels.Names;

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
