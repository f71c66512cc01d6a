using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>Adds to the gradients of parameters, in their own memory. Generated backward passes call it. A parameter that is frozen, or null, is left out.</summary>
public static partial class ParameterGradient
{
    /// <summary>The gradient that a parameter has; zeros, which it has from here on, where it had none.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <returns>A handle that the caller disposes; null for a parameter that is frozen, and for null.</returns>
    public static Tensor? Of(Tensor? parameter)
    {
        if (parameter is null || !parameter.requires_grad)
            return null;
        if (parameter.grad is { } gradient)
            return gradient;
        gradient = zeros_like(parameter, requires_grad: false);
        parameter.grad = gradient;
        return gradient;
    }

    /// <summary>Adds a tensor of the parameter's shape.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="gradient">What is added.</param>
    public static void Add(Tensor? parameter, Tensor gradient)
    {
        using var sum = Of(parameter);
        sum?.add_(gradient);
    }

    /// <summary>Adds a sum over the axes before the last.</summary>
    /// <param name="parameter">The parameter, <c>[d]</c>.</param>
    /// <param name="gradient"><c>[…, d]</c>.</param>
    public static void AddSum(Tensor? parameter, Tensor gradient)
    {
        ArgumentNullException.ThrowIfNull(gradient);
        using var sum = Of(parameter);
        if (sum is null)
            return;
        var rows = Rows(gradient);
        AddRows(sum, rows);
        Release(rows, gradient);
    }

    /// <summary>Adds the gradients of a linear layer's weight, <c>dyᵀ·x</c>, and bias, <c>Σ dy</c>.</summary>
    /// <param name="weight">The weight, <c>[out, in]</c>.</param>
    /// <param name="bias">The bias, <c>[out]</c>; null for none.</param>
    /// <param name="gradient">The gradient of what the layer makes, <c>[…, out]</c>.</param>
    /// <param name="input">What it takes, <c>[…, in]</c>.</param>
    public static void AddLinear(Tensor weight, Tensor? bias, Tensor gradient, Tensor input)
    {
        ArgumentNullException.ThrowIfNull(gradient);
        ArgumentNullException.ThrowIfNull(input);
        var rows = Rows(gradient);
        using (var sum = Of(weight))
        {
            if (sum is not null)
                AddProduct(sum, rows, input);
        }
        using (var sum = Of(bias))
        {
            if (sum is not null)
                AddRows(sum, rows);
        }
        Release(rows, gradient);
    }

    /// <summary>The same where the layer is some rows of a larger weight, and of a larger bias.</summary>
    /// <param name="weight">The weight, whose rows are <c>[out, in]</c>.</param>
    /// <param name="first">The first of the weight's rows.</param>
    /// <param name="bias">The bias; null for none.</param>
    /// <param name="firstOfBias">The first of the bias's elements.</param>
    /// <param name="gradient">The gradient of what the layer makes, <c>[…, out]</c>.</param>
    /// <param name="input">What it takes, <c>[…, in]</c>.</param>
    public static void AddLinearRows(Tensor weight, long first, Tensor? bias, long firstOfBias, Tensor gradient, Tensor input)
    {
        ArgumentNullException.ThrowIfNull(gradient);
        ArgumentNullException.ThrowIfNull(input);
        var rows = Rows(gradient);
        using (var sum = Of(weight))
        {
            using var part = sum?.narrow(0, first, rows.size(1));
            if (part is not null)
                AddProduct(part, rows, input);
        }
        using (var sum = Of(bias))
        {
            using var part = sum?.narrow(0, firstOfBias, rows.size(1));
            if (part is not null)
                AddRows(part, rows);
        }
        Release(rows, gradient);
    }

    /// <summary>Adds the gradients of rows of a table to rows that follow each other, such as those of positions.</summary>
    /// <param name="table">The table, <c>[rows, d]</c>.</param>
    /// <param name="first">The first of the rows.</param>
    /// <param name="gradient"><c>[N, T, d]</c>: of <c>T</c> rows, once for each example.</param>
    public static void AddPositions(Tensor table, long first, Tensor gradient)
    {
        ArgumentNullException.ThrowIfNull(gradient);
        using var sum = Of(table);
        if (sum is null)
            return;
        using var rows = sum.narrow(0, first, gradient.size(1));
        using var added = gradient.sum(0L);
        rows.add_(added);
    }

    /// <summary>Adds the gradients of an embedding's rows to the rows that were looked up.</summary>
    /// <param name="table">The table, <c>[rows, d]</c>.</param>
    /// <param name="gradient">The gradient of what was looked up, <c>[…, d]</c>.</param>
    /// <param name="indices">The indices, Int64 <c>[…]</c>.</param>
    /// <param name="paddingIndex">The index whose row does not learn; null for none.</param>
    /// <param name="scaleByFrequency">Whether what a row gets is divided by how often it was looked up.</param>
    public static void AddEmbedding(Tensor table, Tensor gradient, Tensor indices, long? paddingIndex = null, bool scaleByFrequency = false)
    {
        ArgumentNullException.ThrowIfNull(gradient);
        ArgumentNullException.ThrowIfNull(indices);
        using var sum = Of(table);
        if (sum is null)
            return;
        using var added = Kernels.EmbeddingBackward(gradient, indices, sum.size(0), paddingIndex ?? -1, scaleByFrequency);
        sum.add_(added);
    }

    /// <summary>Adds the gradients of bags of an embedding to the rows that were looked up.</summary>
    /// <param name="table">The table, <c>[rows, d]</c>.</param>
    /// <param name="gradient">The gradient of the bags, <c>[N, d]</c>.</param>
    /// <param name="indices">The indices, Int64 <c>[N, T]</c>.</param>
    /// <param name="factors">A factor for every index; null for none.</param>
    /// <param name="mode">What was made of the rows of a bag.</param>
    /// <param name="paddingIndex">The index that does not count; null for none.</param>
    public static void AddEmbeddingBag(Tensor table, Tensor gradient, Tensor indices, Tensor? factors, EmbeddingBagMode mode, long? paddingIndex = null)
    {
        using var sum = Of(table);
        if (sum is null)
            return;
        using var added = Kernels.EmbeddingBagBackward(gradient, indices, table, factors, mode, paddingIndex ?? -1);
        sum.add_(added);
    }

    private static void AddProduct(Tensor sum, Tensor rows, Tensor input)
    {
        var inputs = Rows(input);
        using var columns = rows.t();
        sum.addmm_(columns, inputs);
        Release(inputs, input);
    }

    private static void AddRows(Tensor sum, Tensor rows)
    {
        using var added = rows.sum(0L);
        sum.add_(added);
    }

    /// <summary>The tensor as a matrix of rows; itself where it is one.</summary>
    private static Tensor Rows(Tensor tensor) => tensor.dim() == 2 ? tensor : tensor.reshape(-1, tensor.size(-1));

    private static void Release(Tensor rows, Tensor tensor)
    {
        if (!ReferenceEquals(rows, tensor))
            rows.Dispose();
    }
}
