using TorchSharp.Optim;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The settings of a group of parameters; what is not set is the optimizer's own setting.</summary>
public class OptimizerOptions
{
    private double? learningRate;

    public double? LearningRate
    {
        get => learningRate;
        set => learningRate = value;
    }

    public double InitialLearningRate { get; set; }

    public virtual void SaveStateDict(BinaryWriter writer)
    {
        writer.Write(InitialLearningRate);
        Visit(new FieldWriter(writer));
    }

    public virtual void LoadStateDict(BinaryReader reader)
    {
        InitialLearningRate = reader.ReadDouble();
        Visit(new FieldReader(reader, CPU));
    }

    public virtual void LoadStateDict(OptimizerOptions source)
    {
        InitialLearningRate = source.InitialLearningRate;
        Visit(new FieldAssigner(ValuesOf(source), CPU));
    }

    /// <summary>Takes the settings that are missing from the optimizer's own.</summary>
    internal void Complete(OptimizerOptions defaults)
    {
        Visit(new SettingCompleter(ValuesOf(defaults)));
        InitialLearningRate = LearningRate!.Value;
    }

    /// <summary>Shows a visitor the settings, in the order of TorchSharp's files.</summary>
    internal virtual void Visit(FieldVisitor visitor) => visitor.Visit(ref learningRate);

    private List<object?> ValuesOf(OptimizerOptions other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.GetType() != GetType())
            throw new ArgumentException($"{GetType().FullName} takes no settings of {other.GetType().FullName}.", nameof(other));
        var collector = new FieldCollector();
        other.Visit(collector);
        return collector.Values;
    }
}
