using System.Collections.Immutable;

namespace NeuralDsl.Tests.Data;

/// <summary>The fields of a batch of one input and one target.</summary>
internal interface IFields
{
    static abstract TensorField Input { get; }

    static abstract TensorField Target { get; }
}

/// <summary>A batch of one input and one target, as the generator writes it.</summary>
internal readonly record struct PairOf<TFields>(Tensor Input, Tensor Target) : IBatch<PairOf<TFields>> where TFields : IFields
{
    public static ImmutableArray<TensorField> Fields { get; } = [TFields.Input, TFields.Target];

    public Tensor this[int index] => index == 0 ? Input : Target;

    public static PairOf<TFields> Create(ReadOnlySpan<Tensor?> tensors)
    {
        TensorField.Check("Batch", Fields, tensors);
        return new(tensors[0]!, tensors[1]!);
    }
}

/// <summary>Two features, three classes by index.</summary>
internal readonly struct ThreeClasses : IFields
{
    public static TensorField Input => TensorField.Input("x", DType.Float32, "N 2");

    public static TensorField Target => TensorField.Target("target", DType.Int64, "N", FieldEncoding.ClassIndex, 3);
}

/// <summary>Two features, three classes as one-hot rows.</summary>
internal readonly struct OneHotClasses : IFields
{
    public static TensorField Input => TensorField.Input("x", DType.Float32, "N 2");

    public static TensorField Target => TensorField.Target("target", DType.Float32, "N 3", FieldEncoding.Distribution);
}

/// <summary>Two features, one probability.</summary>
internal readonly struct Binary : IFields
{
    public static TensorField Input => TensorField.Input("x", DType.Float32, "N 2");

    public static TensorField Target => TensorField.Target("target", DType.Float32, "N 1", FieldEncoding.Probability);
}

/// <summary>Two features, a real number.</summary>
internal readonly struct Regression : IFields
{
    public static TensorField Input => TensorField.Input("x", DType.Float32, "N 2");

    public static TensorField Target => TensorField.Target("target", DType.Float32, "N 1");
}

/// <summary>Small images with channels first, three classes.</summary>
internal readonly struct ChannelsFirst : IFields
{
    public static TensorField Input => TensorField.Input("image", DType.Float32, "N C=3 H=2 W=2");

    public static TensorField Target => TensorField.Target("target", DType.Int64, "N", FieldEncoding.ClassIndex, 2);
}

/// <summary>Small images with channels last.</summary>
internal readonly struct ChannelsLast : IFields
{
    public static TensorField Input => TensorField.Input("image", DType.Float32, "N H=2 W=2 C=3");

    public static TensorField Target => TensorField.Target("target", DType.Int64, "N", FieldEncoding.ClassIndex, 2);
}

/// <summary>Small images of one channel.</summary>
internal readonly struct Grey : IFields
{
    public static TensorField Input => TensorField.Input("image", DType.Float32, "N C=1 H=2 W=3");

    public static TensorField Target => TensorField.Target("target", DType.Int64, "N", FieldEncoding.ClassIndex, 3);
}

/// <summary>Tokens and two classes.</summary>
internal readonly struct Tokens : IFields
{
    public static TensorField Input => TensorField.Input("tokens", DType.Int64, "N T");

    public static TensorField Target => TensorField.Target("target", DType.Int64, "N", FieldEncoding.ClassIndex, 2);
}

/// <summary>What tests read of sets.</summary>
internal static class SetReading
{
    public static float[] Floats<TFields>(this DataSet<PairOf<TFields>> data) where TFields : IFields =>
        [.. data.Batches(data.Count).SelectMany(batch => batch.Input.data<float>().ToArray())];

    public static long[] Labels<TFields>(this DataSet<PairOf<TFields>> data) where TFields : IFields =>
        [.. data.Batches(data.Count).SelectMany(batch => batch.Target.data<long>().ToArray())];

    public static float[] Targets<TFields>(this DataSet<PairOf<TFields>> data) where TFields : IFields =>
        [.. data.Batches(data.Count).SelectMany(batch => batch.Target.data<float>().ToArray())];
}
