using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>A tensor that a model takes: its name, role, dtype and shape.</summary>
public sealed class TensorField
{
    // Contract; body below is written with the run time.
}
