using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>
/// Predictions as CSV. Of classes: the most probable one and its probability. Of labels: the probability of 1, or of the class that it stands for. Of anything else: the
/// numbers themselves. A row of several elements, such as one for each step of a sequence, has a column for each.
/// </summary>
internal sealed class PredictionTable(LossInfo loss, IReadOnlyList<string> classes, TextWriter output)
{
    private bool hasHeader;

    public void Write(Tensor prediction)
    {
        using var scope = NewDisposeScope();
        var numbers = prediction.to_type(ScalarType.Float32).cpu();
        switch (loss.Task)
        {
            case LearningTask.Classification or LearningTask.ClassProbabilities:
                // Log-probabilities are logits too: their softmax is their exponential.
                var (probability, index) = numbers.softmax(loss.ClassAxis).max(loss.ClassAxis);
                Write([("class", Flat(index), Name), ("probability", Flat(probability), Number)]);
                break;
            case LearningTask.BinaryLogits:
                Write([(Probability, Flat(numbers.sigmoid()), Number)]);
                break;
            case LearningTask.BinaryProbabilities:
                Write([(Probability, Flat(numbers), Number)]);
                break;
            default:
                Write([("prediction", Flat(numbers), Number)]);
                break;
        }
    }

    // A label of 1 stands for the second of two classes.
    private string Probability => classes is [_, var positive] ? Quote($"probability of {positive}") : "probability";

    private static string Number(double value) => value.ToString("G6", CultureInfo.InvariantCulture);

    private static Tensor Flat(Tensor rows) => rows.reshape(rows.size(0), -1);

    private string Name(double index) => index < classes.Count ? Quote(classes[(int)index]) : Number(index);

    private static string Quote(string text) => text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private void Write((string Name, Tensor Values, Func<double, string> Text)[] columns)
    {
        var width = columns[0].Values.size(1);
        if (!hasHeader)
            output.WriteLine(string.Join(",", Enumerable.Range(0, (int)width).SelectMany(i => columns.Select(column => width == 1 ? column.Name : $"{column.Name}_{i}"))));
        hasHeader = true;
        var values = columns.Select(column => column.Values.to_type(ScalarType.Float64).data<double>().ToArray()).ToArray();
        for (var row = 0L; row < columns[0].Values.size(0); row++)
            output.WriteLine(string.Join(",", Enumerable.Range(0, (int)width).SelectMany(i => columns.Select((column, c) => column.Text(values[c][(row * width) + i])))));
    }
}
