using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>What an optimizer is to remember of one parameter: numbers such as the count of its steps, tensors, and null for what is not there yet.</summary>
internal sealed class SlotMemory(Tensor?[] values) : IDisposable
{
    public IReadOnlyList<Tensor?> Values => values;

    /// <summary>Which values are there, and the numbers among them: what neighbours must have in common to be stepped as one.</summary>
    public string Kind { get; } = string.Join(' ', values.Select(value => value is null ? "none" : value.dim() > 0 ? "tensor" : Number(value).ToString("R", CultureInfo.InvariantCulture)));

    /// <summary>Whether the parameter had a gradient.</summary>
    public bool IsUsed { get; } = values.FirstOrDefault() is { } first && (first.dim() > 0 || Number(first) > 0);

    /// <summary>One value of all parameters of a segment; the caller disposes it.</summary>
    public static Tensor? Join(FlatSegment segment, Func<FlatSlot, Tensor?> valueOf)
    {
        var first = valueOf(segment.Slots[0]);
        if (first is null || first.dim() == 0)
            return first?.alias();
        using var withoutGradients = no_grad();
        var whole = zeros(segment.numel(), first.dtype, first.device);
        foreach (var slot in segment.Slots)
        {
            using var part = segment.PartOf(whole, slot);
            part.copy_(valueOf(slot)!);
        }
        return whole;
    }

    public void Dispose()
    {
        foreach (var value in values)
            value?.Dispose();
    }

    private static double Number(Tensor value)
    {
        using var wide = value.to(ScalarType.Float64);
        return wide.ToDouble();
    }
}
