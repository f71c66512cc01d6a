using NeuralDsl.Collections;
using NeuralDsl.Data;
using NeuralDsl.Declaration;
using NeuralDsl.Diagnostics;
using NeuralDsl.Graph;
using NeuralDsl.Operators;
using NeuralDsl.Operators.Sequence;

namespace NeuralDsl.Shapes;

/// <summary>
/// Compares declared data with the model: what the declaration itself says, the first line of a table, and what a manifest says. What is not
/// known is left to the run time.
/// </summary>
/// <param name="graph">The model's graph.</param>
/// <param name="model">The model.</param>
/// <param name="data">The data.</param>
/// <param name="files">The files that the compiler was given.</param>
/// <param name="faults">Where faults are added.</param>
internal sealed class DataChecker(ModelGraph graph, TypedModel model, GraphData data, IReadOnlyList<DataFile> files, List<Fault> faults)
{
    /// <summary>Facts for the repairs.</summary>
    public const string Shape = "Shape";
    public const string Input = "Input";
    public const string Count = "Count";
    public const string Limit = "Limit";

    private readonly DataManifest manifest = files.HeadOf(data.Path + DataManifest.Extension) is { } text ? DataManifest.Parse(text) : new();

    private readonly DataField[] fields =
    [
        .. model.Inputs.Select(input => FieldOf(input, isTarget: false)).Where(field => !field.IsOptional),
        .. model.Targets.Select(target => FieldOf(target, isTarget: true)),
        .. model.Inputs.Select(input => FieldOf(input, isTarget: false)).Where(field => field.IsOptional),
    ];

    public void Check()
    {
        var before = faults.Count;
        if (data.Kind == "Csv")
            CheckColumns();
        else
            CheckFields();
        // What does not fill the batch says nothing of classes and sizes.
        if (faults.Count > before)
            return;
        CheckClasses();
        if (data.Kind == "Text")
            CheckTokens();
    }

    private void CheckColumns()
    {
        var selection = ColumnSelection.Select(Header(), fields, new(data.Text("Features") ?? "*", data.Text("Target"), data.Text("Columns"), data.OneHot));
        if (selection.Fault is { } fault)
        {
            faults.Add(FaultOf(fault));
            return;
        }
        // What the columns make of sizes that the model leaves open.
        var sizes = new Dictionary<string, long>();
        foreach (var field in selection.Fields)
        {
            for (var axis = 1; axis < field.Field.Shape.Rank; axis++)
            {
                if (field.Field.Shape[axis].SymbolName is { } symbol && !graph.Hypers.Any(hyper => hyper.Name == symbol))
                    sizes[symbol] = field.RowShape[axis - 1];
            }
        }
        foreach (var size in sizes)
            CheckConditions(size.Key, size.Value, "Features", $"{size.Key} = {size.Value}");
    }

    /// <summary>The columns of a table, from its first line or its manifest; null where neither is known.</summary>
    private IReadOnlyList<string>? Header() => data.Separator is not { } separator ? null
        : files.HeadOf(data.Path) is { Length: > 0 } line ? CsvHeader.Parse(line, separator)
        : manifest.Header.Count > 0 ? manifest.Header : null;

    /// <summary>Data of one input and its classes.</summary>
    private void CheckFields()
    {
        var there = fields.Where(field => !field.IsOptional).ToArray();
        if (there is not ([{ IsTarget: false }] or [{ IsTarget: false }, { IsTarget: true }]))
        {
            Refuse($"{data.Kind} fills one input and at most one target, but the batch has {string.Join("; ", there.AsEnumerable())}.");
            return;
        }
        var (input, target) = (there[0], there.Skip(1).FirstOrDefault());
        if (WhyNotInput(input) is { } why)
            Refuse($"{input.Quoted} does not take {(data.Kind == "Text" ? "tokens" : "images")}: {why}.");
        else if (data.OneHot == true && target is { TakesOneHot: false })
            faults.Add(new(Rules.UnfitLabels, new(data.Attribute, "Labels"), data.Path, $"{target.Quoted} does not take one-hot rows."));
        else if (data.OneHot == false && target is { IsOneHot: true, TakesOneHot: true } && target.Shape[1].Constant > 1)
            faults.Add(new(Rules.UnfitLabels, new(data.Attribute, "Labels"), data.Path, $"{target.Quoted} takes one-hot rows, not indices."));
        else if (data.Kind == "Text" && Header() is { } header)
            CheckTextColumns(header, hasTarget: target is not null);
        else if (data.Kind == "Idx" && manifest.Image is var (channels, height, width))
            CheckImage(input, channels, height, width);
    }

