namespace NeuralDsl.Tests.Parity;

/// <summary>A tensor as it goes to PyTorch: every number in full.</summary>
internal sealed record TensorText(string DType, long[] Shape, double[] Values)
{
    public static TensorText Of(Tensor tensor)
    {
        using var detached = tensor.detach();
        using var doubles = detached.to_type(ScalarType.Float64);
        using var flat = doubles.reshape(-1);
        return new(tensor.dtype.ToString(), tensor.shape, flat.data<double>().ToArray());
    }
}
