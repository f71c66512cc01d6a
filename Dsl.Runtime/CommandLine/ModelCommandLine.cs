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
        var root = Create([.. models]);
        var parsed = root.Parse(args);
        // System.CommandLine's own code of a wrong command line is 1, which is taken.
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                Console.Error.WriteLine(error.Message);
            Console.Error.WriteLine($"'{(parsed.CommandResult.Command is RootCommand ? "" : $"{parsed.CommandResult.Command.Name} ")}--help' shows what can be said.");
            return Misused;
        }
        try
        {
            return parsed.Invoke(Invocation);
        }
        catch (Exception error) when (Explanation.Of(error) is { } explanation)
        {
            Console.Error.WriteLine(explanation);
            return Failed;
        }
    }

    private static InvocationConfiguration Invocation => new() { EnableDefaultExceptionHandler = false, Output = Console.Out, Error = Console.Error, ProcessTerminationTimeout = null };

    private static RootCommand Create(ModelDefinition[] models)
    {
        var root = new RootCommand("Trains, tests and describes neural networks.")
        {
            ListCommand.Create(models),
            SummaryCommand.Create(models),
            DiagramCommand.Create(models),
            TrainCommand.Create(models),
            EvaluateCommand.Create(models),
            PredictCommand.Create(models),
            SearchCommand.Create(models),
        };
        return root;
    }
}
