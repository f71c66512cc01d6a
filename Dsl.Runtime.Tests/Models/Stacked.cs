namespace NeuralDsl.Tests.Models;

/// <summary>As many layers as wanted, with weights that decay and biases that do not.</summary>
[Model]
[Hyper("layers", 4)]
[Input("x", "N 8")]
[Block<StackedLayer>(Repeat = "layers", Name = "h")]
[Linear(1, Name = "head")]
[MSELoss]
[AdamW(0.01, Only = "*.weight", WeightDecay = 0.1), AdamW(0.02, Except = "*.weight", WeightDecay = 0), ClipGradNorm(0.5)]
internal sealed partial class Stacked
{
    /// <summary>The same weights each time, in double precision, so that a difference is no rounding error.</summary>
    public static Stacked Create(long layers = 2)
    {
        random.manual_seed(1);
        return new(layers, dtype: ScalarType.Float64);
    }

    /// <summary>Another batch for each step.</summary>
    public static Batch Rows(int step)
    {
        random.manual_seed(step);
        return new(randn(6, 8, ScalarType.Float64), randn(6, 1, ScalarType.Float64));
    }

    /// <summary>The declared optimizer as TorchSharp has it, which steps each parameter by itself.</summary>
    public TorchSharp.Modules.AdamW CreatePlainOptimizer() => optim.AdamW(
    [
        new TorchSharp.Modules.AdamW.ParamGroup(ParameterSelection.Select(this, only: "*.weight"), 0.01, weight_decay: 0.1),
        new TorchSharp.Modules.AdamW.ParamGroup(ParameterSelection.Select(this, except: "*.weight"), 0.02, weight_decay: 0),
    ]);
}

/// <summary>A layer of <see cref="Stacked"/>.</summary>
[Model]
[Input("x", "N 8")]
[Linear(8), Tanh]
internal sealed partial class StackedLayer;
