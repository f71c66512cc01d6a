using System.Globalization;
using System.Text;

namespace NeuralDsl;

/// <summary>
/// Makes ids of parts of words: every byte of the text in UTF-8 has an id, and pairs of neighbours that are frequent have one of their own, pairs
/// of pairs too (Sennrich, Haddow and Birch, "Neural machine translation of rare words with subword units", 2016). Nothing is unknown, and
/// decoding gives the text back.
/// </summary>
/// <remarks>
/// A pair does not reach over the beginning of a word: pieces are a word with the blanks before it, cut after 64 bytes. The most frequent pair is joined
/// first; of pairs that are equally frequent, the one with the lowest ids. The same texts give the same vocabulary on every machine.
/// </remarks>
public sealed class BytePairTokenizer : Tokenizer
{
    private const int ByteCount = 256;
    private const int LongestPiece = 64;

    private readonly List<(int Left, int Right)> pairs;
    private readonly Dictionary<(int Left, int Right), int> ids = [];

    private BytePairTokenizer(bool lowercase, List<(int Left, int Right)> pairs) : base(lowercase)
    {
        this.pairs = pairs;
        foreach (var pair in pairs)
        {
            if (pair.Left < FirstId || pair.Right < FirstId || Math.Max(pair.Left, pair.Right) >= FirstPair + ids.Count || !ids.TryAdd(pair, FirstPair + ids.Count))
                throw new FormatException($"the pair {pair.Left} {pair.Right} stands there twice or before its parts.");
        }
    }

    /// <inheritdoc/>
    public override int Count => FirstPair + pairs.Count;

    private protected override string Kind => "byte-pairs";

    private static int FirstPair => FirstId + ByteCount;

    /// <summary>Learns the frequent pairs of texts.</summary>
    /// <param name="texts">The texts to learn from: the training part of a split.</param>
    /// <param name="size">The number of ids, with the two reserved ones and 256 for bytes. 0, the default: until no pair occurs twice.</param>
    /// <param name="lowercase">Whether capital letters become small ones first. Default: yes.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> has no room for the bytes.</exception>
    public static BytePairTokenizer Fit(IEnumerable<string> texts, int size = 0, bool lowercase = true)
    {
        ArgumentNullException.ThrowIfNull(texts);
        Vocabulary.CheckSize(size, FirstPair);
        var pieces = texts
            .SelectMany(text => Split(Encoding.UTF8.GetBytes(Normalize(text, lowercase))))
            .CountBy(piece => Convert.ToHexString(piece.Span))
            .Select(piece => (Convert.FromHexString(piece.Key).Select(value => FirstId + value).ToList(), piece.Value));
        return new(lowercase, new BytePairTraining(pieces).Run(size == 0 ? int.MaxValue : size - FirstPair, FirstPair));
    }

    internal static BytePairTokenizer Read(bool lowercase, string[] lines) => new(lowercase, [.. lines.Select(Pair)]);

    private protected override long[] EncodeNormalized(string text)
    {
        var result = new List<long>();
        foreach (var piece in Split(Encoding.UTF8.GetBytes(text)))
        {
            List<int> parts = [.. piece.ToArray().Select(value => FirstId + value)];
            while (true)
            {
                // The pair that was learned first is joined first, as in the training.
                var id = int.MaxValue;
                for (var i = 0; i + 1 < parts.Count; i++)
                    id = Math.Min(id, ids.GetValueOrDefault((parts[i], parts[i + 1]), int.MaxValue));
                if (id == int.MaxValue)
                    break;
                BytePairTraining.Join(parts, pairs[id - FirstPair], id);
            }
            foreach (var part in parts)
                result.Add(part);
        }
        return [.. result];
    }

    private protected override string DecodeTokens(IReadOnlyList<int> ids)
    {
        var bytes = new List<byte>();
        // What is still to be written, the next on top: pairs may be nested deeply.
        var open = new Stack<int>(ids.Reverse());
        while (open.TryPop(out var id))
        {
            if (id == UnknownId)
                bytes.AddRange("\uFFFD"u8);
            else if (id < FirstPair)
                bytes.Add((byte)(id - FirstId));
            else
            {
                open.Push(pairs[id - FirstPair].Right);
                open.Push(pairs[id - FirstPair].Left);
            }
        }
        return Encoding.UTF8.GetString([.. bytes]);
    }

    private protected override IEnumerable<string> Lines() => pairs.Select(pair => FormattableString.Invariant($"{pair.Left} {pair.Right}"));

    private static (int Left, int Right) Pair(string line) =>
        line.Split(' ') is [var left, var right]
        && int.TryParse(left, NumberStyles.None, CultureInfo.InvariantCulture, out var first)
        && int.TryParse(right, NumberStyles.None, CultureInfo.InvariantCulture, out var second)
            ? (first, second)
            : throw new FormatException($"'{line}' is no pair of ids.");

    /// <summary>Words with the blanks before them, in parts that are not too long.</summary>
    private static IEnumerable<ReadOnlyMemory<byte>> Split(byte[] text)
    {
        static bool IsBlank(byte value) => value is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r';
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && end - start < LongestPiece && IsBlank(text[end]))
                end++;
            while (end < text.Length && end - start < LongestPiece && !IsBlank(text[end]))
                end++;
            yield return text.AsMemory(start, end - start);
            start = end;
        }
    }
}
