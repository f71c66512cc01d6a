using NeuralDsl.Data;
using NeuralDsl.Shapes;

namespace NeuralDsl.Generator.Tests.Data;

/// <summary>Which columns of a file fill which field, and what is said where they do not.</summary>
public sealed class ColumnSelectionTests
{
    private static readonly DataField Image = Field("image", "N C=1 H=2 W=2");

    private static readonly DataField Label = Field("target", "N", "Int64", isTarget: true);

    private static readonly DataField Probabilities = Field("target", "N 3", isTarget: true) with { IsOneHot = true };

    [Theory]
    [InlineData("p0,p1,p2,p3,target", "*", null, "image: p0 p1 p2 p3; target: target")]
    [InlineData("target,p0,p1,p2,p3", "*", null, "image: p0 p1 p2 p3; target: target")]
    [InlineData("id,p0,p1,p2,p3,digit", "p?", "digit", "image: p0 p1 p2 p3; target: digit")]
    [InlineData("p3,p1,p0,p2,digit", "p0, p1, p2, p3", "digit", "image: p3 p1 p0 p2; target: digit")]
    [InlineData("a*b,ab,aab,c,d,target", "a\\*b, ab, c, d", null, "image: a*b ab c d; target: target")]
    public void Patterns_choose_columns(string header, string features, string? target, string expected) =>
        Assert.Equal(expected, Describe(Select(header, [Image, Label], new(features, target))));

    [Theory]
    [InlineData("p0,p1,p2,p3,digit", "*", null, "there is no column 'target'; the columns are p0, p1, p2, p3, digit.", "Target")]
    [InlineData("p0,p1,p2,p3,Targets", "*", null, "there is no column 'target'; did you mean 'Targets'?", "Target")]
    [InlineData("p0,p1,p2,target", "p*", null, "3 columns match 'p*' but 'image' Float32 [N,1,2,2] takes 4.", "Features")]
    [InlineData("p0,p1,p2,p3,target", "q*", null, "no column matches 'q*'; the columns are p0, p1, p2, p3, target.", "Features")]
    [InlineData("p0,p1,p2,target", "p*, target", null, "column 'target' is both feature and target; features are 'p*, target'.", "Features")]
    [InlineData("p0,p1,p2,p3,a,b", "p*", "a, b", "2 columns match 'a, b' but 'target' Int64 [N] takes 1.", "Target")]
    public void What_does_not_fit_is_said(string header, string features, string? target, string message, string argument)
    {
        var fault = Select(header, [Image, Label], new(features, target)).Fault!;
        Assert.Equal((message, argument), (fault.Message, fault.Argument));
    }

    [Theory]
    [InlineData("image: p*; years: age; target: digit", "image: p0 p1 p2 p3; years: age; target: digit")]
    [InlineData("target: digit; years: age; image: *", "image: p0 p1 p2 p3; years: age; target: digit")]
    public void Columns_fill_several_inputs(string columns, string expected) =>
        Assert.Equal(expected, Describe(Select("p0,p1,age,p2,p3,digit", [Image, Field("years", "N 1"), Label], new(Columns: columns))));

    [Theory]
    [InlineData("image: p*; target: digit", "'years' Float32 [N,1] has no columns.", 0, -1)]
    [InlineData("image: p*; year: age; target: digit", "the batch has no field 'year'; did you mean 'years'?", 11, 4)]
    [InlineData("image: p*; years; target: digit", "'years' names no field: Columns is written as 'field: columns; field: columns'.", 11, 5)]
    [InlineData("image: p*; years: ages; target: digit", "there is no column 'ages'; did you mean 'age'?", 18, 4)]
    [InlineData("image: p*; years: digit; target: digit", "column 'digit' fills both 'years' and 'target'.", 0, -1)]
    [InlineData("image: p*; years: age; years: age; target: digit", "field 'years' has columns twice.", 23, 5)]
    public void Faults_of_columns_have_their_place(string columns, string message, int start, int length)
    {
        var fault = Select("p0,p1,age,p2,p3,digit", [Image, Field("years", "N 1"), Label], new(Columns: columns)).Fault!;
        Assert.Equal((message, "Columns", start, length), (fault.Message, fault.Argument, fault.Start, fault.Length));
    }

    [Theory]
    [InlineData(null, "p0,p1,p2,p3,target", true)]
    [InlineData(true, "p0,p1,p2,p3,target", true)]
    public void A_column_of_classes_becomes_one_hot_rows(bool? oneHot, string header, bool expected) =>
        Assert.Equal(expected, Select(header, [Image, Probabilities], new(OneHot: oneHot)).Fields[1].IsOneHot);

    [Fact]
    public void Columns_of_probabilities_stay_what_they_are()
    {
        var selection = Select("p0,p1,p2,p3,a,b,c", [Image, Probabilities], new("p*", "a, b, c"));
        Assert.False(selection.Fields[1].IsOneHot);
        Assert.Equal([3L], selection.Fields[1].RowShape);
    }

    [Fact]
    public void Indices_do_not_take_one_hot_rows() => Assert.Equal(
        "'target' Int64 [N] does not take one-hot rows.", Select("p0,p1,p2,p3,target", [Image, Label], new(OneHot: true)).Fault!.Message);

    [Fact]
    public void Real_targets_take_one_hot_rows_only_where_that_is_said()
    {
        var target = Field("target", "N 3", isTarget: true);
        Assert.Equal("1 column matches 'target' but 'target' Float32 [N,3] takes 3.", Select("p0,p1,p2,p3,target", [Image, target], new()).Fault!.Message);
        Assert.True(Select("p0,p1,p2,p3,target", [Image, target], new(OneHot: true)).Fields[1].IsOneHot);
    }

    [Theory]
    [InlineData("a,b , \"c, d\" ,\"e \"\"f\"\"\",", "a|b|c, d|e \"f\"|")]
    [InlineData("", "")]
    [InlineData("a,\"b", null)]
    public void A_header_is_read_as_the_file_is(string line, string? names) =>
        Assert.Equal(names, CsvHeader.Parse(line, ',') is { } header ? string.Join("|", header) : null);

    [Fact]
    public void A_manifest_says_what_it_was_written_with()
    {
        var manifest = new DataManifest
        {
            Rows = 1797, Columns = 65, Header = ["a b", "tab\there", "back\\slash\nline"], Classes = ["no", "yes"], LabelRange = (-1, 9),
            Image = (3, 32, 64), Vocabulary = 2000, Longest = 131,
        };
        Assert.Equal(manifest, DataManifest.Parse(manifest.ToString()));
        Assert.Equal(manifest.Header, DataManifest.Parse(manifest.ToString().Replace("\n", "\r\n")).Header);
        Assert.Equal("rows: 5\nlabel-range: 0 9\nimage: 1x28x28\n", new DataManifest { Rows = 5, LabelRange = (0, 9), Image = (1, 28, 28) }.ToString());
        Assert.Equal(new DataManifest { Rows = 5 }, DataManifest.Parse("rows: 5\nfuture: x\nlongest: many\nno colon"));
    }

    private static DataField Field(string name, string shape, string dtype = "Float32", bool isTarget = false) => new(name, dtype, ShapeParser.Parse(shape, name), isTarget);

    private static ColumnSelection Select(string header, DataField[] fields, ColumnOptions options) => ColumnSelection.Select(header.Split(','), fields, options);

    private static string Describe(ColumnSelection selection) =>
        string.Join("; ", selection.Fields.Select(field => $"{field.Field.Name}: {string.Join(" ", field.Columns.Select(column => column.Name))}"));
}
