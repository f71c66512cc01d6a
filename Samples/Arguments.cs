using System.Globalization;

namespace NeuralDsl.Samples;

/// <summary>The command line.</summary>
/// <param name="Sample">What to run; null for the list.</param>
/// <param name="Epochs">Null for the sample's own number.</param>
/// <param name="BatchSize">Rows in a batch.</param>
/// <param name="Seed">Decides the split, the weights and the order of the rows.</param>
/// <param name="IsQuiet">Whether only the result is printed.</param>
internal sealed record Arguments(Sample? Sample, int? Epochs = null, int BatchSize = 32, int Seed = 1, bool IsQuiet = false)
{
    public static string Usage { get; } = $"""
        Usage: run.sh [SAMPLE] [OPTIONS]    train a sample and test it
               run.sh list                  list the samples
               run.sh --help                show this text

        SAMPLE           {string.Join(", ", Sample.All.Select(sample => sample.Name))}; default {Sample.All[0].Name}
        --epochs N       how often every row is seen; default: the sample's own
        --batch-size N   rows in a batch; default 32
        --seed N         decides the split, the weights and the order of the rows; default 1
        --quiet          print the result only
        """;

    /// <exception cref="UsageException">The arguments are wrong.</exception>
    public static Arguments Parse(IEnumerable<string> args)
    {
        var rest = new Queue<string>(args);
        var arguments = new Arguments(Sample.All[0]);
        if (rest.TryPeek(out var name) && !name.StartsWith('-'))
            arguments = arguments with { Sample = Find(rest.Dequeue()) };
        while (rest.TryDequeue(out var option))
        {
            arguments = option switch
            {
                "--epochs" => arguments with { Epochs = Number(option, rest, atLeast: 1) },
                "--batch-size" => arguments with { BatchSize = Number(option, rest, atLeast: 1) },
                "--seed" => arguments with { Seed = Number(option, rest, atLeast: 0) },
                "--quiet" => arguments with { IsQuiet = true },
                _ => throw new UsageException($"There is no option '{option}'{Hint(option, ["--epochs", "--batch-size", "--seed", "--quiet", "--help"])}"),
            };
        }
        return arguments;
    }

    private static Sample? Find(string name) => name == "list"
        ? null
        : Sample.All.FirstOrDefault(sample => sample.Name == name)
            ?? throw new UsageException($"There is no sample '{name}'{Hint(name, ["list", .. Sample.All.Select(sample => sample.Name)])}");

    private static int Number(string option, Queue<string> rest, int atLeast)
    {
        if (!rest.TryDequeue(out var text))
            throw new UsageException($"{option} needs a number.");
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= atLeast
            ? number
            : throw new UsageException($"{option} takes a whole number of at least {atLeast}, not '{text}'.");
    }

    private static string Hint(string name, IEnumerable<string> names) =>
        Spelling.Nearest(name, names) is { } nearest ? $"; did you mean '{nearest}'?" : ".";
}
