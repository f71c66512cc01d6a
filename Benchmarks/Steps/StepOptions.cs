using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace NeuralDsl.Benchmarks;

/// <summary>Which steps are timed, and how long.</summary>
/// <param name="Samples">The samples.</param>
/// <param name="Sizes">Their sizes by name.</param>
/// <param name="Threads">Numbers of threads.</param>
/// <param name="Modes">Training, prediction or both.</param>
/// <param name="Processes">How often each contestant begins anew in another process.</param>
/// <param name="Rounds">Rounds of these processes, in which all contestants take steps in turn.</param>
/// <param name="Seconds">Seconds of a contestant in a round, at least one step.</param>
/// <param name="OfProcessors">Whether times are those that processors worked, which programs beside it lengthen less.</param>
/// <param name="Markdown">A page for the table; null for none.</param>
internal sealed record StepOptions(
    ImmutableArray<StepSample> Samples, ImmutableArray<string> Sizes, ImmutableArray<int> Threads, ImmutableArray<StepMode> Modes, int Processes, int Rounds,
    double Seconds, bool OfProcessors, string? Markdown)
{
    /// <summary>Reads a command line and does what it asks for.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(IReadOnlyList<string> arguments, Func<StepOptions, int> run)
    {
        ImmutableArray<StepSample> allSamples = [.. StepSamples.All];
        ImmutableArray<string> allSizes = ["small", "medium", "large"];
        ImmutableArray<StepMode> allModes = [StepMode.Train, StepMode.Predict];
        var samples = Chosen("--samples", "The samples, with commas between; default: all.", allSamples, sample => sample.Name);
        var sizes = Chosen("--sizes", "The sizes; default: small,medium,large.", allSizes, name => name);
        var threads = new Option<ImmutableArray<int>>("--threads")
        {
            Description = "Numbers of threads, with commas between; default: 1,2.",
            HelpName = "NUMBERS",
            CustomParser = Counts,
        };
        var modes = Chosen("--modes", "Steps of training or predictions; default: train,predict.", allModes, mode => mode.ToString().ToLowerInvariant());
        var processes = Count("--processes", "How often each contestant begins anew in another process.", 3);
        var rounds = Count("--rounds", "Rounds of these processes, in which all contestants take steps in turn.", 2);
        var seconds = new Option<double>("--seconds")
        {
            Description = "Seconds of a contestant in a round.",
            HelpName = "NUMBER",
            DefaultValueFactory = _ => 0.15,
            CustomParser = Number,
        };
        var processors = new Option<bool>("--processor-time")
        {
            Description = "Measures how long processors work instead of how long one waits: for machines that are never quiet, and one thread.",
        };
        var markdown = new Option<string?>("--markdown")
        {
            Description = "Writes the table into a page, between its comments <!-- steps --> and <!-- /steps --> where it has them.",
            HelpName = "FILE",
        };
        var command = new RootCommand("Times steps of every sample against PyTorch's.") { samples, sizes, threads, modes, processes, rounds, seconds, processors, markdown };
        command.SetAction(result => run(new(
            Or(result.GetValue(samples), allSamples), Or(result.GetValue(sizes), allSizes), Or(result.GetValue(threads), [1, 2]), Or(result.GetValue(modes), allModes),
            result.GetValue(processes), result.GetValue(rounds), result.GetValue(seconds), result.GetValue(processors), result.GetValue(markdown))));
        return command.Parse(arguments).Invoke();
    }

    /// <summary>An option that takes some of all values, by name with commas between.</summary>
    private static Option<ImmutableArray<T>> Chosen<T>(string name, string description, ImmutableArray<T> all, Func<T, string> nameOf) => new(name)
    {
        Description = description,
        HelpName = "NAMES",
        CustomParser = result =>
        {
            var names = result.Tokens.Single().Value.Split(',');
            if (names.Except(all.Select(nameOf)).FirstOrDefault() is { } unknown)
                result.AddError($"{name}: there is no '{unknown}'; there are {string.Join(", ", all.Select(nameOf))}.");
            return [.. all.Where(each => names.Contains(nameOf(each)))];
        },
    };

    private static ImmutableArray<T> Or<T>(ImmutableArray<T> given, ImmutableArray<T> all) => given.IsDefault ? all : given;

    private static ImmutableArray<int> Counts(ArgumentResult result)
    {
        var counts = ImmutableArray.CreateBuilder<int>();
        foreach (var text in result.Tokens.Single().Value.Split(','))
        {
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count < 1)
                result.AddError($"--threads: '{text}' is no number of threads.");
            counts.Add(count);
        }
        return counts.ToImmutable();
    }

    private static double Number(ArgumentResult result)
    {
        if (!double.TryParse(result.Tokens.Single().Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !(number > 0))
            result.AddError("--seconds is a number above 0.");
        return number;
    }

    private static Option<int> Count(string name, string description, int usual)
    {
        var option = new Option<int>(name) { Description = description, HelpName = "NUMBER", DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.GetValue(option) < 1)
                result.AddError($"{name} is at least 1.");
        });
        return option;
    }
}
