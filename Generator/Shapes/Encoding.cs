namespace NeuralDsl.Shapes;

/// <summary>What the numbers of a tensor mean.</summary>
internal enum Meaning
{
    /// <summary>Any numbers: weighted sums.</summary>
    Anything,

    /// <summary>Numbers that an activation keeps in a part of the number line.</summary>
    Bounded,

    /// <summary>Each is a probability by itself.</summary>
    Probability,

    /// <summary>Probabilities of classes along an axis.</summary>
    Distribution,

    /// <summary>Logarithms of probabilities of classes along an axis.</summary>
    LogDistribution,

    /// <summary>Indices of classes.</summary>
    ClassIndex,
}

/// <summary>What is known of the numbers of a tensor: of a value by the layer that made them, of a target by its loss.</summary>
/// <param name="Meaning">What they mean.</param>
/// <param name="Range">Where they are, as messages say it: <c>between 0 and 1</c>; empty for anywhere.</param>
/// <param name="Axis">The axis of the classes, from 0; null where there is none, or none any more.</param>
/// <param name="Classes">The number of classes of indices; null for other numbers.</param>
internal sealed record Encoding(Meaning Meaning, string Range = "", int? Axis = null, Dim? Classes = null)
{
    public static Encoding Anything { get; } = new(Meaning.Anything);

    public static Encoding Probability { get; } = new(Meaning.Probability, "between 0 and 1");

    /// <summary>The layer that made the numbers, as the model around it knows it; empty until that model has named it.</summary>
    public string Maker { get; init; } = "";

    /// <summary>The layer as messages call it: <c>Softmax</c>, <c>Softmax of Block&lt;Head&gt;</c>.</summary>
    public string Title { get; init; } = "";

    public static Encoding Bounded(string range) => new(Meaning.Bounded, range);

    public static Encoding Distribution(int axis) => new(Meaning.Distribution, "between 0 and 1", axis);

    public static Encoding LogDistribution(int axis) => new(Meaning.LogDistribution, "at 0 or below", axis);

    public static Encoding ClassIndex(Dim classes) => new(Meaning.ClassIndex, $"from 0 to {classes - 1}", Classes: classes);

    /// <summary>The encoding as documentation says it: <c>class indices from 0 to 9</c>; null for any numbers.</summary>
    public string? Describe() => Meaning switch
    {
        Meaning.Anything => null,
        Meaning.ClassIndex => $"class indices {Range}",
        _ => $"numbers {Range}",
    };

    /// <summary>The encoding with the layer that made it, or, where that is a block, with the block around it.</summary>
    public Encoding MadeBy(string name, string title) => Maker.Length > 0 ? this : this with { Maker = name, Title = Title.Length == 0 ? title : $"{Title} of {title}" };

    /// <summary>The encoding after axes were joined, split, added or removed, which keep the order of the elements.</summary>
    public Encoding Reshaped(Shape from, Shape to)
    {
        if (Axis is not { } axis)
            return this;
        // An axis is the same one where as many elements stand before it and it has the same size.
        var before = new Shape(from.Axes.Take(axis)).Elements;
        return this with { Axis = Find(to, at => to[at].Equals(from[axis]) && new Shape(to.Axes.Take(at)).Elements.Equals(before)) };
    }

    /// <summary>The encoding after the axes were put in another order.</summary>
    public Encoding Permuted(IReadOnlyList<int> order) => Axis is { } axis ? this with { Axis = order.ToList().IndexOf(axis) } : this;

    /// <summary>The encoding after an axis was removed, or lost a part of its elements.</summary>
    public Encoding Cut(int at, bool isRemoved) => Axis is not { } axis ? this
        : this with { Axis = axis == at ? null : axis > at && isRemoved ? axis - 1 : axis };

    /// <summary>The encoding after axes were added at places of the new shape.</summary>
    public Encoding Expanded(IReadOnlyList<int> added) =>
        Axis is null ? this : this with { Axis = added.OrderBy(place => place).Aggregate(Axis.Value, (axis, place) => place <= axis ? axis + 1 : axis) };

    private static int? Find(Shape shape, Func<int, bool> isIt)
    {
        for (var at = 0; at < shape.Rank; at++)
        {
            if (isIt(at))
                return at;
        }
        return null;
    }
}
