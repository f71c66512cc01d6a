using System.Globalization;
using CsvHelper;
using NeuralDsl.Samples;
using Spectre.Console;

namespace NeuralDsl.Benchmarks;

/// <summary>How many rows a second a CSV file is read with: as a data set, and by the CSV reader alone, which looks at every value and makes nothing of it.</summary>
internal static class LoadingBenchmark
{
    private const int Rows = 50_000;
    private const int Rounds = 7;

    public static async Task RunAsync()
    {
        var path = Path.Combine(Path.GetTempPath(), $"neuraldsl-{Guid.NewGuid():N}.csv");
        try
        {
            Write(path);
            var size = new FileInfo(path).Length / 1e6;
            var table = new Table().Title(string.Create(CultureInfo.InvariantCulture, $"Loading {Rows:N0} rows of 64 pixels and a label, {size:0.0} MB")).AddColumns("what", "rows a second", "MB a second", "managed memory");
            foreach (var column in table.Columns.Skip(1))
                column.RightAligned();
            table.Caption = new TableTitle($"medians of {Rounds} rounds in turns, {Environment.ProcessorCount} cores");

            var options = new CsvOptions { Features = "pixel_*", Target = "label", Scale = 1.0 / 16 };
            (string Name, Action Run)[] contestants =
            [
                ("CSV reader alone", () => ReadAlone(path)),
                ("Csv.Load", () => Csv.Load<DigitsCnn.Batch>(path, options).Dispose()),
                ("Csv.Stream, an epoch", () => Pass(Csv.Stream<DigitsCnn.Batch>(path, options))),
                ("Csv.Stream with Prefetch", () => Pass(Csv.Stream<DigitsCnn.Batch>(path, options).Prefetch())),
            ];
            var measured = contestants.Select(_ => new List<Measurement>()).ToArray();
            // The first round is the run-time compiler's.
            for (var round = 0; round <= Rounds; round++)
            {
                for (var i = 0; i < contestants.Length; i++)
                {
                    var run = contestants[i].Run;
                    var each = await Measurement.MedianAsync(1, () => () =>
                    {
                        run();
                        return Task.CompletedTask;
                    });
                    if (round > 0)
                        measured[i].Add(each);
                }
            }
            for (var i = 0; i < contestants.Length; i++)
            {
                var seconds = Statistics.Median(measured[i].Select(each => each.Milliseconds)) / 1000;
                table.AddRow(
                    contestants[i].Name, string.Create(CultureInfo.InvariantCulture, $"{Rows / seconds:N0}"), string.Create(CultureInfo.InvariantCulture, $"{size / seconds:0}"),
                    string.Create(CultureInfo.InvariantCulture, $"{Statistics.Median(measured[i].Select(each => each.Bytes)) / (1 << 20):0} MiB"));
            }
            AnsiConsole.Write(table);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void Write(string path)
    {
        var random = new Random(1);
        using var writer = new StreamWriter(path);
        writer.WriteLine(string.Join(',', Enumerable.Range(0, 64).Select(i => $"pixel_{i}").Append("label")));
        for (var row = 0; row < Rows; row++)
            writer.WriteLine(string.Join(',', Enumerable.Range(0, 64).Select(_ => random.Next(17)).Append(random.Next(10)).Select(number => number.ToString(CultureInfo.InvariantCulture))));
    }

    private static void ReadAlone(string path)
    {
        using var reader = CsvReader.FromFile(path, new() { TrimWhitespace = true, TrackLineNumbers = true, MalformedData = CsvMalformedDataHandling.Throw });
        var (fields, characters) = (reader.Headers.Count, 0L);
        while (reader.Read())
        {
            for (var i = 0; i < fields; i++)
                characters += reader.GetSpan(i).Length;
        }
        GC.KeepAlive(characters);
    }

    private static void Pass(IBatchSource<DigitsCnn.Batch> rows)
    {
        foreach (var batch in rows.TrainingBatches(32, seed: 1, epoch: 1))
            GC.KeepAlive(batch);
    }
}
