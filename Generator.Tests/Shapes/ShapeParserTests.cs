using NeuralDsl.Shapes;

namespace NeuralDsl.Generator.Tests.Shapes;

/// <summary>Shape strings: what they mean, and which characters are at fault in what they cannot mean.</summary>
public class ShapeParserTests
{
    [Theory]
    [InlineData("N 3 224 224", "N 3 224 224", "[N,3,224,224]")]
    [InlineData("  N\tT  ", "N T", "[N,T]")]
    [InlineData("N C=3 H=28 W=28", "N C=3 H=28 W=28", "[N,3,28,28]")]
    [InlineData("N T/2 2*D", "N T/2 2*D", "[N,T/2,2*D]")]
    [InlineData("N L=(T-1)/2", "N L=(T+1)/2-1", "[N,(T+1)/2-1]")]
    [InlineData("", "", "[]")]
    public void Shapes_are_read_and_written(string text, string written, string display)
    {
        var shape = ShapeParser.Parse(text);
        Assert.Equal(shape, ShapeParser.Parse(shape.ToString()));
        Assert.Equal(written, shape.ToString());
        Assert.Equal(display, shape.ToDisplay());
    }

    [Fact]
    public void A_question_mark_equals_only_itself()
    {
        Assert.NotEqual(ShapeParser.Parse("?", "a")[0], ShapeParser.Parse("?", "b")[0]);
        Assert.NotEqual(ShapeParser.Parse("? ?")[0], ShapeParser.Parse("? ?")[1]);
        var shape = ShapeParser.Parse("N ?", "mask");
        Assert.Equal("[N,?]", shape.ToDisplay());
        Assert.Equal(shape, ShapeParser.Parse(shape.ToString()));
    }

    [Theory]
    [InlineData("N 28, 28", 4, 1, "expected a blank before the next axis but found ','")]
    [InlineData("N 0", 2, 1, "an axis has at least 1 element, not 0")]
    [InlineData("N C=-3", 4, 2, "an axis has at least 1 element, not -3")]
    [InlineData("N 2*", 4, 0, "expected a size or a name but the text ends")]
    [InlineData("N (T+1", 6, 0, "expected ')' but the text ends")]
    [InlineData("N T/0", 4, 1, "division by zero")]
    [InlineData("N C=", 4, 0, "expected a size or a name but the text ends")]
    [InlineData("N 99999999999999999999", 2, 20, "the number is larger than 64 bits hold")]
    [InlineData("N x.y", 3, 1, "expected a blank before the next axis but found '.'")]
    public void Faults_name_the_characters(string text, int start, int length, string message)
    {
        var error = Assert.Throws<ShapeSyntaxException>(() => ShapeParser.Parse(text));
        Assert.Equal((start, length, message), (error.Start, error.Length, error.Message));
    }

    [Fact]
    public void Deep_nesting_is_refused_rather_than_overflowing_the_stack() =>
        Assert.Throws<ShapeSyntaxException>(() => ShapeParser.Parse(new string('(', 100_000)));
}
