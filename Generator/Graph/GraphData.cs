using NeuralDsl.Collections;
using NeuralDsl.Data;
using NeuralDsl.Declaration;
using NeuralDsl.Operators;

namespace NeuralDsl.Graph;

/// <summary>Declared data.</summary>
/// <param name="Declaration">The attribute as written, whose arguments are those of the run time's source of the same name.</param>
/// <param name="Attribute">Its index.</param>
internal sealed record GraphData(AttributeDeclaration Declaration, int Attribute)
{
    private static readonly Dictionary<string, string> PathArguments = new() { ["Csv"] = "path", ["Idx"] = "images", ["Images"] = "folder", ["Text"] = "path" };

    /// <summary>The attribute's name: <c>Csv</c>, <c>Idx</c>, <c>Images</c> or <c>Text</c>.</summary>
    public string Kind => Declaration.Name;

    /// <summary>The argument that names the file or folder.</summary>
    public string PathArgument => PathArguments[Kind];

    /// <summary>The file or folder.</summary>
    public string Path => Text(PathArgument) ?? "";

    /// <summary>Whether classes become one-hot rows; null for what the target takes.</summary>
    public bool? OneHot => (Value("Labels") as EnumMember)?.Name switch { "Index" => false, "OneHot" => true, _ => null };

    /// <summary>The names of the classes where they are declared.</summary>
    public IReadOnlyList<string> Classes => Text("Classes") is { } classes ? [.. ColumnPattern.Parse(classes).Select(name => name.Text)] : [];

    /// <summary>What separates the columns of its file, where that is a table; null where it is none.</summary>
    public char? Separator => Kind == "Csv" ? Value("Separator") as char? ?? ',' : Kind == "Text" && Path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? ',' : null;

    /// <summary>Whether an attribute declares data.</summary>
    public static bool IsKind(string attribute) => PathArguments.ContainsKey(attribute);

    /// <summary>The text of an argument; null where it is not written.</summary>
    public string? Text(string argument) => Value(argument) as string;

    /// <summary>A whole number; 0 where it is not written.</summary>
    public long Integer(string argument) => Value(argument) as long? ?? 0;

    /// <summary>The data, or null after a fault of an argument.</summary>
    public static GraphData? Read(AttributeDeclaration attribute, int index, ArgumentReader arguments)
    {
        var data = new GraphData(attribute, index);
        foreach (var path in attribute.Arguments.Where(argument => argument.Value is "" && (char.IsLower(argument.Name[0]) || argument.Name is "Test" or "TestLabels")))
            arguments.Refuse(path.Name, "the name of a file or folder", "empty");
        arguments.Number("Holdout", 0.2, Share);
        var scale = arguments.Number("Scale", 1, NumberRange.Any);
        if (scale.Value == 0)
            arguments.Refuse("Scale", "a number other than 0", "0");
        if (arguments.Has("Holdout") && arguments.Has("Test"))
            arguments.Refuse("Holdout", "left out: Test names the rows to test on", CSharp.Literal(data.Value("Holdout")));
        foreach (var count in new[] { "NumWords", "Length" })
            arguments.Integer(count, 0, minimum: 0);
        if (data.Kind == "Idx" && arguments.Has("Test") != arguments.Has("TestLabels"))
            arguments.Refuse(arguments.Has("Test") ? "Test" : "TestLabels", "given together with the other of Test and TestLabels", "alone");
        foreach (var other in new[] { "Features", "Target" }.Where(other => arguments.Has("Columns") && arguments.Has(other)))
            arguments.Refuse(other, "left out: Columns names the columns of every field", CSharp.Literal(data.Value(other)));
        return arguments.HasFaults ? null : data;
    }

    private static NumberRange Share { get; } = new(0, 1, IsMinimumExcluded: true, IsMaximumExcluded: true);

    private object? Value(string argument) => Declaration.Arguments.FirstOrDefault(candidate => candidate.Name == argument)?.Value;
}
