using System.Collections.Immutable;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>
/// Brings every feature to mean 0 and standard deviation 1, by what it learned from one set: fit it on the training rows and
/// apply it to all, so that nothing of the test rows leaks into the training.
/// </summary>
/// <remarks>
/// Every element of a floating-point input is a feature; other inputs and targets stay as they are. A feature that is constant in the
/// set is only centred. The deviation is the population's, as in scikit-learn's <c>StandardScaler</c>.
/// </remarks>
/// <typeparam name="TBatch">The model's generated <c>Batch</c>.</typeparam>
public sealed class Standardizer<TBatch> : IDisposable where TBatch : struct, IBatch<TBatch>
{
    // Null at the fields that stay as they are. Float64: large means must not cost the digits of small deviations.
    private readonly ImmutableArray<(Tensor Mean, Tensor Deviation)?> features;

    internal Standardizer(DataSet<TBatch> data)
    {
        var columns = data.ToColumns();
        try
        {
            features = [.. TBatch.Fields.Select((field, i) => IsFeature(field) && columns[i] is { } column ? Measure(column) : ((Tensor, Tensor)?)null)];
        }
        finally
        {
            foreach (var column in columns)
                column?.Dispose();
        }
    }

    /// <summary>A set of the same rows with the features standardized; the set given stays as it is, the caller disposes both.</summary>
    /// <param name="data">The rows.</param>
    public DataSet<TBatch> Apply(DataSet<TBatch> data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var columns = data.ToColumns();
        for (var i = 0; i < columns.Length; i++)
        {
            if (features[i] is not { } feature || columns[i] is not { } raw)
                continue;
            using var column = raw;
            using var precise = column.to_type(ScalarType.Float64);
            using var centred = precise.sub(feature.Mean);
            using var standardized = centred.div(feature.Deviation);
            columns[i] = standardized.to_type(column.dtype);
        }
        return new(columns);
    }

    /// <summary>Disposes what was learned.</summary>
    public void Dispose()
    {
        foreach (var feature in features)
        {
            feature?.Mean.Dispose();
            feature?.Deviation.Dispose();
        }
    }

    private static bool IsFeature(TensorField field) => field.Role == FieldRole.Input && field.DType.IsFloatingPoint;

    private static (Tensor Mean, Tensor Deviation) Measure(Tensor column)
    {
        using var precise = column.to_type(ScalarType.Float64);
        var mean = precise.mean([0], keepdim: true);
        using var deviation = precise.std([0], unbiased: false, keepdim: true);
        using var isConstant = deviation.eq(0);
        return (mean, deviation.add(isConstant));
    }
}
