using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using NeuralDsl.CodeFixes;
using NeuralDsl.Generator.Tests.Harness;

namespace NeuralDsl.Generator.Tests.Graph;

/// <summary>What is said of declared data while compiling, where, and what is not.</summary>
public class DataCheckTests
{
    private const string Digits = "p0,p1,p2,p3,label";

    /// <summary>Layers, the data, and the file or manifest that the compiler is given.</summary>
    public static TheoryData<string, string, string, string> Fitting => new()
    {
        { "[Input(\"x\", \"N 4\"), Linear(10), CrossEntropyLoss]", "Csv(\"data/digits.csv\", Target = \"label\")", "/repo/data/digits.csv", Digits },
        { "[Input(\"x\", \"N C=1 H=2 W=2\"), Flatten, Linear(10), CrossEntropyLoss]", "Csv(\"digits.csv\", Features = \"p?\", Target = \"label\")", "digits.csv", Digits },
        // As many columns as there are: the size is open.
        { "[Input(\"x\", \"N T\"), Unsqueeze(1), AdaptiveAvgPool1d(2), Flatten, Linear(10), CrossEntropyLoss]", "Csv(\"digits.csv\", Target = \"label\")", "digits.csv", Digits },
        // An autoencoder has no target.
        { "[Input(\"x\", \"N 4\"), Linear(4), MSELoss(Target = \"x\")]", "Csv(\"digits.csv\", Features = \"p*\")", "digits.csv", Digits },
        { "[Input(\"x\", \"N 4\"), Linear(3), CrossEntropyLoss(Encoding = TargetEncoding.Probabilities)]", "Csv(\"digits.csv\", Target = \"label\")", "digits.csv", Digits },
        { "[Input(\"x\", \"N 4\"), Linear(3), MSELoss]", "Csv(\"digits.csv\", Target = \"label\", Labels = LabelEncoding.OneHot)", "digits.csv", Digits },
        { "[Input(\"x\", \"N 2\"), Linear(3), MSELoss]", "Csv(\"digits.csv\", Features = \"p0, p1\", Target = \"p2, p3, label\")", "digits.csv", Digits },
        // More scores than classes are legal, and so is what no file was given for.
        { "[Input(\"x\", \"N 4\"), Linear(10), CrossEntropyLoss]", "Csv(\"digits.csv\", Target = \"label\", Classes = \"a, b\")", "other.csv", "a,b" },
        { "[Input(\"x\", \"N 4\"), Linear(10), CrossEntropyLoss]", "Csv(\"digits.csv\", Target = \"label\")", "mydigits.csv", "a,b" },
        { "[Input(\"x\", \"N 4\"), Linear(10), CrossEntropyLoss]", "Csv(\"digits.csv\", Target = \"label\")", "digits.csv", "a,\"a name\nof two lines\",b" },
        { "[Input(\"x\", \"N 4\"), Linear(10), CrossEntropyLoss]", "Csv(\"digits.csv\", Target = \"label\", Separator = ';')", "digits.csv", "a;b, c;d;e;label" },
        { "[Input(\"x\", \"N 4\"), Linear(10), CrossEntropyLoss(IgnoreIndex = 255)]", "Csv(\"digits.csv\", Target = \"label\")", "digits.csv.manifest", "label-range: 0 255" },
        { "[Input(\"x\", \"N 4\"), Linear(10), CrossEntropyLoss]", "Csv(\"digits.csv\", Target = \"label\")", "digits.csv.manifest", "label-range: -100 9\nheader: a\tb\tc\td\tlabel" },
        { "[Input(\"x\", \"N 4\"), Linear(1), BCEWithLogitsLoss]", "Csv(\"digits.csv\", Target = \"label\")", "digits.csv.manifest", "label-range: 0 1\nclasses: no\tyes" },
        { "[Input(\"x\", \"N C=1 H=28 W=28\"), Flatten, Linear(10), CrossEntropyLoss]", "Idx(\"images\", \"labels\")", "images.manifest", "image: 1x28x28\nlabel-range: 0 9" },
        { "[Input(\"x\", \"N 784\"), Linear(10), CrossEntropyLoss]", "Idx(\"images\", \"labels\")", "images.manifest", "image: 1x28x28" },
        { "[Input(\"x\", \"N H=32 W=32 C=3\"), Flatten, Linear(2), CrossEntropyLoss]", "Images(\"flowers\")", "flowers.manifest", "image: 3x500x400\nclasses: a\tb" },
        { "[Input(\"t\", \"N T\", DType.Int64), Embedding(100, 4), PositionEmbedding(50), Last, Linear(2), CrossEntropyLoss]", "Text(\"r.csv\", NumWords = 100, Length = 50)", "r.csv.manifest", "vocabulary: 5000\nlongest: 90" },
        { "[Input(\"t\", \"N T\", DType.Int64), Embedding(100, 4), Last, Linear(2), CrossEntropyLoss]", "Text(\"r.csv\", NumWords = 2000)", "r.csv.manifest", "vocabulary: 90" },
        { "[Input(\"t\", \"N T=50\", DType.Int64), Embedding(100, 4), Last, Linear(2), CrossEntropyLoss]", "Text(\"r.csv\", Text = \"review\")", "r.csv", "label,review" },
        // A language model has its target in the text.
        { "[Input(\"t\", \"N T\", DType.Int64), Embedding(100, 4), Linear(100), CrossEntropyLoss(Target = \"t\", Shift = 1)]", "Text(\"r.csv\")", "r.csv", "text,author" },
        { "[Input(\"t\", \"N T=50\", DType.Int64), Embedding(100, 4), Last, Linear(2), CrossEntropyLoss]", "Text(\"r.tsv\")", "r.tsv", "good\tSo it is" },
    };

