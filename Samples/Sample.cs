namespace NeuralDsl.Samples;

/// <summary>A model with the data that it learns from.</summary>
/// <param name="name">The name on the command line.</param>
/// <param name="summary">What it does, in a line.</param>
/// <param name="epochs">How often it sees its data unless the user says otherwise.</param>
internal abstract class Sample(string name, string summary, int epochs)
{
    /// <summary>Every sample; the first is what runs when none is named.</summary>
    public static IReadOnlyList<Sample> All { get; } =
    [
        new Sample<DigitsCnn, DigitsCnn.Batch>("digits", "CNN that reads handwritten digits", 20, () => new DigitsCnn(), SampleData.Digits),
        new Sample<BreastCancerNet, BreastCancerNet.Batch>("breast-cancer", "dense classifier of tumours", 10, () => new BreastCancerNet(), SampleData.BreastCancer),
        new Sample<SimpleNN, SimpleNN.Batch>("simple-nn", "two layers that tell two clouds of points apart", 100, () => new SimpleNN(), SampleData.Clouds),
    ];

    public string Name => name;

    public string Summary => summary;

    protected int Epochs => epochs;

    /// <summary>Prints a line for each sample.</summary>
    public static void PrintAll()
    {
        var width = All.Max(sample => sample.Name.Length);
        foreach (var sample in All)
            Console.WriteLine($"{sample.Name.PadRight(width)}  {sample.Summary}");
    }

    /// <summary>Trains the model and prints how well it does on rows that it has not seen.</summary>
    public abstract TrainingReport Train(Arguments arguments);
}
