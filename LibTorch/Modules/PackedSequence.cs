namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            public static partial class rnn
            {
                /// <summary>Sequences of different lengths without padding: the first elements of all, longest sequence first, then the second ones.</summary>
                public sealed class PackedSequence : IDisposable
                {
                    /// <summary>[sum of the lengths, ...].</summary>
                    public readonly Tensor data;

                    /// <summary>How many sequences are at least so long; on the CPU.</summary>
                    public readonly Tensor batch_sizes;

                    /// <summary>Where each sequence of the pack was, or null: they were sorted.</summary>
                    public readonly Tensor sorted_indices;

                    /// <summary>Where each sequence went, or null: they were sorted.</summary>
                    public readonly Tensor unsorted_indices;

                    internal PackedSequence(Tensor data, Tensor batch_sizes, Tensor? sorted_indices, Tensor? unsorted_indices)
                    {
                        this.data = data;
                        this.batch_sizes = batch_sizes;
                        this.sorted_indices = sorted_indices!;
                        this.unsorted_indices = unsorted_indices!;
                    }

                    private IEnumerable<Tensor> Tensors => new[] { data, batch_sizes, sorted_indices, unsorted_indices }.OfType<Tensor>();

                    public void Dispose()
                    {
                        foreach (var tensor in Tensors)
                            tensor.Dispose();
                    }

                    public PackedSequence MoveToOuterDisposeScope() => Each(tensor => tensor.MoveToOuterDisposeScope());

                    public PackedSequence DetachFromDisposeScope() => Each(tensor => tensor.DetachFromDisposeScope());

                    public PackedSequence MoveToOtherDisposeScope(PackedSequence other)
                    {
                        ArgumentNullException.ThrowIfNull(other);
                        return Each(tensor => tensor.MoveToOtherDisposeScope(other.data));
                    }

                    public PackedSequence MoveToOtherDisposeScope(DisposeScope other) => Each(tensor => tensor.MoveToOtherDisposeScope(other));

                    /// <summary>The same places with other elements.</summary>
                    internal PackedSequence With(Tensor elements) =>
                        new(elements, batch_sizes.alias(), sorted_indices?.alias(), unsorted_indices?.alias());

                    /// <summary>States in the order of the sequences that were packed, in the order of the pack.</summary>
                    internal Tensor Sorted(Tensor state) => sorted_indices is null ? state : state.index_select(1, sorted_indices);

                    /// <summary>The inverse.</summary>
                    internal Tensor Unsorted(Tensor state) => unsorted_indices is null ? state : state.index_select(1, unsorted_indices);

                    private PackedSequence Each(Action<Tensor> action)
                    {
                        foreach (var tensor in Tensors)
                            action(tensor);
                        return this;
                    }
                }
            }
        }
    }
}
