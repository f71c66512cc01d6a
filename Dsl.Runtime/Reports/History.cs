using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NeuralDsl;

/// <summary>The numbers of a training, epoch by epoch.</summary>
internal sealed class History(TrainingReport report)
{
    private const string Training = "training";
    private const string Validation = "validation";
    private const string Loss = "loss";
    private const string LearningRate = "learning rate";

    /// <summary>All numbers that are defined, in order.</summary>
    public IEnumerable<HistoryEntry> Entries()
    {
        var elapsed = TimeSpan.Zero;
        foreach (var epoch in report.Epochs)
        {
            elapsed += epoch.Duration;
            var values = Of(Training, epoch.Training).Concat(Of(Validation, epoch.Validation));
            if (epoch.LearningRate is { } rate)
                values = values.Append((Training, LearningRate, rate));
            foreach (var (run, name, value) in values.Where(value => double.IsFinite(value.Value)))
                yield return new(run, name, epoch.Number, elapsed, value);
        }
    }

    public string ToCsv()
    {
        var entries = Entries().ToArray();
        var columns = entries.Select(entry => (entry.Run, entry.Name)).Distinct().OrderBy(column => column.Run, StringComparer.Ordinal).ToArray();
        var cells = entries.ToDictionary(entry => (entry.Epoch, (entry.Run, entry.Name)), entry => entry.Value);
        var text = new StringBuilder();
        text.AppendJoin(',', ["epoch", "seconds", .. columns.Select(column => column.Name == LearningRate ? LearningRate : $"{column.Run} {column.Name}")]).Append('\n');
        foreach (var epoch in report.Epochs)
        {
            var numbers = columns.Select(column => cells.TryGetValue((epoch.Number, column), out var value) ? Number(value) : "");
            text.AppendJoin(',', [Number(epoch.Number), Number(epoch.Duration.TotalSeconds), .. numbers]).Append('\n');
        }
        return text.ToString();
    }

    public string ToJsonLines()
    {
        var text = new StringBuilder();
        foreach (var epoch in report.Epochs)
        {
            using var line = new MemoryStream();
            using (var json = new Utf8JsonWriter(line, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            {
                json.WriteStartObject();
                json.WriteNumber("epoch", epoch.Number);
                json.WriteNumber("seconds", epoch.Duration.TotalSeconds);
                if (epoch.LearningRate is { } rate)
                    Write(json, LearningRate, rate);
                Write(json, Training, epoch.Training);
                if (epoch.Validation is { } validation)
                    Write(json, Validation, validation);
                json.WriteEndObject();
            }
            text.Append(Encoding.UTF8.GetString(line.ToArray())).Append('\n');
        }
        return text.ToString();
    }

    private static IEnumerable<(string Run, string Name, double Value)> Of(string run, Evaluation? evaluation) =>
        evaluation is null ? [] : [(run, Loss, evaluation.Loss), .. evaluation.Metrics.Select(metric => (run, metric.Name, metric.Value))];

    private static void Write(Utf8JsonWriter json, string run, Evaluation evaluation)
    {
        json.WriteStartObject(run);
        json.WriteNumber("rows", evaluation.Count);
        foreach (var (_, name, value) in Of(run, evaluation))
            Write(json, name, value);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
            json.WriteNumber(name, value);
        else
            json.WriteNull(name);
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
