namespace NeuralDsl.Samples;

/// <summary>The verses of the King James Bible as one long text, and new ones.</summary>
public static class VerseWriting
{
    private const int Vocabulary = 1024;
    private const int Length = 64;

    /// <summary>
    /// Rows of 64 tokens, parts of words, from a text with a verse in each line; a row begins in the middle of the one before. Every tenth verse is kept for testing.
    /// </summary>
    public static DataSource<VerseGpt.Batch> Source { get; } = DataSource.Of(seed =>
    {
        string[] verses = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "data", "verses.tsv")).Select(line => line[(line.IndexOf('\t') + 1)..])];
        var isKept = verses.Select((_, i) => i % 10 == seed % 10).ToArray();
        var learned = Join(verses.Where((_, i) => !isKept[i]));
        var tokenizer = BytePairTokenizer.Fit([learned], Vocabulary, lowercase: false);
        DataSet<VerseGpt.Batch> Rows(string text) => new(Sequences.Windows(tokenizer.Encode(text), Length, Length / 2));
        return new DataParts<VerseGpt.Batch>(Rows(learned), Rows(Join(verses.Where((_, i) => isKept[i])))) { Tokenizer = tokenizer };
    });

    /// <summary>Prints new verses.</summary>
    public static void Write(VerseGpt model, FinishedTraining<VerseGpt.Batch> training) => training.Output.WriteLine(
        new TextGenerator { Length = 300, Temperature = 0.8, TopK = 40, Context = Length, Seed = training.Seed }.Continue(model.Predict, training.Data.Tokenizer!, "In the beginning"));

    private static string Join(IEnumerable<string> verses) => string.Concat(verses.Select(verse => $"{verse}\n"));
}
