using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;

namespace NeuralDsl;

/// <summary>A training's report as one page that needs nothing beside itself: no network, no script.</summary>
internal sealed class ReportPage(TrainingReport report)
{
    /// <summary>The page may load nothing and run nothing, whatever its texts contain.</summary>
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    private const int Colors = 10;

    /// <summary>The rows of a table of classes; those above are the hardest ones.</summary>
    private const int MostRows = 50;

    private const int MostConfusions = 10;

    private readonly Evaluation final = report.Final;
    private readonly bool isValidated = report.Epochs[^1].Validation is not null;

    /// <summary>The page.</summary>
    public override string ToString() => "<!DOCTYPE html>\n" + Markup.Html(
        "html", ("lang", "en"),
        Markup.Html(
            "head",
            Markup.Html("meta", ("charset", "utf-8")),
            Markup.Html("meta", ("http-equiv", "Content-Security-Policy"), ("content", Policy)),
            Markup.Html("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1")),
            Markup.Html("title", $"{report.Model}: training report"),
            Markup.Html("style", Resource.Text("report.css"))),
        Markup.Html(
            "body",
            Header(),
            Markup.Html("main", Learning(), Results(), Classes(), Curves(), Architecture(), Configuration()),
            Markup.Html("footer", "Made by NeuralDsl."))).ToString(SaveOptions.DisableFormatting) + "\n";

    private static IEnumerable<XElement> Section(string title, params IEnumerable<XElement?> cards)
    {
        var shown = cards.OfType<XElement>().ToArray();
        return shown.Length == 0 ? [] : [Markup.Html("h2", title), Markup.Html("div", ("class", "cards"), shown)];
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Loss(double loss) => loss.ToString("0.0000", CultureInfo.InvariantCulture);

    private static string Duration(TimeSpan duration)
    {
        FormattableString text = duration switch
        {
            { TotalSeconds: < 1 } => $"{duration.TotalMilliseconds:0} ms",
            { TotalMinutes: < 1 } => $"{duration.TotalSeconds:0.0} s",
            { TotalHours: < 1 } => $"{duration.Minutes} min {duration.Seconds} s",
            _ => $"{(long)duration.TotalHours} h {duration.Minutes} min",
        };
        return text.ToString(CultureInfo.InvariantCulture);
    }

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private XElement Header()
    {
        string?[] facts =
        [
            report.Architecture is { } architecture ? $"{Number(architecture.ParameterCount)} parameters" : null,
            $"{report.Epochs.Length} {(report.Epochs.Length == 1 ? "epoch" : "epochs")} in {Duration(report.Duration)}",
            report.Configuration is { } configuration ? configuration.Started.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : null,
        ];
        var best = report.Epochs.Where(epoch => epoch.Validation is not null).MinBy(epoch => epoch.Validation!.Loss);
        (string Name, string Value)[] tiles =
        [
            (isValidated ? "validation loss" : "training loss", Loss(final.Loss)),
            .. final.Metrics.Select(metric => (metric.Name, metric.Text)),
            .. best is null ? [] : new[] { ("epoch with the least validation loss", $"{best.Number}") },
        ];
        return Markup.Html(
            "header",
            Markup.Html("h1", report.Model),
            Markup.Html("p", string.Join(" · ", facts.OfType<string>())),
            Markup.Html("div", ("class", "tiles"), tiles.Select(tile => Markup.Html("div", ("class", "tile"), Markup.Html("b", tile.Value), Markup.Html("span", tile.Name)))));
    }

    private IEnumerable<XElement> Learning()
    {
        var metrics = final.Metrics.Select(metric => Chart(metric.Name, metric.Format.EndsWith('%'), evaluation => evaluation[metric.Name] ?? double.NaN));
        var rates = report.Epochs.Where(epoch => epoch.LearningRate is not null).Select(epoch => ((double)epoch.Number, epoch.LearningRate!.Value)).ToImmutableArray();
        var rate = rates.IsEmpty ? null : new LineChart("Learning rate", "epoch", "learning rate", [new("learning rate", 3, rates)]).ToFigure();
        return Section("Learning curves", [Chart("loss", false, evaluation => evaluation.Loss), .. metrics, rate]);
    }

    private XElement Chart(string name, bool isShare, Func<Evaluation, double> value)
    {
        Series training = new("training", 1, [.. report.Epochs.Select(epoch => ((double)epoch.Number, value(epoch.Training)))]);
        Series validation = new("validation", 2, [.. report.Epochs.Select(epoch => ((double)epoch.Number, epoch.Validation is { } rows ? value(rows) : double.NaN))]);
        Series[] known = [.. new[] { training, validation }.Where(series => series.Points.Any(point => double.IsFinite(point.Y)))];
        return new LineChart(Capital(name), "epoch", name, known) { IsShare = isShare }.ToFigure();
    }

    private IEnumerable<XElement> Results()
    {
        var last = report.Epochs[^1];
        var table = new ReportTable("The last epoch", ["", " training", .. last.Validation is null ? Array.Empty<string>() : [" validation"]])
        {
            Note = string.Join(" ", final.Metrics.Where(metric => metric.Note is not null).Select(metric => $"{Capital(metric.Name)}: {metric.Note}.")) is { Length: > 0 } notes ? notes : null,
        };
        AddRow("rows", evaluation => Number(evaluation.Count));
        AddRow("loss", evaluation => Loss(evaluation.Loss));
        foreach (var name in final.Metrics.Concat(last.Training.Metrics).Select(metric => metric.Name).Distinct())
            AddRow(name, evaluation => evaluation.Metrics.FirstOrDefault(metric => metric.Name == name) is { Name: not null } found ? found.Text : "");
        return Section("Results", table.ToCard());

        void AddRow(string name, Func<Evaluation, string> text) =>
            table.Add([name, text(last.Training), .. last.Validation is null ? Array.Empty<string>() : [text(last.Validation)]]);
    }

    private IEnumerable<XElement> Classes()
    {
        var map = final.Confusion is { Classes: <= HeatMap.MostClasses } small ? new HeatMap(small, Name).ToFigure() : null;
        return Section("Classes", map, PerClass(), Confusions());
    }

    private XElement? PerClass()
    {
        if (final.PerClass.IsEmpty)
            return null;
        var isWhole = final.PerClass.Length <= MostRows;
        var table = new ReportTable("Precision and recall", "class", " precision", " recall", " F1", " rows")
        {
            Note = isWhole ? null : $"The {MostRows} of {Number(final.PerClass.Length)} classes whose F1 is least.",
        };
        foreach (var row in isWhole ? final.PerClass : final.PerClass.Where(row => row.Support > 0).OrderBy(row => row.F1).Take(MostRows))
            table.Add(Name(row.Class), Loss(row.Precision), Loss(row.Recall), Loss(row.F1), Number(row.Support));
        return table.ToCard();
    }

    private XElement? Confusions()
    {
        if (final.Confusion is not { Classes: > 2 } confusion)
            return null;
        var classes = Enumerable.Range(0, confusion.Classes);
        var worst = classes.SelectMany(actual => classes.Where(predicted => predicted != actual).Select(predicted => (Actual: actual, Predicted: predicted, Count: confusion[actual, predicted])))
            .Where(cell => cell.Count > 0).OrderByDescending(cell => cell.Count).Take(MostConfusions).ToArray();
        if (worst.Length == 0)
            return null;
        var table = new ReportTable("Most frequent confusions", "actual", "predicted", " rows", " of the class");
        foreach (var (actual, predicted, count) in worst)
            table.Add(Name(actual), Name(predicted), Number(count), ((double)count / confusion.Support(actual)).ToString("0.0 %", CultureInfo.InvariantCulture));
        return table.ToCard();
    }

    private IEnumerable<XElement> Curves() => final.Roc.IsEmpty ? [] : Section(
        "Thresholds",
        new LineChart("Receiver operating characteristic", "false positive rate", "true positive rate", Lines(final.Roc)) { IsUnitSquare = true, HasDiagonal = true }.ToFigure(),
        new LineChart("Precision over recall", "recall", "precision", Lines(final.PrecisionRecall)) { IsUnitSquare = true, IsStepped = true }.ToFigure());

    /// <summary>There are as many lines as colours: those of the classes that are told apart the least.</summary>
    private Series[] Lines(ImmutableArray<Curve> curves) =>
    [
        .. curves.OrderBy(curve => curve.Area).Take(Colors).OrderBy(curve => curve.Class).Select((curve, i) => new Series(
            string.Create(CultureInfo.InvariantCulture, $"{(curve.Class is { } index ? $"{Name(index)}: " : "")}area {curve.Area:0.0000}"),
            i + 1,
            [.. curve.Points.Select(point => (point.X, point.Y))])),
    ];

    private IEnumerable<XElement> Architecture()
    {
        if (report.Architecture is not { Layers.IsEmpty: false } architecture)
            return [];
        // Shapes keep their symbols; work is counted for one row.
        var summary = new ModelSummary(architecture);
        var row = new ModelSummary(architecture, (architecture.Inputs[0].Axes.Axes is [{ Size.SymbolName: { } rows }, ..] ? rows : "N", 1));
        var table = new ReportTable("Layers", "layer", "operator", "output", " parameters", " MACs")
        {
            Total = ["", "", "", summary.Parameters is { } parameters ? Number(parameters) : "", row.MultiplyAccumulates is { } products ? Number(products) : ""],
            IsCode = true,
            Note = "MACs: multiply-accumulates of one row.",
        };
        foreach (var (layer, one) in summary.Layers.Zip(row.Layers))
            table.Add(layer.Name, layer.Operator, layer.Output, layer.Parameters, one.MultiplyAccumulates);
        var figure = Markup.Html("figure", Markup.Html("figcaption", "Graph"), new DiagramDrawing(new Diagram(architecture)).ToElement());
        return Section("Architecture", figure, table.ToCard());
    }

    private IEnumerable<XElement> Configuration()
    {
        if (report.Configuration is not { } configuration)
            return [];
        var table = new ReportTable("Configuration", "", "");
        (string Name, string Value)[] rows =
        [
            ("started", configuration.Started.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture)),
            ("epochs", Number(configuration.Epochs)),
            ("batch size", Number(configuration.BatchSize)),
            ("seed", $"{configuration.Seed}"),
            ("rows to learn from", Number(configuration.TrainingRows)),
            ("rows to validate on", configuration.ValidationRows is { } rowCount ? Number(rowCount) : "none"),
            ("loss", string.Join(", ", report.Architecture?.Losses.Select(loss => loss.Operator) ?? [])),
            ("optimizer", configuration.Optimizer),
            ("device", configuration.Device),
            ("dtype", configuration.DType),
            ("libtorch", configuration.Engine),
            .. report.Architecture?.Hypers.Select(hyper => (hyper.Name, Number(hyper.Default))) ?? [],
        ];
        foreach (var (name, value) in rows)
            table.Add(name, value);
        return Section("Configuration", table.ToCard());
    }

    private string Name(int index) => index < report.Classes.Count ? report.Classes[index] : index.ToString(CultureInfo.InvariantCulture);
}
