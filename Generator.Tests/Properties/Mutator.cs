using NeuralDsl.Collections;
using NeuralDsl.Declaration;
using static NeuralDsl.Generator.Tests.Properties.Attributes;

namespace NeuralDsl.Generator.Tests.Properties;

/// <summary>Small mistakes, such as people make: another number, axes swapped, a layer left out, another kernel.</summary>
internal sealed class Mutator(Random random)
{
    private static readonly string[][] Families =
    [
        ["Conv1d", "Conv2d"], ["MaxPool1d", "MaxPool2d", "AvgPool1d", "AvgPool2d"], ["AdaptiveAvgPool1d", "AdaptiveAvgPool2d"], ["BatchNorm1d", "BatchNorm2d"],
        ["Add", "Multiply", "Concat", "Stack"], ["Rearrange", "Reduce", "Repeat"], ["Softmax", "LogSoftmax", "Unsqueeze", "Squeeze"], ["ReLU", "Last", "Flatten"],
    ];

    public RandomModel Mutate(RandomModel model)
    {
        // A few tries, since not every mistake can be made at every place.
        for (var attempt = 0; attempt < 20; attempt++)
        {
            var index = random.Next(1, model.Attributes.Count);
            var attribute = model.Attributes[index];
            var isLayer = attribute.Name is not ("Input" or "Hyper" or "Parameter");
            var mutant = random.Next(12) switch
            {
                // A mistake in a block is one in the model around it.
                < 4 when attribute.TypeArgument is { Model: { } block } type => model.ReplaceBlock(type.Name, Mutate(new RandomModel(block.Attributes))),
                0 => isLayer ? model.Without(index) : model,
                1 when index + 1 < model.Attributes.Count && isLayer => model.Without(index).Insert(index + 1, attribute),
                2 when Families.FirstOrDefault(names => names.Contains(attribute.Name)) is { } family => model.Replace(index, attribute with { Name = family[random.Next(family.Length)] }),
                3 when attribute.Name == "Input" => model.Replace(index, attribute.Set("dtype", new EnumMember(random.Next(3) == 0 ? "Bool" : "Int64"))),
                4 when attribute.Arguments.Count > 1 && isLayer => DropArgument(model, index),
                5 when isLayer && Borrowed(model, index) is { } borrowing => model.Replace(index, borrowing),
                _ when attribute.Arguments.Count > 0 => ChangeArgument(model, index),
                _ => model,
            };
            if (!mutant.Equals(model))
                return mutant;
        }
        return model;
    }

    /// <summary>The layer with another one's weights, or with a condition.</summary>
    private AttributeDeclaration? Borrowed(RandomModel model, int index)
    {
        var attribute = model.Attributes[index];
        var names = model.Attributes.Where(other => other.Name == attribute.Name && other != attribute).Select(other => other.Text("Name")).OfType<string>().ToArray();
        var hyper = model.Hypers.FirstOrDefault(hyper => hyper.Get("value") is long)?.Text("name");
        return random.Next(2) == 0 && names.Length > 0 ? attribute.Set("Share", names[random.Next(names.Length)])
            : attribute.Name == "Linear" && random.Next(2) == 0 && NamesOfValues(model) is { Length: > 0 } owners ? attribute.Set("Tie", owners[random.Next(owners.Length)])
            : hyper is not null && IsOfTheLine(attribute) ? attribute.Set("If", $"{hyper} {(random.Next(2) == 0 ? "!=" : "<")} {random.Next(1, 10)}")
            : null;
    }

    /// <summary>Whether the attribute is a layer.</summary>
    private static bool IsOfTheLine(AttributeDeclaration attribute) =>
        attribute.Name is not ("Output" or "Freeze" or "SGD" or "Adam" or "AdamW") && !attribute.Name.EndsWith("Loss", StringComparison.Ordinal);

    private RandomModel DropArgument(RandomModel model, int index)
    {
        // Only what a property's default stands in for.
        var attribute = model.Attributes[index];
        var kept = attribute.Arguments.Where(argument => !char.IsUpper(argument.Name[0]) || random.Next(2) == 0);
        return model.Replace(index, attribute with { Arguments = kept.ToEquatableArray() });
    }

