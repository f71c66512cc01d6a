using static TorchSharp.torch;

namespace NeuralDsl.Samples;

/// <summary>What <see cref="BertClassifier"/> learns from: verses with their testament, in an order that the seed decides.</summary>
internal static class LabelledVerses
{
    private static readonly string[] Testaments = ["Old", "New"];

    public static DataSource<BertClassifier.Batch> Source { get; } = DataSource.Of(seed =>
        new DataParts<BertClassifier.Batch>(Read(isTest: false, seed), Read(isTest: true, seed)) { Classes = Testaments });

    private static DataSet<BertClassifier.Batch> Read(bool isTest, int seed)
    {
        var verses = BertVerses.Of(isTest).ToArray();
        new Random(seed).Shuffle(verses);
        var (tokens, segments, padding) = BertVerses.Inputs([.. verses.Select(verse => BertVerses.Join(BertVerses.Tokenizer.Encode(verse.Text)))]);
        return new(tokens, segments, padding, tensor(verses.Select(verse => (long)Array.IndexOf(Testaments, verse.Testament)).ToArray()));
    }
}
