using System.CommandLine;
using System.Globalization;

namespace NeuralDsl;

/// <summary><c>list</c>: a line for each model.</summary>
internal static class ListCommand
{
    public static Command Create(ModelDefinition[] models)
    {
        var command = new Command("list", "Lists the models.");
        command.SetAction(parsed =>
        {
            var names = models.Select(model => model.Name.Length).DefaultIfEmpty().Max();
            var counts = models.Select(model => Count(model).Length).DefaultIfEmpty().Max();
            foreach (var model in models)
                parsed.InvocationConfiguration.Output.WriteLine($"{model.Name.PadRight(names)}  {Count(model).PadLeft(counts)} parameters  {model.Summary}".TrimEnd());
        });
        return command;
    }

    private static string Count(ModelDefinition model) => model.Architecture.ParameterCount.ToString("N0", CultureInfo.InvariantCulture);
}
