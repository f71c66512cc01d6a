using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>The values of parameters of one dtype on one device in a row, and their gradients in a second row of the same layout. What lies between two parameters stays zero.</summary>
internal sealed class FlatBuffer : IDisposable
{
    /// <summary>Where a parameter may begin, in bytes: a line of the processor's cache.</summary>
    private const long Alignment = 64;

    /// <param name="length">The number of elements, of all parameters with what lies between them.</param>
    /// <param name="type">Their dtype.</param>
    /// <param name="device">Where they are.</param>
    public FlatBuffer(long length, ScalarType type, Device device)
    {
        Gradients = zeros(length, type, device).DetachFromDisposeScope();
        Values = new Parameter(zeros(length, type, device), requires_grad: false) { grad = Gradients };
        Values.DetachFromDisposeScope();
    }

    /// <summary>All values as one vector, whose gradient are all gradients.</summary>
    public Parameter Values { get; }

    /// <summary>All gradients as one vector.</summary>
    public Tensor Gradients { get; }

    /// <summary>Where the next parameter begins.</summary>
    /// <param name="end">The end of the one before it.</param>
    /// <param name="type">Their dtype.</param>
    public static long Next(long end, ScalarType type)
    {
        var step = Alignment / TorchSharp.TensorExtensionMethods.ElementSize(type);
        return (end + step - 1) / step * step;
    }

    /// <summary>A part of a buffer in a shape, for the caller to dispose: the same memory, but to autograd a tensor of its own.</summary>
    public static Tensor Share(Tensor buffer, long begin, long[] shape)
    {
        using var part = buffer.narrow(0, begin, shape.Aggregate(1L, (product, size) => product * size));
        using var shaped = part.view(shape);
        return empty(0, buffer.dtype, buffer.device).set_(shaped).DetachFromDisposeScope();
    }

    public void Dispose()
    {
        Values.Dispose();
        Gradients.Dispose();
    }
}
