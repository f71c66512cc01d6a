using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>Targets of rows that have none, so that a model can be asked about them.</summary>
internal static class BlankTargets
{
    /// <summary>Makes every target that is missing of zeros, in the sizes that the inputs say.</summary>
    public static void Fill<TBatch>(Tensor?[] tensors) where TBatch : struct, IBatch<TBatch>
    {
        var sizes = new Dictionary<string, long>();
        for (var i = 0; i < tensors.Length; i++)
        {
            for (var axis = 0; tensors[i] is { } tensor && axis < tensor.dim(); axis++)
            {
                if (TBatch.Fields[i].Axes[axis].SymbolName is { } symbol)
                    sizes.TryAdd(symbol, tensor.size(axis));
            }
        }
        for (var i = 0; i < tensors.Length; i++)
        {
            var field = TBatch.Fields[i];
            if (tensors[i] is null && !field.IsOptional)
                tensors[i] = zeros([.. field.Axes.Axes.Select(axis => axis.Size.Evaluate(symbol => sizes.TryGetValue(symbol, out var size) ? size : null) ?? 1)], field.DType.ToScalarType());
        }
    }
}
