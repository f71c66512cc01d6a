using NeuralDsl.Shapes;

namespace NeuralDsl;

/// <summary>
/// Batch normalization of one row without further axes has no variance; the engine would go on with running statistics that
/// are no numbers.
/// </summary>
internal static class SingleRows
{
    /// <exception cref="ArgumentException">The model cannot learn from a batch of one row.</exception>
    public static void Check(Architecture architecture)
    {
        foreach (var layer in architecture.Layers.Where(layer => layer.Operator.StartsWith("BatchNorm", StringComparison.Ordinal)))
        {
            var positions = new Shape(ShapeParser.Parse(layer.Shape, layer.Name).Axes.Skip(2)).Elements;
            if (positions.Constant == 1)
            {
                throw new ArgumentException(
                    $"{architecture.Name}: {layer.Operator} '{layer.Name}' learns from the spread of each channel in a batch, and a batch of one row has none. "
                    + "Choose a larger BatchSize or train on more rows.");
            }
        }
    }
}
