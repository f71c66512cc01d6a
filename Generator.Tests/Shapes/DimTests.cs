using NeuralDsl.Shapes;

namespace NeuralDsl.Generator.Tests.Shapes;

/// <summary>The shape algebra: canonical forms, exact and floor division, evaluation.</summary>
public class DimTests
{
    /// <summary>Left and right are the same size for every value of the symbols, and have one text.</summary>
    [Theory]
    [InlineData("3+4*2", "11")]
    [InlineData("N*2+N", "3*N")]
    [InlineData("b+a", "a+b")]
    [InlineData("(a+b)*(a-b)", "a*a-b*b")]
    [InlineData("N-N", "0")]
    [InlineData("2*D/2", "D")]
    [InlineData("N*D/D", "N")]
    [InlineData("(4*H+6)/2", "2*H+3")]
    [InlineData("(2*T+1)/2", "T")]
    [InlineData("(2*T-1)/2", "T-1")]
    [InlineData("(3*T)/2", "T+T/2")]
    [InlineData("(T+5)/2", "(T+1)/2+2")]
    [InlineData("T/2/3", "T/6")]
    [InlineData("(T/2+1)/2", "(T+2)/4")]
    [InlineData("(6*T+4)/4", "T+(T/2)+1")]
    [InlineData("-(T/2)*2", "(T/2)*(-2)")]
    [InlineData("(a*b+c)/b", "a+c/b")]
    [InlineData("(3*d)/(3*h)", "d/h")]
    [InlineData("(a*d+a)/(2*a)", "(d+1)/2")]
    [InlineData("7/2", "3")]
    [InlineData("(1-4)/2", "-2")]
    public void Equal_sizes_have_one_canonical_text(string left, string right)
    {
        Assert.Equal(ShapeParser.ParseDim(right).Text, ShapeParser.ParseDim(left).Text);
        Assert.Equal(ShapeParser.ParseDim(right), ShapeParser.ParseDim(left));
    }

    [Theory]
    [InlineData("T/2*2", "T")]
    [InlineData("T/2+T/2", "T")]
    [InlineData("a/b*b", "a")]
    [InlineData("a*b", "a+b")]
    public void Sizes_that_differ_for_some_value_stay_apart(string left, string right) =>
        Assert.NotEqual(ShapeParser.ParseDim(right), ShapeParser.ParseDim(left));

    /// <summary>A canonical text is a size that reads back as itself, and the canonical form changes no value.</summary>
    [Fact]
    public void Random_expressions_keep_their_value_and_read_back()
    {
        var random = new Random(1);
        for (var run = 0; run < 5_000; run++)
        {
            var (text, evaluate) = RandomExpression(random, depth: 4);
            if (TryParse(text) is not { } dim)
                continue;
            Assert.Equal(dim, ShapeParser.ParseDim(dim.Text));
            for (var trial = 0; trial < 3; trial++)
            {
                var values = new Dictionary<string, long> { ["a"] = random.Next(1, 9), ["b"] = random.Next(1, 9), ["T"] = random.Next(1, 99) };
                if (evaluate(values) is { } expected)
                    Assert.True(expected == dim.Evaluate(name => values[name]), $"{text} is {expected} but {dim.Text} is not, for {string.Join(", ", values)}.");
            }
        }

        static Dim? TryParse(string text)
        {
            try
            {
                return ShapeParser.ParseDim(text);
            }
            catch (ShapeSyntaxException error) when (error.Message is "division by zero" or "the size is larger than 64 bits hold")
            {
                return null;
            }
        }
    }

    [Fact]
    public void A_size_beyond_64_bits_is_an_overflow() =>
        Assert.Throws<OverflowException>(() => ShapeParser.ParseDim("4000000000") * ShapeParser.ParseDim("4000000000"));

    [Fact]
    public void A_symbol_without_a_value_has_no_result() => Assert.Null(ShapeParser.ParseDim("N*2+T/3").Evaluate(name => name == "N" ? 1 : null));

    /// <summary>An expression with its value by C#'s own arithmetic, independent of the algebra; null where a divisor is 0.</summary>
    private static (string Text, Func<Dictionary<string, long>, long?> Evaluate) RandomExpression(Random random, int depth)
    {
        if (depth == 0 || random.Next(4) == 0)
        {
            if (random.Next(2) == 0)
            {
                var number = random.Next(0, 7);
                return (number.ToString(System.Globalization.CultureInfo.InvariantCulture), _ => number);
            }
            var name = new[] { "a", "b", "T" }[random.Next(3)];
            return (name, values => values[name]);
        }
        var (left, evaluateLeft) = RandomExpression(random, depth - 1);
        var (right, evaluateRight) = RandomExpression(random, depth - 1);
        var symbol = "+-*/"[random.Next(4)];
        return ($"({left}{symbol}{right})", values => (evaluateLeft(values), evaluateRight(values)) switch
        {
            ({ } a, { } b) when symbol == '+' => a + b,
            ({ } a, { } b) when symbol == '-' => a - b,
            ({ } a, { } b) when symbol == '*' => a * b,
            ({ } a, { } b and not 0) => (long)Math.Floor((decimal)a / b),
            _ => null,
        });
    }
}
