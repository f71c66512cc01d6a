using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>Where a model's parameters are and in which floating-point type: what batches are moved to.</summary>
internal sealed record Placement(Device Device, ScalarType Type)
{
    /// <summary>The placement of the first floating-point parameter; the CPU and Float32 for a model that has none.</summary>
    public static Placement Of(nn.Module model)
    {
        foreach (var parameter in model.parameters())
        {
            if (parameter.is_floating_point())
                return new(parameter.device, parameter.dtype);
        }
        return new(CPU, ScalarType.Float32);
    }

    /// <summary>The tensor itself where it is in place, otherwise a moved copy; then the tensor given is disposed.</summary>
    public Tensor Move(Tensor tensor)
    {
        var type = tensor.is_floating_point() ? Type : tensor.dtype;
        var here = tensor.device;
        if (type == tensor.dtype && here.type == Device.type && here.index == Device.index)
            return tensor;
        using (tensor)
            return tensor.to(type, Device);
    }
}
