namespace NeuralDsl.Data;

/// <summary>Which columns of a table fill which field of a batch, or why they do not.</summary>
/// <param name="Fields">The columns of every field that has some, in the order of the batch; empty where there is a fault.</param>
/// <param name="Fault">What is wrong; null where nothing is.</param>
internal sealed record ColumnSelection(IReadOnlyList<FieldColumns> Fields, DataFault? Fault)
{
    /// <summary>Finds the columns of every field.</summary>
    /// <param name="header">The names of the columns; null where they are not known, and only the declaration is compared with the batch.</param>
    /// <param name="fields">The fields of the batch, in its order.</param>
    /// <param name="options">What is declared of the columns.</param>
    public static ColumnSelection Select(IReadOnlyList<string>? header, IReadOnlyList<DataField> fields, ColumnOptions options)
    {
        var parts = options.Columns is { } columns ? Part(columns, fields, out var fault) : Part(options, fields, out fault);
        if (parts is null || header is null)
            return new([], fault);

        var matches = new Dictionary<FieldPart, int[]>();
        foreach (var part in parts)
        {
            if (Match(part, header, out fault) is not { } found)
                return new([], fault);
            matches.Add(part, found);
        }
        // A star alone is what the other fields leave.
        foreach (var part in parts.Where(part => part.IsRest))
            matches[part] = [.. matches[part].Except(parts.Where(other => !other.IsRest).SelectMany(other => matches[other]))];

        var selected = new List<FieldColumns>();
        foreach (var field in fields)
        {
            if (parts.FirstOrDefault(part => part.Field == field) is not { } part)
                continue;
            var found = matches[part];
            foreach (var other in parts.Where(other => other != part))
            {
                if (found.Where(matches[other].Contains).Select(index => header[index]).FirstOrDefault() is { } both)
                    return new([], Shared(both, part, other, options));
            }
            if (Fit(part, found, header, options.OneHot, out fault) is not { } columnsOfField)
                return new([], fault);
            selected.Add(columnsOfField);
        }
        return new(selected, null);
    }

    /// <summary>The columns' names for a message, the middle left out where there are many.</summary>
    public static string Abbreviate(IReadOnlyList<string> header) =>
        header.Count <= 8 ? string.Join(", ", header) : $"{string.Join(", ", header.Take(5))}, ... {header[header.Count - 1]} ({header.Count} in all)";

    /// <summary>One input and at most one target, as Features and Target declare them.</summary>
    private static IReadOnlyList<FieldPart>? Part(ColumnOptions options, IReadOnlyList<DataField> fields, out DataFault? fault)
    {
        fault = null;
        // What may be absent is: the file has no columns for it.
        var there = fields.Where(field => !field.IsOptional).ToArray();
        var (inputs, targets) = (there.Where(field => !field.IsTarget).ToArray(), there.Where(field => field.IsTarget).ToArray());
        if (inputs.Length != 1 || targets.Length > 1)
        {
            fault = new(
                DataFaultKind.Fields, nameof(options.Features),
                $"Features and Target fill one input and at most one target, but the batch has {string.Join("; ", there.AsEnumerable())}; name the columns of each with Columns.");
            return null;
        }
        if (targets.Length == 0 && options.Target is { } unused)
        {
            fault = new(DataFaultKind.Fields, nameof(options.Target), $"the batch ({inputs[0]}) has no target that the columns '{unused}' could fill.");
            return null;
        }
        FieldPart Create(DataField field, string argument, string patterns) => new(field, argument, patterns, ColumnPattern.Parse(patterns));
        return [.. targets.Select(target => Create(target, nameof(options.Target), options.Target ?? target.Name)), Create(inputs[0], nameof(options.Features), options.Features)];
    }

    /// <summary>The fields and patterns of <c>image: pixel_*; label: digit</c>.</summary>
    private static IReadOnlyList<FieldPart>? Part(string columns, IReadOnlyList<DataField> fields, out DataFault? fault)
    {
        fault = null;
        var parts = new List<FieldPart>();
        for (var at = 0; at < columns.Length;)
        {
            var semicolon = columns.IndexOf(';', at);
            var end = semicolon < 0 ? columns.Length : semicolon;
            var piece = columns.Substring(at, end - at);
            var colon = piece.IndexOf(':');
            var name = (colon < 0 ? piece : piece.Substring(0, colon)).Trim();
            if (piece.Trim().Length > 0)
            {
                var start = at + piece.IndexOf(name, StringComparison.Ordinal);
                var field = fields.FirstOrDefault(candidate => candidate.Name == name);
                DataFault Refuse(string message, string? nearest = null) =>
                    new(DataFaultKind.Fields, nameof(ColumnOptions.Columns), message, start, name.Length) { Nearest = nearest };
                var nearest = Spelling.Nearest(name, fields.Select(candidate => candidate.Name));
                fault = colon < 0 ? Refuse($"'{piece.Trim()}' names no field: Columns is written as 'field: columns; field: columns'.")
                    : field is null ? Refuse($"the batch has no field '{name}'; {(nearest is null ? $"it has {string.Join("; ", fields)}." : $"did you mean '{nearest}'?")}", nearest)
                    : parts.Any(part => part.Field == field) ? Refuse($"field '{name}' has columns twice.")
                    : null;
                if (fault is not null)
                    return null;
                var patterns = ColumnPattern.Parse(columns, at + colon + 1, piece.Length - colon - 1);
                parts.Add(new(field!, nameof(ColumnOptions.Columns), piece.Substring(colon + 1).Trim(), patterns));
            }
            at = end + 1;
        }
        if (fields.FirstOrDefault(field => !field.IsOptional && parts.All(part => part.Field != field)) is not { } missing)
            return parts;
        fault = new(DataFaultKind.Fields, nameof(ColumnOptions.Columns), $"{missing.Quoted} has no columns.");
        return null;
    }

