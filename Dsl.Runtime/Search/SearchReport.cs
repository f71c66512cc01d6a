using System.Collections.Immutable;
using System.Globalization;
using Spectre.Console;

namespace NeuralDsl;

/// <summary>What a search came to.</summary>
/// <param name="Model">The model's class name.</param>
/// <param name="Trials">The points, in the order in which they were drawn.</param>
/// <param name="Weights">The file with the best trial's weights; null where they were not kept.</param>
/// <param name="Duration">How long it took.</param>
public sealed record SearchReport(string Model, ImmutableArray<SearchTrial> Trials, string? Weights, TimeSpan Duration)
{
    /// <summary>The trial with the least validation loss among those given the most epochs; null where none came to an end.</summary>
    public SearchTrial? Best => Ranked.FirstOrDefault(trial => double.IsFinite(trial.Loss));

    // Losses after few epochs say little of those after many.
    private IEnumerable<SearchTrial> Ranked => Trials.OrderBy(trial => trial.Problem is not null).ThenByDescending(trial => trial.Given).ThenBy(trial => trial.Loss);

    /// <summary>A table of the trials, the best first.</summary>
    public override string ToString()
    {
        var names = Trials.SelectMany(trial => trial.Values.Names).Distinct().Order(StringComparer.Ordinal).ToArray();
        var table = new Table().Border(TableBorder.Horizontal).AddColumn("trial");
        foreach (var name in names)
            table.AddColumn(new TableColumn(name.EscapeMarkup()).RightAligned());
        table.AddColumn(new TableColumn("epochs").RightAligned()).AddColumn("on validation rows");
        foreach (var trial in Ranked)
        {
            table.AddRow(
            [
                trial.Number.ToString(CultureInfo.InvariantCulture),
                .. names.Select(name => trial.Values[name] is { } value ? value.ToString("G4", CultureInfo.InvariantCulture) : ""),
                trial.IsRefused ? "" : trial.Epochs.ToString(CultureInfo.InvariantCulture),
                (trial.Problem ?? trial.Validation?.ToString() ?? "").EscapeMarkup(),
            ]);
        }
        return PlainText.Of(table, width: 160).TrimEnd();
    }
}
