using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>How the language's dtypes stand to the engine's.</summary>
internal static class DTypeExtensions
{
    extension(DType dtype)
    {
        /// <summary>Whether a tensor of another floating-point dtype may stand in its place.</summary>
        public bool IsFloatingPoint => dtype is DType.Float32 or DType.Float64;

        /// <summary>The engine's dtype.</summary>
        public ScalarType ToScalarType() => dtype switch
        {
            DType.Float64 => ScalarType.Float64,
            DType.Int64 => ScalarType.Int64,
            DType.Bool => ScalarType.Bool,
            _ => ScalarType.Float32,
        };

        /// <summary>Whether a tensor of the engine's dtype is one of this dtype.</summary>
        public bool Accepts(ScalarType type) => dtype switch
        {
            DType.Float32 or DType.Float64 => type is ScalarType.Float32 or ScalarType.Float64 or ScalarType.Float16 or ScalarType.BFloat16,
            DType.Int64 => type is ScalarType.Int64,
            DType.Bool => type is ScalarType.Bool,
            _ => false,
        };
    }

    extension(Tensor tensor)
    {
        /// <summary>Whether the numbers have 16 bits.</summary>
        public bool IsNarrow => tensor.dtype is ScalarType.Float16 or ScalarType.BFloat16;
    }
}
