using System.Diagnostics.CodeAnalysis;
using TorchSharp.Optim;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What an optimizer remembers of a parameter.</summary>
public abstract class OptimizerState
{
    protected Parameter _parameter;

    protected OptimizerState(Parameter parameter) => _parameter = parameter;

    public virtual void SaveStateDict(BinaryWriter writer) => Visit(new FieldWriter(writer));

    public virtual void LoadStateDict(BinaryReader reader) => Visit(new FieldReader(reader, _parameter.device));

    public virtual void LoadStateDict(OptimizerState source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.GetType() != GetType())
            throw new ArgumentException($"{GetType().FullName} takes nothing of {source.GetType().FullName}.", nameof(source));
        Visit(new FieldAssigner(source.Values(), _parameter.device));
    }

    public virtual bool ApproximatelyEquals(OptimizerState other) =>
        other?.GetType() == GetType() && Values().Zip(other.Values()).All(pair => pair switch
        {
            (Tensor left, Tensor right) => left.allclose(right),
            var (left, right) => Equals(left, right),
        });

    /// <summary>Starts anew.</summary>
    public abstract void Initialize(OptimizerOptions options);

    public virtual void to(Device device) => Visit(new TensorMover(device));

    /// <summary>Shows a visitor what is remembered, in the order of TorchSharp's files.</summary>
    internal virtual void Visit(FieldVisitor visitor)
    {
    }

    protected static void LoadConditionalStateTensor(BinaryReader reader, ref Tensor? result, Device device) =>
        new FieldReader(reader, device).VisitOptional(ref result);

    protected static void SaveConditionalStateTensor(BinaryWriter writer, Tensor? tensor) => new FieldWriter(writer).VisitOptional(ref tensor);

    /// <summary>A tensor of zeros like the parameter in place of an old one.</summary>
    private protected void Reset([NotNull] ref Tensor? tensor)
    {
        tensor?.Dispose();
        tensor = zeros_like(_parameter).DetachFromDisposeScope();
    }

    /// <summary>The same if the settings want the tensor, and none if not.</summary>
    private protected void Reset(ref Tensor? tensor, bool wanted)
    {
        tensor?.Dispose();
        tensor = wanted ? zeros_like(_parameter).DetachFromDisposeScope() : null;
    }

    private protected void DisposeTensors() => Visit(new TensorDisposer());

    private List<object?> Values()
    {
        var collector = new FieldCollector();
        Visit(collector);
        return collector.Values;
    }
}