    [Theory]
    [MemberData(nameof(Fitting))]
    public async Task What_fits_passes(string layers, string data, string path, string text) => Assert.Empty(await AnalyzeAsync(layers, data, path, text));

    /// <summary>The same, with the rule, what is underlined, and the message.</summary>
    public static TheoryData<string, string, string, string, string, string, string> Unfit => new()
    {
        { "[Input(\"x\", \"N 4\"), Linear(10), CrossEntropyLoss]", "Csv(\"digits.csv\")", "digits.csv", "p0,p1,p2,p3,targets", "NDSL1502", "Csv(\"digits.csv\")", "digits.csv: there is no column 'target'; did you mean 'targets'?" },
        { "[Input(\"x\", \"N 4\"), Linear(10), CrossEntropyLoss]", "Csv(\"digits.csv\", Features = \"a, q*\", Target = \"label\")", "digits.csv", "a,b,label", "NDSL1502", "q*", "digits.csv: no column matches 'q*'; the columns are a, b, label." },
        { "[Input(\"x\", \"N 4\"), Linear(10), CrossEntropyLoss]", "Csv(\"digits.csv\", Target = \"label\")", "digits.csv.manifest", "header: a\tb\tlabel", "NDSL1504", "Csv(\"digits.csv\", Target = \"label\")", "digits.csv: 2 columns match '*' but 'x' Float32 [N,4] takes 4." },
        { "[Input(\"x\", \"N 4\"), Input(\"y\", \"N 1\"), Concat(\"x, y\"), Linear(10), CrossEntropyLoss]", "Csv(\"digits.csv\", Columns = \"x: p*; z: age; target: label\")", "none", "", "NDSL1505", "z", "digits.csv: the batch has no field 'z'; it has x: Float32 [N,4]; y: Float32 [N,1]; target: Int64 [N]." },
        { "[Input(\"x\", \"N 4\"), Linear(3), CrossEntropyLoss(Encoding = TargetEncoding.Probabilities)]", "Csv(\"digits.csv\", Target = \"label\", Labels = LabelEncoding.Index)", "digits.csv", Digits, "NDSL1506", "Target = \"label\"", "digits.csv: 1 column matches 'label' but 'target' Float32 [N,3] takes 3." },
        { "[Input(\"t\", \"N T\", DType.Int64), Embedding(100, 4), Last, Linear(2), CrossEntropyLoss]", "Text(\"r.csv\", Labels = LabelEncoding.OneHot)", "none", "", "NDSL1506", "Labels = LabelEncoding.OneHot", "r.csv: 'target' Int64 [N] does not take one-hot rows." },
        { "[Input(\"t\", \"N T=9\", DType.Int64), Embedding(100, 4), Last, Linear(2), CrossEntropyLoss(Encoding = TargetEncoding.Probabilities)]", "Text(\"r.csv\", Labels = LabelEncoding.Index)", "none", "", "NDSL1506", "Labels = LabelEncoding.Index", "r.csv: 'target' Float32 [N,2] takes one-hot rows, not indices." },
        { "[Input(\"x\", \"N 4\"), Linear(10), CrossEntropyLoss]", "Text(\"r.csv\")", "none", "", "NDSL1505", "Text(\"r.csv\")", "r.csv: 'x' Float32 [N,4] does not take tokens: they are Int64." },
        { "[Input(\"x\", \"N C=2 H=8 W=8\"), Flatten, Linear(10), CrossEntropyLoss]", "Images(\"flowers\")", "none", "", "NDSL1505", "Images(\"flowers\")", "flowers: 'x' Float32 [N,2,8,8] does not take images: they have 1, 3 or 4 channels, a height and a width, such as [N,C=3,H=32,W=32]." },
        { "[Input(\"x\", \"N 4\"), Input(\"y\", \"N 4\"), Add(\"x\", From = \"y\"), Linear(10), CrossEntropyLoss]", "Images(\"flowers\")", "none", "", "NDSL1505", "Images(\"flowers\")", "flowers: Images fills one input and at most one target, but the batch has x: Float32 [N,4]; y: Float32 [N,4]; target: Int64 [N]." },
        { "[Input(\"x\", \"N C=3 H=8 W=8\"), Flatten, Linear(2), CrossEntropyLoss]", "Images(\"flowers\")", "flowers.manifest", "classes: a\tb\tc", "NDSL1507", "\"flowers\"", "flowers has 3 classes, but CrossEntropyLoss chooses between 2: 'linear1' Float32 [N,2]" },
        { "[Input(\"x\", \"N 4\"), Linear(1), BCEWithLogitsLoss]", "Csv(\"digits.csv\", Target = \"label\")", "digits.csv.manifest", "label-range: 1 2", "NDSL1508", "Target = \"label\"", "The labels of digits.csv run from 1 to 2, but BCEWithLogitsLoss takes 0 to 1" },
        { "[Input(\"x\", \"N H=32 W=32\"), Flatten, Linear(10), CrossEntropyLoss]", "Idx(\"images\", \"labels\")", "images.manifest", "image: 1x28x28", "NDSL1509", "\"images\"", "The images of images are 1x28x28 (channels, height, width), but the model takes 'x' Float32 [N,32,32]" },
        { "[Input(\"x\", \"N H=14 W=56\"), Flatten, Linear(10), CrossEntropyLoss]", "Idx(\"images\", \"labels\")", "images.manifest", "image: 1x28x28", "NDSL1509", "\"images\"", "The images of images are 1x28x28 (channels, height, width), but the model takes 'x' Float32 [N,14,56]" },
        { "[Input(\"t\", \"N T=9\", DType.Int64), EmbeddingBag(100, 4), Linear(2), CrossEntropyLoss]", "Text(\"r.csv\")", "r.csv.manifest", "vocabulary: 5000", "NDSL1510", "Text(\"r.csv\")", "The tokens of r.csv have ids from 0 to 4999, but EmbeddingBag has a row for ids below 100" },
        { "[Input(\"t\", \"N T=9\", DType.Int64), Embedding(100, 4), Last, Linear(2), CrossEntropyLoss]", "Text(\"r.csv\", Length = 10)", "none", "", "NDSL1511", "Length = 10", "r.csv makes rows of 10 tokens, but 't' Int64 [N,9] takes 9" },
        { "[Input(\"t\", \"N T\", DType.Int64), Embedding(100, 4), PositionEmbedding(50), Last, Linear(2), CrossEntropyLoss]", "Text(\"r.csv\")", "r.csv.manifest", "longest: 90", "NDSL1511", "Text(\"r.csv\")", "r.csv makes T = 90 tokens, but PositionEmbedding needs 50 >= T" },
        { "[Input(\"x\", \"N T\"), Unsqueeze(1), Conv1d(3, 7), AdaptiveAvgPool1d(1), Flatten, Linear(10), CrossEntropyLoss]", "Csv(\"digits.csv\", Target = \"label\")", "digits.csv", Digits, "NDSL1511", "Csv(\"digits.csv\", Target = \"label\")", "digits.csv makes T = 4, but Conv1d needs T >= 7" },
        { "[Input(\"t\", \"N T=9\", DType.Int64), Embedding(100, 4), Last, Linear(2), CrossEntropyLoss]", "Text(\"r.csv\", Text = \"reviews\")", "r.csv", "label,review", "NDSL1502", "Text = \"reviews\"", "r.csv: there is no column 'reviews'; did you mean 'review'?" },
        { "[Input(\"x\", \"N 4\"), Linear(10), CrossEntropyLoss]", "Csv(\"\")", "none", "", "NDSL0202", "\"\"", "path of Csv must be the name of a file or folder but is empty" },
        { "[Input(\"x\", \"N 4\"), Linear(10), CrossEntropyLoss]", "Csv(\"a.csv\", Scale = 0)", "none", "", "NDSL0202", "Scale = 0", "Scale of Csv must be a number other than 0 but is 0" },
        { "[Input(\"x\", \"N 4\"), Linear(10), CrossEntropyLoss]", "Csv(\"a.csv\", Holdout = 1)", "none", "", "NDSL0202", "Holdout = 1", "Holdout of Csv must be above 0 and below 1 but is 1" },
        { "[Input(\"x\", \"N 4\"), Linear(10), CrossEntropyLoss]", "Csv(\"a.csv\", Test = \"b.csv\", Holdout = 0.1)", "none", "", "NDSL0202", "Holdout = 0.1", "Holdout of Csv must be left out: Test names the rows to test on but is 0.1" },
        { "[Input(\"x\", \"N 4\"), Linear(10), CrossEntropyLoss]", "Csv(\"a.csv\", Target = \"y\", Columns = \"x: a; target: y\")", "none", "", "NDSL0202", "Target = \"y\"", "Target of Csv must be left out: Columns names the columns of every field but is \"y\"" },
        { "[Input(\"x\", \"N 4\"), Linear(10), CrossEntropyLoss]", "Idx(\"a\", \"b\", Test = \"c\")", "none", "", "NDSL0202", "Test = \"c\"", "Test of Idx must be given together with the other of Test and TestLabels but is alone" },
    };

