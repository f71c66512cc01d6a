namespace NeuralDsl;

/// <summary>An optimizer that can step parameters in buffers.</summary>
internal interface IFlatOptimizer
{
    FlatOptimizer Flat { get; }
}
