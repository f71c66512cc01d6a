namespace NeuralDsl.Shapes;

/// <summary>What a model costs, as expressions over its symbols: elements, and for the batch bytes.</summary>
/// <param name="Parameters">All parameters, tied and shared ones once.</param>
/// <param name="Trainable">Those that are not frozen.</param>
/// <param name="Buffers">What layers keep besides, such as running means.</param>
/// <param name="MultiplyAccumulates">Of one forward pass: the products of convolutions, linear layers, attention and matrices.</param>
/// <param name="Activations">The tensors that layers make in a forward pass of training.</param>
/// <param name="OptimizerState">What the declared optimizer keeps; 0 without one.</param>
/// <param name="BatchBytes">Inputs and targets.</param>
internal sealed record ModelCosts(Dim Parameters, Dim Trainable, Dim Buffers, Dim MultiplyAccumulates, Dim Activations, Dim OptimizerState, Dim BatchBytes)
{
    /// <summary>Bytes of a Float32, which parameters and activations are.</summary>
    private const int FloatBytes = 4;

    /// <summary>The memory of a training step: weights, gradients, optimizer state, buffers, batch, and every activation kept for the backward pass.</summary>
    public Dim TrainingBytes => BytesOfFloats(Parameters + Trainable + OptimizerState + Buffers + Activations) + BatchBytes;

    public static Dim BytesOfFloats(Dim elements) => elements * FloatBytes;

    /// <summary>The bytes of a tensor.</summary>
    public static Dim BytesOf(TensorType type) => type.Shape.Elements * BytesOf(type.DType);

    private static int BytesOf(DType dtype) => dtype switch
    {
        DType.Bool => 1,
        DType.Int64 or DType.Float64 => 8,
        _ => FloatBytes,
    };
}
