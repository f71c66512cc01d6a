using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>Neighbours in a buffer as one parameter, a vector: what an optimizer steps in their place.</summary>
internal sealed class FlatSegment : Parameter
{
    private readonly Tensor gradient;

    /// <param name="flat">What the parameters are of.</param>
    /// <param name="slots">The parameters, which lie one after the other in one buffer.</param>
    public FlatSegment(FlatParameters flat, IReadOnlyList<FlatSlot> slots) : base(Share(slots[0].Buffer.Values, slots))
    {
        (Flat, Slots) = (flat, slots);
        gradient = Share(slots[0].Buffer.Gradients, slots);
    }

    public FlatParameters Flat { get; }

    public IReadOnlyList<FlatSlot> Slots { get; }

    /// <summary>Gives it the gradients of its parameters, or none where none of them has one.</summary>
    /// <returns>False where some have a gradient in the buffer and others have not.</returns>
    public bool TryAttach()
    {
        var isPresent = Slots[0].IsPresent;
        foreach (var slot in Slots)
        {
            if (slot.IsPresent != isPresent || slot.IsSparse)
                return false;
        }
        grad = isPresent ? gradient : null;
        return true;
    }

    /// <summary>Zeroes the gradients of its parameters.</summary>
    public void ZeroGradients()
    {
        gradient.zero_();
        foreach (var slot in Slots)
            slot.Reset();
    }

    /// <summary>What of a vector of its length belongs to one of its parameters, in that one's shape; the caller disposes it.</summary>
    public Tensor PartOf(Tensor whole, FlatSlot slot)
    {
        using var part = whole.narrow(0, slot.Begin - Slots[0].Begin, slot.Length);
        return part.view(slot.Shape);
    }

    /// <summary>What of a vector of its length belongs to some of its parameters; the caller disposes it.</summary>
    public Tensor PartOf(Tensor whole, IReadOnlyList<FlatSlot> slots) => whole.narrow(0, slots[0].Begin - Slots[0].Begin, LengthOf(slots));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            gradient.Dispose();
        base.Dispose(disposing);
    }

    private static long LengthOf(IReadOnlyList<FlatSlot> slots) => slots[^1].Begin + slots[^1].Length - slots[0].Begin;

    private static Tensor Share(Tensor buffer, IReadOnlyList<FlatSlot> slots) => FlatBuffer.Share(buffer, slots[0].Begin, [LengthOf(slots)]);
}
