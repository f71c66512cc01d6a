using System.Globalization;
using System.Text;

namespace NeuralDsl;

/// <summary>Makes ids of texts and texts of ids, by a vocabulary that it learned from texts.</summary>
/// <remarks>Id 0 stands for padding and id 1 for what the vocabulary does not have; those of the vocabulary follow.</remarks>
public abstract class Tokenizer
{
    /// <summary>The id that fills short sequences.</summary>
    public const long PaddingId = 0;

    /// <summary>The id of what the vocabulary does not have.</summary>
    public const long UnknownId = 1;

    /// <summary>The first id of the vocabulary.</summary>
    internal const int FirstId = 2;

    private protected Tokenizer(bool lowercase) => Lowercase = lowercase;

    /// <summary>The number of ids, with those of padding and the unknown: the rows that an embedding of them needs.</summary>
    public abstract int Count { get; }

    /// <summary>Whether capital letters become small ones first.</summary>
    public bool Lowercase { get; }

    /// <summary>The name of the kind in a file.</summary>
    private protected abstract string Kind { get; }

    /// <summary>The ids of a text's tokens, in order.</summary>
    /// <param name="text">Any text.</param>
    public long[] Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return EncodeNormalized(Normalize(text));
    }

    /// <summary>The text of ids; padding is left out.</summary>
    /// <param name="ids">Ids below <see cref="Count"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such id.</exception>
    public string Decode(params ReadOnlySpan<long> ids)
    {
        var tokens = new List<int>(ids.Length);
        foreach (var id in ids)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(id, nameof(ids));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(id, Count, nameof(ids));
            if (id != PaddingId)
                tokens.Add((int)id);
        }
        return DecodeTokens(tokens);
    }

    /// <summary>Writes the vocabulary to a text file, which <see cref="Load"/> reads.</summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    public void Save(string path)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"tokenizer: {Kind}\nlowercase: {(Lowercase ? "yes" : "no")}\n");
        foreach (var line in Lines())
            text.Append(Escape(line)).Append('\n');
        File.WriteAllText(path, text.ToString(), DataFile.Utf8);
    }

    /// <summary>Reads a tokenizer that <see cref="Save"/> wrote.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataException">There is no such file, or it is another.</exception>
    public static Tokenizer Load(string path)
    {
        DataFile.Require(path);
        var lines = DataFile.Read(path, () => File.ReadAllText(path, DataFile.Utf8)).Split('\n');
        if (lines.Length < 3 || lines[1] is not ("lowercase: yes" or "lowercase: no") || lines[^1].Length > 0)
            throw new DataException(path, "this is no vocabulary, or only a part of one.", line: 1);
        var lowercase = lines[1] == "lowercase: yes";
        string[] rest = [.. lines[2..^1].Select(Unescape)];
        try
        {
            return lines[0] switch
            {
                "tokenizer: words" => WordTokenizer.Read(lowercase, rest),
                "tokenizer: characters" => CharacterTokenizer.Read(lowercase, rest),
                "tokenizer: byte-pairs" => BytePairTokenizer.Read(lowercase, rest),
                _ => throw new FormatException("this is no vocabulary."),
            };
        }
        catch (FormatException e) when (e is not DataException)
        {
            throw new DataException(path, e.Message, cause: e);
        }
    }

    /// <summary>The ids of a text whose letters are small where they are to be.</summary>
    private protected abstract long[] EncodeNormalized(string text);

    /// <summary>The text of tokens without padding.</summary>
    private protected abstract string DecodeTokens(IReadOnlyList<int> ids);

    /// <summary>What a file has of the vocabulary.</summary>
    private protected abstract IEnumerable<string> Lines();

    private protected static string Normalize(string text, bool lowercase) => lowercase ? text.ToLowerInvariant() : text;

    private string Normalize(string text) => Normalize(text, Lowercase);

    private static string Escape(string line) => line.Replace("\\", "\\\\").Replace("\n", "\\n").Replace("\r", "\\r");

    private static string Unescape(string line)
    {
        if (!line.Contains('\\'))
            return line;
        var text = new StringBuilder();
        for (var i = 0; i < line.Length; i++)
        {
            text.Append(line[i] != '\\' || i + 1 == line.Length ? line[i] : line[++i] switch
            {
                'n' => '\n',
                'r' => '\r',
                var other => other,
            });
        }
        return text.ToString();
    }
}
