using System.Globalization;
using System.Text.RegularExpressions;
using Spectre.Console;

namespace NeuralDsl.Benchmarks;

/// <summary>The table of all rows with its summary, for the terminal and for a page.</summary>
/// <param name="options">What was measured, and where the page is.</param>
internal sealed partial class StepTable(StepOptions options)
{
    private static readonly (string Header, Func<StepRow, string> Cell)[] Columns =
    [
        ("sample", row => row.Sample.Name),
        ("size", row => row.Size.Name),
        .. Enum.GetValues<ContestantKind>().Select(kind => (Name(kind), (Func<StepRow, string>)(row => Of(row, kind, entry =>
            kind == ContestantKind.PyTorch ? Time(entry.Seconds) : string.Create(CultureInfo.InvariantCulture, $"{Time(entry.Seconds)} {entry.Ratio:0.00}"))))),
        .. Enum.GetValues<ContestantKind>().Select(kind => ($"MiB {Name(kind)}", (Func<StepRow, string>)(row => Of(row, kind, entry => Mebibytes(entry.Peak))))),
        .. Managed(ContestantKind.HandWritten, ContestantKind.Autograd, ContestantKind.Generated),
        ("faults PyTorch", row => Of(row, ContestantKind.PyTorch, entry => Number(entry.Faults))),
        ("faults generated", row => Of(row, ContestantKind.Generated, entry => Number(entry.Faults))),
    ];

    /// <summary>The version of libtorch, of which all contestants have the same.</summary>
    public string Version { get; set; } = "";

    /// <summary>A time with three digits.</summary>
    public static string Time(double seconds)
    {
        var (value, unit) = seconds < 1e-3 ? (seconds * 1e6, "µs") : seconds < 1 ? (seconds * 1e3, "ms") : (seconds, "s");
        return string.Create(CultureInfo.InvariantCulture, $"{value.ToString(value < 10 ? "0.00" : value < 100 ? "0.0" : "0", CultureInfo.InvariantCulture)} {unit}");
    }

    /// <summary>Writes the table to the terminal.</summary>
    public void Write(IReadOnlyList<StepRow> rows)
    {
        if (rows.Count == 0)
            return;
        var table = new Table().AddColumns("mode", "threads");
        table.Title("Steps: time, with its ratio to PyTorch's; peak resident memory; managed bytes and minor page faults of a step");
        foreach (var (header, _) in Columns)
            table.AddColumn(new TableColumn(header) { Alignment = header is "sample" or "size" ? Justify.Left : Justify.Right });
        foreach (var row in rows)
            table.AddRow([Name(row.Mode), Number(row.Threads), .. Columns.Select(column => column.Cell(row))]);
        table.Caption = new TableTitle(Caption(rows));
        // A file or a pipe has no width.
        if (Console.IsOutputRedirected)
            AnsiConsole.Profile.Width = 400;
        AnsiConsole.Write(table);
        foreach (var line in StepSummary.Of(rows))
            AnsiConsole.WriteLine(line);
    }

    /// <summary>Writes the table into the page, where one is named.</summary>
    public void WritePage(IReadOnlyList<StepRow> rows)
    {
        if (options.Markdown is not { } path || rows.Count == 0)
            return;
        var (text, page) = (Markdown(rows), File.Exists(path) ? File.ReadAllText(path) : "");
        File.WriteAllText(path, Part().IsMatch(page) ? Part().Replace(page, match => $"{match.Groups["begin"]}\n\n{text}\n{match.Groups["end"]}") : text);
    }

    private string Caption(IReadOnlyList<StepRow> rows)
    {
        string Before(ContestantKind kind) => Mebibytes(Statistics.Median(rows.Select(row => row.Entries[kind].Before)));
        var time = options.OfProcessors ? "processor time, " : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Measured with libtorch {Version} on {Processor()}, {Environment.ProcessorCount} cores, {DateTime.UtcNow:yyyy-MM-dd}; {time}medians of {options.Processes} processes with {options.Rounds} rounds of {options.Seconds} s or one step; ")
            + $"before there is a model, {Before(ContestantKind.PyTorch)} MiB are resident in PyTorch's process and {Before(ContestantKind.Generated)} MiB in the generated model's";
    }

    private string Markdown(IReadOnlyList<StepRow> rows)
    {
        var lines = new List<string> { $"{Caption(rows)}.", "" };
        foreach (var part in rows.GroupBy(row => (row.Mode, row.Threads)).OrderBy(part => part.Key))
        {
            lines.Add($"### {Title(part.Key.Mode)}, {StepSummary.Threads(part.Key.Threads)}");
            lines.Add("");
            lines.Add($"| {string.Join(" | ", Columns.Select(column => column.Header))} |");
            lines.Add($"|{string.Concat(Columns.Select(column => column.Header is "sample" or "size" ? "---|" : "--:|"))}");
            lines.AddRange(part.Select(row => $"| {string.Join(" | ", Columns.Select(column => column.Cell(row)))} |"));
            lines.Add("");
        }
        lines.Add("### Summary");
        lines.Add("");
        lines.AddRange(StepSummary.Of(rows).Select(line => $"- {line}"));
        return string.Concat(lines.Select(line => $"{line}\n"));
    }

    private static IEnumerable<(string, Func<StepRow, string>)> Managed(params ContestantKind[] kinds) =>
        kinds.Select(kind => ($"bytes {Name(kind)}", (Func<StepRow, string>)(row => Of(row, kind, entry => Number(entry.Managed)))));

    private static string Of(StepRow row, ContestantKind kind, Func<Entry, string> cell) => row.Entries.TryGetValue(kind, out var entry) ? cell(entry) : "";

    /// <summary>What a contestant is called.</summary>
    public static string Name(ContestantKind kind) => kind switch
    {
        ContestantKind.PyTorch => "PyTorch",
        ContestantKind.HandWritten => "by hand",
        ContestantKind.Autograd => "autograd",
        _ => "generated",
    };

    /// <summary>What a step is called.</summary>
    public static string Name(StepMode mode) => mode == StepMode.Train ? "training" : "prediction";

    /// <summary>The same at the beginning of a sentence.</summary>
    public static string Title(StepMode mode) => mode == StepMode.Train ? "Training" : "Prediction";

    private static string Number(double number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Mebibytes(double bytes) => Number(bytes / (1 << 20));

    private static string Processor() =>
        File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim() ?? "an unknown processor";

    [GeneratedRegex("(?<begin><!-- steps -->).*(?<end><!-- /steps -->)", RegexOptions.Singleline)]
    private static partial Regex Part();
}
