using static TorchSharp.torch;

namespace TorchSharp.Optim;

/// <summary>Goes through the settings of a group, or through what an optimizer remembers of a parameter, in the order of TorchSharp's files.</summary>
internal abstract class FieldVisitor
{
    public virtual void Visit(ref double? setting)
    {
    }

    public virtual void Visit(ref bool? setting)
    {
    }

    public virtual void Visit(ref long number)
    {
    }

    public virtual void Visit(ref double number)
    {
    }

    /// <summary>A tensor that a state always has.</summary>
    public virtual void Visit(ref Tensor tensor)
    {
    }

    /// <summary>A tensor that a state has with some settings only.</summary>
    public virtual void VisitOptional(ref Tensor? tensor)
    {
    }
}
