namespace TorchSharp.Interop;

/// <summary>What a <see cref="NativeValue"/> holds; repeated in native/interop.h.</summary>
internal enum ValueTag
{
    None,
    Int,
    Double,
    Bool,
    Device,
    Generator,
    Tensor,

    // From here on the value points at memory.
    Complex,
    String,
    TensorList,
    IntList,
    DoubleList,
    BoolList,

    // Of results alone.
    Tuple,
    List,
    Unsupported,
}
