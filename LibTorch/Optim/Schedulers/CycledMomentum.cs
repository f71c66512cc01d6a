using TorchSharp.Modules;
using static TorchSharp.torch.optim;

namespace TorchSharp.Optim;

/// <summary>The momentum that a cyclic schedule sets: a group's momentum, or the first of its decay rates.</summary>
internal sealed class CycledMomentum
{
    private readonly ParamGroup[] groups;

    /// <exception cref="ArgumentException">The optimizer has no momentum.</exception>
    public CycledMomentum(Optimizer optimizer)
    {
        groups = [.. optimizer.ParamGroups.Cast<ParamGroup>()];
        if (!groups.All(group => group is IMomentum or IBetas))
            throw new ArgumentException("optimizer must support momentum with `cycle_momentum` option enabled", nameof(optimizer));
    }

    /// <summary>Sets the momentum of each group.</summary>
    public void Set(IEnumerable<double> values)
    {
        foreach (var (group, value) in groups.Zip(values))
        {
            if (group is IMomentum momentum)
                momentum.Momentum = value;
            else if (group is IBetas betas)
                betas.Betas = (value, betas.Betas.Item2);
        }
    }
}
