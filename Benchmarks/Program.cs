using NeuralDsl.Benchmarks;
using Spectre.Console;

// A file or a pipe gets the tables without escape sequences.
AnsiConsole.Profile.Capabilities.Ansi &= !Console.IsOutputRedirected;

switch (args)
{
    case [] or ["step"]:
        StepTimeBenchmark.Run();
        return 0;
    case ["fit"]:
        FitBenchmark.Run();
        return 0;
    case ["generator"]:
        await GeneratorBenchmark.RunAsync();
        return 0;
    case ["loading"]:
        await LoadingBenchmark.RunAsync();
        return 0;
    default:
        Console.Error.WriteLine("Benchmarks: step (training steps against PyTorch, the default), fit (an epoch of Fit against a bare loop), generator (the source generator's time an edit) or loading (rows a second of a CSV file).");
        return 2;
}
