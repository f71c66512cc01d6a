using System.CommandLine;

namespace NeuralDsl;

/// <summary>
/// The command line of a program that holds models: <c>list</c>, <c>summary</c>, <c>train</c>, <c>evaluate</c>, <c>predict</c>, <c>search</c> and
/// <c>diagram</c>, with <c>--help</c> for each, and completion for shells that have <c>dotnet-suggest</c>.
/// </summary>
/// <example><code>return ModelCommandLine.Run(args, DigitsCnn.Definition, SimpleNN.Definition);</code></example>
public static class ModelCommandLine
{
    /// <summary>The exit code of a command that did what it was asked.</summary>
    public const int Done = 0;

    /// <summary>The exit code where data, weights or the training itself are at fault.</summary>
    public const int Failed = 1;

    /// <summary>The exit code where the command line is at fault.</summary>
    public const int Misused = 2;

    /// <summary>The exit code of a training that Ctrl-C ended, as shells have it.</summary>
    public const int Interrupted = 130;

    /// <summary>Runs a command.</summary>
    /// <param name="args">The arguments of the program.</param>
    /// <param name="models">The models, as their <c>Definition</c>.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string[] args, params ReadOnlySpan<ModelDefinition> models)
    {
        ArgumentNullException.ThrowIfNull(args);
        return Run(args, [.. models], Console.Out, Console.Error);
    }

    internal static int Run(string[] args, ModelDefinition[] models, TextWriter output, TextWriter error)
    {
        var parsed = Create(models).Parse(args);
        // System.CommandLine's own code of a wrong command line is 1, which is taken.
        if (parsed.Errors.Count > 0)
            return Misuse(parsed.Errors.Select(fault => fault.Message));
        try
        {
            return parsed.Invoke(new() { EnableDefaultExceptionHandler = false, Output = output, Error = error, ProcessTerminationTimeout = null });
        }
        catch (UsageException fault)
        {
            return Misuse([fault.Message]);
        }
        catch (Exception fault) when (Explanation.Of(fault) is { } explanation)
        {
            error.WriteLine(explanation);
            return Failed;
        }

        int Misuse(IEnumerable<string> messages)
        {
            foreach (var message in messages)
                error.WriteLine(message);
            error.WriteLine($"'{(parsed.CommandResult.Command is RootCommand ? "" : $"{parsed.CommandResult.Command.Name} ")}--help' shows what can be said.");
            return Misused;
        }
    }

    private static RootCommand Create(ModelDefinition[] models) => new("Trains, tests and describes neural networks.")
    {
        ListCommand.Create(models),
        SummaryCommand.Create(models),
        DiagramCommand.Create(models),
        TrainCommand.Create(models),
        EvaluateCommand.Create(models),
        PredictCommand.Create(models),
        SearchCommand.Create(models),
    };
}
