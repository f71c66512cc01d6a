using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using NeuralDsl.Declaration;
using NeuralDsl.Diagnostics;
using NeuralDsl.Operators;

namespace NeuralDsl.Repairs;

/// <summary>
/// How repairs travel from the analyzer to the lightbulb: as properties of the diagnostic, with the place of each edit among its
/// additional locations.
/// </summary>
internal static class RepairProperties
{
    public const string Set = "Set";
    public const string RemoveArgument = "RemoveArgument";
    public const string Remove = "Remove";
    public const string InsertBefore = "InsertBefore";
    public const string InsertAfter = "InsertAfter";
    public const string Rename = "Rename";
    public const string Move = "Move";

    public static ImmutableDictionary<string, string?> Write(ImmutableDictionary<string, string?> properties, IReadOnlyList<Repair> repairs)
    {
        for (var i = 0; i < repairs.Count; i++)
        {
            var repair = repairs[i];
            // Several of one kind are told apart by their order.
            var earlier = repairs.Take(i).Count(other => other.Kind == repair.Kind);
            properties = properties
                .SetItem(Key(i, nameof(WrittenRepair.Title)), repair.Title)
                .SetItem(Key(i, nameof(WrittenRepair.Kind)), earlier == 0 ? repair.Kind : $"{repair.Kind}{CSharp.Number(earlier + 1)}");
            for (var j = 0; j < repair.Edits.Length; j++)
            {
                var (operation, argument, text) = repair.Edits[j] switch
                {
                    SetArgument set => (Set, set.Argument, set.Text),
                    RemoveArgument remove => (RemoveArgument, remove.Argument, null),
                    RemoveElement remove => (RemoveArgument, remove.Argument, null),
                    InsertAttribute insert => (insert.IsAfter ? InsertAfter : InsertBefore, null, insert.Text),
                    RenameAttribute rename => (Rename, null, rename.Name),
                    MoveAttribute => (Move, null, null),
                    _ => (Remove, (string?)null, (string?)null),
                };
                properties = properties
                    .SetItem(Key(i, j, nameof(WrittenEdit.Operation)), operation)
                    .SetItem(Key(i, j, nameof(WrittenEdit.Argument)), argument)
                    .SetItem(Key(i, j, nameof(WrittenEdit.Text)), text);
            }
        }
        return properties;
    }

    /// <summary>The places of the edits, in the order of the repairs; two of one that moves something.</summary>
    public static IEnumerable<Location> Locate(IEnumerable<Repair> repairs, FaultLocator locator) => repairs.SelectMany(repair => repair.Edits).SelectMany(edit =>
        new[] { locator.Find(PlaceOf(edit)) }
            .Concat(edit is MoveAttribute move ? [locator.Find(new(move.Before))] : []));

    private static FaultLocation PlaceOf(Edit edit) => edit switch
    {
        SetArgument set => new(set.Attribute, set.Argument),
        RemoveArgument remove => new(remove.Attribute, remove.Argument),
        RemoveElement remove => new(remove.Attribute, remove.Argument, Element: remove.Element),
        _ => new(edit.Attribute),
    };

    public static IEnumerable<WrittenRepair> Read(Diagnostic diagnostic)
    {
        var properties = diagnostic.Properties;
        var place = 0;
        for (var i = 0; properties.TryGetValue(Key(i, nameof(WrittenRepair.Title)), out var title); i++)
        {
            var edits = new List<WrittenEdit>();
            for (var j = 0; properties.TryGetValue(Key(i, j, nameof(WrittenEdit.Operation)), out var operation); j++)
            {
                edits.Add(new(
                    operation!,
                    properties[Key(i, j, nameof(WrittenEdit.Argument))],
                    properties[Key(i, j, nameof(WrittenEdit.Text))],
                    diagnostic.AdditionalLocations[place++],
                    operation == Move ? diagnostic.AdditionalLocations[place++] : null));
            }
            yield return new(title!, properties[Key(i, nameof(WrittenRepair.Kind))]!, edits);
        }
    }

    private static string Key(int repair, int edit, string part) => Key(repair, $"Edit{CSharp.Number(edit)}.{part}");

    private static string Key(int index, string part) => $"Repair{CSharp.Number(index)}.{part}";
}

/// <summary>A repair as a lightbulb reads it.</summary>
/// <param name="Title">What the lightbulb says.</param>
/// <param name="Kind">Equal for repairs of one kind in several models.</param>
/// <param name="Edits">What it changes.</param>
internal sealed record WrittenRepair(string Title, string Kind, IReadOnlyList<WrittenEdit> Edits);

/// <summary>An edit as a lightbulb reads it.</summary>
/// <param name="Operation">One of the operations of <see cref="RepairProperties"/>.</param>
/// <param name="Argument">The argument to set; null for other operations.</param>
/// <param name="Text">The C# to write; null where nothing is written.</param>
/// <param name="Location">The argument where it is written, or else the attribute.</param>
/// <param name="Target">The attribute that a moved one comes before; null for other operations.</param>
internal sealed record WrittenEdit(string Operation, string? Argument, string? Text, Location Location, Location? Target);
