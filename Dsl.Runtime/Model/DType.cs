namespace NeuralDsl;

/// <summary>The dtypes of the language, with PyTorch's names.</summary>
public enum DType
{
    /// <summary>32-bit floating point. The model may run in another floating-point type: <c>model.to(float64)</c>.</summary>
    Float32,

    /// <summary>64-bit floating point.</summary>
    Float64,

    /// <summary>64-bit signed integer: class indices, tokens.</summary>
    Int64,

    /// <summary>True or false: masks.</summary>
    Bool,
}
