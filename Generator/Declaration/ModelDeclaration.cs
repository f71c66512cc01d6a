using NeuralDsl.Collections;

namespace NeuralDsl.Declaration;

/// <summary>
/// A model class as written: plain values, no Roslyn objects and no positions, so that it stays equal while the text around it is
/// edited. Faults point into it by index, and the analyzer finds the place in the source.
/// </summary>
/// <param name="Type">The class.</param>
/// <param name="Attributes">The attributes of the language, in source order.</param>
/// <param name="MemberNames">Names of the members that the user's own parts declare.</param>
/// <param name="Project">The project that the class is compiled in.</param>
internal sealed record ModelDeclaration(
    TypeDeclaration Type,
    EquatableArray<AttributeDeclaration> Attributes,
    EquatableArray<string> MemberNames,
    ProjectDeclaration Project);

/// <summary>What generated code needs of the project around it.</summary>
/// <param name="ReferencesTorchSharp">Whether an assembly with <c>TorchSharp.torch</c> is referenced.</param>
/// <param name="OldLanguage">The version of C# where it is older than generated code needs; null where it is not.</param>
internal sealed record ProjectDeclaration(bool ReferencesTorchSharp, string? OldLanguage);

/// <summary>What the generator must know of the class itself.</summary>
/// <param name="Namespace">The namespace; empty for the global one.</param>
/// <param name="ContainingTypes">Outermost first; empty for a class that is not nested.</param>
/// <param name="Name">The class's name.</param>
/// <param name="IsPartial">Whether every declaration says <c>partial</c>.</param>
/// <param name="IsStatic">Whether it is static.</param>
/// <param name="IsGeneric">Whether it, or a type around it, has type parameters.</param>
/// <param name="IsRecord">Whether it is a record.</param>
/// <param name="BaseType">The base class that the user wrote, or null.</param>
/// <param name="Summary">What its documentation says that it is for; empty where it has none.</param>
internal sealed record TypeDeclaration(
    string Namespace,
    EquatableArray<ContainingType> ContainingTypes,
    string Name,
    bool IsPartial,
    bool IsStatic,
    bool IsGeneric,
    bool IsRecord,
    string? BaseType,
    string Summary = "")
{
    /// <summary>Namespace, containing types and name, with dots.</summary>
    public string FullName => string.Join(".", new[] { Namespace }
        .Concat(ContainingTypes.Select(type => type.Name))
        .Append(Name)
        .Where(part => part.Length > 0));
}

/// <summary>A type around a nested model.</summary>
/// <param name="Keyword">As it is declared: <c>class</c>, <c>struct</c>, <c>record</c>, <c>record struct</c>, <c>interface</c>.</param>
/// <param name="Name">The type's name.</param>
/// <param name="IsPartial">Whether it says <c>partial</c>.</param>
internal sealed record ContainingType(string Keyword, string Name, bool IsPartial);
