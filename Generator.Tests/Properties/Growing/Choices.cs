using NeuralDsl.Collections;
using NeuralDsl.Declaration;
using NeuralDsl.Shapes;

namespace NeuralDsl.Generator.Tests.Properties.Growing;

/// <summary>Random choices that fit often but not always, for every grower from one seed.</summary>
internal sealed class Choices(Random random)
{
    public int Next(int end) => random.Next(end);

    public int Next(int start, int end) => random.Next(start, end);

    public bool OneIn(int count) => random.Next(count) == 0;

    public T Pick<T>(params IReadOnlyList<T> items) => items[random.Next(items.Count)];

    /// <summary>An axis that there is; one in 25 may not be there.</summary>
    public long Axis(int rank) => OneIn(25) ? random.Next(-rank - 1, rank + 2) : OneIn(3) ? -1 : rank < 2 ? 0 : OneIn(10) ? 0 : random.Next(1, rank);

    public EquatableArray<long> Permutation(int rank) =>
        [.. Enumerable.Range(0, rank).Select(axis => (long)axis).OrderBy(axis => axis == 0 && random.Next(4) > 0 ? -1 : random.Next(100))];

    /// <summary>A number, or an expression over the hyper-parameters that there are.</summary>
    public object Size(RandomModel model, int largest)
    {
        if (random.Next(3) > 0 || !model.HasHyper("d") || !model.HasHyper("heads"))
            return (long)random.Next(1, largest + 1);
        return largest <= 3 ? model.HasHyper("k") ? Pick("k", "k", "heads", "p+1", "k-p") : Pick("heads", "heads", "d/heads") : Pick("d", "2*d", "d/heads", "heads", "d-4", "heads*3", "d*heads");
    }

    public object Padding(RandomModel model) => model.HasHyper("p") && OneIn(2) ? Pick("p", "k/2", "k-1", "p*2") : (long)random.Next(0, 2);

    public EnumMember? DType() => random.Next(12) switch { 0 => new("Int64"), 1 => new("Float64"), 2 => OneIn(3) ? new("Bool") : new("Int64"), _ => null };

    /// <summary>Names of values, those of the same shape before others.</summary>
    public string Others(TensorType type, IReadOnlyList<GrownValue> values, int count)
    {
        // The value before this layer may have no name that a user could write.
        var named = values.Where(value => value.IsNamed).ToArray();
        var alike = named.Where(value => value.Type.Shape.HasSizesOf(type.Shape)).ToArray();
        return string.Join(", ", Enumerable.Range(0, count).Select(_ => Pick(alike.Length > 0 && random.Next(8) > 0 ? alike : named).Name));
    }

    /// <summary>A size as an argument, where it is one: a number or an expression over hyper-parameters.</summary>
    public static object? Written(RandomModel model, Dim size) => size.Constant is { } constant ? constant : size.Symbols.All(model.HasHyper) ? size.Text : null;
}
