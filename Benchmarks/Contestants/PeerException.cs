namespace NeuralDsl.Benchmarks;

/// <summary>A contestant's process ended instead of answering.</summary>
internal sealed class PeerException(string message) : Exception(message);