    /// <summary>The indices of the columns that match, in the order of the file.</summary>
    private static int[]? Match(FieldPart part, IReadOnlyList<string> header, out DataFault? fault)
    {
        fault = null;
        var matches = new SortedSet<int>();
        foreach (var pattern in part.Patterns)
        {
            var found = Enumerable.Range(0, header.Count).Where(index => pattern.Matches(header[index])).ToArray();
            matches.UnionWith(found);
            if (found.Length > 0)
                continue;
            var nearest = pattern.IsWild ? null : Spelling.Nearest(pattern.Text, header);
            var hint = nearest is null ? $"the columns are {Abbreviate(header)}." : $"did you mean '{nearest}'?";
            fault = new(
                DataFaultKind.UnknownColumn, part.Argument,
                pattern.IsWild ? $"no column matches '{pattern.Text}'; {hint}" : $"there is no column '{pattern.Text}'; {hint}",
                pattern.Start, pattern.Text.Length) { Nearest = nearest };
            return null;
        }
        return [.. matches];
    }

    private static DataFault Shared(string column, FieldPart part, FieldPart other, ColumnOptions options) => options.Columns is not null
        ? new(DataFaultKind.SharedColumn, nameof(options.Columns), $"column '{column}' fills both '{part.Field.Name}' and '{other.Field.Name}'.")
        : new(DataFaultKind.SharedColumn, nameof(options.Features), $"column '{column}' is both feature and target; features are '{options.Features}'.");

    /// <summary>The columns in a field's shape, or what keeps them out of it.</summary>
    private static FieldColumns? Fit(FieldPart part, int[] found, IReadOnlyList<string> header, bool? oneHot, out DataFault? fault)
    {
        fault = null;
        var field = part.Field;
        var columns = found.Select(index => (header[index], index)).ToArray();
        var count = columns.Length;
        if (field.Shape.Rank == 0 || field.Shape[0].SymbolName is null)
        {
            fault = new(DataFaultKind.Fields, part.Argument, $"{field.Quoted} has no batch axis that rows could stand along.") { Field = field, Count = count };
            return null;
        }
        // One size that the model leaves open is what the columns make it.
        var sizes = field.Shape.Axes.Skip(1).Select(axis => axis.Size.Constant).ToArray();
        if (field.IsTarget && oneHot == true && !field.TakesOneHot)
        {
            fault = new(DataFaultKind.Labels, "Labels", $"{field.Quoted} does not take one-hot rows.") { Field = field, Count = count };
            return null;
        }
        if (field.TakesOneHot && count == 1 && (oneHot ?? (field.IsOneHot && sizes[0] != 1)))
            return new(field, columns, [sizes[0] ?? 0], true);

        var known = sizes.Aggregate(1L, (product, size) => product * (size ?? 1));
        var open = sizes.Count(size => size is null);
        if (count == 0 || open > 1 || (open == 1 ? count % known != 0 : count != known))
        {
            var takes = open > 1 ? "leaves more than one size open" : open == 1 ? $"takes a multiple of {known}" : $"takes {known}";
            fault = new(
                DataFaultKind.ColumnCount, part.Argument, $"{count} {(count == 1 ? "column matches" : "columns match")} '{part.Text}' but {field.Quoted} {takes}.")
                { Field = field, Count = count };
            return null;
        }
        return new(field, columns, [.. sizes.Select(size => size ?? (count / known))], false);
    }

    /// <summary>A field with the patterns of its columns.</summary>
    private sealed record FieldPart(DataField Field, string Argument, string Text, IReadOnlyList<ColumnPattern> Patterns)
    {
        /// <summary>Whether it takes what the others leave.</summary>
        public bool IsRest => Text.Trim() == "*";
    }
}
