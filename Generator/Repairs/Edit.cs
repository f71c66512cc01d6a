using System.Globalization;
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
/// <param name="Type">The enum of a member.</param>
internal sealed record SetArgument(int Attribute, string Argument, object Value, string Type = "") : Edit(Attribute)
{
    /// <summary>The value as C#.</summary>
    public string Text => Value switch
    {
        string text => CSharp.Text(text),
        bool flag => CSharp.Flag(flag),
        EnumMember member => $"{Type}.{member.Name}",
        _ => Convert.ToString(Value, CultureInfo.InvariantCulture)!,
    };

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

/// <summary>Takes an attribute away.</summary>
internal sealed record RemoveAttribute(int Attribute) : Edit(Attribute)
{
    protected override void Change(List<AttributeDeclaration> attributes) => attributes.RemoveAt(Attribute);
}

/// <summary>Puts an attribute before another one.</summary>
/// <param name="Attribute">Index of the attribute that comes after it.</param>
/// <param name="Name">The new attribute's name.</param>
/// <param name="Arguments">Its arguments, which are numbers.</param>
internal sealed record InsertAttribute(int Attribute, string Name, EquatableArray<ArgumentDeclaration> Arguments) : Edit(Attribute)
{
    public string Text => Arguments.Count == 0 ? Name : $"{Name}({string.Join(", ", Arguments.Select(argument => argument.Value))})";

    protected override void Change(List<AttributeDeclaration> attributes) => attributes.Insert(Attribute, new(Name, attributes[Attribute].Part, Arguments));
}

/// <summary>Makes another attribute of one, with the same arguments.</summary>
internal sealed record RenameAttribute(int Attribute, string Name) : Edit(Attribute)
{
    protected override void Change(List<AttributeDeclaration> attributes) => attributes[Attribute] = attributes[Attribute] with { Name = Name };
}
