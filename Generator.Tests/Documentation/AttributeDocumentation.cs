using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace NeuralDsl.Generator.Tests.Documentation;

/// <summary>What the XML documentation says of an attribute of the language.</summary>
internal sealed partial class AttributeDocumentation
{
    private static readonly Dictionary<string, XElement> Members = XDocument.Load(Path.ChangeExtension(typeof(ModelAttribute).Assembly.Location, ".xml"))
        .Descendants("member").ToDictionary(member => member.Attribute("name")!.Value);

    /// <summary>The properties that every layer, loss or optimizer has; the page explains them once.</summary>
    private static readonly HashSet<Type> SharedBases = [typeof(ModelElementAttribute), typeof(LayerAttribute), typeof(LossAttribute), typeof(OptimizerAttribute)];

    private readonly Type type;
    private readonly XElement? member;

    public AttributeDocumentation(Type type)
    {
        this.type = type;
        member = Members.GetValueOrDefault($"T:{type.FullName}");
    }

    /// <summary>The attributes that a model's elements are, by name.</summary>
    public static IEnumerable<AttributeDocumentation> All => typeof(ModelAttribute).Assembly.GetExportedTypes()
        .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(ModelElementAttribute)))
        .OrderBy(type => type.Name, StringComparer.OrdinalIgnoreCase)
        .Select(type => new AttributeDocumentation(type));

    /// <summary>The attribute as one writes it, without arguments.</summary>
    public string Name => type.Name.Split('`')[0][..^nameof(Attribute).Length];

    /// <summary>The attribute with its positional arguments.</summary>
    public string Signature
    {
        get
        {
            var generic = type.IsGenericType ? $"<{string.Join(", ", type.GetGenericArguments().Select(argument => argument.Name))}>" : "";
            var parameters = Parameters.Select(parameter => parameter.HasDefaultValue ? $"{parameter.Name} = {Literal(parameter.DefaultValue)}"
                : parameter.GetCustomAttribute<ParamArrayAttribute>() is null ? parameter.Name : $"{parameter.Name}, …");
            return $"{Name}{generic}{(Parameters.Length == 0 ? "" : $"({string.Join(", ", parameters)})")}";
        }
    }

    public string Summary => Text(member?.Element("summary"));

    /// <summary>Shape, parameters and source, a paragraph each.</summary>
    public IReadOnlyList<string> Remarks => [.. member?.Element("remarks")?.Elements("para").Select(Text) ?? []];

    /// <summary>Attributes that make a small model with it; empty where there are none.</summary>
    public string Example => string.Join("\n", (member?.Element("example")?.Element("code")?.Value.Trim() ?? "").Split('\n').Select(line => line.Trim()));

    /// <summary>Its own arguments, positional ones first, with what each means.</summary>
    public IEnumerable<(string Name, string Meaning)> Arguments
    {
        get
        {
            foreach (var parameter in Parameters)
                yield return (parameter.Name!, ParameterText(parameter.Name!));
            var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.SetMethod is { IsPublic: true } && !SharedBases.Contains(property.DeclaringType!));
            foreach (var property in properties)
                yield return (property.Name, Text(Members.GetValueOrDefault($"P:{property.DeclaringType!.FullName}.{property.Name}")?.Element("summary")));
        }
    }

    private ParameterInfo[] Parameters => type.GetConstructors().Select(constructor => constructor.GetParameters()).MaxBy(parameters => parameters.Length) ?? [];

    private string ParameterText(string name) => Text(Members.Values
        .Where(candidate => candidate == member || candidate.Attribute("name")!.Value.StartsWith($"M:{type.FullName}.#ctor", StringComparison.Ordinal))
        .SelectMany(candidate => candidate.Elements("param"))
        .FirstOrDefault(parameter => parameter.Attribute("name")!.Value == name));

    /// <summary>Documentation as Markdown on one line.</summary>
    private static string Text(XElement? element) => element is null ? "" : Blanks().Replace(string.Concat(element.Nodes().Select(node => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement { Name.LocalName: "see" } see => $"`{(see.Attribute("langword") ?? see.Attribute("cref"))!.Value.Split('.', ':')[^1]}`",
        XElement { Name.LocalName: "paramref" or "typeparamref" } reference => $"`{reference.Attribute("name")!.Value}`",
        XElement other => other.Value,
        _ => "",
    })), " ").Trim();

    private static string Literal(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        Enum member => $"{member.GetType().Name}.{member}",
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
