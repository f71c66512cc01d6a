namespace NeuralDsl.Samples;

/// <summary>Every sample.</summary>
internal static class SampleModels
{
    private static readonly SmallTraining SmallBert = new(("d", 16), ("heads", 2), ("layers", 1));

    public static ModelDefinition[] All { get; } =
    [
        SimpleNN.Definition.With(Clouds.Source),
        BreastCancerNet.Definition,
        WineMlp.Definition,
        DigitsCnn.Definition,
        DigitsRnn.Definition,
        VerseLstm.Definition,
        BertPretraining.Definition.With(MaskedVerses.Source, MaskedVerses.Finish, SmallBert),
        BertClassifier.Definition.With(LabelledVerses.Source, small: SmallBert),
        VerseQuestions.Definition.With(AskedVerses.Source, AskedVerses.Finish, SmallBert),
    ];
}
