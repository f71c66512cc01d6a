using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Puts the largest of windows back to their places, among zeros: the inverse of MaxPool2d as far as there is one.</summary>
    public sealed class MaxUnpool2d : ParameterLessModule<Tensor, Tensor, long[]?, Tensor>
    {
        internal MaxUnpool2d(long[] kernel_size, long[]? stride, long[]? padding) : base(nameof(MaxUnpool2d))
        {
            this.kernel_size = kernel_size;
            this.stride = stride;
            this.padding = padding;
        }

        public long[] kernel_size { get; set; }

        public long[]? stride { get; set; }

        public long[]? padding { get; set; }

        /// <param name="tensor">The largest of each window.</param>
        /// <param name="indices">Where they were.</param>
        /// <param name="output_size">The size before pooling, if it is not the smallest that the sizes allow.</param>
        public override Tensor forward(Tensor tensor, Tensor indices, long[]? output_size = null) =>
            nn.functional.max_unpool2d(tensor, indices, kernel_size, stride, padding, output_size);

        public new Tensor call(Tensor tensor, Tensor indices, long[]? output_size = null) => base.call(tensor, indices, output_size);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Puts the largest of windows back to their places, among zeros: the inverse of MaxPool2d as far as there is one.</summary>
            public static MaxUnpool2d MaxUnpool2d(long kernel_size, long? stride = null, long? padding = null) =>
                new(Sizes.Repeated(kernel_size, 2), Sizes.Repeated(stride, 2), Sizes.Repeated(padding, 2));

            public static MaxUnpool2d MaxUnpool2d(
                (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null) =>
                new(Sizes.List(kernel_size), Sizes.List(stride), Sizes.List(padding));

            public static MaxUnpool2d MaxUnpool2d(long[] kernel_size, long[]? stride = null, long[]? padding = null) =>
                new(kernel_size, stride, padding);
        }
    }
}
