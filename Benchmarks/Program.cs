using System.Globalization;
using NeuralDsl.Benchmarks;
using Spectre.Console;

// A file or a pipe gets the tables without escape sequences.
AnsiConsole.Profile.Capabilities.Ansi &= !Console.IsOutputRedirected;

switch (args)
{
    case []:
    case [['-', ..], ..]:
        return StepOptions.Run(args, StepBenchmark.Run);
    case ["step", .. var options]:
        return StepOptions.Run(options, StepBenchmark.Run);
    case ["profile", var sample, .. var options]:
        return StepOptions.Run([.. Defaults(options), "--samples", sample, .. options], ProfileBenchmark.Run);
    case ["fit"]:
        FitBenchmark.Run();
        return 0;
    case ["generator"]:
        await GeneratorBenchmark.RunAsync();
        return 0;
    case ["loading"]:
        await LoadingBenchmark.RunAsync();
        return 0;
    case ["contestant", var kind, var path, var threads]:
        ContestantProcess.Run(Enum.Parse<ContestantKind>(kind), path, int.Parse(threads, CultureInfo.InvariantCulture));
        return 0;
    default:
        Console.Error.WriteLine(
            "Benchmarks: step (steps against PyTorch, the default; step --help lists its options), profile (where the time of a step goes), "
            + "fit (an epoch of Fit against a bare loop), generator (the source generator's time an edit) or loading (rows a second of a CSV file).");
        return 2;
}

// A profile is of the sample as it is, unless the options say otherwise.
static IEnumerable<string> Defaults(string[] options)
{
    (string Name, string Value)[] defaults = [("--sizes", "small"), ("--threads", "1"), ("--modes", "train")];
    return defaults.Where(option => !options.Contains(option.Name)).SelectMany(option => new[] { option.Name, option.Value });
}