    [Theory]
    [MemberData(nameof(Unfit))]
    public async Task What_does_not_fit_is_said_where_it_is(string layers, string data, string path, string text, string id, string underlined, string message)
    {
        var diagnostic = Assert.Single(await AnalyzeAsync(layers, data, path, text));
        Assert.Equal(id, diagnostic.Id);
        Assert.Equal((underlined, message), (diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan), diagnostic.GetMessage()));
    }

    /// <summary>Two files that the declared path could mean say nothing of it.</summary>
    [Fact]
    public async Task An_ambiguous_file_is_left_alone() => Assert.Empty(await ModelCompilation.AnalyzeAsync(
        Create("[Input(\"x\", \"N 4\"), Linear(10), CrossEntropyLoss]", "Csv(\"digits.csv\")"), GivenFile.Of(("/a/digits.csv", "a,b"), ("/b/digits.csv", Digits))));

    [Theory]
    [InlineData("[Input(\"x\", \"N 5\"), Linear(10), CrossEntropyLoss]", "Csv(\"digits.csv\", Target = \"label\")", "digits.csv", Digits, "Declare input 'x' as \"N 4\"")]
    [InlineData("[Input(\"x\", \"N 4\"), Linear(10), CrossEntropyLoss]", "Csv(\"digits.csv\", Target = \"lable\")", "digits.csv", Digits, "Change 'lable' to 'label'")]
    [InlineData("[Input(\"x\", \"N 4\"), Linear(10), CrossEntropyLoss]", "Csv(\"digits.csv\")", "digits.csv", "p0,p1,p2,p3,targets", "Set Target = \"targets\"")]
    [InlineData("[Input(\"x\", \"N 4\"), Linear(3), MSELoss]", "Csv(\"digits.csv\", Target = \"label\")", "digits.csv", Digits, "Set Labels = LabelEncoding.OneHot")]
    [InlineData("[Input(\"x\", \"N 4\"), Linear(3), CrossEntropyLoss]", "Csv(\"digits.csv\", Target = \"label\", Labels = LabelEncoding.OneHot)", "digits.csv", Digits, "Remove Labels of Csv|Set Labels = LabelEncoding.Index")]
    [InlineData("[Input(\"x\", \"N 4\"), Linear(8), CrossEntropyLoss]", "Csv(\"digits.csv\", Target = \"label\")", "digits.csv.manifest", "label-range: 0 9", "Set outFeatures = 10 of Linear 'linear1'")]
    [InlineData("[Input(\"x\", \"N 4\"), Linear(2), CrossEntropyLoss]", "Csv(\"digits.csv\", Target = \"label\", Classes = \"a, b, c\")", "none", "", "Set outFeatures = 3 of Linear 'linear1'")]
    [InlineData("[Input(\"x\", \"N C=1 H=32 W=32\"), Flatten, Linear(10), CrossEntropyLoss]", "Idx(\"images\", \"labels\")", "images.manifest", "image: 1x28x28", "Declare input 'x' as \"N C=1 H=28 W=28\"")]
    [InlineData("[Input(\"t\", \"N T=9\", DType.Int64), Embedding(100, 4), Last, Linear(2), CrossEntropyLoss]", "Text(\"r.csv\", NumWords = 200)", "none", "", "Set rows = 200 of Embedding 'embedding1'|Set NumWords = 100")]
    [InlineData("[Input(\"t\", \"N T\", DType.Int64), Embedding(100, 4), PositionEmbedding(50), Last, Linear(2), CrossEntropyLoss]", "Text(\"r.csv\", Length = 90)", "none", "", "Set Length = 50|Set positions = 90 of PositionEmbedding 'positionEmbedding1'")]
    [InlineData("[Input(\"x\", \"N 4\"), Linear(10), CrossEntropyLoss]", "Csv(\"a.csv\"), Images(\"b\")", "none", "", "Remove Images")]
    [InlineData("[Input(\"x\", \"N 4\"), Linear(10), CrossEntropyLoss]", "Metrics(Metric.F1, Metric.RSquared)", "none", "", "Remove RSquared")]
    [InlineData("[Input(\"x\", \"N 4\"), Linear(10), CrossEntropyLoss]", "Metrics(Metric.RSquared)", "none", "", "Remove Metrics")]
    public async Task Fixes_make_a_model_that_trains(string layers, string data, string path, string text, string titles)
    {
        var files = GivenFile.Of((path, text));
        var offered = await CodeFixRun.ApplyAsync(new RepairFix(), Source(layers, data), files);
        Assert.Equal(titles.Split('|'), offered.Select(fix => fix.Title));
        foreach (var (_, result) in offered)
            await FixedModel.AssertTrainsAsync(result, files);
    }

    private static string Source(string layers, string data) => $"using NeuralDsl;\n[Model]\n{layers}\n[Adam]\n[{data}]\npublic partial class Net;";

    private static Compilation Create(string layers, string data) => ModelCompilation.Create(Source(layers, data));

    private static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(string layers, string data, string path, string text) =>
        await ModelCompilation.AnalyzeAsync(Create(layers, data), GivenFile.Of((path, text)));
}
