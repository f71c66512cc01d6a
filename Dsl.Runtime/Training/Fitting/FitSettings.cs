namespace NeuralDsl;

/// <summary>What the options and the model's defaults come to.</summary>
internal sealed record FitSettings(int Epochs, int BatchSize, int Accumulation, int Patience, double EmaDecay, Precision Precision, int Seed)
{
    public static FitSettings Of<TBatch>(FitOptions<TBatch> options, TrainingDefaults defaults) where TBatch : struct, IBatch<TBatch> => new(
        options.Epochs ?? defaults.Epochs,
        options.BatchSize ?? defaults.BatchSize,
        options.Accumulation ?? defaults.Accumulation,
        options.Patience ?? defaults.Patience,
        options.EmaDecay ?? defaults.EmaDecay,
        options.Precision ?? defaults.Precision,
        options.Seed ?? 0);
}
