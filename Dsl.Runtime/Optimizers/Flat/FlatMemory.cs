using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>What an optimizer over <see cref="FlatParameters"/> remembers, parameter by parameter: the same, and under the same names, as if it stepped each by itself.</summary>
internal static class FlatMemory
{
    /// <summary>The memory as tensors by name, for the caller to dispose: <c>0/exp_avg</c> is of the first parameter.</summary>
    public static IEnumerable<(string Name, Tensor Value)> Read(FlatOptimizer optimizer)
    {
        var names = Names(optimizer);
        foreach (var single in optimizer.Singles)
        {
            foreach (var field in optimizer.MemoryOf(single))
            {
                if (field.Read() is { } value)
                    yield return (names[single] + field.Name, value);
            }
        }
        foreach (var segment in optimizer.Segments)
        {
            foreach (var field in optimizer.MemoryOf(segment))
            {
                using var value = field.Read();
                if (value is null)
                    continue;
                foreach (var slot in segment.Slots)
                    yield return (names[slot.Parameter] + field.Name, value.dim() == 0 ? value.alias() : segment.PartOf(value, slot));
            }
        }
    }

    /// <summary>Replaces the memory. A segment whose parameters do not have the same count of steps, as after one was frozen for a while, is parted.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="read">Gives a tensor by its name, which is taken over; null where there is none.</param>
    public static void Write(FlatOptimizer optimizer, Func<string, Tensor?> read)
    {
        var names = Names(optimizer);
        foreach (var single in optimizer.Singles)
        {
            foreach (var field in optimizer.MemoryOf(single))
                field.Write(read(names[single] + field.Name));
        }
        foreach (var whole in optimizer.Segments.ToArray())
        {
            var fields = optimizer.MemoryOf(whole).Select(field => field.Name).ToArray();
            var memories = whole.Slots.ToDictionary(slot => slot, slot => new SlotMemory([.. fields.Select(field => read(names[slot.Parameter] + field))]));
            foreach (var part in optimizer.Part(whole, slot => memories[slot].Kind))
            {
                foreach (var (field, i) in optimizer.MemoryOf(part).Select((field, i) => (field, i)))
                    field.Write(SlotMemory.Join(part, slot => memories[slot].Values[i]));
            }
            foreach (var (slot, memory) in memories)
            {
                if (memory.IsUsed)
                    slot.Learn();
                memory.Dispose();
            }
        }
    }

    private static Dictionary<Parameter, string> Names(FlatOptimizer optimizer)
    {
        var names = new Dictionary<Parameter, string>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < optimizer.Parameters.Count; i++)
            names.TryAdd(optimizer.Parameters[i], $"{i}/");
        return names;
    }
}
