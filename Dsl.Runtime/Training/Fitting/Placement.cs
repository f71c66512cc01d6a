using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>Where a model's parameters are and in which floating-point type: what batches are moved to.</summary>
internal sealed record Placement(Device Device, ScalarType Type)
{
    /// <summary>The floating-point type of inputs, where the model computes in another than its parameters'.</summary>
    public ScalarType InputType { get; init; } = Type;

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

    /// <summary>The batches in place; one that is already is handed on as it is.</summary>
    public IEnumerable<TBatch> Place<TBatch>(IEnumerable<TBatch> batches) where TBatch : struct, IBatch<TBatch>
    {
        var moved = new Tensor?[TBatch.Fields.Length];
        foreach (var batch in batches)
        {
            try
            {
                for (var i = 0; i < moved.Length; i++)
                    moved[i] = batch[i] is { } tensor && TypeOf(tensor, TBatch.Fields[i]) is var type && !IsInPlace(tensor, type) ? tensor.to(type, Device) : null;
                yield return Array.TrueForAll(moved, tensor => tensor is null)
                    ? batch
                    : TBatch.Create([.. moved.Select((tensor, i) => tensor ?? batch[i])]);
            }
            finally
            {
                foreach (var tensor in moved)
                    tensor?.Dispose();
            }
        }
    }

    private bool IsInPlace(Tensor tensor, ScalarType type) => type == tensor.dtype && tensor.device_type == Device.type && tensor.device_index == Device.index;

    private ScalarType TypeOf(Tensor tensor, TensorField field) => !tensor.is_floating_point() ? tensor.dtype : field.Role == FieldRole.Input ? InputType : Type;
}
