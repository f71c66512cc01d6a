using System.Globalization;
using NeuralDsl.Data;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>The classes of the rows of a target, read as names or as indices.</summary>
/// <remarks>
/// Names that are declared have the indices of their order. Otherwise the first label decides: names are sorted ordinally at the end, numbers are
/// the indices themselves.
/// </remarks>
internal sealed class ClassLabels
{
    /// <summary>The most classes that one-hot rows are made of where no field says how many there are: a mistaken label must not take all memory.</summary>
    private const long MaxWidth = 1 << 16;

    private readonly TensorField field;
    private readonly bool isOneHot;

    // The largest number of classes; null where the field says none.
    private readonly long? limit;

    // Null while the first label has not decided, and for numbers.
    private Dictionary<string, long>? names;
    private readonly bool isDeclared;
    private bool? areNames;
    private GrowingBuffer<long> indices = new();
    private long least = long.MaxValue;
    private long largest = -1;

    /// <summary>No rows yet.</summary>
    /// <param name="field">The target that the classes fill.</param>
    /// <param name="encoding">How.</param>
    /// <param name="declared">The names in the order of their indices; empty where they are not known.</param>
    public ClassLabels(TensorField field, LabelEncoding encoding, IReadOnlyList<string> declared)
    {
        this.field = field;
        isOneHot = TakesOneHot(field, encoding);
        limit = isOneHot ? field.Axes[1].Constant ?? (declared.Count > 0 ? declared.Count : null) : field.Encoding switch
        {
            FieldEncoding.ClassIndex => field.Classes,
            FieldEncoding.Probability => 2,
            _ => null,
        };
        isDeclared = declared.Count > 0;
        if (!isDeclared)
            return;
        (names, areNames) = ([], true);
        for (var i = 0; i < declared.Count; i++)
        {
            if (!names.TryAdd(declared[i], i))
                throw new ArgumentException($"class '{declared[i]}' is named twice.");
        }
    }

    /// <summary>The number of rows.</summary>
    public int Rows => indices.Content.Length;

    /// <summary>The names in the order of their indices; empty for numbers.</summary>
    public IReadOnlyList<string> Names => names is null ? [] : isDeclared ? [.. names.Keys] : [.. names.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The least and the largest of labels that are numbers; null for names, and where there is no row.</summary>
    public (long Least, long Largest)? Range => names is null && largest >= 0 ? (least, largest) : null;

    /// <summary>Whether a field takes one-hot rows.</summary>
    public static bool TakesOneHot(TensorField field, LabelEncoding encoding) =>
        field.Axes.Rank == 2 && (encoding == LabelEncoding.OneHot || (encoding == LabelEncoding.Auto && field.AsData.IsOneHot && field.Axes[1].Constant != 1));

    /// <summary>The names of a declaration: <c>malignant, benign</c>.</summary>
    public static IReadOnlyList<string> Parse(string? names) =>
        names?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>Adds a row's label as it is written; returns what is wrong with it, if anything.</summary>
    public string? Add(string label)
    {
        if (label.Length == 0)
            return "the value is missing.";
        // Many tools write whole numbers as 3.0.
        var isNumber = decimal.TryParse(label, NumberStyles.Float, CultureInfo.InvariantCulture, out var number);
        areNames ??= !isNumber;
        if (areNames == false)
        {
            return !isNumber ? $"'{label}' is not a number, as the labels before it are; name the classes where they are text."
                : !decimal.IsInteger(number) || number is < long.MinValue or > long.MaxValue ? $"'{label}' is not a whole number, but labels are indices of classes."
                : Add((long)number);
        }
        names ??= [];
        if (TooMany(names.Count) is { } tooMany)
            return tooMany;
        if (!names.TryGetValue(label, out var index))
        {
            if (isDeclared)
                return $"'{label}' is no class; {Classes()}.";
            if (isNumber)
                return $"'{label}' is a number, but the labels before it are names; name the classes where some look like numbers.";
            names.Add(label, index = names.Count);
            if (TooMany(names.Count) is { } problem)
                return problem;
        }
        indices.Add(index);
        return null;
    }

    /// <summary>Adds a row's class by its index; returns what is wrong with it, if anything.</summary>
    public string? Add(long index)
    {
        var isIgnored = index == DataField.IgnoredLabel && !isOneHot && field.DType == DType.Int64;
        if (!isIgnored && (index < 0 || index >= limit))
        {
            return limit is null
                ? FormattableString.Invariant($"{index} is below 0, but labels are indices of classes.")
                : FormattableString.Invariant($"label {index} is not in 0..{limit - 1}: '{field.Name}' has {limit} classes.");
        }
        if (isOneHot && index >= MaxWidth)
            return FormattableString.Invariant($"label {index} is too large for one-hot rows.");
        if (!isIgnored)
            (least, largest) = (Math.Min(least, index), Math.Max(largest, index));
        indices.Add(index);
        return null;
    }

    /// <summary>The index of every row's class.</summary>
    public long[] ToIndices()
    {
        var result = indices.Content.ToArray();
        if (names is null || isDeclared)
            return result;
        var sorted = Names.Select((name, index) => (name, index)).ToDictionary(pair => names[pair.name], pair => (long)pair.index);
        for (var i = 0; i < result.Length; i++)
            result[i] = sorted[result[i]];
        return result;
    }

    /// <summary>The rows as the field takes them.</summary>
    public Tensor ToTensor() => ToTensor(ToIndices());

    /// <summary>Rows with these classes as the field takes them.</summary>
    public Tensor ToTensor(long[] classes)
    {
        if (isOneHot)
        {
            var width = limit ?? names?.Count ?? (largest + 1);
            using var rows = tensor(classes);
            using var oneHot = nn.functional.one_hot(rows, width);
            return oneHot.to_type(field.DType == DType.Float64 ? ScalarType.Float64 : ScalarType.Float32);
        }
        long[] shape = [classes.Length, .. Enumerable.Repeat(1L, Math.Max(0, field.Axes.Rank - 1))];
        var whole = tensor(classes, shape);
        if (field.DType == DType.Int64)
            return whole;
        using (whole)
            return whole.to_type(field.DType.ToScalarType());
    }

    /// <summary>Forgets the rows, not the names.</summary>
    public void Clear() => indices = new();

    private string? TooMany(long count) => count > limit
        ? FormattableString.Invariant($"there are more classes than the {limit} of '{field.Name}': {string.Join(", ", Names.Take(12))}{(count > 12 ? ", ..." : "")}.")
        : null;

    private string Classes() => names!.Count <= 12 ? $"the classes are {string.Join(", ", names.Keys)}" : FormattableString.Invariant($"there are {names.Count} classes");
}
