using NeuralDsl.Generator.Tests.Harness;

namespace NeuralDsl.Generator.Tests.Graph;

/// <summary>Data of a model that is declared elsewhere.</summary>
public class DataClassTests
{
    private const string Model = """
        using NeuralDsl;
        [Model]
        [Input("x", "N 4"), Linear(10), CrossEntropyLoss, Adam]
        public partial class Net;

        """;

    [Theory]
    [InlineData("[Data<Net>, Csv(\"digits.csv\", Target = \"label\")] public static partial class Rows;")]
    [InlineData("[Data<Net>, Idx(\"a\", \"b\")] partial class Rows { public int Own => 1; }")]
    [InlineData("[Data<Net>, Csv(\"digits.csv\", Target = \"label\")] partial record Rows;")]
    public async Task It_gets_a_source(string declared)
    {
        var files = GivenFile.Of(("digits.csv", "a,b,c,d,label"));
        var compilation = ModelCompilation.Create(Model + declared + "\nclass User { NeuralDsl.DataSource<Net.Batch> source = Rows.Source; }");
        Assert.Empty(await ModelCompilation.AnalyzeAsync(compilation, files));
        Assert.DoesNotContain(ModelCompilation.CompilerMessages(ModelCompilation.Generate(compilation, files)), message => message.Id != "CS0414" && message.Id != "CS0169");
    }

    [Theory]
    [InlineData("[Data<Net>, Csv(\"a.csv\")] static class Rows;", "'Rows' cannot hold data: it is not partial, and the generator writes the rest of it", "Rows")]
    [InlineData("[Data<Net>, Csv(\"a.csv\")] static partial class Rows { static int Source => 1; }", "'Rows' cannot hold data: it declares a member 'Source' itself", "Rows")]
    [InlineData("[Data<Net>, Csv(\"a.csv\")] static partial class Rows<T>;", "'Rows' cannot hold data: it is generic", "Rows")]
    [InlineData("[Data<string>, Csv(\"a.csv\")] static partial class Rows;", "'Rows' cannot hold data: 'String' is no model", "Data<string>")]
    [InlineData("[Data<Other>, Csv(\"a.csv\")] static partial class Rows; [Model, Input(\"x\", \"N 4\"), Linear(2)] partial class Other;", "'Rows' cannot hold data: model 'Other' has no loss, and so no batch", "Data<Other>")]
    [InlineData("[Data<Net>] static partial class Rows;", "'Rows' cannot hold data: it declares none; add [Csv], [Idx], [Images] or [Text]", "Data<Net>")]
    [InlineData("[Data<Net>, Csv(\"a.csv\"), Training(Epochs = 3)] static partial class Rows;", "'Rows' cannot hold data: Training belongs to the model", "Training(Epochs = 3)")]
    [InlineData("[Data<Net>, Csv(\"a.csv\"), Images(\"b\")] static partial class Rows;", "Images is a second source of data beside Csv of 'Rows'", "Images(\"b\")")]
    [InlineData("[Data<Net>, Model, Input(\"x\", \"N 4\"), Linear(2)] partial class Rows;", "'Rows' cannot hold data: it is a model, whose own data stand among its attributes", "Data<Net>")]
    [InlineData("[Data<Net>, Csv(\"digits.csv\", Target = \"lable\")] static partial class Rows;", "digits.csv: there is no column 'lable'; did you mean 'label'?", "lable")]
    [InlineData("[Data<Net>, Text(\"a.csv\")] static partial class Rows;", "a.csv: 'x' Float32 [N,4] does not take tokens: they are Int64.", "Text(\"a.csv\")")]
    public async Task What_is_wrong_is_said_where_it_is(string declared, string message, string underlined)
    {
        var diagnostic = Assert.Single(await ModelCompilation.AnalyzeAsync(ModelCompilation.Create(Model + declared), GivenFile.Of(("digits.csv", "a,b,c,d,label"))));
        Assert.Equal((message, underlined), (diagnostic.GetMessage(), diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan)));
    }

    /// <summary>What is wrong with the model is said there and nowhere else.</summary>
    [Fact]
    public async Task A_model_with_an_error_is_one_error()
    {
        var compilation = ModelCompilation.Create(Model.Replace("Linear(10)", "Linear(10, In = 5)") + "[Data<Net>, Csv(\"digits.csv\")] static partial class Rows;");
        Assert.Equal("NDSL1203", Assert.Single(await ModelCompilation.AnalyzeAsync(compilation)).Id);
        Assert.Empty(ModelCompilation.CompilerMessages(ModelCompilation.Generate(compilation)));
    }

    [Fact]
    public async Task A_misspelt_column_gets_the_nearest_name()
    {
        var files = GivenFile.Of(("digits.csv", "a,b,c,d,label"));
        var (title, result) = Assert.Single(await CodeFixRun.ApplyAsync(new NeuralDsl.CodeFixes.RepairFix(), Model + "[Data<Net>, Csv(\"digits.csv\", Target = \"lable\")] static partial class Rows;", files));
        Assert.Equal("Change 'lable' to 'label'", title);
        Assert.Empty(await ModelCompilation.AnalyzeAsync(ModelCompilation.Create(result), files));
    }
}
