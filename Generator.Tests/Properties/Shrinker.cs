namespace NeuralDsl.Generator.Tests.Properties;

/// <summary>Makes a model that fails smaller while it still does.</summary>
internal static class Shrinker
{
    public static (RandomModel Model, string Message) Shrink(RandomModel model, int seed, string message)
    {
        for (var isSmaller = true; isSmaller;)
        {
            isSmaller = false;
            foreach (var candidate in Smaller(model))
            {
                if (Fails(candidate, seed) is not { } smaller || KindOf(smaller) != KindOf(message))
                    continue;
                (model, message, isSmaller) = (candidate, smaller, true);
                break;
            }
        }
        return (model, message);
    }

    public static string? Fails(RandomModel model, int seed)
    {
        try
        {
            Judge.Compare(model, seed);
            return null;
        }
        catch (DisagreementException error)
        {
            return error.Message;
        }
    }

    /// <summary>How a message begins says what kind of disagreement it is.</summary>
    private static string KindOf(string message) => message[..Math.Min(18, message.Length)];

    private static IEnumerable<RandomModel> Smaller(RandomModel model)
    {
        foreach (var (name, block) in model.Blocks)
        {
            foreach (var smaller in Smaller(block))
                yield return model.ReplaceBlock(name, smaller);
        }
        for (var index = model.Attributes.Count - 1; index > 0; index--)
            yield return model.Without(index);
        for (var index = 1; index < model.Attributes.Count; index++)
        {
            var attribute = model.Attributes[index];
            foreach (var argument in attribute.Arguments.Where(argument => char.IsUpper(argument.Name[0]) || argument.Name == "dtype"))
                yield return model.Replace(index, attribute with { Arguments = [.. attribute.Arguments.Where(other => other != argument)] });
        }
    }
}
