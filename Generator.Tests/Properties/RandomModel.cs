using System.Globalization;
using NeuralDsl.Collections;
using NeuralDsl.Declaration;

namespace NeuralDsl.Generator.Tests.Properties;

/// <summary>A declaration as a list of attributes, which edits change and which can be written as C#.</summary>
internal sealed record RandomModel(EquatableArray<AttributeDeclaration> Attributes)
{
    public static RandomModel Empty { get; } = new([new AttributeDeclaration("Model", 0, [])]);

    public IEnumerable<AttributeDeclaration> Inputs => Attributes.Where(attribute => attribute.Name == "Input");

    public IEnumerable<AttributeDeclaration> Hypers => Attributes.Where(attribute => attribute.Name == "Hyper");

    public ModelDeclaration Declare(string name = "Net") =>
        new(new("", [], name, IsPartial: true, IsStatic: false, IsGeneric: false, IsRecord: false, BaseType: null), Attributes, [], new(ReferencesTorchSharp: true, OldLanguage: null));

    public RandomModel Insert(int index, AttributeDeclaration attribute) =>
        new([.. Attributes.Take(index), attribute, .. Attributes.Skip(index)]);

    public RandomModel Append(AttributeDeclaration attribute) => Insert(Attributes.Count, attribute);

    public RandomModel Without(int index) => new([.. Attributes.Take(index), .. Attributes.Skip(index + 1)]);

    public RandomModel Replace(int index, AttributeDeclaration attribute) => Without(index).Insert(index, attribute);

    /// <summary>The declaration as a user writes it.</summary>
    public string ToCSharp(string name = "Net") => string.Concat(Attributes.Select(attribute => $"[{Write(attribute)}]\n")) + $"public partial class {name};\n";

    private static string Write(AttributeDeclaration attribute) =>
        attribute.Arguments.Count == 0 ? attribute.Name : $"{attribute.Name}({string.Join(", ", attribute.Arguments.OrderBy(argument => char.IsUpper(argument.Name[0])).Select(Write))})";

    private static string Write(ArgumentDeclaration argument) => argument.Value is EquatableArray<long> list
        ? string.Join(", ", list)
        : $"{argument.Name}{(char.IsUpper(argument.Name[0]) ? " =" : ":")} {Literal(argument)}";

    private static string Literal(ArgumentDeclaration argument) => argument.Value switch
    {
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        EnumMember member => $"{(argument.Name == "dtype" ? "DType" : "Reduction")}.{member.Name}",
        double number => number.ToString("0.0###", CultureInfo.InvariantCulture),
        var value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}

/// <summary>Attributes and their arguments by name.</summary>
internal static class Attributes
{
    public static AttributeDeclaration New(string name, params (string Name, object? Value)[] arguments) =>
        new(name, 0, arguments.Where(argument => argument.Value is not null).Select(argument => new ArgumentDeclaration(argument.Name, argument.Value)).ToEquatableArray());

    public static object? Get(this AttributeDeclaration attribute, string name) => attribute.Arguments.FirstOrDefault(argument => argument.Name == name)?.Value;

    public static string? Text(this AttributeDeclaration attribute, string name) => attribute.Get(name) as string;

    public static AttributeDeclaration Set(this AttributeDeclaration attribute, string name, object value) => attribute with
    {
        Arguments = [.. attribute.Arguments.Where(argument => argument.Name != name), new ArgumentDeclaration(name, value)],
    };

    public static AttributeDeclaration Replace(this AttributeDeclaration attribute, int index, object value) => attribute with
    {
        Arguments = attribute.Arguments.Select((argument, i) => i == index ? argument with { Value = value } : argument).ToEquatableArray(),
    };
}
