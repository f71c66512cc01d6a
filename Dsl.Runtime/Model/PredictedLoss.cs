using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>Computes the loss of a batch.</summary>
/// <typeparam name="TBatch">The model's <c>Batch</c>.</typeparam>
/// <typeparam name="TLoss">A tensor that can be differentiated, or the number.</typeparam>
/// <param name="batch">Inputs and targets.</param>
/// <param name="prediction">What the first loss judges; the caller disposes it.</param>
public delegate TLoss PredictedLoss<in TBatch, out TLoss>(TBatch batch, out Tensor prediction);
