namespace NeuralDsl.Tests.Data;

public class SequencesTests
{
    private static readonly long[][] Rows = [[1], [2, 3], [4, 5, 6]];

    public static TheoryData<int, Side, Side, long, long[]> Cases => new()
    {
        { 0, Side.Pre, Side.Pre, 0, [0, 0, 1, 0, 2, 3, 4, 5, 6] },
        { 0, Side.Post, Side.Pre, 0, [1, 0, 0, 2, 3, 0, 4, 5, 6] },
        { 2, Side.Pre, Side.Pre, 0, [0, 1, 2, 3, 5, 6] },
        { 2, Side.Pre, Side.Post, 0, [0, 1, 2, 3, 4, 5] },
        { 2, Side.Post, Side.Post, -1, [1, -1, 2, 3, 4, 5] },
        { 4, Side.Pre, Side.Post, -1, [-1, -1, -1, 1, -1, -1, 2, 3, -1, 4, 5, 6] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Short_ones_are_filled_up_and_long_ones_cut(int length, Side padding, Side truncating, long value, long[] expected)
    {
        using var rows = Sequences.Pad(Rows, length, padding, truncating, value);
        Assert.Equal([3, expected.Length / 3], rows.shape);
        Assert.Equal(expected, rows.data<long>().ToArray());
    }

    [Fact]
    public void There_is_a_length()
    {
        Assert.Throws<ArgumentException>(() => Sequences.Pad([]));
        Assert.Throws<ArgumentException>(() => Sequences.Pad([[], []]));
        using var empty = Sequences.Pad([[], []], length: 1);
        Assert.Equal([0L, 0], empty.data<long>().ToArray());
    }

    [Theory]
    [InlineData(3, 0, new long[] { 1, 2, 3, 4, 5, 6 })]
    [InlineData(3, 2, new long[] { 1, 2, 3, 3, 4, 5, 5, 6, 7 })]
    [InlineData(7, 1, new long[] { 1, 2, 3, 4, 5, 6, 7 })]
    public void A_long_one_is_parted(int length, int step, long[] expected)
    {
        using var rows = Sequences.Windows([1, 2, 3, 4, 5, 6, 7], length, step);
        Assert.Equal([expected.Length / length, length], rows.shape);
        Assert.Equal(expected, rows.data<long>().ToArray());
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(8, 1)]
    [InlineData(3, -1)]
    public void A_part_is_no_longer_than_the_whole(int length, int step) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Sequences.Windows([1, 2, 3, 4, 5, 6, 7], length, step));
}
