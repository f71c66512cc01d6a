using NeuralDsl.Collections;
using NeuralDsl.Declaration;

namespace NeuralDsl.Graph;

/// <summary>A phase while its attributes are placed.</summary>
internal sealed class PhaseBuilder(string name, long every, int attribute)
{
    public string Name => name;

    public int Attribute => attribute;

    public List<(AttributeDeclaration Attribute, int Index)> Losses { get; } = [];

    public List<ParameterGroup> Groups { get; } = [];

    public List<GraphSchedule> Schedules { get; } = [];

    public List<GraphClip> Clips { get; } = [];

    public GraphWarmup? Warmup { get; set; }

    /// <summary>Index of the first attribute that belongs to it; null for none.</summary>
    public int? First { get; set; }

    public GraphPhase Finish(EquatableArray<GraphLoss> losses) =>
        new(name, every, losses, Groups.ToEquatableArray(), new(Schedules.ToEquatableArray(), Warmup, Clips.ToEquatableArray()), attribute);
}
