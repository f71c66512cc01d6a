namespace NeuralDsl;

/// <summary>What a model costs: numbers, or expressions over the symbols of its shapes and its hyper-parameters, exact in 64 bits.</summary>
/// <param name="Parameters">Elements of all parameters; tied and shared ones count once.</param>
/// <param name="Trainable">Elements of the parameters that are not frozen.</param>
/// <param name="Buffers">Elements that layers keep besides, such as running means.</param>
/// <param name="MultiplyAccumulates">Of one forward pass: the products of convolutions, linear layers, attention and matrices.</param>
/// <param name="Activations">Elements of the tensors that layers make in a forward pass of training.</param>
/// <param name="OptimizerState">Elements that the declared optimizer keeps; 0 without one.</param>
/// <param name="TrainingBytes">
/// Bytes of a training step in Float32: parameters, their gradients, optimizer state, buffers, the batch, and every activation kept for the
/// backward pass. The engine's own workspace comes on top.
/// </param>
public sealed record CostInfo(
    string Parameters, string Trainable, string Buffers, string MultiplyAccumulates, string Activations, string OptimizerState, string TrainingBytes)
{
    /// <summary>Nothing.</summary>
    public static CostInfo None { get; } = new("0", "0", "0", "0", "0", "0", "0");
}
