namespace NeuralDsl.Parity;

/// <summary>PyTorch refused a request, or is not there.</summary>
internal sealed class PyTorchException(string message) : Exception(message);
