namespace NeuralDsl.Shapes;

/// <summary>What is known of a tensor: its dtype and shape, and what its numbers mean.</summary>
internal sealed record TensorType(DType DType, Shape Shape)
{
    /// <summary>Whether the tensor may be absent: it is an input that is declared so.</summary>
    public bool IsOptional { get; init; }

    /// <summary>What its numbers mean; null where nothing is known of it.</summary>
    public Encoding? Encoding { get; init; }

    public bool IsFloatingPoint => DType is DType.Float32 or DType.Float64;

    /// <summary>Text as in messages: <c>Float32 [N,10]</c>.</summary>
    public override string ToString() => $"{DType} {Shape.ToDisplay()}";
}
