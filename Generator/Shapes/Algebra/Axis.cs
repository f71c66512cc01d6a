namespace NeuralDsl.Shapes;

/// <summary>One axis of a shape: its size and, where it has one, its name.</summary>
/// <param name="Size">The size, at least 1 at run time.</param>
/// <param name="Name">The name, such as C in <c>C=3</c>; a size that is one symbol is also named by it.</param>
internal sealed record Axis(Dim Size, string? Name = null)
{
    /// <summary>Whether its name is just its size's, which compares itself.</summary>
    public bool IsSymbol => Name is not null && Name == Size.SymbolName;

    /// <summary>The axis with its size written another way; a name that was just its size's does not stay behind.</summary>
    public Axis WithSize(Dim size) => new(size, IsSymbol ? size.SymbolName : Name);

    /// <summary>The axis in the language's notation: <c>N</c>, <c>C=3</c>, <c>2*D</c>.</summary>
    public override string ToString() => Name is null || Name == Size.Text ? Size.Text : $"{Name}={Size}";
}
