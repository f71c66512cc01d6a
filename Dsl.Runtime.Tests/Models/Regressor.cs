namespace NeuralDsl.Tests.Models;

/// <summary>A regression with batch normalization, as a user declares it.</summary>
[Model]
[Input("x", "N 2")]
[Linear(8, Bias = false), BatchNorm1d(Name = "norm"), ReLU, Linear(1)]
[MSELoss]
[Adam(0.01)]
internal sealed partial class Regressor
{
    /// <summary>Rows whose target is the sum of their features.</summary>
    public static DataSet<Batch> Sums(int rows)
    {
        random.manual_seed(1);
        var x = randn(rows, 2);
        return new(x, x.sum(1, keepdim: true));
    }
}
