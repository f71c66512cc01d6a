using System.Globalization;
using NeuralDsl.Diagnostics;
using NeuralDsl.Shapes;

namespace NeuralDsl.Lints;

/// <summary>NDSL3001: what each layer makes, for those who want shapes inline.</summary>
internal static class LayerShapes
{
    public static IEnumerable<Fault> Describe(TypedModel model) => model.Layers.Select(layer => new Fault(
        Rules.LayerShape, new(layer.Node.Attribute), layer.Node.IsNamed ? layer.Name : layer.Node.Operator, layer.Output.ToString(), Count(layer.ParameterCount)));

    private static string Count(Dim parameters) => parameters.Constant switch
    {
        0 => "no parameters",
        1 => "1 parameter",
        { } number => $"{number.ToString("N0", CultureInfo.InvariantCulture)} parameters",
        null => $"{parameters} parameters",
    };
}
