using System.Globalization;
using NeuralDsl.Samples;
using NeuralDsl.Tests.Models;

namespace NeuralDsl.Tests.CommandLine;

/// <summary><c>evaluate</c> and <c>predict</c> on rows of another file: with the scales, classes and vocabulary of the training, and for predictions without a target.</summary>
public sealed class OtherRowsTests : IDisposable
{
    private Terminal terminal = new(SampleModels.All);

    public void Dispose() => terminal.Dispose();

    [Fact]
    public void Classes()
    {
        var rows = Rows("wine.csv", 50);
        Train("WineMlp");
        var (table, evaluation) = Compare("WineMlp", rows, target: 13);
        Assert.Equal("class,probability", table[0]);
        Assert.All(table[1..], line => Assert.InRange(Number(line, 1), 1.0 / 3, 1));
        var right = table.Zip(rows).Skip(1).Count(pair => pair.First.Split(',')[0] == pair.Second.Split(',')[13]);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"accuracy {right / 50.0:0.00 %}"), evaluation);
    }

    [Fact]
    public void Labels()
    {
        var rows = Rows("breast-cancer.csv", 60);
        Train("BreastCancerNet");
        var (table, evaluation) = Compare("BreastCancerNet", rows, target: 30);
        Assert.Equal("probability", table[0]);
        var right = table.Zip(rows).Skip(1).Count(pair => Number(pair.First, 0) > 0.5 == (Number(pair.Second, 30) == 1));
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"accuracy {right / 60.0:0.00 %}"), evaluation);
    }

    [Fact]
    public void Real_numbers()
    {
        var random = new Random(1);
        string[] Sums(int count) =>
        [
            "a,b,sum",
            .. Enumerable.Range(0, count).Select(_ => (A: random.Next(-99, 99) / 100.0, B: random.Next(-99, 99) / 100.0))
                .Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.A},{row.B},{row.A + row.B:0.00}")),
        ];
        Use(folder => Regressor.Definition.With(new CsvSource<Regressor.Batch>(folder["sums.csv"]) { Target = "sum" }));
        terminal.Write("sums.csv", Sums(100));
        Train("Regressor");
        var rows = Sums(30);
        var (table, evaluation) = Compare("Regressor", rows, target: 2);
        Assert.Equal("prediction", table[0]);
        var error = table.Zip(rows).Skip(1).Average(pair => Math.Abs(Number(pair.First, 0) - Number(pair.Second, 2)));
        Assert.Equal(error, double.Parse(evaluation.Split("mean absolute error ")[1], CultureInfo.InvariantCulture), 1e-4);
    }

    [Fact]
    public void Texts()
    {
        string[] words = ["good", "fine", "great", "bad", "poor", "dull"];
        var random = new Random(2);
        string[] Texts(int count) =>
        [
            "text,label",
            .. Enumerable.Range(0, count).Select(row => (Start: row % 2 * 3, Label: row % 2 == 0 ? "praise" : "blame"))
                .Select(row => $"{words[row.Start + random.Next(3)]} film {words[row.Start + random.Next(3)]},{row.Label}"),
        ];
        Use(folder => Reviews.Definition.With(new TextSource<Reviews.Batch>(folder["reviews.csv"]) { NumWords = 20, Length = 4 }));
        terminal.Write("reviews.csv", Texts(80));
        Train("Reviews");
        var rows = Texts(31);
        var (table, evaluation) = Compare("Reviews", rows, target: 1);
        Assert.Equal("class,probability", table[0]);
        Assert.Equal(rows[1..].Select(row => row.Split(',')[1]), table[1..].Select(row => row.Split(',')[0]));
        Assert.Contains("accuracy 100.00 %", evaluation);
    }

    [Fact]
    public void Predictions_without_a_file_are_of_the_rows_kept_for_testing()
    {
        Train("WineMlp");
        Assert.Equal(1 + 36, terminal.Do("predict", "WineMlp").TrimEnd().Split('\n').Length);
        Assert.Equal("", terminal.Do("predict", "WineMlp", "--output", terminal["said.csv"]));
        Assert.Equal(terminal.Do("predict", "WineMlp"), File.ReadAllText(terminal["said.csv"]));
        terminal.Fail("predict", "WineMlp", "--data", terminal["nowhere.csv"], "--output", terminal["said.csv"]);
        Assert.Equal(terminal.Do("predict", "WineMlp"), File.ReadAllText(terminal["said.csv"]));
    }

    [Fact]
    public void Rows_that_do_not_fit_are_refused()
    {
        Train("WineMlp");
        var rows = Rows("wine.csv", 20);
        var file = terminal.Write("other.csv", rows.Select(row => Without(row, 0)));
        Assert.All(["evaluate", "predict"], command => Assert.StartsWith($"{file}", terminal.Fail(command, "WineMlp", "--data", file)));
        file = terminal.Write("blind.csv", rows.Select(row => Without(row, 13)));
        Assert.StartsWith($"{file}", terminal.Fail("evaluate", "WineMlp", "--data", file));
        terminal.Do("train", "SimpleNN", "--epochs", "1", "--quiet");
        Assert.Equal("The program makes the rows of this model itself: there is no other file to take.", terminal.Fail("evaluate", "SimpleNN", "--data", file));
    }

    /// <summary>A model whose data are in the terminal's folder.</summary>
    private void Use(Func<Terminal, ModelDefinition> model)
    {
        terminal.Dispose();
        List<ModelDefinition> models = [];
        terminal = new(models);
        models.Add(model(terminal));
    }

    private void Train(string model) => terminal.Do("train", model, "--epochs", "12", "--quiet");

    /// <summary>Predicts and measures rows, and predicts them again without their target.</summary>
    private (string[] Table, string Evaluation) Compare(string model, string[] rows, int target)
    {
        var file = terminal.Write("rows.csv", rows);
        var blind = terminal.Write("blind.csv", rows.Select(row => Without(row, target)));
        var table = terminal.Do("predict", model, "--data", file);
        Assert.Equal(table, terminal.Do("predict", model, "--data", blind));
        return (table.TrimEnd().Split('\n'), terminal.Do("evaluate", model, "--data", file));
    }

    private static double Number(string line, int column) => double.Parse(line.Split(',')[column], CultureInfo.InvariantCulture);

    private static string Without(string line, int column) => string.Join(",", line.Split(',').Where((_, index) => index != column));

    /// <summary>The header of a sample's file and every third of its rows.</summary>
    private static string[] Rows(string file, int count)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "data", file));
        return [lines[0], .. lines.Skip(1).Where((_, index) => index % 3 == 0).Take(count)];
    }
}
