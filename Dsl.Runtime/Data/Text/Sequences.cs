using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>Makes rows of one length of sequences.</summary>
public static class Sequences
{
    /// <summary>One row for each sequence: shorter ones are filled up, longer ones cut. This is what Keras' <c>pad_sequences</c> does.</summary>
    /// <param name="sequences">The sequences, such as the ids of texts.</param>
    /// <param name="length">The length of every row, Keras' <c>maxlen</c>; 0, the default, for that of the longest sequence.</param>
    /// <param name="padding">Where short sequences are filled up. Default: before their first element.</param>
    /// <param name="truncating">Where long sequences are cut. Default: at their beginning.</param>
    /// <param name="value">What they are filled up with. Default 0.</param>
    /// <returns><c>Int64 [N,length]</c>, which the caller disposes.</returns>
    /// <exception cref="ArgumentException">There is no sequence, or all are empty and <paramref name="length"/> is 0.</exception>
    public static Tensor Pad(
        IReadOnlyCollection<long[]> sequences, int length = 0, Side padding = Side.Pre, Side truncating = Side.Pre, long value = Tokenizer.PaddingId)
    {
        ArgumentNullException.ThrowIfNull(sequences);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        if (sequences.Count == 0)
            throw new ArgumentException("There is no sequence.", nameof(sequences));
        var size = length > 0 ? length : sequences.Max(sequence => sequence.Length);
        if (size == 0)
            throw new ArgumentException("All sequences are empty: say a length.", nameof(sequences));

        var rows = new long[checked(sequences.Count * size)];
        Array.Fill(rows, value);
        var row = 0;
        foreach (var sequence in sequences)
        {
            var kept = sequence.Length <= size ? sequence : truncating == Side.Pre ? sequence.AsSpan(^size..) : sequence.AsSpan(..size);
            kept.CopyTo(rows.AsSpan((row * size) + (padding == Side.Pre ? size - kept.Length : 0)));
            row++;
        }
        return tensor(rows, [sequences.Count, size]);
    }

    /// <summary>Parts of one long sequence: what a language model learns from. What is left at the end, shorter than a row, is left out.</summary>
    /// <param name="sequence">The sequence, such as the ids of a book.</param>
    /// <param name="length">The length of every row, from 1 to that of the sequence.</param>
    /// <param name="step">By how much a row begins after the one before it, at least 1; 0, the default, for the length: then rows do not overlap.</param>
    /// <returns><c>Int64 [N,length]</c>, which the caller disposes.</returns>
    public static Tensor Windows(ReadOnlySpan<long> sequence, int length, int step = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, sequence.Length);
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        step = step == 0 ? length : step;
        var count = ((sequence.Length - length) / step) + 1;
        var rows = new long[checked(count * length)];
        for (var row = 0; row < count; row++)
            sequence.Slice(row * step, length).CopyTo(rows.AsSpan(row * length));
        return tensor(rows, [count, length]);
    }
}
