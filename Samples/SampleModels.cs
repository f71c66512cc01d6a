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
        SequenceReverser.Definition.With(Reversals.Source, Reversals.Report, new(("d", 16), ("layers", 1), ("hidden", 32))),
        VerseGpt.Definition.With(VerseWriting.Source, VerseWriting.Write, new(("d", 16), ("layers", 1)) { Rows = 64 }),
        DigitVae.Definition.With(finish: DigitDrawings.Save, small: new(("hidden", 32))),
        DigitGan.Definition.With(finish: DigitDrawings.Save, small: new(("hidden", 32))),
    ];
}
