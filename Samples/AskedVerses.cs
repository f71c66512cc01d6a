using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl.Samples;

/// <summary>
/// What <see cref="VerseQuestions"/> learns from: a verse, and the question what is written in it from one word to another, each of which it has once. The answer is
/// these two and the one to three words between them, which only the verse knows.
/// </summary>
internal static class AskedVerses
{
    private const int Draws = 4;

    /// <summary>The fewest and the most words of an answer.</summary>
    private const int Shortest = 3, Longest = 5;

    public static DataSource<VerseQuestions.Batch> Source { get; } = DataSource.Of(seed =>
        new DataParts<VerseQuestions.Batch>(Draw(new(seed), Draws, isTest: false), Draw(new(seed + 1), 1, isTest: true)));

    /// <summary>Says how many answers are right from the first word to the last, against a guess of any span of the verse that is as long as answers are, and shows some.</summary>
    public static void Finish(VerseQuestions model, FinishedTraining<VerseQuestions.Batch> training)
    {
        using var scope = NewDisposeScope();
        var (right, guessed, rows, examples) = (0L, 0.0, 0, new List<string>());
        foreach (var batch in training.Data.Test.Batches(64))
        {
            var (start, end) = model.Predict(batch.Tokens, batch.Segments, batch.Padding);
            var (first, last) = (start.argmax(-1), end.argmax(-1));
            right += first.eq(batch.Begins).logical_and(last.eq(batch.Ends)).sum().ToInt64();
            // The mark behind the verse is in its segment too.
            guessed += batch.Segments.sum(1).data<long>().Sum(words => 1.0 / Enumerable.Range(Shortest, Longest - Shortest + 1).Sum(length => words - length));
            rows += (int)batch.Begins.size(0);
            if (examples.Count < 6)
                examples.Add(Describe(batch.Tokens[0].data<long>().ToArray(), first[0].ToInt32(), last[0].ToInt32(), batch.Begins[0].ToInt32(), batch.Ends[0].ToInt32()));
        }
        training.Output.WriteLine($"answers: {BertVerses.Percent((double)right / rows)} right of {rows} to new verses; a guess is right in {BertVerses.Percent(guessed / rows)}");
        foreach (var example in examples)
            training.Output.WriteLine(example);
    }

    private static string Describe(long[] tokens, int first, int last, int firstRight, int lastRight)
    {
        var parts = BertVerses.Decode(tokens).Split(" [SEP]");
        string Span(int from, int to) => from <= to ? BertVerses.Decode(tokens[from..(to + 1)]) : "nothing";
        var answer = Span(first, last);
        var mark = (first, last) == (firstRight, lastRight) ? "" : $" (it is: {Span(firstRight, lastRight)})";
        return $"{parts[1].Trim()}\n  {parts[0].Replace("[CLS] ", "")}? {answer}{mark}";
    }

    private static DataSet<VerseQuestions.Batch> Draw(Random random, int draws, bool isTest)
    {
        var verses = BertVerses.Of(isTest).Select(verse => BertVerses.Tokenizer.Encode(verse.Text).Take(BertVerses.Length - 9).ToArray()).ToArray();
        var (rows, first, last) = (new List<long[]>(), new List<long>(), new List<long>());
        for (var i = 0; i < draws * verses.Length; i++)
        {
            var verse = verses[i % verses.Length];
            if (Ask(verse, random) is not var (question, from, length))
                continue;
            long[] row = [BertVerses.Start, .. question, BertVerses.End, .. verse, BertVerses.End];
            rows.Add(row);
            first.Add(question.Length + 2 + from);
            last.Add(question.Length + 2 + from + length - 1);
        }
        var (tokens, segments, padding) = BertVerses.Inputs(rows);
        return new(tokens, segments, padding, tensor(first.ToArray()), tensor(last.ToArray()));
    }

    /// <summary>A question about a verse with where its answer begins and how many words it has; null where none of the places that were drawn has one.</summary>
    private static (long[] Question, int From, int Length)? Ask(long[] verse, Random random)
    {
        bool IsOnce(int place) => place < verse.Length && BertVerses.IsWord(verse[place]) && verse.Count(word => word == verse[place]) == 1;
        string Word(int place) => BertVerses.Tokenizer.Decode(verse[place]);
        for (var attempt = 0; attempt < 20; attempt++)
        {
            var (from, length) = (random.Next(verse.Length), random.Next(Shortest, Longest + 1));
            if (IsOnce(from) && IsOnce(from + length - 1))
                return (BertVerses.Tokenizer.Encode($"what is from {Word(from)} to {Word(from + length - 1)}"), from, length);
        }
        return null;
    }
}
