using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NeuralDsl.Collections;

namespace NeuralDsl.Declaration;

/// <summary>The only place where symbols become data: reads a class into a <see cref="ModelDeclaration"/>.</summary>
internal static class ModelReader
{
    public const string Namespace = "NeuralDsl";

    public const string ModelAttribute = "NeuralDsl.ModelAttribute";

    public const string DataAttribute = "NeuralDsl.DataAttribute`1";

    /// <summary>Generated code has collection expressions.</summary>
    private const LanguageVersion OldestLanguage = LanguageVersion.CSharp12;

    private const string ElementBase = "ModelElementAttribute";

    /// <summary>The class as written, or null where the compiler itself refuses one of the attributes and says so.</summary>
    public static ModelDeclaration? Read(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation) =>
        Read(type, ReadProject(type, compilation), [], cancellation);

    private static ModelDeclaration? Read(
        INamedTypeSymbol type, ProjectDeclaration project, ImmutableArray<INamedTypeSymbol> around, CancellationToken cancellation)
    {
        var attributes = new List<AttributeDeclaration>();
        around = around.Add(type);
        foreach (var attribute in ElementsOf(type))
        {
            cancellation.ThrowIfCancellationRequested();
            if (ReadAttribute(attribute, type, project, around, cancellation) is not { } declaration)
                return null;
            attributes.Add(declaration);
        }
        return new(ReadType(type, cancellation), attributes.ToEquatableArray(), MemberNames(type), project);
    }

    /// <summary>The attributes of the language on a class, in source order; indices of faults count these.</summary>
    public static IEnumerable<AttributeData> ElementsOf(INamedTypeSymbol type) =>
        type.GetAttributes().Where(attribute => IsElement(attribute.AttributeClass));

    /// <summary>Index of the class declaration that an attribute stands on.</summary>
    public static int PartOf(AttributeData attribute, INamedTypeSymbol type)
    {
        var reference = attribute.ApplicationSyntaxReference;
        var parts = type.DeclaringSyntaxReferences;
        for (var i = 0; reference is not null && i < parts.Length; i++)
        {
            if (parts[i].SyntaxTree == reference.SyntaxTree && parts[i].Span.Contains(reference.Span))
                return i;
        }
        return 0;
    }

