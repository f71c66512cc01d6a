using System.Globalization;
using NeuralDsl.Diagnostics;
using NeuralDsl.Graph;

namespace NeuralDsl.Shapes;

/// <summary>Compares a model's costs with its budget, and says which layers cost most and which batch would fit.</summary>
internal sealed class BudgetChecker(ModelGraph graph, TypedModel model, List<Fault> faults)
{
    /// <summary>How many layers a message names.</summary>
    private const int Named = 3;

    public void Check()
    {
        if (graph.Budget is not { } budget)
            return;
        Compare(budget, "Parameters", budget.Parameters, model.Costs.Parameters, "parameters", Count, layer => layer.ParameterCount, needsSizes: false);
        Compare(budget, "Macs", budget.MultiplyAccumulates, model.Costs.MultiplyAccumulates, "multiply-accumulates", Count, layer => layer.MultiplyAccumulates);
        Compare(budget, "Memory", budget.Memory, model.Costs.TrainingBytes, "for a training step", budget.Unit.Write, TrainingBytes);
    }

    private void Compare(
        Budget budget, string argument, double? limit, Dim cost, string noun, Func<double, string> write, Func<TypedLayer, Dim> share, bool needsSizes = true)
    {
        if (limit is not { } most)
            return;
        if (Evaluate(budget, cost) is not { } actual)
        {
            var unknown = graph.Hypers.WithDefaults(cost).Symbols.First(symbol => budget.Sizes.All(size => size.Symbol != symbol));
            faults.Add(new(Rules.BudgetWithoutSize, new(budget.Attribute, argument), argument, unknown));
            return;
        }
        if (actual <= most)
            return;
        var largest = model.Layers
            .Select(layer => (layer.Node.Name, Cost: Evaluate(budget, share(layer)) ?? 0))
            .Where(layer => layer.Cost > 0).OrderByDescending(layer => layer.Cost).Take(Named)
            .Select(layer => $"'{layer.Name}' {write(layer.Cost)}");
        var at = needsSizes && budget.Sizes.Count > 0 ? $" with {string.Join(", ", budget.Sizes.Select(size => $"{size.Symbol} = {size.Size}"))}" : "";
        faults.Add(new(
            Rules.BudgetExceeded, new(budget.Attribute, argument), graph.Type.Name, $"{write(actual)} {noun}{at}", write(most), string.Join(", ", largest),
            argument == "Memory" ? FittingBatch(budget, cost, most) : ""));
    }

    /// <summary>The largest batch whose training step fits, as the end of the message.</summary>
    private string FittingBatch(Budget budget, Dim cost, double most)
    {
        var batch = model.Inputs[0].Type.Shape is { Rank: > 0 } shape ? shape[0].SymbolName : null;
        if (batch is null || budget.Sizes.All(size => size.Symbol != batch))
            return "";
        bool Fits(long size) => Evaluate(budget, cost.Substitute(symbol => symbol == batch ? size : null)) <= most;
        if (!Fits(1))
            return "; not even a batch of 1 fits";
        // Invariant: fits fits, and exceeding does not.
        var (fits, exceeding) = (1L, budget.Sizes.First(size => size.Symbol == batch).Size);
        while (exceeding - fits > 1)
        {
            var middle = fits + ((exceeding - fits) / 2);
            if (Fits(middle))
                fits = middle;
            else
                exceeding = middle;
        }
        return $"; the largest batch that fits is {fits}";
    }

    /// <summary>A layer's own part: its weights, their gradients and optimizer state, and its activations.</summary>
    private Dim TrainingBytes(TypedLayer layer)
    {
        var state = graph.Groups is [{ Optimizer: { } optimizer }, ..] ? optimizer.State : 0;
        return ModelCosts.BytesOfFloats((layer.ParameterCount * (2 + state)) + layer.Buffers + layer.Activations);
    }

    /// <summary>A cost with the defaults and the budget's sizes; null where a symbol has none. Beyond 64 bits it is as large as any.</summary>
    private long? Evaluate(Budget budget, Dim cost)
    {
        try
        {
            return graph.Hypers.WithDefaults(cost).Evaluate(symbol => budget.Sizes.Where(size => size.Symbol == symbol).Select(size => (long?)size.Size).FirstOrDefault());
        }
        catch (OverflowException)
        {
            return long.MaxValue;
        }
    }

    private static string Count(double count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
