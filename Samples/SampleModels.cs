namespace NeuralDsl.Samples;

/// <summary>Every sample.</summary>
internal static class SampleModels
{
    private static readonly SmallTraining SmallBert = new(("d", 16), ("heads", 2), ("layers", 1)) { Epochs = 6, Rows = 128 };

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
        BertPretraining.Definition.With(MaskedVerses.Source, MaskedVerses.Finish, SmallBert),
        BertClassifier.Definition.With(LabelledVerses.Source, small: SmallBert),
        VerseQuestions.Definition.With(AskedVerses.Source, AskedVerses.Finish, SmallBert),
    ];
}
