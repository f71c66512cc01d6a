using System.Globalization;
using System.Text;

namespace NeuralDsl.Data;

/// <summary>
/// What is known of data without reading them: the text file beside them, named like them with <c>.manifest</c> at the end, whose lines are
/// <c>key: value</c>. What is not known is null or empty, and keys that are not known are passed over.
/// </summary>
internal sealed record DataManifest
{
    /// <summary>The end of a manifest's file name.</summary>
    public const string Extension = ".manifest";

    /// <summary>The number of rows.</summary>
    public long? Rows { get; init; }

    /// <summary>The number of columns.</summary>
    public long? Columns { get; init; }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Header { get; init; } = [];

    /// <summary>The names of the classes in the order of their indices.</summary>
    public IReadOnlyList<string> Classes { get; init; } = [];

    /// <summary>The least and the largest label.</summary>
    public (long Least, long Largest)? LabelRange { get; init; }

    /// <summary>Channels, height and width of the images, which all have the same.</summary>
    public (long Channels, long Height, long Width)? Image { get; init; }

    /// <summary>The number of token ids, with those that stand for padding and unknown words.</summary>
    public long? Vocabulary { get; init; }

    /// <summary>The number of tokens of the longest row.</summary>
    public long? Longest { get; init; }

    /// <summary>Reads a manifest's text; a line that cannot be read says nothing.</summary>
    public static DataManifest Parse(string text)
    {
        var manifest = new DataManifest();
        foreach (var line in text.Split('\n'))
        {
            var colon = line.IndexOf(':');
            if (colon < 0)
                continue;
            var value = line.Substring(colon + 1).TrimStart(' ').TrimEnd('\r');
            manifest = line.Substring(0, colon).Trim() switch
            {
                "rows" => manifest with { Rows = Number(value) },
                "columns" => manifest with { Columns = Number(value) },
                "header" => manifest with { Header = Names(value) },
                "classes" => manifest with { Classes = Names(value) },
                "label-range" => manifest with { LabelRange = Numbers(value, ' ', 2) is { } range ? (range[0], range[1]) : null },
                "image" => manifest with { Image = Numbers(value, 'x', 3) is { } sizes ? (sizes[0], sizes[1], sizes[2]) : null },
                "vocabulary" => manifest with { Vocabulary = Number(value) },
                "longest" => manifest with { Longest = Number(value) },
                _ => manifest,
            };
        }
        return manifest;
    }

    /// <summary>The text that <see cref="Parse"/> reads, with <c>\n</c> at the end of every line.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        void Add(string key, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                text.Append(key).Append(": ").Append(value).Append('\n');
        }
        Add("rows", Write(Rows));
        Add("columns", Write(Columns));
        Add("header", Write(Header));
        Add("classes", Write(Classes));
        Add("label-range", LabelRange is var (least, largest) ? $"{Write(least)} {Write(largest)}" : null);
        Add("image", Image is var (channels, height, width) ? $"{Write(channels)}x{Write(height)}x{Write(width)}" : null);
        Add("vocabulary", Write(Vocabulary));
        Add("longest", Write(Longest));
        return text.ToString();
    }

    /// <summary>Whether both say the same.</summary>
    public bool Equals(DataManifest? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    private static string? Write(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string Write(IEnumerable<string> names) =>
        string.Join("\t", names.Select(name => name.Replace("\\", "\\\\").Replace("\t", "\\t").Replace("\n", "\\n").Replace("\r", "\\r")));

    private static long? Number(string text) => long.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static long[]? Numbers(string text, char separator, int count)
    {
        var numbers = text.Trim().Split(separator).Select(Number).ToArray();
        return numbers.Length == count && numbers.All(number => number is not null) ? [.. numbers.Select(number => number!.Value)] : null;
    }

    private static string[] Names(string text) => [.. text.Split('\t').Select(Unescape)];

    private static string Unescape(string name)
    {
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            text.Append(name[i] != '\\' || i + 1 == name.Length ? name[i] : name[++i] switch
            {
                't' => '\t',
                'n' => '\n',
                'r' => '\r',
                var other => other,
            });
        }
        return text.ToString();
    }
}
