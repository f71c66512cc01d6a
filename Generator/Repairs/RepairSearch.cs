using NeuralDsl.Collections;
using NeuralDsl.Declaration;
using NeuralDsl.Diagnostics;
using NeuralDsl.Graph;

namespace NeuralDsl.Repairs;

/// <summary>
/// Finds the edits that put a fault right: candidates are made for each rule by working backwards from what was expected, and the
/// checker itself decides: only an edit whose result has fewer faults is offered.
/// </summary>
internal sealed class RepairSearch(ModelDeclaration declaration, EquatableArray<DataFile> files, CompiledModel compiled, CancellationToken cancellation)
{
    /// <summary>Layers that are checked again for one model at most, so that typing stays quick in a model of hundreds of layers.</summary>
    private const int Budget = 5000;

    /// <summary>A lightbulb with more lines is not read.</summary>
    private const int MostRepairs = 4;

    private int spent;

    /// <summary>The repairs of a fault, the most likely first.</summary>
    public IReadOnlyList<Repair> Find(Fault fault)
    {
        if (compiled.Graph is not { } graph)
            return [];
        var found = new List<Repair>();
        foreach (var alternatives in Candidates.For(fault, declaration, graph))
        {
            if (alternatives.FirstOrDefault(Helps) is { } repair)
                found.Add(repair);
            if (found.Count == MostRepairs)
                break;
        }
        return found;
    }

    private bool Helps(Repair repair)
    {
        spent += declaration.Attributes.Count;
        if (spent > Budget)
            return false;
        var result = ModelCompiler.Compile(repair.Apply(declaration), files, cancellation);
        var (before, after) = (compiled.Faults.Count(fault => fault.IsError), result.Faults.Count(fault => fault.IsError));
        if (after > before || (after == before && result.Faults.Count >= compiled.Faults.Count))
            return false;
        var removed = repair.Edits.OfType<RemoveAttribute>().Select(removal => removal.Attribute).ToArray();
        return removed.Length == 0 || Wiring.AgreesWithout(removed, compiled.Graph!, result.Graph!);
    }
}
