using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using NeuralDsl.Declaration;
using NeuralDsl.Operators;

namespace NeuralDsl.Repairs;

/// <summary>
/// How repairs travel from the analyzer to the lightbulb: as properties of the diagnostic, with the place of each edit among its
/// additional locations.
/// </summary>
internal static class RepairProperties
{
    public const string Set = "Set";
    public const string Remove = "Remove";
    public const string Insert = "Insert";
    public const string Rename = "Rename";

    public static ImmutableDictionary<string, string?> Write(ImmutableDictionary<string, string?> properties, IReadOnlyList<Repair> repairs)
    {
        for (var i = 0; i < repairs.Count; i++)
        {
            var repair = repairs[i];
            // Several of one kind are told apart by their order.
            var earlier = repairs.Take(i).Count(other => other.Kind == repair.Kind);
            var (operation, argument, text) = repair.Edit switch
            {
                SetArgument set => (Set, set.Argument, set.Text),
                InsertAttribute insert => (Insert, null, insert.Text),
                RenameAttribute rename => (Rename, null, rename.Name),
                _ => (Remove, (string?)null, (string?)null),
            };
            properties = properties
                .SetItem(Key(i, nameof(WrittenRepair.Title)), repair.Title)
                .SetItem(Key(i, nameof(WrittenRepair.Kind)), earlier == 0 ? repair.Kind : $"{repair.Kind}{CSharp.Number(earlier + 1)}")
                .SetItem(Key(i, nameof(WrittenRepair.Operation)), operation)
                .SetItem(Key(i, nameof(WrittenRepair.Argument)), argument)
                .SetItem(Key(i, nameof(WrittenRepair.Text)), text);
        }
        return properties;
    }

    /// <summary>The places of the edits, in the order of the repairs.</summary>
    public static IEnumerable<Location> Locate(IEnumerable<Repair> repairs, FaultLocator locator) =>
        repairs.Select(repair => locator.Find(new(repair.Edit.Attribute, (repair.Edit as SetArgument)?.Argument)));

    public static IEnumerable<WrittenRepair> Read(Diagnostic diagnostic)
    {
        var properties = diagnostic.Properties;
        for (var i = 0; properties.TryGetValue(Key(i, nameof(WrittenRepair.Title)), out var title); i++)
        {
            yield return new(
                title!,
                properties[Key(i, nameof(WrittenRepair.Kind))]!,
                properties[Key(i, nameof(WrittenRepair.Operation))]!,
                properties[Key(i, nameof(WrittenRepair.Argument))],
                properties[Key(i, nameof(WrittenRepair.Text))],
                diagnostic.AdditionalLocations[i]);
        }
    }

    private static string Key(int index, string part) => $"Repair{CSharp.Number(index)}.{part}";
}

/// <summary>A repair as a lightbulb reads it.</summary>
/// <param name="Title">What the lightbulb says.</param>
/// <param name="Kind">Equal for repairs of one kind in several models.</param>
/// <param name="Operation">One of the operations of <see cref="RepairProperties"/>.</param>
/// <param name="Argument">The argument to set; null for other operations.</param>
/// <param name="Text">The C# to write; null where something is removed.</param>
/// <param name="Location">The argument where it is written, or else the attribute.</param>
internal sealed record WrittenRepair(string Title, string Kind, string Operation, string? Argument, string? Text, Location Location);
