using System.Globalization;
using NeuralDsl.Declaration;
using NeuralDsl.Shapes;
using static NeuralDsl.Generator.Tests.Properties.Attributes;

namespace NeuralDsl.Generator.Tests.Properties.Growing;

/// <summary>Grows layers that take a tensor apart and put it together: reshapes and patterns.</summary>
internal sealed class ShapeGrower(Choices choices)
{
    public AttributeDeclaration Squeeze(Shape shape)
    {
        var one = Enumerable.Range(0, shape.Rank).Where(axis => shape[axis].Constant == 1).Select(axis => (long?)axis).FirstOrDefault();
        return one is null && choices.Next(4) > 0 ? New("SiLU") : New("Squeeze", ("axis", one ?? choices.Axis(shape.Rank)));
    }

    public AttributeDeclaration Reshape(Shape shape)
    {
        var axes = shape.Axes.Select(axis => choices.OneIn(2) ? axis.ToString() : axis.Size.Text).ToList();
        if (axes.Count == 0)
            return New("Reshape", ("shape", "1"));
        var at = choices.Next(axes.Count);
        switch (choices.Next(5))
        {
            case 0 or 1 when at > 0:
                axes[at - 1] = $"({shape[at - 1].Text})*({shape[at].Text})";
                axes.RemoveAt(at);
                break;
            case 2 when shape[at].Constant is { } constant && constant % 2 == 0:
                axes[at] = "2";
                axes.Insert(at, (constant / 2).ToString(CultureInfo.InvariantCulture));
                break;
            case 3:
                axes[at] = $"({shape[at].Text})/2";
                axes.Add("2");
                break;
            default:
                axes = [.. axes.OrderBy(_ => choices.Next(int.MaxValue))];
                break;
        }
        return New("Reshape", ("shape", string.Join(" ", axes)));
    }

    public AttributeDeclaration Unflatten(Shape shape, RandomModel model)
    {
        var axis = choices.Axis(shape.Rank);
        if (axis < -shape.Rank || axis >= shape.Rank)
            return New("Unflatten", ("axis", axis), ("shape", "2 3"));
        var size = shape[(int)axis];
        var factor = choices.Size(model, 3) is var by && by is string text ? text : Convert.ToString(by, CultureInfo.InvariantCulture)!;
        return New("Unflatten", ("axis", axis), ("shape", choices.OneIn(3) ? $"A={factor} ({size.Text})/({factor})" : $"({size.Text})/({factor}) {factor}"));
    }

    /// <summary>A pattern over the axes as they are: one split at times, some dropped or repeated, the rest in another order, two joined at times.</summary>
    public AttributeDeclaration Einops(Shape shape, RandomModel model)
    {
        var left = new List<string>();
        var names = new List<string>();
        var sizes = new List<string>();
        for (var i = 0; i < shape.Rank; i++)
        {
            var name = $"{(char)('a' + i)}";
            if (shape[i].Constant == 1 && choices.OneIn(2))
            {
                left.Add("1");
            }
            else if (i > 0 && choices.OneIn(4))
            {
                left.Add($"({name} {name}2)");
                sizes.Add($"{(choices.OneIn(2) ? name : $"{name}2")}={choices.Size(model, 3)}");
                names.AddRange([name, $"{name}2"]);
            }
            else
            {
                left.Add(name);
                names.Add(name);
            }
        }
        var kind = choices.Next(3);
        var right = names.OrderBy(_ => choices.OneIn(3) ? choices.Next(int.MaxValue) : 0).ToList();
        if (kind == 1)
            right = [.. right.Where(name => name == "a" ? choices.Next(20) > 0 : choices.Next(3) > 0)];
        if (kind == 2)
        {
            right.Insert(choices.Next(right.Count + 1), "r");
            sizes.Add($"r={choices.Size(model, 3)}");
        }
        if (right.Count > 2 && choices.OneIn(3))
        {
            var at = choices.Next(1, right.Count - 1);
            right[at] = $"({right[at]} {right[at + 1]})";
            right.RemoveAt(at + 1);
        }
        if (choices.OneIn(6))
            right.Insert(choices.Next(right.Count + 1), "1");
        return New(
            kind switch { 0 => "Rearrange", 1 => "Reduce", _ => "Repeat" }, ("pattern", $"{string.Join(" ", left)} -> {string.Join(" ", right)}"),
            ("reduction", kind == 1 && choices.OneIn(2) ? new EnumMember(choices.Pick("Sum", "Max", "Min", "Mean")) : null), ("sizes", sizes.Count > 0 ? string.Join(", ", sizes) : null));
    }
}
