namespace NeuralDsl;

/// <summary>A hyper-parameter that stands for a size.</summary>
/// <param name="Name">Its name, which is a symbol in shapes and costs.</param>
/// <param name="Default">Its default.</param>
public sealed record HyperInfo(string Name, long Default);
