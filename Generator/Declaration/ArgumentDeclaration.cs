using NeuralDsl.Collections;

namespace NeuralDsl.Declaration;

/// <summary>One argument that the user wrote, by the name of its constructor parameter or property.</summary>
/// <param name="Name">The parameter's or property's name, in the attribute's own spelling.</param>
/// <param name="Value">A long, double, bool, char or string, an enum member as <see cref="EnumMember"/>, a list of one of these, or null.</param>
internal sealed record ArgumentDeclaration(string Name, object? Value);

/// <summary>An enum value by name, so that the compiler needs no copy of the enum.</summary>
/// <param name="Name">The member's name; empty for a number that is none.</param>
/// <param name="Type">The enum's name.</param>
internal sealed record EnumMember(string Name, string Type = "");

/// <summary>One attribute of the language as written.</summary>
/// <param name="Name">The attribute's class without <c>Attribute</c>: <c>Linear</c>.</param>
/// <param name="Part">Index of the class declaration that it stands on; a class may have several.</param>
/// <param name="Arguments">The arguments that the user wrote, in order.</param>
/// <param name="TypeArgument">The type that it names, as a block does, or null.</param>
internal sealed record AttributeDeclaration(
    string Name, int Part, EquatableArray<ArgumentDeclaration> Arguments, TypeArgumentDeclaration? TypeArgument = null);

/// <summary>The type that an attribute such as <c>Block&lt;T&gt;</c> names.</summary>
/// <param name="FullName">The type as C# writes it anywhere: <c>global::My.DecoderBlock</c>.</param>
/// <param name="Name">The type's own name.</param>
/// <param name="Model">What the type declares where it is a model; null where it is none, and where it contains itself.</param>
/// <param name="ContainsItself">Whether the type is the model that is being read, or one around it.</param>
/// <param name="IsPublic">Whether other assemblies see the type.</param>
internal sealed record TypeArgumentDeclaration(string FullName, string Name, ModelDeclaration? Model, bool ContainsItself, bool IsPublic = true);
