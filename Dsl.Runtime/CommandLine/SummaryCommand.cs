using System.CommandLine;
using System.Globalization;

namespace NeuralDsl;

/// <summary><c>summary MODEL</c>: the layers with what they make and cost.</summary>
internal static class SummaryCommand
{
    public static Command Create(ModelDefinition[] models)
    {
        var model = ModelArgument.Create(models);
        var sizes = NumbersOption.Create("--size", "The size of a symbol or a hyper-parameter, such as N=32; may be repeated.");
        var command = new Command("summary", "Shows a model's layers with what they make and cost.") { model, sizes };
        command.SetAction(parsed =>
        {
            var given = parsed.GetValue(sizes) ?? new();
            var summary = new ModelSummary(parsed.GetRequiredValue(model).Architecture, [.. given.Names.Select(name => (name, (long?)Size(name, given[name]!.Value)))]);
            parsed.InvocationConfiguration.Output.WriteLine(summary);
        });
        return command;
    }

    private static long Size(string name, double value) => HyperValues.IsWhole(value)
        ? (long)value
        : throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"--size takes whole numbers, not {name}={value}."));
}
