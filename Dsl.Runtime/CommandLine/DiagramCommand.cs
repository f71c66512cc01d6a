using System.CommandLine;

namespace NeuralDsl;

/// <summary><c>diagram MODEL</c>: the graph as a drawing.</summary>
internal static class DiagramCommand
{
    public static Command Create(ModelDefinition[] models)
    {
        var model = ModelArgument.Create(models);
        var output = new Option<string?>("--output", "-o") { Description = "The file, .svg or .mmd; without it, Mermaid text is printed.", HelpName = "FILE" };
        output.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var file }] && Path.GetExtension(file) is not (".svg" or ".mmd"))
                result.AddError($"--output takes a file that ends in .svg or .mmd, not '{file}'.");
        });
        var command = new Command("diagram", "Draws a model's graph, as Mermaid text or as SVG.") { model, output };
        command.SetAction(parsed =>
        {
            var architecture = parsed.GetRequiredValue(model).Architecture;
            if (parsed.GetValue(output) is { } file)
                File.WriteAllText(file, Path.GetExtension(file) == ".svg" ? architecture.ToSvg() : architecture.ToMermaid());
            else
                parsed.InvocationConfiguration.Output.WriteLine(architecture.ToMermaid());
        });
        return command;
    }
}
