using System.Runtime.CompilerServices;
using System.Text;
using NeuralDsl.Operators;

namespace NeuralDsl.Passes;

/// <summary>C# with the tensors that it reads: an interpolated string whose holes are <see cref="Local"/>s, other code, text and numbers.</summary>
[InterpolatedStringHandler]
internal sealed class Code(int literalLength, int formattedCount)
{
    private readonly StringBuilder text = new(literalLength + (8 * formattedCount));
    private readonly List<Local> reads = [];

    /// <summary>What it reads, as often as it does.</summary>
    public IReadOnlyList<Local> Reads => reads;

    public void AppendLiteral(string literal) => text.Append(literal);

    public void AppendFormatted(Local local)
    {
        text.Append(local.Name);
        reads.Add(local);
    }

    public void AppendFormatted(Code code)
    {
        text.Append(code.text);
        reads.AddRange(code.reads);
    }

    public void AppendFormatted(string? value) => text.Append(value);

    public void AppendFormatted(long value) => text.Append(CSharp.Number(value));

    /// <summary>Text that reads tensors without an interpolated string that says so.</summary>
    public static Code Of(string text, IEnumerable<Local> reads)
    {
        var code = new Code(text.Length, 0);
        code.AppendLiteral(text);
        code.reads.AddRange(reads);
        return code;
    }

    /// <summary>Parts with commas between them.</summary>
    public static Code Join(IEnumerable<Local> locals)
    {
        var all = locals.ToArray();
        return Of(string.Join(", ", all.Select(local => local.Name)), all);
    }

    public override string ToString() => text.ToString();
}
