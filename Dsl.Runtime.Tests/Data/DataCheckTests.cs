namespace NeuralDsl.Tests.Data;

public class DataCheckTests
{
    [Fact]
    public void Rows_as_they_should_be_have_no_finding()
    {
        using var classes = Rows<ThreeClasses>([1, 2, 3, 4, 5, 6], tensor([0L, 1L, 2L]));
        using var binary = Rows<Binary>([1, 2, 3, 4], tensor([0f, 1f], [2, 1]));
        using var oneHot = Rows<OneHotClasses>([1, 2, 3, 4, 5, 6], eye(3));
        using var single = Rows<ThreeClasses>([1, 2], tensor([0L]));
        Assert.Empty(classes.Check());
        Assert.Empty(binary.Check());
        Assert.Empty(oneHot.Check());
        Assert.Empty(single.Check());
    }

    [Theory]
    [InlineData(3)]
    [InlineData(-1)]
    public void A_label_that_is_no_class_is_an_error_with_its_row(long label)
    {
        using var data = Rows<ThreeClasses>([1, 2, 3, 4, 5, 6], tensor([0L, label, 7L]));
        var message = FormattableString.Invariant($"'target' is {label} in row 1, but its classes are 0..2.");
        Assert.Equal([$"error: {message}"], data.Check().Select(finding => finding.ToString()));
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => DataCheck.BeforeTraining(data)).Message);
    }

    [Theory]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.PositiveInfinity, "Infinity")]
    public void A_feature_that_is_no_number_is_an_error_with_its_row(float feature, string text)
    {
        using var data = Rows<ThreeClasses>([1, 2, 3, feature, 5, 6], tensor([0L, 1L, 2L]));
        Assert.Equal([$"error: 'x' is {text} in row 1, element 1; every number must be finite."], data.Check().Select(finding => finding.ToString()));
    }

    [Fact]
    public void Rows_are_counted_over_all_parts()
    {
        var x = zeros([10_000, 2]);
        using (var bad = x[9_999])
            bad.fill_(double.NaN);
        using var data = new DataSet<PairOf<Regression>>(x, arange(10_000, ScalarType.Float32).reshape(10_000, 1));
        Assert.Contains("in row 9999, element 0", data.Check().Single().Message);
    }

    [Fact]
    public void Masks_may_be_minus_infinity_and_targets_not()
    {
        using var input = Rows<ThreeClasses>([1, 2, 3, float.NegativeInfinity, 5, 6], tensor([0L, 1L, 2L]));
        Assert.Empty(input.Check());
        using var target = Rows<Regression>([1, 2, 3, 4], tensor([float.NegativeInfinity, 1f], [2, 1]));
        Assert.Equal(DataSeverity.Error, target.Check().Single().Severity);
    }

    [Fact]
    public void What_works_but_perhaps_not_as_meant_is_a_warning()
    {
        using var constant = Rows<ThreeClasses>([1, 2, 3, 2, 5, 2], tensor([0L, 1L, 2L]));
        using var empty = Rows<ThreeClasses>([1, 2, 3, 4, 5, 6], tensor([0L, 2L, 2L]));
        using var equal = Rows<ThreeClasses>([1, 2, 3, 4, 5, 6], tensor([1L, 1L, 1L]));
        using var never = Rows<OneHotClasses>([1, 2, 3, 4], tensor([1f, 0, 0, 0, 0, 1], [2, 3]));
        using var flat = Rows<Regression>([1, 2, 3, 4], tensor([5f, 5f], [2, 1]));
        using var halves = Rows<Binary>([1, 2, 3, 4], tensor([1f, 2f], [2, 1]));
        Assert.Equal("warning: 1 of 2 features of 'x' are the same in all rows: 1.", constant.Check().Single().ToString());
        Assert.Equal("warning: class 1 of 'target' has no row.", empty.Check().Single().ToString());
        Assert.Equal("warning: all labels of 'target' are 1: there is nothing to tell apart.", equal.Check().Single().ToString());
        Assert.Equal("warning: class 1 of 'target' has no row.", never.Check().Single().ToString());
        Assert.Equal("warning: 'target' is the same in all rows: there is nothing to learn.", flat.Check().Single().ToString());
        Assert.Equal("warning: 'target' has numbers from 1 to 2, but they are probabilities.", halves.Check().Single().ToString());
        Assert.Equal(constant.Check(), DataCheck.BeforeTraining(constant));
    }

    [Fact]
    public void Nothing_leaks()
    {
        using var data = Rows<ThreeClasses>([1, 2, 3, 2, 5, 2], tensor([0L, 1L, 2L]));
        var before = LiveTensors.CountAfterCollection();
        data.Check();
        Assert.Equal(before, Tensor.TotalCount);
    }

    private static DataSet<PairOf<TFields>> Rows<TFields>(float[] x, Tensor target) where TFields : IFields => new(tensor(x, [x.Length / 2, 2]), target);
}
