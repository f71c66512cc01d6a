using NeuralDsl.Collections;

namespace NeuralDsl.Declaration;

/// <summary>One argument that the user wrote, by the name of its constructor parameter or property.</summary>
/// <param name="Name">The parameter's or property's name, in the attribute's own spelling.</param>
/// <param name="Value">A long, double, bool or string, an enum member's name as <see cref="EnumMember"/>, or null.</param>
internal sealed record ArgumentDeclaration(string Name, object? Value);

/// <summary>An enum value by name, so that the compiler needs no copy of the enum.</summary>
internal sealed record EnumMember(string Name);

/// <summary>One attribute of the language as written.</summary>
/// <param name="Name">The attribute's class without <c>Attribute</c>: <c>Linear</c>.</param>
/// <param name="Part">Index of the class declaration that it stands on; a class may have several.</param>
/// <param name="Arguments">The arguments that the user wrote, in order.</param>
internal sealed record AttributeDeclaration(string Name, int Part, EquatableArray<ArgumentDeclaration> Arguments);
