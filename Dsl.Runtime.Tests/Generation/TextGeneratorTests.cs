using NeuralDsl.Parity;

namespace NeuralDsl.Tests.Generation;

public class TextGeneratorTests
{
    private const int Ids = 50;

    /// <summary>It ends with the tests, when nobody is there to ask.</summary>
    private static readonly PyTorch PyTorch = new("generation.py");

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0.5, 0)]
    [InlineData(2, 1)]
    [InlineData(0.8, 7)]
    [InlineData(1.3, Ids)]
    public void Probabilities_are_PyTorchs(double temperature, int topK)
    {
        using var logits = Logits(rows: 6) * 4;
        using var found = new TextGenerator { Temperature = temperature, TopK = topK }.Probabilities(logits);
        var expected = PyTorch.Ask(new { Temperature = temperature, TopK = topK }, new Dictionary<string, Tensor> { ["logits"] = logits });
        Closeness.AssertClose("probabilities", expected["probabilities"], found, tolerance: 1e-12);
    }

    [Fact]
    public void The_first_of_the_most_probable_is_what_argmax_says()
    {
        using var prompt = tensor(new long[] { 3, 7, 1 }, [3, 1]);
        using var text = new TextGenerator { Length = 12, TopK = 1 }.Continue(Bigrams, prompt);
        Assert.Equal([3, 13], text.shape);
        for (var i = 0; i < 12; i++)
        {
            using var logits = Bigrams(text.narrow(1, 0, i + 1));
            Assert.Equal(logits.select(1, -1).argmax(-1).data<long>().ToArray(), text.select(1, i + 1).data<long>().ToArray());
        }
    }

    [Fact]
    public void Ids_are_drawn_as_often_as_they_are_probable_and_the_same_again_with_the_same_seed()
    {
        using var prompt = full([1, 1], 5, ScalarType.Int64);
        var generator = new TextGenerator { Length = 4000, Temperature = 0.7, TopK = 5, Seed = 3 };
        using var logits = Logits(rows: 1);
        // What follows depends on nothing: every id is another draw from the same distribution.
        Tensor Model(Tensor ids) => logits.expand(1, ids.size(1), Ids);
        using var text = generator.Continue(Model, prompt);
        using var again = generator.Continue(Model, prompt);
        using var other = (generator with { Seed = 4 }).Continue(Model, prompt);
        Assert.Equal(text.data<long>().ToArray(), again.data<long>().ToArray());
        Assert.NotEqual(text.data<long>().ToArray(), other.data<long>().ToArray());
        using var probabilities = generator.Probabilities(logits);
        var drawn = text.data<long>().ToArray()[1..];
        for (var id = 0; id < Ids; id++)
        {
            var probability = probabilities[0, id].ToDouble();
            // Four deviations of a share of 4,000 draws.
            Assert.InRange(drawn.Count(other => other == id) / 4000.0 - probability, -0.032 * Math.Sqrt(probability) * 2, 0.032 * Math.Sqrt(probability) * 2);
        }
    }

    [Fact]
    public void A_model_sees_no_more_than_it_has_positions_for()
    {
        var seen = new List<long>();
        using var prompt = zeros([2, 3], ScalarType.Int64);
        using var text = new TextGenerator { Length = 5, Context = 4 }.Continue(Model, prompt);
        Assert.Equal([3, 4, 4, 4, 4], seen);
        Assert.Equal([2, 8], text.shape);

        Tensor Model(Tensor ids)
        {
            seen.Add(ids.size(1));
            return Bigrams(ids);
        }
    }

    [Fact]
    public void A_sequence_ends_at_its_stop_and_the_others_go_on()
    {
        // After id i comes i + 1.
        static Tensor Count(Tensor ids) => nn.functional.one_hot(ids + 1, 20).to(ScalarType.Float32) * 100;
        using var prompt = tensor(new long[] { 3, 6 }, [2, 1]);
        using var text = new TextGenerator { Length = 10, Stop = 8 }.Continue(Count, prompt);
        Assert.Equal([3, 4, 5, 6, 7, 8, 6, 7, 8, 8, 8, 8], text.data<long>().ToArray());
    }

    [Fact]
    public void A_text_is_continued_up_to_the_stop()
    {
        var tokenizer = CharacterTokenizer.Fit(["abcabc."]);
        Tensor Next(Tensor ids)
        {
            var letters = ids.data<long>().ToArray().Select(id => tokenizer.Decode(id)[0]);
            var next = letters.Select(letter => tokenizer.Encode(letter == 'c' ? "." : ((char)(letter + 1)).ToString())[0]).ToArray();
            return nn.functional.one_hot(tensor(next, [1, next.Length]), tokenizer.Count).to(ScalarType.Float32) * 100;
        }
        Assert.Equal("abc", new TextGenerator { Stop = tokenizer.Encode(".")[0] }.Continue(Next, tokenizer, "a"));
        Assert.Equal("ab", new TextGenerator { Length = 1 }.Continue(Next, tokenizer, "a"));
        Assert.Throws<ArgumentException>(() => new TextGenerator().Continue(Next, tokenizer, ""));
    }

    [Fact]
    public void Nothing_is_left_behind()
    {
        using var prompt = ones([2, 1], ScalarType.Int64);
        var before = LiveTensors.CountAfterCollection();
        using (new TextGenerator { Length = 6, TopK = 3, Context = 2 }.Continue(Bigrams, prompt))
            Assert.Equal(before + 1, Tensor.TotalCount);
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new TextGenerator { Temperature = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TextGenerator { Temperature = double.PositiveInfinity });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TextGenerator { TopK = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TextGenerator { Length = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TextGenerator { Context = -1 });
    }

    private static Tensor Logits(int rows)
    {
        random.manual_seed(1);
        return randn(rows, Ids);
    }

    // What follows an id depends on it alone.
    private static Tensor Bigrams(Tensor ids)
    {
        using var table = Logits(Ids);
        return table[ids];
    }
}
