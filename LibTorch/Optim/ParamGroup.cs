using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>Parameters with options of their own.</summary>
public class ParamGroup : ILearningRateController
{
    private bool scheduled;

    public IEnumerable<Parameter> Parameters { get; set; } = [];

    public OptimizerOptions Options { get; set; } = null!;

    public double LearningRate
    {
        get => Options.LearningRate!.Value;
        set => Options.LearningRate = value;
    }

    public double InitialLearningRate
    {
        get => Options.InitialLearningRate;
        set => Options.InitialLearningRate = value;
    }

    /// <summary>The first schedule takes the rate that it finds for the initial one; later ones begin with that too.</summary>
    internal void BeginSchedule()
    {
        if (scheduled)
            return;
        scheduled = true;
        InitialLearningRate = LearningRate;
    }
}
