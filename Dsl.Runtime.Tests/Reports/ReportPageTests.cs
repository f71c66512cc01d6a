using System.Text.RegularExpressions;
using NeuralDsl.Tests.Models;

namespace NeuralDsl.Tests.Reports;

public class ReportPageTests
{
    private const string Hostile = "<script>alert('x')</script> & \"co\"";

    [Fact]
    public void A_browser_opens_the_page_without_an_error()
    {
        var report = Train(epochs: 3);
        using var folder = new TemporaryFolder();
        var path = folder["report.html"];
        report.SaveHtml(path);
        var (document, console) = Chromium.Open(path);
        Assert.Empty(console);
        foreach (var part in new[] { "Learning curves", "Learning rate", "Confusion matrix", "Receiver operating characteristic", "Precision over recall", "Layers", "Configuration" })
            Assert.Contains($">{part}<", document);
        // An SVG in the document as the browser has it: all of them were understood.
        Assert.Equal(Regex.Count(File.ReadAllText(path), "<svg"), Regex.Count(document, "</svg>"));
    }

    [Fact]
    public void The_page_may_load_and_run_nothing()
    {
        using var folder = new TemporaryFolder();
        var path = folder["report.html"];
        var page = new ReportPage(Train(epochs: 1)).ToString();
        Assert.DoesNotMatch(@"<(script|link|iframe|img|object)\b|\b(src|href|on\w+)=|url\(|@import", page);
        // What somebody would put into it is refused.
        File.WriteAllText(path, page.Replace("<footer>", "<footer><img src=\"https://example.org/a.png\"><script>console.log('ran')</script>"));
        var (_, console) = Chromium.Open(path);
        Assert.Equal(2, console.Count(line => line.Contains("Content Security Policy", StringComparison.Ordinal)));
        Assert.DoesNotContain(console, line => line.Contains("\"ran\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Names_are_texts()
    {
        var page = new ReportPage(Train(epochs: 1) with { Classes = [Hostile, "b\u0001", "c"], Model = Hostile }).ToString();
        Assert.DoesNotContain("<script", page);
        Assert.Contains("&lt;script&gt;alert('x')&lt;/script&gt; &amp; \"co\"", page);
        Assert.Contains("b\uFFFD", page);
    }

    [Fact]
    public void The_numbers_of_the_last_epoch_are_there()
    {
        var report = Train(epochs: 2);
        var page = new ReportPage(report).ToString();
        Assert.Contains($">{report.Final.Metrics[0].Text}<", page);
        foreach (var row in report.Final.PerClass)
            Assert.Contains(FormattableString.Invariant($"<td class=\"number\">{row.Precision:0.0000}</td><td class=\"number\">{row.Recall:0.0000}</td><td class=\"number\">{row.F1:0.0000}</td>"), page);
        Assert.Contains($"0 taken for 0: {report.Final.Confusion![0, 0]} ", page);
        Assert.DoesNotContain("NaN", page);
    }

    [Fact]
    public void What_is_undefined_is_explained()
    {
        var evaluation = new Evaluation(3, 0.5, [MetricValue.Undefined("ROC AUC", "0.0000", "all rows are of one class")]);
        var page = new ReportPage(new("Alone", [new(1, evaluation, evaluation, TimeSpan.FromSeconds(1))], TimeSpan.FromSeconds(1))).ToString();
        Assert.Contains(">undefined<", page);
        Assert.Contains("ROC AUC: all rows are of one class.", page);
        Assert.DoesNotContain("NaN", page);
    }

    [Fact]
    public void A_regression_has_a_page_too()
    {
        using var data = Regressor.Sums(20);
        using var model = new Regressor();
        var report = model.Fit(data, new() { Epochs = 2, Progress = FitProgress.None });
        var page = new ReportPage(report).ToString();
        Assert.Contains("Mean absolute error", page);
        Assert.DoesNotContain("Confusion matrix", page);
        Assert.Equal((2, 32, 20, "Adam", "cpu", "Float32"), report.Configuration is { } how ? (how.Epochs, how.BatchSize, how.TrainingRows, how.Optimizer, how.Device, how.DType) : default);
        Assert.Equal([0.01, 0.01], report.Epochs.Select(epoch => epoch.LearningRate!.Value));
    }

    [Theory]
    [InlineData(new[] { 0.03, 0.97 }, "0.0 0.2 0.4 0.6 0.8 1.0")]
    [InlineData(new[] { 0.91, 0.987 }, "0.90 0.92 0.94 0.96 0.98 1.00")]
    [InlineData(new[] { 12.0, 4321.0 }, "0 1,000 2,000 3,000 4,000 5,000")]
    [InlineData(new[] { 0.001, 0.001 }, "0.0000 0.0005 0.0010 0.0015 0.0020")]
    [InlineData(new[] { 0.0, 0.0 }, "0.0 0.2 0.4 0.6 0.8 1.0")]
    [InlineData(new[] { -2.0, 3.0 }, "-2 -1 0 1 2 3")]
    [InlineData(new[] { 1e-6, 5e-6, double.NaN }, "0 1e-6 2e-6 3e-6 4e-6 5e-6")]
    public void Ticks_are_round_numbers(double[] values, string labels)
    {
        var scale = new Scale(values, 0, 100);
        Assert.Equal(labels, string.Join(' ', scale.Ticks.Select(tick => scale.Label(tick))));
        Assert.All(values.Where(double.IsFinite), value => Assert.InRange(Math.Round(scale[value], 6), 0, 100));
    }

    private static TrainingReport Train(int epochs)
    {
        using var data = HandWritten.Clouds(30);
        using var model = new HandWritten();
        return model.Fit(data, new() { Epochs = epochs, Validation = data, Progress = FitProgress.None });
    }
}
