using static TorchSharp.torch;

namespace NeuralDsl.Samples;

/// <summary>Digits that nobody wrote.</summary>
public static class DigitDrawings
{
    private const int Columns = 8;

    /// <summary>Draws digits from random codes into <c>digits.png</c>.</summary>
    public static void Save(DigitVae model, FinishedTraining<DigitVae.Batch> training) => Save(model.decoder.Predict, model.code, training);

    /// <summary>The same, out of noise.</summary>
    public static void Save(DigitGan model, FinishedTraining<DigitGan.Batch> training) => Save(model.painter.Predict, model.code, training);

    private static void Save<TBatch>(Func<Tensor, Tensor> draw, long code, FinishedTraining<TBatch> training) where TBatch : struct, IBatch<TBatch>
    {
        random.manual_seed(training.Seed);
        using var codes = randn(4 * Columns, code);
        using var digits = draw(codes);
        using var images = digits.reshape(-1, 8, 8);
        var picture = Path.Combine(training.Folder, "digits.png");
        Pictures.Save(images, picture, Columns, scale: 8);
        training.Output.WriteLine($"{picture} has {images.size(0)} digits that nobody wrote");
    }
}
