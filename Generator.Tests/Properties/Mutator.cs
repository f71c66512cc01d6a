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
            var mutant = random.Next(10) switch
            {
                0 => attribute.Name is "Input" or "Hyper" ? model : model.Without(index),
                1 when index + 1 < model.Attributes.Count && attribute.Name is not ("Input" or "Hyper") => model.Without(index).Insert(index + 1, attribute),
                2 when Families.FirstOrDefault(names => names.Contains(attribute.Name)) is { } family => model.Replace(index, attribute with { Name = family[random.Next(family.Length)] }),
                3 when attribute.Name == "Input" => model.Replace(index, attribute.Set("dtype", new EnumMember(random.Next(3) == 0 ? "Bool" : "Int64"))),
                4 when attribute.Arguments.Count > 1 && attribute.Name is not ("Input" or "Hyper") => DropArgument(model, index),
                _ when attribute.Arguments.Count > 0 => ChangeArgument(model, index),
                _ => model,
            };
            if (!mutant.Equals(model))
                return mutant;
        }
        return model;
    }

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
            { Name: "Name" or "name" or "Target" or "learningRate" or "Weight" } => null,
            { Value: long number } => random.Next(4) switch { 0 => number + 1, 1 => number - 1, 2 => number * 2, _ => (long)random.Next(-2, 6) },
            { Value: EquatableArray<long> { Count: > 1 } order } => Swapped(order),
            { Name: "shape", Value: string shape } => ChangeShape(shape),
            { Name: "values" or "value" or "From" } => ChangeNames(model),
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

    private string ChangeNames(RandomModel model)
    {
        var names = model.Inputs.Select(input => input.Text("name")!).Concat(model.Attributes.Select(attribute => attribute.Text("Name")).OfType<string>()).ToArray();
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
