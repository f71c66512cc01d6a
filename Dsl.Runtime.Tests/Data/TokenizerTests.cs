namespace NeuralDsl.Tests.Data;

public sealed class TokenizerTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void Words_are_ranked_by_frequency_and_then_by_their_first_place()
    {
        var tokenizer = WordTokenizer.Fit(["The cat sat, on the mat!", "A cat; a mat. don't"]);
        Assert.Equal(["the", "cat", "mat", "a", "sat", "on", "don't"], tokenizer.Words);
        Assert.Equal(9, tokenizer.Count);
        Assert.Equal([2, 3, 1, 6], tokenizer.Encode("THE\tcat (ran) sat"));
        Assert.Equal("the cat <unknown> sat", tokenizer.Decode(0, 0, 2, 3, 1, 6));
        Assert.Empty(tokenizer.Encode(" -- \n"));
        Assert.Throws<ArgumentOutOfRangeException>(() => tokenizer.Decode(9));
        Assert.Throws<ArgumentOutOfRangeException>(() => tokenizer.Decode(-1));
    }

    [Fact]
    public void Only_the_most_frequent_words_have_an_id()
    {
        var tokenizer = WordTokenizer.Fit(["b a b c a b"], numWords: 4);
        Assert.Equal(4, tokenizer.Count);
        Assert.Equal([2, 3, 1], tokenizer.Encode("b a c"));
        Assert.Throws<ArgumentOutOfRangeException>(() => WordTokenizer.Fit(["a"], numWords: 2));
    }

    [Fact]
    public void Stop_words_are_left_out()
    {
        var tokenizer = WordTokenizer.Fit(["The cat is on the Mat"], stopWords: StopWords.English);
        Assert.Equal(["cat", "mat"], tokenizer.Words);
        Assert.Equal([3, 1], tokenizer.Encode("the mat is red"));
        Assert.Equal(["Mat", "cat"], WordTokenizer.Fit(["Mat the Mat cat The"], lowercase: false, stopWords: ["the", "The"]).Words);
        Assert.Equal(StopWords.English.Distinct(), StopWords.English);
    }

    [Fact]
    public void Characters_are_code_points()
    {
        var tokenizer = CharacterTokenizer.Fit(["Aa😀b a"]);
        Assert.Equal([2, 3, 1], tokenizer.Encode("A😀z"));
        Assert.Equal("a😀\uFFFD", tokenizer.Decode(0, 2, 3, 1));
        Assert.Equal(6, tokenizer.Count);
    }

    [Fact]
    public void Frequent_pairs_are_joined_first()
    {
        // The pair "a a" occurs 4 times (three in the piece aaa aa), "ab" twice; ids are 2 + the byte.
        var tokenizer = BytePairTokenizer.Fit(["low low lower"], size: 261, lowercase: false);
        Assert.Equal(261, tokenizer.Count);
        // "lo" and "ow" occur three times each: "lo" (110, 113) has the lower ids; then "lo w", then " low" twice.
        Assert.Equal([259], tokenizer.Encode("low"));
        Assert.Equal([260], tokenizer.Encode(" low"));
        Assert.Equal([260, 2 + 'e', 2 + 'r'], tokenizer.Encode(" lower"));
        Assert.Equal([258], tokenizer.Encode("lo"));
    }

    [Theory]
    [InlineData("the quick brown fox")]
    [InlineData("  blanks \t and\nlines  ")]
    [InlineData("Grüße, 世界 😀!")]
    [InlineData("")]
    public void Byte_pairs_give_the_text_back(string text)
    {
        var tokenizer = BytePairTokenizer.Fit(["the quick fox and the quick dog", "Grüße", "世界 世界"], lowercase: false);
        Assert.Equal(text, tokenizer.Decode(tokenizer.Encode(text)));
        Assert.DoesNotContain(Tokenizer.UnknownId, tokenizer.Encode(text));
    }

    [Fact]
    public void Byte_pairs_of_the_training_are_those_of_encoding()
    {
        var random = new Random(1);
        string[] texts = [.. Enumerable.Range(0, 50).Select(_ => string.Concat(Enumerable.Range(0, 40).Select(_ => "aab bc "[random.Next(7)])))];
        var tokenizer = BytePairTokenizer.Fit(texts, lowercase: false);
        Assert.True(tokenizer.Count > 300);
        // Every pair that occurs twice is joined: no other pair of ids is left in more than one place.
        var pieces = texts.SelectMany(text => tokenizer.Encode(text)).ToArray();
        Assert.True(pieces.Length < texts.Sum(text => text.Length) / 3);
        Assert.All(texts, text => Assert.Equal(text, tokenizer.Decode(tokenizer.Encode(text))));
    }

    public static TheoryData<Tokenizer> Kinds =>
    [
        WordTokenizer.Fit(["one two two", "back\\slash"], stopWords: ["and", "or"]), CharacterTokenizer.Fit(["a\\b\nc\r"], lowercase: false), BytePairTokenizer.Fit(["aaa aaa bbb"]),
    ];

    [Theory]
    [MemberData(nameof(Kinds), DisableDiscoveryEnumeration = true)]
    public void What_is_saved_is_loaded(Tokenizer tokenizer)
    {
        tokenizer.Save(path);
        var loaded = Tokenizer.Load(path);
        Assert.Equal(tokenizer.GetType(), loaded.GetType());
        Assert.Equal((tokenizer.Count, tokenizer.Lowercase), (loaded.Count, loaded.Lowercase));
        const string text = "two and a\\b\nc aaa BBB";
        Assert.Equal(tokenizer.Encode(text), loaded.Encode(text));
        Assert.DoesNotContain('\r', File.ReadAllText(path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("tokenizer: words\n")]
    [InlineData("tokenizer: words\nlowercase: yes\n\na\na\n")]
    [InlineData("tokenizer: words\nlowercase: yes\n\na")]
    [InlineData("tokenizer: words\nlowercase: yes\n")]
    [InlineData("tokenizer: letters\nlowercase: yes\na\n")]
    [InlineData("tokenizer: byte-pairs\nlowercase: no\n1 2\n")]
    [InlineData("tokenizer: byte-pairs\nlowercase: no\n2 258\n")]
    [InlineData("tokenizer: byte-pairs\nlowercase: no\n2 3\n2 3\n")]
    [InlineData("tokenizer: byte-pairs\nlowercase: no\n2\n")]
    [InlineData("tokenizer: byte-pairs\nlowercase: no\n2 x\n")]
    public void Other_files_are_no_vocabulary(string text)
    {
        File.WriteAllText(path, text);
        Assert.StartsWith(path, Assert.Throws<DataException>(() => Tokenizer.Load(path)).Message);
    }
}