    /// <summary>The syntax of the argument of that parameter or property, or null where the user did not write it.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="name">The parameter's or property's name.</param>
    /// <param name="element">Which of several arguments of a list; the first where there are not as many.</param>
    /// <param name="cancellation">Whether the answer is still wanted.</param>
    public static AttributeArgumentSyntax? FindArgument(AttributeData attribute, string name, CancellationToken cancellation, int element = 0)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is not AttributeSyntax { ArgumentList: { } list })
            return null;
        AttributeArgumentSyntax? first = null;
        var parameters = attribute.AttributeConstructor?.Parameters ?? [];
        for (var i = 0; i < list.Arguments.Count; i++)
        {
            var argument = list.Arguments[i];
            var written = (argument.NameEquals?.Name ?? argument.NameColon?.Name)?.Identifier.ValueText
                ?? (parameters.Length > 0 ? parameters[Math.Min(i, parameters.Length - 1)].Name : null);
            if (written != name)
                continue;
            first ??= argument;
            if (element-- == 0)
                return argument;
        }
        return first;
    }

    private static bool IsElement(INamedTypeSymbol? attribute)
    {
        for (var type = attribute?.BaseType; type is not null; type = type.BaseType)
        {
            if (type.Name == ElementBase && type.ContainingNamespace is { Name: Namespace, ContainingNamespace.IsGlobalNamespace: true })
                return true;
        }
        return false;
    }

    private static AttributeDeclaration? ReadAttribute(
        AttributeData attribute, INamedTypeSymbol type, ProjectDeclaration project, ImmutableArray<INamedTypeSymbol> around, CancellationToken cancellation)
    {
        if (attribute.AttributeConstructor is not { } constructor)
            return null;
        var arguments = new List<ArgumentDeclaration>();
        for (var i = 0; i < constructor.Parameters.Length; i++)
        {
            var name = constructor.Parameters[i].Name;
            // A class of another assembly has no syntax; there a default is as good as an argument.
            if (attribute.ApplicationSyntaxReference is not null && FindArgument(attribute, name, cancellation) is null)
                continue;
            if (attribute.ConstructorArguments[i].Kind == TypedConstantKind.Error)
                return null;
            arguments.Add(new(name, ReadValue(attribute.ConstructorArguments[i])));
        }
        foreach (var named in attribute.NamedArguments)
        {
            if (named.Value.Kind == TypedConstantKind.Error)
                return null;
            arguments.Add(new(named.Key, ReadValue(named.Value)));
        }
        var attributeName = attribute.AttributeClass!.Name;
        return new(
            attributeName.Substring(0, attributeName.Length - nameof(Attribute).Length),
            PartOf(attribute, type),
            arguments.ToEquatableArray(),
            attribute.AttributeClass.TypeArguments.FirstOrDefault() is INamedTypeSymbol argument ? ReadTypeArgument(argument, project, around, cancellation) : null);
    }

    private static TypeArgumentDeclaration ReadTypeArgument(
        INamedTypeSymbol type, ProjectDeclaration project, ImmutableArray<INamedTypeSymbol> around, CancellationToken cancellation)
    {
        var containsItself = around.Contains(type, SymbolEqualityComparer.Default);
        var isModel = ElementsOf(type).Any(attribute => attribute.AttributeClass!.Name == "ModelAttribute");
        return new(
            type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
            type.Name,
            isModel && !containsItself ? Read(type, project, around, cancellation) : null,
            containsItself,
            IsPublic(type));
    }

    private static bool IsPublic(INamedTypeSymbol type) => type.DeclaredAccessibility == Accessibility.Public && (type.ContainingType is not { } outer || IsPublic(outer));

    private static object? ReadValue(TypedConstant constant) => constant switch
    {
        { Kind: TypedConstantKind.Enum, Type: INamedTypeSymbol type } => ReadMember(constant, type),
        { Kind: TypedConstantKind.Primitive, Value: sbyte or byte or short or ushort or int or uint } => Convert.ToInt64(constant.Value, CultureInfo.InvariantCulture),
        { Kind: TypedConstantKind.Primitive, Value: float value } => (double)value,
        { Kind: TypedConstantKind.Primitive } => constant.Value,
        { Kind: TypedConstantKind.Array, Type: IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Double }, IsNull: false } =>
            constant.Values.Select(value => value.Value is double item ? item : 0).ToEquatableArray(),
        { Kind: TypedConstantKind.Array, IsNull: true } => null,
        { Kind: TypedConstantKind.Array, Type: IArrayTypeSymbol { ElementType: INamedTypeSymbol { TypeKind: TypeKind.Enum } type } } =>
            constant.Values.Select(value => ReadMember(value, type)).ToEquatableArray(),
        { Kind: TypedConstantKind.Array } => constant.Values.Select(value => value.Value is int item ? item : 0L).ToEquatableArray(),
        _ => null,
    };

    private static EnumMember ReadMember(TypedConstant constant, INamedTypeSymbol type) =>
        new(type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => Equals(field.ConstantValue, constant.Value))?.Name ?? "", type.Name);

    private static ProjectDeclaration ReadProject(INamedTypeSymbol type, Compilation compilation)
    {
        // Several assemblies may have it, as an engine's and the package's; the compiler says so where that matters.
        var referencesTorchSharp = compilation.GetTypesByMetadataName("TorchSharp.torch").Any();
        var language = ((CSharpParseOptions)type.DeclaringSyntaxReferences[0].SyntaxTree.Options).LanguageVersion;
        return new(referencesTorchSharp, language < OldestLanguage ? language.ToDisplayString() : null);
    }

    private static TypeDeclaration ReadType(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var containing = new List<ContainingType>();
        var isGeneric = type.IsGenericType;
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            isGeneric |= outer.IsGenericType;
            containing.Insert(0, new(KeywordOf(outer), outer.Name, IsPartial(outer, cancellation)));
        }
        return new(
            type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(),
            containing.ToEquatableArray(),
            type.Name,
            IsPartial(type, cancellation),
            type.IsStatic,
            isGeneric,
            type.IsRecord,
            type.BaseType is { SpecialType: not SpecialType.System_Object } baseType && !IsModule(baseType) ? baseType.ToDisplayString() : null,
            DocumentedSummary.Of(type, cancellation));
    }

    /// <summary>The base that the generator itself writes, and that a user may repeat.</summary>
    private static bool IsModule(INamedTypeSymbol type) =>
        type is { Name: "Module", IsGenericType: true, ContainingType: { Name: "nn", ContainingType.Name: "torch" } };

    /// <summary>Whether a tree is this generator's own: the analyzer sees the class with its generated part, the generator without.</summary>
    private static bool IsGenerated(SyntaxTree tree) => tree.FilePath.Contains(typeof(ModelGenerator).FullName!);

    private static string KeywordOf(INamedTypeSymbol type) => (type.IsRecord, type.TypeKind) switch
    {
        (true, TypeKind.Struct) => "record struct",
        (true, _) => "record",
        (_, TypeKind.Struct) => "struct",
        (_, TypeKind.Interface) => "interface",
        _ => "class",
    };

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellation) => type.DeclaringSyntaxReferences.All(
        part => part.GetSyntax(cancellation) is TypeDeclarationSyntax syntax && syntax.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static EquatableArray<string> MemberNames(INamedTypeSymbol type) => type.GetMembers()
        .Where(member => !member.IsImplicitlyDeclared && member.CanBeReferencedByName && member.Kind != SymbolKind.NamedType
            && member.DeclaringSyntaxReferences.Any(part => !IsGenerated(part.SyntaxTree)))
        .Select(member => member.Name)
        .Distinct()
        .OrderBy(name => name, StringComparer.Ordinal)
        .ToEquatableArray();
}
