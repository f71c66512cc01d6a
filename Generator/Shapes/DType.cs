namespace NeuralDsl.Shapes;

/// <summary>The dtypes of the language; the names are those of the public enum, so that one reads as the other.</summary>
internal enum DType
{
    Float32,
    Float64,
    Int64,
    Bool,
}