    private string? WhyNotInput(DataField input) => data.Kind switch
    {
        "Text" => !input.IsWhole ? "they are Int64" : input.Shape.Rank != 2 ? "they have two axes, rows and tokens" : null,
        _ when !input.DType.StartsWith("Float", StringComparison.Ordinal) => "they are floating-point",
        "Images" => ImageLayout.Of(input.Shape) is not { Channels: 1 or 3 or 4 } ? "they have 1, 3 or 4 channels, a height and a width, such as [N,C=3,H=32,W=32]" : null,
        _ => null,
    };

    private void CheckTextColumns(IReadOnlyList<string> header, bool hasTarget)
    {
        foreach (var (argument, column) in new[] { ("Text", data.Text("Text") ?? "text"), ("Target", data.Text("Target") ?? "label") })
        {
            if (header.Contains(column) || (argument == "Target" && !hasTarget))
                continue;
            var nearest = Spelling.Nearest(column, header);
            faults.Add(new Fault(
                Rules.UnknownColumn, new(data.Attribute, argument), data.Path,
                $"there is no column '{column}'; {(nearest is null ? $"the columns are {ColumnSelection.Abbreviate(header)}." : $"did you mean '{nearest}'?")}").WithNearest(nearest));
            return;
        }
    }

    private void CheckImage(DataField input, long channels, long height, long width)
    {
        var sizes = input.Shape.Axes.Skip(1).Select(axis => axis.Size.Constant).ToArray();
        var (known, elements) = (sizes.Aggregate(1L, (product, size) => product * (size ?? 1)), channels * height * width);
        var isAsLarge = sizes.Count(size => size is null) switch { 0 => elements == known, 1 => elements % known == 0, _ => false };
        var layout = ImageLayout.Of(input.Shape);
        // As many pixels in another height and width would be another image.
        if (isAsLarge && (layout is null || ((layout.Height ?? height) == height && (layout.Width ?? width) == width)))
            return;
        var fault = new Fault(Rules.ImageSize, new(data.Attribute, data.PathArgument), data.Path, $"{channels}x{height}x{width}", input.Quoted);
        long[] wanted = layout is null ? [elements] : [.. new[] { (layout.Axes.Channels, channels), (layout.Axes.Height, height), (layout.Axes.Width, width) }
            .Where(axis => axis.Item1 >= 0).OrderBy(axis => axis.Item1).Select(axis => axis.Item2)];
        faults.Add(wanted.Length == sizes.Length ? fault.With(Input, input.Name).With(Shape, WithSizes(input.Shape, wanted)) : fault);
    }

    /// <summary>Compares what is known of the labels with what the first loss on them takes.</summary>
    private void CheckClasses()
    {
        foreach (var loss in model.Losses.Where(loss => loss.Targets.Count == 1).Take(1))
        {
            var target = fields.FirstOrDefault(field => field.IsTarget && field.Name == loss.Targets[0]);
            if (target is null || data.Text("Columns") is not null)
                return;
            var encoding = loss.Signature.Target.Encoding;
            var isIndex = encoding?.Meaning == Meaning.ClassIndex;
            var isOneHot = target.TakesOneHot && (data.OneHot ?? target.IsOneHot) && target.Shape[1].Constant > 1;
            // One label by itself is 0 or 1.
            var isLabel = encoding?.Meaning == Meaning.Probability && target.Shape.Axes.Skip(1).All(axis => axis.Size.Constant == 1);
            var classes = isIndex ? encoding!.Classes?.Constant : isOneHot ? target.Shape[1].Constant : isLabel ? 2 : null;
            var declared = data.Classes.Count > 0;
            var count = declared ? data.Classes.Count : manifest.Classes.Count;
            if (classes is { } most && count > most)
            {
                faults.Add(new Fault(
                    Rules.TooManyClasses, new(data.Attribute, declared ? "Classes" : data.PathArgument), data.Path, $"{count} classes", loss.Operator, $"{most}",
                    $"'{loss.Prediction}' {loss.Signature.Prediction}").With(Count, $"{count}"));
            }
            else if (count == 0 && manifest.LabelRange is var (least, largest) && classes is { } limit && (least is < 0 and not DataField.IgnoredLabel || largest >= limit))
            {
                var fault = new Fault(
                    Rules.LabelRange, new(data.Attribute, data.Kind == "Csv" || data.Kind == "Text" ? "Target" : "labels"), data.Path, $"{least}", $"{largest}", loss.Operator, "0", $"{limit - 1}");
                faults.Add(isIndex && least >= 0 ? fault.With(Count, $"{largest + 1}") : fault);
            }
        }
    }

