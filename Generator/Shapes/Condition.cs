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
    /// <summary>The condition in lowest terms, where that keeps its meaning: 3*d % 3*heads is d % heads, and 12*N == 96 is N == 8.</summary>
    public static Condition Create(Dim left, Relation relation, Dim right, string reason)
    {
        if (relation != Relation.AtLeast)
            (left, right) = Dim.Cancel(left, right);
        if (relation == Relation.Equal && left.Constant is not null)
            (left, right) = (right, left);
        return new(left, relation, right, reason);
    }

    /// <summary>The condition as one would write it: <c>T == S</c>, <c>d % heads == 0</c>.</summary>
    public string Text => Relation switch
    {
        Relation.Equal => $"{Left} == {Right}",
        Relation.AtLeast => $"{Left} >= {Right}",
        _ => $"{Factor(Left.Text, Left)} % {Factor(Right.Text, Right)} == 0",
    };

    /// <summary>The symbols in it, each once.</summary>
    public IEnumerable<string> Symbols => Left.Symbols.Concat(Right.Symbols).Distinct();

    /// <summary>The condition's opposite, with its sizes written by someone else.</summary>
    public string WriteOpposite(Func<Dim, string> write) => Relation switch
    {
        Relation.Equal => $"{write(Left)} != {write(Right)}",
        Relation.AtLeast => $"{write(Left)} < {write(Right)}",
        _ => $"{Factor(write(Left), Left)} % {Factor(write(Right), Right)} != 0",
    };

    /// <summary>An operand of %, in parentheses unless it is one name or number.</summary>
    private static string Factor(string text, Dim size) => size.SymbolName is null && size.Constant is null ? $"({text})" : text;
}
