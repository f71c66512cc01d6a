using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>
/// The share of the target's variance that is predicted, 1 - residual / total sum of squares: of a target of rows and columns the mean over the columns, of another
/// shape over all its elements. A column that does not vary has 1 where it is predicted exactly and 0 otherwise.
/// </summary>
internal sealed class RSquared : Measurement
{
    private long rows;
    private double[] mean = [];
    private double[] total = [];
    private double[] residual = [];

    public override MetricValue Value => rows < 2
        ? MetricValue.Undefined(MetricNames.RSquared, "0.0000", "fewer than two rows")
        : new(MetricNames.RSquared, Enumerable.Range(0, mean.Length).Average(Of), "0.0000");

    public override void Add(Comparison batch)
    {
        var columns = batch.Target.dim() == 2 ? batch.Target.size(1) : 1;
        var target = batch.Target.to_type(ScalarType.Float64).reshape(-1, columns);
        var count = target.size(0);
        if (count == 0)
            return;
        if (rows == 0)
            (mean, total, residual) = (new double[columns], new double[columns], new double[columns]);
        var center = target.mean([0L]);
        var batchMean = ToArray(center);
        var batchTotal = ToArray(target.sub(center).square().sum([0L]));
        var batchResidual = ToArray(batch.Prediction.to_type(ScalarType.Float64).reshape(-1, columns).sub(target).square().sum([0L]));
        for (var i = 0; i < mean.Length; i++)
        {
            // Two means and their sums of squares make one, without the cancellation of E[x²] - E[x]² (Chan et al., 1979).
            var difference = batchMean[i] - mean[i];
            mean[i] += difference * count / (rows + count);
            total[i] += batchTotal[i] + (difference * difference * rows / (rows + count) * count);
            residual[i] += batchResidual[i];
        }
        rows += count;
    }

    private static double[] ToArray(Tensor column) => Comparison.ToArray<double>(column, ScalarType.Float64);

    private double Of(int column) => (total[column], residual[column]) switch
    {
        (0, 0) => 1,
        (0, _) => 0,
        var (all, missed) => 1 - (missed / all),
    };
}
