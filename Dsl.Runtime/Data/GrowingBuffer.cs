namespace NeuralDsl;

/// <summary>Numbers whose count is not known beforehand, made a tensor without another copy on the way.</summary>
internal sealed class GrowingBuffer<T> where T : unmanaged
{
    private T[] items = [];
    private int count;

    /// <summary>What was added.</summary>
    public Memory<T> Content => items.AsMemory(0, count);

    public void Add(T item)
    {
        if (count == items.Length)
            Array.Resize(ref items, (int)Math.Clamp(2L * count, 1024, Array.MaxLength));
        items[count++] = item;
    }
}
