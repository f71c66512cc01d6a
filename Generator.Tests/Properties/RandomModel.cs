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

    /// <summary>The models that it has as blocks, each once, those inside of others before them.</summary>
    public IEnumerable<(string Name, RandomModel Model)> Blocks => Attributes
        .Select(attribute => attribute.TypeArgument)
        .OfType<TypeArgumentDeclaration>()
        .SelectMany(type => new RandomModel(type.Model!.Attributes) is var block ? block.Blocks.Append((type.Name, block)) : [])
        .DistinctBy(block => block.Name);

    /// <summary>The place after hyper-parameters, inputs and parameters, where layers begin.</summary>
    public int FirstLayer => Attributes.TakeWhile(attribute => attribute.Name is "Model" or "Hyper" or "Input" or "Parameter").Count();

    public bool HasHyper(string name) => Hypers.Any(hyper => hyper.Text("name") == name);

    public ModelDeclaration Declare(string name = "Net") =>
        new(new("", [], name, IsPartial: true, IsStatic: false, IsGeneric: false, IsRecord: false, BaseType: null), Attributes, [], new(ReferencesTorchSharp: true, OldLanguage: null));

    public RandomModel Insert(int index, AttributeDeclaration attribute) =>
        new([.. Attributes.Take(index), attribute, .. Attributes.Skip(index)]);

    public RandomModel Append(AttributeDeclaration attribute) => Insert(Attributes.Count, attribute);

    public RandomModel Without(int index) => new([.. Attributes.Take(index), .. Attributes.Skip(index + 1)]);

    public RandomModel Replace(int index, AttributeDeclaration attribute) => Without(index).Insert(index, attribute);

    /// <summary>The model with every attribute rewritten, blocks' too.</summary>
    public RandomModel Rewrite(Func<AttributeDeclaration, AttributeDeclaration> rewrite) =>
        new(RewriteBlocks((_, block) => block.Rewrite(rewrite)).Attributes.Select(rewrite).ToEquatableArray());

    /// <summary>The model with another one in the place of a block, wherever the block stands.</summary>
    public RandomModel ReplaceBlock(string name, RandomModel other) => RewriteBlocks((block, model) => block == name ? other : model.ReplaceBlock(name, other));

    private RandomModel RewriteBlocks(Func<string, RandomModel, RandomModel> rewrite) => new(Attributes.Select(attribute => attribute.TypeArgument is { Model: { } model } type
        ? attribute with { TypeArgument = type with { Model = rewrite(type.Name, new(model.Attributes)).Declare(type.Name) } }
        : attribute).ToEquatableArray());

    /// <summary>The declaration and its blocks' as a user writes them.</summary>
    public string ToCSharp(string name = "Net") => string.Join("\n", Blocks.Append((Name: name, Model: this)).Select(block => block.Model.WriteClass(block.Name)));

    /// <summary>The declaration as a user writes it.</summary>
    public string WriteClass(string name) => string.Concat(Attributes.Select(attribute => $"[{Write(attribute)}]\n")) + $"public partial class {name};\n";

    private static string Write(AttributeDeclaration attribute)
    {
        var name = attribute.TypeArgument is { } type ? $"{attribute.Name}<{type.Name}>" : attribute.Name;
        return attribute.Arguments.Count == 0 ? name : $"{name}({string.Join(", ", attribute.Arguments.OrderBy(argument => char.IsUpper(argument.Name[0])).Select(Write))})";
    }

    private static string Write(ArgumentDeclaration argument) => argument.Value is EquatableArray<long> list
        ? string.Join(", ", list)
        : $"{argument.Name}{(char.IsUpper(argument.Name[0]) ? " =" : ":")} {Literal(argument)}";

    private static string Literal(ArgumentDeclaration argument) => argument.Value switch
    {
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        EnumMember member => $"{argument.Name switch { "dtype" => "DType", "Init" => "Init", _ => "Reduction" }}.{member.Name}",
        double number => number.ToString("0.0###", CultureInfo.InvariantCulture),
        var value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}

/// <summary>Attributes and their arguments by name.</summary>
internal static class Attributes
{
    public static AttributeDeclaration New(string name, params (string Name, object? Value)[] arguments) =>
        new(name, 0, arguments.Where(argument => argument.Value is not null).Select(argument => new ArgumentDeclaration(argument.Name, argument.Value)).ToEquatableArray());

    /// <summary>A block of a model.</summary>
    public static AttributeDeclaration NewBlock(string name, RandomModel model, params (string Name, object? Value)[] arguments) =>
        New("Block", arguments) with { TypeArgument = new($"global::{name}", name, model.Declare(name), ContainsItself: false) };

    public static object? Get(this AttributeDeclaration attribute, string name) => attribute.Arguments.FirstOrDefault(argument => argument.Name == name)?.Value;

    public static string? Text(this AttributeDeclaration attribute, string name) => attribute.Get(name) as string;

    public static AttributeDeclaration Set(this AttributeDeclaration attribute, string name, object value) => attribute with
    {
        Arguments = [.. attribute.Arguments.Where(argument => argument.Name != name), new ArgumentDeclaration(name, value)],
    };

    /// <summary>The attribute with an argument more, unless there is no value.</summary>
    public static AttributeDeclaration Add(this AttributeDeclaration attribute, string name, object? value) => value is null ? attribute : attribute.Set(name, value);

    public static AttributeDeclaration Drop(this AttributeDeclaration attribute, string name) =>
        attribute with { Arguments = [.. attribute.Arguments.Where(argument => argument.Name != name)] };

    public static AttributeDeclaration Replace(this AttributeDeclaration attribute, int index, object value) => attribute with
    {
        Arguments = attribute.Arguments.Select((argument, i) => i == index ? argument with { Value = value } : argument).ToEquatableArray(),
    };
}
