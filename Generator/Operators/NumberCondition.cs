namespace NeuralDsl.Operators;

/// <summary>A range that a hyper-parameter must be in: its default is, and the constructor checks other values.</summary>
/// <param name="Hyper">The hyper-parameter's name.</param>
/// <param name="Range">The range.</param>
/// <param name="Reason">What needs it, as in messages.</param>
internal sealed record NumberCondition(string Hyper, NumberRange Range, string Reason)
{
    /// <summary>The condition as one would write it: <c>dropout &gt;= 0 &amp;&amp; dropout &lt;= 1</c>.</summary>
    public string Text => Range.Compare(Hyper);
}
