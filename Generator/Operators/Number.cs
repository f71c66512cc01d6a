namespace NeuralDsl.Operators;

/// <summary>A number in emitted code: a literal, or a hyper-parameter by its name.</summary>
/// <param name="Value">The number; of a hyper-parameter, its default.</param>
/// <param name="Hyper">The hyper-parameter's name; null for a literal.</param>
internal sealed record Number(double Value, string? Hyper = null)
{
    /// <summary>The number where it is the same in every model; null for a hyper-parameter.</summary>
    public double? Literal => Hyper is null ? Value : null;

    /// <summary>The C#, where a hyper-parameter is a member of the class or a parameter of its constructor.</summary>
    public string Text => Hyper is null ? CSharp.Number(Value) : CSharp.Identifier(Hyper);

    /// <summary>The C#, also where a parameter of the method may have the hyper-parameter's name.</summary>
    public string Member => Hyper is null ? Text : $"this.{Text}";

    /// <summary>The number as a named argument; nothing where it is the engine's own default.</summary>
    public IEnumerable<string> Named(string parameter, double omitted) => Literal == omitted ? [] : [$"{parameter}: {Text}"];

    /// <summary>The same in a method whose parameters may have the hyper-parameter's name.</summary>
    public IEnumerable<string> NamedMember(string parameter, double omitted) => Literal == omitted ? [] : [$"{parameter}: {Member}"];
}
