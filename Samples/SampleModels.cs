namespace NeuralDsl.Samples;

/// <summary>Every sample.</summary>
internal static class SampleModels
{
    public static ModelDefinition[] All { get; } =
    [
        SimpleNN.Definition.With(Clouds.Source),
        BreastCancerNet.Definition,
        WineMlp.Definition,
        DigitsCnn.Definition,
        DigitsRnn.Definition,
        VerseLstm.Definition,
    ];
}
