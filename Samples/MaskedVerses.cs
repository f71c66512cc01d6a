using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl.Samples;

/// <summary>
/// What <see cref="BertPretraining"/> learns from: verses in two halves, the second of which is another verse's half of the time, with 15 of 100 words to be
/// found. Of these, 80 of 100 are masked, 10 are another word, and 10 stay. Every verse is drawn four times, each time with other words and another partner.
/// </summary>
internal static class MaskedVerses
{
    private const int Draws = 4;

    /// <summary>The label of a word that is not to be found.</summary>
    private const long NotMasked = -100;

    public static DataSource<BertPretraining.Batch> Source { get; } = DataSource.Of(seed =>
        new DataParts<BertPretraining.Batch>(Draw(new(seed), Draws, isTest: false), Draw(new(seed + 1), 1, isTest: true)));

    /// <summary>Says how many masked words were found, against the most frequent word everywhere, and shows some.</summary>
    public static void Finish(BertPretraining model, FinishedTraining<BertPretraining.Batch> training)
    {
        using var scope = NewDisposeScope();
        var (found, masked, follows, rows, examples) = (0L, new List<long>(), 0L, 0L, new List<string>());
        foreach (var batch in training.Data.Test.Batches(64))
        {
            var (words, next) = model.Predict(batch.Tokens, batch.Segments, batch.Padding);
            var best = words.argmax(-1);
            found += best.eq(batch.Masked).sum().ToInt64();
            masked.AddRange(batch.Masked.data<long>().Where(word => word != NotMasked));
            follows += next.argmax(-1).eq(batch.Follows).sum().ToInt64();
            rows += batch.Follows.size(0);
            if (examples.Count < 3)
                examples.Add($"{BertVerses.Decode(batch.Tokens[0].data<long>())}\n  {string.Join(", ", Pairs(batch.Masked[0], best[0]))}");
        }
        var frequent = masked.CountBy(word => word).MaxBy(word => word.Value);
        training.Output.WriteLine($"masked words: {BertVerses.Percent((double)found / masked.Count)} found; always '{BertVerses.Decode([frequent.Key])}' finds {BertVerses.Percent((double)frequent.Value / masked.Count)}");
        training.Output.WriteLine($"halves: {BertVerses.Percent((double)follows / rows)} right");
        foreach (var example in examples)
            training.Output.WriteLine(example);
    }

    private static IEnumerable<string> Pairs(Tensor masked, Tensor best) => masked.data<long>().Zip(best.data<long>())
        .Where(pair => pair.First != NotMasked).Select(pair => $"{BertVerses.Decode([pair.First])}: {BertVerses.Decode([pair.Second])}");

    private static DataSet<BertPretraining.Batch> Draw(Random random, int draws, bool isTest)
    {
        var halves = BertVerses.Of(isTest).Select(verse => Halve(verse.Text)).ToArray();
        var (rows, masked, follows) = (new List<long[]>(), new List<long[]>(), new List<long>());
        for (var i = 0; i < draws * halves.Length; i++)
        {
            var follow = random.Next(2);
            var row = BertVerses.Join(halves[i % halves.Length].First, follow == 1 ? halves[i % halves.Length].Second : halves[random.Next(halves.Length)].Second);
            masked.Add(Hide(row, random));
            rows.Add(row);
            follows.Add(follow);
        }
        var (tokens, segments, padding) = BertVerses.Inputs(rows);
        return new(tokens, segments, padding, Sequences.Pad(masked, BertVerses.Length, Side.Post, value: NotMasked), tensor(follows.ToArray()));
    }

    /// <summary>Hides words of a row, and gives what they were.</summary>
    private static long[] Hide(long[] row, Random random)
    {
        var masked = new long[row.Length];
        for (var i = 0; i < row.Length; i++)
        {
            masked[i] = NotMasked;
            if (!BertVerses.IsWord(row[i]) || random.NextDouble() >= 0.15)
                continue;
            masked[i] = row[i];
            row[i] = random.NextDouble() switch
            {
                < 0.8 => BertVerses.Mask,
                < 0.9 => random.NextInt64(Tokenizer.UnknownId + 1, BertVerses.Start),
                _ => row[i],
            };
        }
        return masked;
    }

    /// <summary>A verse in two, at the mark that is next to its middle, or where it has none at the blank.</summary>
    private static (long[] First, long[] Second) Halve(string text)
    {
        int Place(params char[] marks) => Enumerable.Range(0, text.Length - 1).Where(i => text[i + 1] == ' ' && (marks.Length == 0 || marks.Contains(text[i])))
            .DefaultIfEmpty(-1).MinBy(i => Math.Abs(i - (text.Length / 2)));
        var mark = Place(':', ';', ',', '.', '?', '!');
        var place = mark < 0 ? Place() : mark;
        return (BertVerses.Tokenizer.Encode(text[..(place + 1)]), BertVerses.Tokenizer.Encode(text[(place + 1)..]));
    }
}
