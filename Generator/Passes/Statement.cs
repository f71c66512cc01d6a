namespace NeuralDsl.Passes;

/// <summary>A step of a pass.</summary>
/// <param name="Results">The tensors that it makes; none for a statement that is there for its effect.</param>
/// <param name="Lines">The C#, whole lines; of a statement with <paramref name="IsExpression"/>, the expression of its only result.</param>
internal sealed record Statement(IReadOnlyList<Local> Results, IReadOnlyList<Code> Lines)
{
    /// <summary>Whether it is an expression, whose variable is declared where it is written.</summary>
    public bool IsExpression { get; init; }

    /// <summary>Ways to do the same in the memory of a tensor that nothing reads afterwards, the best first.</summary>
    public IReadOnlyList<(Local Operand, Code Expression)> InPlace { get; init; } = [];

    /// <summary>Whether it does more than to make its results.</summary>
    public bool HasEffect { get; init; }

    /// <summary>What it reads.</summary>
    public IEnumerable<Local> Reads => Lines.SelectMany(line => line.Reads);
}
