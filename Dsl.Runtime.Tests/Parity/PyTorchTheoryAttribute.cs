namespace NeuralDsl.Tests.Parity;

/// <summary>A theory that needs the distribution's PyTorch, and says so where it is not there.</summary>
internal sealed class PyTorchTheoryAttribute : TheoryAttribute
{
    public PyTorchTheoryAttribute() => Skip = PyTorch.Missing;
}
