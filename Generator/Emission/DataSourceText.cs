using NeuralDsl.Graph;
using NeuralDsl.Operators;

namespace NeuralDsl.Emission;

/// <summary>The source that declared data become: the run time's class of the attribute's name, with the same arguments.</summary>
internal static class DataSourceText
{
    private const string Dsl = "global::NeuralDsl.";

    public static string Of(GraphData data, string batch)
    {
        var parameters = data.Declaration.Arguments.Where(argument => char.IsLower(argument.Name[0])).Select(argument => CSharp.Literal(argument.Value, Dsl));
        var properties = data.Declaration.Arguments.Where(argument => char.IsUpper(argument.Name[0])).Select(argument => $"{argument.Name} = {CSharp.Literal(argument.Value, Dsl)}").ToArray();
        var initializer = properties.Length == 0 ? "" : $" {{ {string.Join(", ", properties)} }}";
        return $"new {Dsl}{data.Kind}Source<{batch}>({string.Join(", ", parameters)}){initializer}";
    }
}
