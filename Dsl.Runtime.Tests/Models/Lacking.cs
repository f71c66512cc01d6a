namespace NeuralDsl.Tests.Models;

/// <summary>A model with an activation that libtorch 1.13 lacks in BFloat16 on the CPU.</summary>
[Model]
[Input("x", "N 2")]
[Linear(2), Mish]
[MSELoss]
[SGD(0.1)]
internal sealed partial class Lacking
{
    public static DataSet<Batch> Rows() => new(ones(4, 2), ones(4, 2));
}
