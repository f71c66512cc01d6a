namespace NeuralDsl;

/// <summary>A hyper-parameter with its default.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Default">Its default.</param>
/// <param name="IsWhole">Whether it is a whole number.</param>
public readonly record struct HyperDefault(string Name, double Default, bool IsWhole);
