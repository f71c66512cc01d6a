namespace NeuralDsl.Generator.Tests.Parity;

/// <summary>The rows of all files.</summary>
internal static class ParityRows
{
    /// <summary>Layers of one value that compute something.</summary>
    public static readonly ParityRow[] Layers =
        [.. LayerRows.All, .. ConvolutionRows.All, .. WeightNormalizationRows.All, .. NormalizationRows.All, .. ActivationRows.All, .. ResamplingRows.All];

    /// <summary>What the catalogue calls a layer.</summary>
    public static readonly ParityRow[] Operators = [.. Layers, .. ShapeOperatorRows.All, .. JoinRows.All, .. SequenceRows.All];

    public static readonly ParityRow[] All =
        [.. Operators, .. LossRows.All, .. OptimizerRows.All, .. ScheduleRows.All, .. InitializationRows.All];
}
