using System.CommandLine;

namespace NeuralDsl;

/// <summary>The argument that names a model: its class name, in which case and dashes do not matter.</summary>
internal static class ModelArgument
{
    public static Argument<ModelDefinition> Create(ModelDefinition[] models)
    {
        var argument = new Argument<ModelDefinition>("MODEL")
        {
            Description = $"One of {string.Join(", ", models.Select(model => model.Name))}.",
            CustomParser = result =>
            {
                var name = result.Tokens.Single().Value;
                var model = Array.Find(models, model => Key(model.Name) == Key(name));
                if (model is null)
                {
                    var nearest = Spelling.Nearest(name, models.Select(model => model.Name)) ?? models.FirstOrDefault(model => Key(model.Name).StartsWith(Key(name), StringComparison.Ordinal))?.Name;
                    result.AddError($"There is no model '{name}'{(nearest is null ? "; 'list' shows them all." : $"; did you mean '{nearest}'?")}");
                }
                return model;
            },
        };
        argument.CompletionSources.Add([.. models.Select(model => model.Name)]);
        return argument;
    }

    private static string Key(string name) => name.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
}
