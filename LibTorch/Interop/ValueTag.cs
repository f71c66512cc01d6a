namespace TorchSharp.Interop;

/// <summary>What a <see cref="NativeValue"/> holds; repeated in native/dispatch.cpp.</summary>
internal enum ValueTag
{
    None,
    Int,
    Double,
    Bool,
    Complex,
    String,
    Device,
    Generator,
    Tensor,
    TensorList,
    IntList,
    DoubleList,
    BoolList,

    // Of results alone.
    Tuple,
    List,
    Unsupported,
}