    private RandomModel ChangeArgument(RandomModel model, int index)
    {
        var attribute = model.Attributes[index];
        var place = random.Next(attribute.Arguments.Count);
        var argument = attribute.Arguments[place];
        object? changed = argument switch
        {
            { Name: "Name" or "Target" or "learningRate" or "Weight" } => null,
            { Name: "name" } when attribute.Name != "Output" => null,
            { Value: long number } => random.Next(4) switch { 0 => number + 1, 1 => number - 1, 2 => number * 2, _ => (long)random.Next(-2, 6) },
            { Value: EquatableArray<long> { Count: > 1 } order } => Swapped(order),
            { Name: "shape", Value: string shape } => ChangeShape(shape),
            { Name: "values" or "value" or "From", Value: string } => ChangeNames(model),
            { Name: "Share" or "Tie" } => NamesOfValues(model) is { Length: > 0 } names ? names[random.Next(names.Length)] : null,
            { Name: "name", Value: string } when attribute.Name == "Output" => NamesOfValues(model) is { Length: > 0 } names ? names[random.Next(names.Length)] : null,
            { Name: "If", Value: string condition } => ChangeText(condition, "==", "!=", "<", ">="),
            { Name: "arguments", Value: string arguments } => ChangeText(arguments, "heads", "k", "d", ", "),
            { Name: "Only" or "Except" or "patterns", Value: string patterns } => ChangeText(patterns, "*", "v1", "bias", "weight"),
            { Name: "pattern", Value: string pattern } => ChangePattern(pattern),
            { Name: "sizes", Value: string sizes } => string.Concat(sizes.Select(c => char.IsDigit(c) && random.Next(2) == 0 ? (char)('1' + random.Next(4)) : c)),
            { Name: "reduction" } => new EnumMember("Max"),
            { Value: string size } => random.Next(3) switch { 0 => $"{size}+1", 1 => $"2*({size})", _ => $"{size}-1" },
            _ => null,
        };
        return changed is null ? model : model.Replace(index, attribute.Replace(place, changed));
    }

    private EquatableArray<long> Swapped(EquatableArray<long> order)
    {
        var items = order.ToArray();
        var at = random.Next(items.Length - 1);
        (items[at], items[at + 1]) = (items[at + 1], items[at]);
        return [.. items];
    }

    private string ChangeShape(string shape)
    {
        var axes = shape.Split(' ').ToList();
        var at = random.Next(axes.Count);
        switch (random.Next(6))
        {
            case 0 when axes.Count > 1:
                var other = random.Next(axes.Count);
                (axes[at], axes[other]) = (axes[other], axes[at]);
                break;
            case 1 when axes.Count > 1:
                axes.RemoveAt(at);
                break;
            case 2:
                axes.Insert(at, $"{random.Next(1, 4)}");
                break;
            case 3:
                axes[at] = random.Next(2) == 0 ? "T" : "S";
                break;
            default:
                axes[at] = $"{random.Next(1, 10)}";
                break;
        }
        return string.Join(" ", axes);
    }

    /// <summary>Another digit, or one of some words for another.</summary>
    private string ChangeText(string text, params string[] words)
    {
        var there = words.Where(text.Contains).ToArray();
        if (there.Length > 0 && random.Next(2) == 0)
            return text.Replace(there[random.Next(there.Length)], words[random.Next(words.Length)]);
        var digits = Enumerable.Range(0, text.Length).Where(i => char.IsDigit(text[i])).ToArray();
        if (digits.Length == 0)
            return $"{text}{words[random.Next(words.Length)]}";
        var at = digits[random.Next(digits.Length)];
        return $"{text[..at]}{random.Next(0, 10)}{text[(at + 1)..]}";
    }

    /// <summary>The names that the user gave layers.</summary>
    private static string[] NamesOfValues(RandomModel model) => [.. model.Attributes.Select(attribute => attribute.Text("Name")).OfType<string>()];

    private string ChangeNames(RandomModel model)
    {
        string[] names = [.. model.Inputs.Concat(model.Attributes.Where(attribute => attribute.Name == "Parameter")).Select(input => input.Text("name")!), .. NamesOfValues(model)];
        return string.Join(", ", Enumerable.Range(0, random.Next(1, 3)).Select(_ => names[random.Next(names.Length)]));
    }

    private string ChangePattern(string pattern)
    {
        var letters = Enumerable.Range(0, pattern.Length).Where(i => char.IsLetter(pattern[i])).ToArray();
        if (letters.Length < 2)
            return pattern + " 1";
        var (first, second) = (letters[random.Next(letters.Length)], letters[random.Next(letters.Length)]);
        var text = pattern.ToCharArray();
        (text[first], text[second]) = (text[second], text[first]);
        return new(text);
    }
}
