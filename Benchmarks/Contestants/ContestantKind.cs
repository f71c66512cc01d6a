namespace NeuralDsl.Benchmarks;

/// <summary>Who computes a step.</summary>
internal enum ContestantKind
{
    /// <summary>The model in PyTorch, in eager mode.</summary>
    PyTorch,

    /// <summary>The model written by hand over TorchSharp's layers and optimizers.</summary>
    HandWritten,

    /// <summary>The generated model, whose loss is differentiated by the engine's autograd.</summary>
    Autograd,

    /// <summary>The generated model's own training step.</summary>
    Generated,
}
