namespace TorchSharp;

public static partial class torch
{
    /// <summary>One position of an indexing expression: a number, a range, a mask or tensor of numbers, a new axis, or "...".</summary>
    public struct TensorIndex
    {
        internal enum Kind
        {
            None,
            Null,
            Ellipsis,
            Bool,
            Single,
            Slice,
            Tensor,
        }

        public static TensorIndex Ellipsis = new(Kind.Ellipsis);

        /// <summary>A new axis of size one.</summary>
        public static TensorIndex None = new(Kind.None);

        public static TensorIndex Null = new(Kind.Null);

        /// <summary>The whole axis.</summary>
        public static TensorIndex Colon = Slice();

        internal readonly Kind kind;
        internal readonly long? start;
        internal readonly long? stop;
        internal readonly long? step;
        internal readonly Tensor? tensor;

        private TensorIndex(Kind kind, long? start = null, long? stop = null, long? step = null, Tensor? tensor = null)
        {
            this.kind = kind;
            this.start = start;
            this.stop = stop;
            this.step = step;
            this.tensor = tensor;
        }

        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) => new(Kind.Slice, start, stop, step);

        public static TensorIndex Slice((int?, int?) range) => Slice(range.Item1, range.Item2);

        public static TensorIndex Slice(
            Range range) => new(Kind.Slice, From(range.Start), range.End.Equals(Index.End) ? null : From(range.End));

        public static TensorIndex Bool(bool value) => new(Kind.Bool, value ? 1 : 0);

        public static TensorIndex Single(long? index) => index is null ? None : new(Kind.Single, index);

        public static TensorIndex Tensor(Tensor tensor)
        {
            ArgumentNullException.ThrowIfNull(tensor);
            return new(Kind.Tensor, tensor: tensor);
        }

        public static implicit operator TensorIndex(long value) => Single(value);

        public static implicit operator Tensor(TensorIndex value) => value.kind switch
        {
            Kind.Tensor => value.tensor!,
            Kind.Single => torch.tensor(value.start!.Value),
            Kind.Bool => torch.tensor(value.start != 0),
            _ => throw new InvalidCastException($"An index of kind {value.kind} is no tensor."),
        };

        public static implicit operator TensorIndex((int?, int?) range) => Slice(range);

        public static implicit operator TensorIndex(Range range) => Slice(range);

        public static implicit operator TensorIndex(Index index) => Single(From(index));

        // Counting from the end is what negative numbers mean to libtorch.
        private static long From(Index index) => index.IsFromEnd ? -index.Value : index.Value;
    }
}
