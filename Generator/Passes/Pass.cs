using NeuralDsl.Emission;

namespace NeuralDsl.Passes;

/// <summary>
/// A forward and a backward pass as a list of statements over tensors, each of which is made once. What memory is used again, and where it is given back,
/// is decided when the list is complete (<see cref="PassPlan"/>).
/// </summary>
internal sealed class Pass(LocalNames names)
{
    private readonly List<Statement> statements = [];

    /// <summary>The branch that is being written.</summary>
    private Pass? branch;

    // A tensor is not changed as long as somebody reads it, so the same expression is the same tensor.
    private readonly Dictionary<string, Local> known = [];

    public IReadOnlyList<Statement> Statements => statements;

    /// <summary>What the backward pass leaves to its caller.</summary>
    public List<Local> Results { get; } = [];

    /// <summary>The number of statements of the forward pass; those after it are the backward pass's.</summary>
    public int ForwardCount { get; private set; } = int.MaxValue;

    /// <summary>Whether the forward pass has ended.</summary>
    public bool IsBackward => ForwardCount <= statements.Count || branch?.IsBackward == true;

    /// <summary>A name that nothing else in the method has.</summary>
    public string Name(string wanted) => names.Unique(wanted);

    /// <summary>The passes of a part that runs in some cases only.</summary>
    public Pass BeginBranch() => branch = new(names);

    /// <summary>Ends the branch.</summary>
    public void EndBranch() => branch = null;

    /// <summary>Ends the forward pass.</summary>
    public void BeginBackward() => ForwardCount = statements.Count;

    /// <summary>The new tensor of an expression without side effects.</summary>
    /// <param name="wanted">The name of its variable.</param>
    /// <param name="shape">Its shape as comments show it.</param>
    /// <param name="expression">What makes it.</param>
    /// <param name="inPlace">Ways to make it in the memory of a tensor of the same shape and dtype that nothing reads afterwards.</param>
    public Local Let(string wanted, string? shape, Code expression, params (Local Operand, Code Expression)[] inPlace) =>
        Known(expression, () => Local.Own(Name(wanted), shape), inPlace);

    /// <summary>A view of a tensor's memory, where it may have been copied too.</summary>
    /// <inheritdoc cref="Let"/>
    public Local View(Local of, string wanted, string? shape, Code expression, params (Local Operand, Code Expression)[] inPlace) =>
        Known(expression, () => Local.View(of, Name(wanted), shape), inPlace);

    /// <summary>A view with more elements than the memory has, which nothing may be written into.</summary>
    public Local Expand(Local of, string wanted, string? shape, Code expression) => Known(expression, () => Local.Expanded(of, Name(wanted), shape), []);

    /// <summary>The tensor of an expression that is another each time, such as one that draws random numbers.</summary>
    public Local Draw(string wanted, string? shape, Code expression, bool isNullable = false) =>
        Add(Local.Own(Name(wanted), shape, isNullable), expression, []);

    /// <summary>The new tensor of an expression that does more than to make it.</summary>
    public Local LetWithEffect(string wanted, string? shape, Code expression) => Add(Local.Own(Name(wanted), shape), expression, [], hasEffect: true);

    /// <summary>A view that is another each time, such as one that autograd is to watch.</summary>
    public Local ViewAnew(Local of, string wanted, string? shape, Code expression) => Add(Local.View(of, Name(wanted), shape), expression, []);

    /// <summary>Several new tensors of an expression that gives a tuple and may do more.</summary>
    public void LetAll(IReadOnlyList<Local> results, Code expression) => Write(results, [$"var ({string.Join(", ", results)}) = {expression};"], hasEffect: true);

    /// <summary>A statement that is there for its effect, such as an addition to a parameter's gradient.</summary>
    public void Do(Code call) => Write([], [$"{call};"], hasEffect: true);

    /// <summary>Lines as they are, which make the results.</summary>
    public void Write(IReadOnlyList<Local> results, IReadOnlyList<Code> lines, bool hasEffect = false) => statements.Add(new(results, lines) { HasEffect = hasEffect });

    private Local Known(Code expression, Func<Local> make, IReadOnlyList<(Local, Code)> inPlace)
    {
        var text = expression.ToString();
        if (!known.TryGetValue(text, out var local))
            known.Add(text, local = Add(make(), expression, inPlace));
        return local;
    }

    private Local Add(Local result, Code expression, IReadOnlyList<(Local, Code)> inPlace, bool hasEffect = false)
    {
        statements.Add(new([result], [expression]) { IsExpression = true, InPlace = inPlace, HasEffect = hasEffect });
        return result;
    }
}