    private void CheckTokens()
    {
        var input = fields[0];
        CheckVocabulary(input.Name);
        var length = data.Integer("Length");
        if (input.Shape[1].Constant is { } fixedLength)
        {
            if (length > 0 && length != fixedLength)
                faults.Add(new Fault(Rules.DataSize, new(data.Attribute, "Length"), data.Path, $"rows of {length} tokens", $"{input.Quoted} takes {fixedLength}").With(Limit, $"{fixedLength}"));
            return;
        }
        var made = length > 0 ? length : manifest.Longest ?? 0;
        if (made > 0 && input.Shape[1].SymbolName is { } symbol && !graph.Hypers.Any(hyper => hyper.Name == symbol))
            CheckConditions(symbol, made, "Length", $"{symbol} = {made} tokens");
    }

    /// <summary>Compares the ids of tokens with the rows of the embeddings that take them.</summary>
    private void CheckVocabulary(string input)
    {
        var declared = data.Integer("NumWords");
        // A manifest knows how many there are; declared is only how many there may be.
        var ids = manifest.Vocabulary is { } known ? (declared > 0 ? Math.Min(declared, known) : known) : declared;
        if (ids == 0)
            return;
        foreach (var layer in model.Layers.Where(layer => layer.Node.Inputs is [var first, ..] && first == input))
        {
            var table = (layer.Layer as Embedding)?.Table ?? (layer.Layer as EmbeddingBag)?.Table;
            if (table is null || graph.Hypers.WithDefaults(table.Rows).Constant is not { } rows || ids <= rows)
                continue;
            faults.Add(new Fault(Rules.Vocabulary, new(data.Attribute, "NumWords"), data.Path, $"{ids - 1}", layer.Node.Title, $"{rows}")
                .With(Count, $"{ids}").With(Limit, $"{rows}").With(Input, layer.Name));
            return;
        }
    }

    /// <summary>Looks for what a layer needs of a size that the data make.</summary>
    private void CheckConditions(string symbol, long size, string argument, string made)
    {
        foreach (var condition in model.Conditions.Where(condition => condition.Symbols.Contains(symbol)))
        {
            bool Fails(long value) => Holds(condition, symbol, value) == false;
            if (!Fails(size))
                continue;
            var fault = new Fault(Rules.DataSize, new(data.Attribute, argument), data.Path, made, $"{condition.Reason} needs {condition.Text}");
            // The nearest smaller size that goes through, which is where a longest row is cut.
            var fitting = size - 1;
            while (fitting > 0 && Fails(fitting))
                fitting--;
            faults.Add(fitting > 0 ? fault.With(Limit, $"{fitting}").With(Count, $"{size}") : fault);
            return;
        }
    }

    /// <summary>Whether a condition holds with the default hyper-parameters at a size; null where other sizes decide it.</summary>
    private bool? Holds(Condition condition, string symbol, long size)
    {
        long? Evaluate(Dim dim) => graph.Hypers.WithDefaults(dim).Evaluate(name => name == symbol ? size : null);
        try
        {
            return (Evaluate(condition.Left), Evaluate(condition.Right)) is not ({ } left, { } right) ? null : condition.Relation switch
            {
                Relation.Equal => left == right,
                Relation.AtLeast => left >= right,
                _ => right != 0 && left % right == 0,
            };
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private Fault FaultOf(DataFault fault)
    {
        var rule = fault.Kind switch
        {
            DataFaultKind.UnknownColumn => Rules.UnknownColumn,
            DataFaultKind.SharedColumn => Rules.SharedColumn,
            DataFaultKind.Labels => Rules.UnfitLabels,
            DataFaultKind.ColumnCount => fault is { Count: 1, Field: { TakesOneHot: true } target } && target.Shape[1].Constant > 1 ? Rules.UnfitLabels : Rules.ColumnCount,
            _ => Rules.DataFields,
        };
        var located = new Fault(rule, new(data.Attribute, fault.Argument, fault.Start, fault.Length), data.Path, fault.Message).WithNearest(fault.Nearest);
        return rule == Rules.ColumnCount && fault.Field is { IsTarget: false, Shape.Rank: 2 } input
            ? located.With(Input, input.Name).With(Shape, WithSizes(input.Shape, [fault.Count])) : located;
    }

    private void Refuse(string message) => faults.Add(new(Rules.DataFields, new(data.Attribute), data.Path, message));

    /// <summary>A shape with other sizes after the first axis, in the language's notation.</summary>
    private static string WithSizes(Shape shape, IReadOnlyList<long> sizes) =>
        sizes.Select((size, i) => (Axis: i + 1, Size: size)).Where(axis => shape[axis.Axis].Constant is not null).Aggregate(shape, (made, axis) => made.With(axis.Axis, axis.Size)).ToString();

    private static DataField FieldOf(TypedValue value, bool isTarget) => new(
        value.Name, value.Type.DType.ToString(), value.Type.Shape, isTarget, value.Type.IsOptional, value.Type.Encoding?.Meaning is Meaning.Probability or Meaning.Distribution);
}
