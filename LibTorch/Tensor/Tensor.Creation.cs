using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Copies and fills.
    public partial class Tensor
    {
        public Tensor alias() => Operators.alias.Call(this);

        public Tensor set_(Tensor source) => Operators.set__source_Tensor.Apply(this, source);

        public Tensor clone() => Operators.clone.Call(this);

        public Tensor zero_() => Operators.zero_.Apply(this);

        public Tensor detach_() => Operators.detach_.Apply(this);

        public Tensor resolve_conj() => Operators.resolve_conj.Call(this);

        public Tensor resolve_neg() => Operators.resolve_neg.Call(this);
    }
}
