namespace NeuralDsl.Shapes;

/// <summary>What must hold between two sizes.</summary>
internal enum Relation
{
    Equal,
    AtLeast,
    DividedBy,
}

/// <summary>Something that is true for some values of the symbols only, and is checked when they are known.</summary>
/// <param name="Left">One size.</param>
/// <param name="Relation">How it must stand to the other.</param>
/// <param name="Right">The other size.</param>
/// <param name="Reason">What needs it, as in messages.</param>
internal sealed record Condition(Dim Left, Relation Relation, Dim Right, string Reason)
{
    /// <summary>The condition as one would write it: <c>T == S</c>, <c>d % heads == 0</c>.</summary>
    public string Text => Write(Left.Text, Right.Text);

    /// <summary>The symbols in it, each once.</summary>
    public IEnumerable<string> Symbols => Left.Symbols.Concat(Right.Symbols).Distinct();

    /// <summary>The condition with its sizes written by someone else.</summary>
    public string Write(string left, string right) => Relation switch
    {
        Relation.Equal => $"{left} == {right}",
        Relation.AtLeast => $"{left} >= {right}",
        _ => $"{left} % {right} == 0",
    };
}
