using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>What an optimizer remembers between two steps, as tensors by name: <c>0/exp_avg</c> is of its first parameter.</summary>
internal static class OptimizerMemory
{
    /// <summary>Whether it can be read: L-BFGS keeps its own inside the engine.</summary>
    public static bool IsReadable(optim.Optimizer optimizer) => optimizer is OptimizerHelper;

    /// <summary>The memory, for the caller to dispose.</summary>
    public static IEnumerable<(string Name, Tensor Value)> Read(OptimizerHelper optimizer) => optimizer is IFlatOptimizer { Flat: var flat } ? FlatMemory.Read(flat) :
        from field in Fields(optimizer)
        let value = field.Field.Read()
        where value is not null
        select (field.Name, value);

    /// <summary>Replaces the memory.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="read">Gives a tensor by its name, which is taken over; null where there is none.</param>
    public static void Write(OptimizerHelper optimizer, Func<string, Tensor?> read)
    {
        if (optimizer is IFlatOptimizer { Flat: var flat })
        {
            FlatMemory.Write(flat, read);
            return;
        }
        foreach (var (name, field) in Fields(optimizer))
            field.Write(read(name));
    }

    private static IEnumerable<(string Name, StateField Field)> Fields(OptimizerHelper optimizer) =>
        optimizer.state_dict().State.Zip(optimizer.parameters()).SelectMany((pair, i) => StateField.Of(pair.First, pair.Second).Select(field => ($"{i}/{field.Name}", field)));
}
