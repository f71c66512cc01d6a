namespace NeuralDsl.Tests.Data;

public sealed class TextSourceTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Lines_are_a_label_and_a_text()
    {
        var file = Write("reviews.txt", "pos\tgood good film\n\nneg\tbad film, very bad\r\n");
        using var parts = new TextSource<PairOf<Tokens>>(file) { Test = file }.Load();
        Assert.Equal(["neg", "pos"], parts.Classes);
        Assert.Equal([1, 0], parts.Train.Labels());
        Assert.Equal([0, 2, 2, 3, 4, 3, 5, 4], Ids(parts.Train));
        Assert.Equal("bad film very bad", parts.Tokenizer!.Decode(4, 3, 5, 4));
    }

    [Fact]
    public void Columns_of_a_csv_file_are_named()
    {
        var file = Write("reviews.csv", "stars,id,body\n1,7,\"good, good\nfilm\"\n0,8,bad\n");
        using var parts = new TextSource<PairOf<Tokens>>(file) { Test = file, Text = "body", Target = "stars", Length = 2, Padding = Side.Post, Truncating = Side.Post }.Load();
        Assert.Equal([1, 0], parts.Train.Labels());
        Assert.Empty(parts.Classes);
        Assert.Equal([2, 2, 4, 0], Ids(parts.Train));
    }

    [Fact]
    public void Only_the_rows_to_learn_from_make_the_vocabulary()
    {
        var train = Write("train.txt", "a\tone two\nb\ttwo\n");
        using var parts = new TextSource<PairOf<Tokens>>(train) { Test = Write("test.txt", "b\tthree three two one four\n") }.Load();
        Assert.Equal(4, parts.Tokenizer!.Count);
        Assert.Equal([3, 1], Ids(parts.Test));
        Assert.Equal([3, 2, 0, 2], Ids(parts.Train));

        var file = Write("all.txt", string.Concat(Enumerable.Range(0, 20).Select(i => $"{(i % 2 == 0 ? "a" : "b")}\tword{i} common\n")));
        using var split = new TextSource<PairOf<Tokens>>(file) { Stratify = true }.Load(seed: 2);
        Assert.Equal((16, 4), (split.Train.Count, split.Test.Count));
        Assert.Equal(2 + 1 + 16, split.Tokenizer!.Count);
        Assert.Equal([0, 0, 1, 1], split.Test.Labels().Order());
        Assert.All(Ids(split.Test).Chunk(2), ids => Assert.Equal([1, 2], ids));
    }

    [Theory]
    [InlineData(TextTokenizer.Characters, new long[] { 2, 3, 2, 2 })]
    [InlineData(TextTokenizer.BytePairs, new long[] { 99, 100, 99, 99 })]
    public void Texts_are_cut_into_what_is_declared(TextTokenizer tokenizer, long[] expected)
    {
        var file = Write("letters.txt", "x\tAb\ny\taa\n");
        using var parts = new TextSource<PairOf<Tokens>>(file) { Test = file, Tokenizer = tokenizer }.Load();
        Assert.Equal(expected, Ids(parts.Train));
    }

    [Theory]
    [InlineData("a.txt", "pos\tfine\nnothing\n", "a.txt, line 2: the line has no tab: it is written as a label, a tab and the text.")]
    [InlineData("a.txt", "p\tx\nq\tx\nr\tx\n", "a.txt, line 3: there are more classes than the 2 of 'target': p, q, r.")]
    [InlineData("a.txt", "\n\n", "a.txt: there is no row.")]
    [InlineData("a.csv", "label,txt\n1,a\n", "a.csv: there is no column 'text'; did you mean 'txt'?")]
    [InlineData("a.csv", "label,text\n1\n", "a.csv, line 2: 1 values where the header names 2 columns.")]
    [InlineData("a.csv", "label,text\n1,\"a\n", "a quoted field that is never closed")]
    [InlineData("a.csv", "", "a.csv: there is no column 'text'")]
    public void What_is_wrong_is_said_with_its_place(string name, string text, string message)
    {
        var file = Write(name, text);
        Assert.Contains(message, Assert.Throws<DataException>(() => new TextSource<PairOf<Tokens>>(file).Load()).Message);
    }

    [Theory]
    [InlineData("a.txt")]
    [InlineData("a.csv")]
    public void Bytes_that_are_no_text_are_no_text(string name)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllBytes(file, [.. name.EndsWith("csv", StringComparison.Ordinal) ? "label,text\n0,"u8 : "a\t"u8, 0xFF, 0xFE, 0xC0, .. "\n"u8]);
        Assert.Contains("not UTF-8", Assert.Throws<DataException>(() => new TextSource<PairOf<Tokens>>(file).Load()).Message);
    }

    [Fact]
    public void Stop_words_are_words()
    {
        var file = Write("a.txt", "x\tthe film\ny\ta film\n");
        using var parts = new TextSource<PairOf<Tokens>>(file) { Test = file, StopWords = "english" }.Load();
        Assert.Equal(3, parts.Tokenizer!.Count);
        Assert.Throws<InvalidOperationException>(() => new TextSource<PairOf<Tokens>>(file) { Test = file, StopWords = "the", Tokenizer = TextTokenizer.Characters }.Load());
    }

    private static long[] Ids(DataSet<PairOf<Tokens>> data) => [.. data.Batches(data.Count).SelectMany(batch => batch.Input.data<long>().ToArray())];

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
