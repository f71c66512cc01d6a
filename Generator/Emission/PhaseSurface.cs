using NeuralDsl.Graph;
using NeuralDsl.Operators;

namespace NeuralDsl.Emission;

/// <summary>The members of a phase, named after it: <c>CriticLoss</c>, <c>CreateCriticOptimizer</c>; those of a model without phases have no such word.</summary>
internal sealed class PhaseSurface(GraphPhase phase)
{
    private string Word => Names.Property(phase.Name);

    public GraphPhase Graph => phase;

    /// <summary>The optimizer's class; null where there is none.</summary>
    public string? Optimizer => phase.Groups.Count > 0 ? phase.Groups[0].Operator : null;

    /// <summary>Whether gradients are clipped before a step.</summary>
    public bool Clips => phase.Plan.Clips.Count > 0 && Optimizer is not null;

    public bool HasSchedule => phase.Plan.HasSchedule && Optimizer is not null;

    public string Loss => $"{Word}Loss";

    public string Backward => $"{Word}Backward";

    public string Compute => $"Compute{Word}";

    public string ClipGradients => $"Clip{Word}Gradients";

    /// <summary>The change of the parameters, with clipping.</summary>
    public string Step => phase.IsDeclared ? $"Change{Word}" : "Step";

    public string TrainStep => phase.IsDeclared ? $"{Word}Step" : "TrainStep";

    public string CreateOptimizer => $"Create{Word}Optimizer";

    public string CreateScheduler => $"Create{Word}Scheduler";

    /// <summary>The phase as documentation calls it, after a noun; empty for a model without phases.</summary>
    public string Of => phase.IsDeclared ? $" of the phase {phase.Name}" : "";

    /// <summary>The same after a verb.</summary>
    public string In => phase.IsDeclared ? $" in the phase {phase.Name}" : "";

    /// <summary>The parameters that the phase trains, as pairs of patterns; empty for all.</summary>
    public IEnumerable<string> Trained => phase.Groups.Any(group => group is { Only: null, Except: null }) || !phase.IsDeclared ? [] : phase.Groups.Select(Patterns);

    /// <summary>A group as a pair of patterns.</summary>
    public static string Patterns(ParameterGroup group) => $"({Pattern(group.Only)}, {Pattern(group.Except)})";

    private static string Pattern(string? patterns) => patterns is null ? "null" : CSharp.Text(patterns);
}
