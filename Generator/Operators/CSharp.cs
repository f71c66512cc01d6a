using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using NeuralDsl.Collections;
using NeuralDsl.Declaration;

namespace NeuralDsl.Operators;

/// <summary>Text of the C# that operators become.</summary>
internal static class CSharp
{
    public const string Functional = "global::TorchSharp.torch.nn.functional";

    public const string ParameterGradient = "global::NeuralDsl.ParameterGradient";

    public const string Kernels = "global::NeuralDsl.Kernels";

    /// <summary>A literal that reads back to the same number in every culture.</summary>
    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Flag(bool value) => value ? "true" : "false";

    /// <summary>A flag as a named argument; nothing where it is the engine's own default.</summary>
    public static IEnumerable<string> Named(string parameter, bool value, bool omitted) => value == omitted ? [] : [$"{parameter}: {Flag(value)}"];

    /// <summary>A number as TorchSharp's Scalar, which an argument that may be a tensor too does not become by itself.</summary>
    public static string Scalar(string number) => $"(global::TorchSharp.Scalar){(number.StartsWith("-", StringComparison.Ordinal) ? $"({number})" : number)}";

    /// <summary>A name as an identifier: keywords get an <c>@</c>.</summary>
    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? $"@{name}" : name;

    /// <summary>The name with its first letter in upper case, as a property of a batch has it.</summary>
    public static string Pascal(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name.Substring(1);

    /// <summary>The value of an attribute's argument: a number, a flag, a character, a text, an enum's member, or a list of these, without brackets.</summary>
    /// <param name="value">The value.</param>
    /// <param name="qualifier">What stands before the name of an enum.</param>
    public static string Literal(object? value, string qualifier = "") => value switch
    {
        null => "null",
        string text => Text(text),
        bool flag => Flag(flag),
        char character => SymbolDisplay.FormatLiteral(character, quote: true),
        double number => Number(number),
        EnumMember member => $"{qualifier}{member.Type}.{member.Name}",
        EquatableArray<long> numbers => string.Join(", ", numbers.Select(Number)),
        EquatableArray<double> numbers => string.Join(", ", numbers.Select(Number)),
        EquatableArray<EnumMember> members => string.Join(", ", members.Select(member => Literal(member, qualifier))),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    public static string Text(string value) => SymbolDisplay.FormatLiteral(value, quote: true);
}
