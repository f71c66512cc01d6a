using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            /// <summary>Sequences of different lengths, padded to the longest or packed without padding.</summary>
            public static partial class rnn
            {
                /// <summary>Packs padded sequences for a recurrent layer.</summary>
                /// <param name="input">[T, N, ...], or [N, T, ...] if <paramref name="batch_first"/>.</param>
                /// <param name="lengths">The length of each sequence.</param>
                /// <param name="batch_first">Whether the batch is the first dimension.</param>
                /// <param name="enforce_sorted">The sequences have to be sorted, longest first; otherwise they are sorted here.</param>
                public static PackedSequence pack_padded_sequence(
                    Tensor input, Tensor lengths, bool batch_first = false, bool enforce_sorted = true)
                {
                    ArgumentNullException.ThrowIfNull(input);
                    ArgumentNullException.ThrowIfNull(lengths);
                    using var scope = NewDisposeScope();
                    var counts = lengths.to(ScalarType.Int64).cpu();
                    // libtorch would pack fewer elements than it counts.
                    var steps = input.size(batch_first ? 1 : 0);
                    if (counts.numel() > 0 && counts.max().item<long>() is var longest && longest > steps)
                        throw new ArgumentException($"A sequence of {longest} elements does not fit into {steps}.", nameof(lengths));
                    Tensor? sorted = null, unsorted = null;
                    if (!enforce_sorted)
                    {
                        (counts, var order) = counts.sort(0, descending: true);
                        sorted = order.to(input.device);
                        unsorted = sorted.argsort();
                        input = input.index_select(batch_first ? 0 : 1, sorted);
                    }
                    var (data, sizes) = Operators._pack_padded_sequence.CallForTwo(input, counts, batch_first);
                    return new PackedSequence(data, sizes, sorted, unsorted).MoveToOuterDisposeScope();
                }

                /// <summary>The padded sequences of a pack, in the order in which they were packed, and their lengths.</summary>
                /// <param name="sequence">The pack.</param>
                /// <param name="batch_first">Whether the batch is to be the first dimension.</param>
                /// <param name="padding_value">What is written behind the ends.</param>
                /// <param name="total_length">The length to pad to, the longest if not given.</param>
                public static (Tensor, Tensor) pad_packed_sequence(
                    PackedSequence sequence, bool batch_first = false, double padding_value = 0.0, long? total_length = null)
                {
                    ArgumentNullException.ThrowIfNull(sequence);
                    using var scope = NewDisposeScope();
                    var longest = sequence.batch_sizes.numel();
                    if (total_length < longest)
                        throw new ArgumentException(
                            $"total_length ({total_length}) is less than the longest sequence of the pack ({longest}).", nameof(total_length));
                    var (padded, lengths) = Operators._pad_packed_sequence.CallForTwo(
                        sequence.data, sequence.batch_sizes, batch_first, padding_value, total_length ?? longest);
                    if (sequence.unsorted_indices is { } order)
                    {
                        padded = padded.index_select(batch_first ? 0 : 1, order);
                        lengths = lengths.index_select(0, order.cpu());
                    }
                    return scope.MoveToOuter(padded, lengths);
                }

                /// <summary>Sequences of [L, ...] as one tensor of [T, N, ...], or [N, T, ...] if <paramref name="batch_first"/>.</summary>
                public static Tensor pad_sequence(IEnumerable<Tensor> sequences, bool batch_first = false, double padding_value = 0.0) =>
                    Operators.pad_sequence.Call(sequences.ToArray(), batch_first, padding_value);

                /// <summary>Packs sequences of [L, ...].</summary>
                public static PackedSequence pack_sequence(IEnumerable<Tensor> sequences, bool enforce_sorted = true)
                {
                    var all = sequences.ToArray();
                    using var scope = NewDisposeScope();
                    return pack_padded_sequence(pad_sequence(all), tensor(all.Select(one => one.size(0)).ToArray()), false, enforce_sorted)
                        .MoveToOuterDisposeScope();
                }
            }
        }
    }
}
