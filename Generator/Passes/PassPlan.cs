namespace NeuralDsl.Passes;

/// <summary>
/// A pass as lines of C#: statements whose results nobody reads are left out, what nothing reads afterwards is overwritten where that gives the same, and
/// every tensor is disposed right after its last use.
/// </summary>
internal sealed class PassPlan
{
    private readonly Statement[] statements;
    private readonly int forwardCount;
    private readonly HashSet<Local> kept;
    private readonly bool ownsTape;
    private readonly Dictionary<Local, int> lastRead = [];

    /// <summary>The memory that tensors were written into which would have had their own.</summary>
    private readonly Dictionary<Local, Local> writtenInto = [];

    /// <summary>The tensors in a memory.</summary>
    private readonly Dictionary<Local, List<Local>> sharing = [];

    /// <summary>Variables whose handles became another's.</summary>
    private readonly HashSet<Local> passedOn = [];

    private readonly List<(string Statement, string? Comment)> forward = [];
    private readonly List<(string Statement, string? Comment)> backward = [];

    /// <param name="pass">The pass.</param>
    /// <param name="kept">What the forward pass leaves to others, who dispose it, as the results of the backward pass.</param>
    /// <param name="isApart">Whether the passes are two methods, between which a tape keeps what the second one reads.</param>
    /// <param name="ownsTape">Whether the backward pass disposes what it finds on the tape.</param>
    public PassPlan(Pass pass, IEnumerable<Local> kept, bool isApart, bool ownsTape = true)
    {
        this.kept = [.. kept, .. pass.Results];
        var needed = Needed(pass);
        statements = [.. needed.Select(at => pass.Statements[at])];
        forwardCount = needed.Count(at => at < pass.ForwardCount);
        Tape = isApart ? FindTape() : [];
        this.ownsTape = ownsTape;
        if (!ownsTape)
            this.kept.UnionWith(Tape);
        Measure();
        for (var i = 0; i < statements.Length; i++)
            Write(i, i < forwardCount ? forward : backward);
    }

    /// <summary>The lines of the forward pass.</summary>
    public IReadOnlyList<(string Statement, string? Comment)> Forward => forward;

    /// <summary>The lines of the backward pass.</summary>
    public IReadOnlyList<(string Statement, string? Comment)> Backward => backward;

    /// <summary>What goes from one method to the other, in order.</summary>
    public IReadOnlyList<Local> Tape { get; }

    /// <summary>Whether others read it, too.</summary>
    private bool IsOthers(Local local) => local.IsForeign || kept.Contains(local);

    /// <summary>The statements that have an effect, or that something needs.</summary>
    private List<int> Needed(Pass pass)
    {
        var read = new HashSet<Local>(kept);
        var needed = new List<int>();
        for (var i = pass.Statements.Count - 1; i >= 0; i--)
        {
            var statement = pass.Statements[i];
            if (!statement.HasEffect && !statement.Results.Any(read.Contains))
                continue;
            needed.Add(i);
            read.UnionWith(statement.Reads);
        }
        needed.Reverse();
        return needed;
    }

    private Local[] FindTape()
    {
        var made = statements.Take(forwardCount).SelectMany(statement => statement.Results).ToList();
        var read = statements.Skip(forwardCount).SelectMany(statement => statement.Reads).Distinct();
        return [.. read.Where(local => made.Contains(local) || (local.IsForeign && !local.IsMember)).OrderBy(local => made.IndexOf(local))];
    }

    private void Measure()
    {
        for (var i = 0; i < statements.Length; i++)
        {
            foreach (var local in statements[i].Results.Concat(statements[i].Reads))
                lastRead[local] = i;
        }
        foreach (var group in lastRead.Keys.GroupBy(local => local.Storage))
            sharing.Add(group.Key, [.. group]);
    }

    private void Write(int i, List<(string Statement, string? Comment)> lines)
    {
        var statement = statements[i];
        if (statement.IsExpression)
        {
            var result = statement.Results[0];
            lines.Add(($"var {result} = {Overwrite(statement, i) ?? statement.Lines[0]};", result.Shape));
        }
        else
        {
            // The shape stands beside the line that declares the tensor.
            var result = statement.Results.FirstOrDefault();
            bool Declares(string line) => result is not null && (line.StartsWith($"var {result} ", StringComparison.Ordinal) || line.StartsWith($"var ({result},", StringComparison.Ordinal) || line.EndsWith($"Tensor {result};", StringComparison.Ordinal));
            lines.AddRange(statement.Lines.Select(line => line.ToString()).Select(line => (line, Declares(line) ? result!.Shape : null)));
        }
        var dead = statement.Results.Concat(statement.Reads).Distinct().Where(local => lastRead[local] == i && !passedOn.Contains(local) && IsToDispose(local, i));
        lines.AddRange(dead.Select(local => ($"{local}{(local.IsNullable ? "?" : "")}.Dispose();", (string?)null)));
    }

    /// <summary>What the tape keeps is the backward method's, whoever has another handle.</summary>
    private bool IsToDispose(Local local, int i) => ownsTape && i >= forwardCount && Tape.Contains(local) || !IsOthers(local) && !(Tape.Contains(local) && i < forwardCount);

    /// <summary>The expression that writes into memory which nothing else reads from here on; null where there is none.</summary>
    private Code? Overwrite(Statement statement, int i)
    {
        var result = statement.Results[0];
        foreach (var (operand, expression) in statement.InPlace)
        {
            var storage = StorageOf(operand);
            if (operand.IsFixed || operand.IsNullable || IsOthers(storage) || expression.Reads.Count(read => StorageOf(read) == storage) > 1
                || sharing[storage].Any(local => !local.IsOf(result) && (lastRead[local] > i || IsOthers(local))))
            {
                continue;
            }
            passedOn.Add(operand);
            if (result.Storage == result)
            {
                writtenInto[result] = storage;
                sharing[storage].AddRange(sharing[result]);
            }
            return expression;
        }
        return null;
    }

    private Local StorageOf(Local local) => writtenInto.TryGetValue(local.Storage, out var storage) ? storage : local.Storage;
}
