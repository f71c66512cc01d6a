using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>Takes parameters out of training when a model is there already, such as an encoder that was trained before.</summary>
public static class Freezing
{
    /// <summary>
    /// Takes the parameters that match out of training: they get no gradient, and no optimizer changes them. For each training, <c>[Freeze]</c> declares it.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="patterns">Patterns of state-dict names separated by commas, in which a star stands for any characters: <c>encoder.*, *.bias</c>.</param>
    /// <exception cref="ArgumentException">A pattern matches no parameter; then nothing has changed.</exception>
    public static void Freeze(this nn.Module model, string patterns)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentException.ThrowIfNullOrWhiteSpace(patterns);
        var names = model.named_parameters().Select(parameter => parameter.name).ToArray();
        if (NamePattern.Split(patterns).FirstOrDefault(pattern => !names.Any(name => NamePattern.Matches(pattern, name))) is { } useless)
            throw new ArgumentException($"No parameter of {model.GetName()} matches '{useless}'; there are {string.Join(", ", names.Take(6))}{(names.Length > 6 ? ", …" : "")}.");
        ParameterSelection.Freeze(model, patterns);
    }
}
