using static TorchSharp.torch;

namespace NeuralDsl.Samples;

/// <summary>Digits that nobody wrote.</summary>
public static class DigitDrawings
{
    private const int Columns = 8;

    /// <summary>Draws digits from random codes into <c>digits.png</c>.</summary>
    public static void Save(DigitVae model, FinishedTraining<DigitVae.Batch> training)
    {
        random.manual_seed(training.Seed);
        using var codes = randn(4 * Columns, model.mu.bias!.size(0));
        using var digits = model.decoder.Predict(codes);
        using var images = digits.reshape(-1, 8, 8);
        var picture = Path.Combine(training.Folder, "digits.png");
        Pictures.Save(images, picture, Columns, scale: 8);
        training.Output.WriteLine($"{picture} has {images.size(0)} digits that nobody wrote");
    }
}
