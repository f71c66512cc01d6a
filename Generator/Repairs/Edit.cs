using NeuralDsl.Collections;
using NeuralDsl.Declaration;
using NeuralDsl.Operators;

namespace NeuralDsl.Repairs;

/// <summary>One change to a declaration, which the checker tries on the data and an editor makes in the source.</summary>
/// <param name="Attribute">Index of the attribute that it changes.</param>
internal abstract record Edit(int Attribute)
{
    /// <summary>The declaration after the change.</summary>
    public ModelDeclaration Apply(ModelDeclaration declaration)
    {
        var attributes = declaration.Attributes.ToList();
        Change(attributes);
        return declaration with { Attributes = attributes.ToEquatableArray() };
    }

    protected abstract void Change(List<AttributeDeclaration> attributes);
}

/// <summary>Gives an argument another value, or adds it.</summary>
/// <param name="Attribute">Index of the attribute.</param>
/// <param name="Argument">The parameter's or property's name.</param>
/// <param name="Value">A long, a bool, a string or an enum's member.</param>
internal sealed record SetArgument(int Attribute, string Argument, object Value) : Edit(Attribute)
{
    /// <summary>The value as C#.</summary>
    public string Text => CSharp.Literal(Value);

    protected override void Change(List<AttributeDeclaration> attributes)
    {
        var before = attributes[Attribute];
        var value = new ArgumentDeclaration(Argument, Value);
        var arguments = before.Arguments.Any(argument => argument.Name == Argument)
            ? before.Arguments.Select(argument => argument.Name == Argument ? value : argument)
            : before.Arguments.Append(value);
        attributes[Attribute] = before with { Arguments = arguments.ToEquatableArray() };
    }
}

/// <summary>Takes an argument away.</summary>
internal sealed record RemoveArgument(int Attribute, string Argument) : Edit(Attribute)
{
    protected override void Change(List<AttributeDeclaration> attributes) =>
        attributes[Attribute] = attributes[Attribute] with { Arguments = attributes[Attribute].Arguments.Where(argument => argument.Name != Argument).ToEquatableArray() };
}

/// <summary>Takes one of the arguments away that are one list.</summary>
/// <param name="Attribute">Index of the attribute.</param>
/// <param name="Argument">The parameter's name.</param>
/// <param name="Element">Which of them.</param>
internal sealed record RemoveElement(int Attribute, string Argument, int Element) : Edit(Attribute)
{
    protected override void Change(List<AttributeDeclaration> attributes)
    {
        var before = attributes[Attribute];
        attributes[Attribute] = before with
        {
            Arguments = before.Arguments.Select(argument => argument.Name == Argument && argument.Value is EquatableArray<EnumMember> members
                ? argument with { Value = members.Where((_, i) => i != Element).ToEquatableArray() } : argument).ToEquatableArray(),
        };
    }
}

/// <summary>Takes an attribute away.</summary>
internal sealed record RemoveAttribute(int Attribute) : Edit(Attribute)
{
    protected override void Change(List<AttributeDeclaration> attributes) => attributes.RemoveAt(Attribute);
}

/// <summary>Puts a new attribute beside another one.</summary>
/// <param name="Attribute">Index of the other attribute.</param>
/// <param name="Name">The new attribute's name.</param>
/// <param name="Arguments">Its arguments: parameters, which begin with a small letter, before properties.</param>
/// <param name="IsAfter">Whether it comes after the other one; else before.</param>
internal sealed record InsertAttribute(int Attribute, string Name, EquatableArray<ArgumentDeclaration> Arguments, bool IsAfter = false) : Edit(Attribute)
{
    public string Text => Arguments.Count == 0 ? Name : $"{Name}({string.Join(", ", Arguments.Select(TextOf))})";

    protected override void Change(List<AttributeDeclaration> attributes) =>
        attributes.Insert(Attribute + (IsAfter ? 1 : 0), new(Name, attributes[Attribute].Part, Arguments));

    private static string TextOf(ArgumentDeclaration argument) =>
        (char.IsUpper(argument.Name[0]) ? $"{argument.Name} = " : "") + CSharp.Literal(argument.Value);
}

/// <summary>Puts an attribute before an earlier one.</summary>
/// <param name="Attribute">Index of the attribute.</param>
/// <param name="Before">Index of the one that it comes before.</param>
internal sealed record MoveAttribute(int Attribute, int Before) : Edit(Attribute)
{
    protected override void Change(List<AttributeDeclaration> attributes)
    {
        var moved = attributes[Attribute];
        attributes.RemoveAt(Attribute);
        attributes.Insert(Before, moved);
    }
}

/// <summary>Makes another attribute of one, with the same arguments.</summary>
internal sealed record RenameAttribute(int Attribute, string Name) : Edit(Attribute)
{
    protected override void Change(List<AttributeDeclaration> attributes) => attributes[Attribute] = attributes[Attribute] with { Name = Name };
}
