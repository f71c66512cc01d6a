using System.Collections.Immutable;
using NeuralDsl.Data;
using NeuralDsl.Shapes;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>A tensor that a model takes: its name, role, dtype and shape.</summary>
public sealed class TensorField
{
    private TensorField(string name, FieldRole role, DType dtype, string shape, FieldEncoding encoding, long? classes, bool isOptional)
    {
        Name = name;
        Role = role;
        DType = dtype;
        Shape = shape;
        Encoding = encoding;
        Classes = classes;
        IsOptional = isOptional;
        Axes = ShapeParser.Parse(shape, owner: name);
    }

    /// <summary>The name as declared, such as <c>image</c>.</summary>
    public string Name { get; }

    /// <summary>Whether the model or its loss takes the tensor.</summary>
    public FieldRole Role { get; }

    /// <summary>The declared dtype. A floating-point one accepts every floating-point dtype, since a model can be moved to another.</summary>
    public DType DType { get; }

    /// <summary>The shape in the language's notation, such as <c>N C=1 H=8 W=8</c>.</summary>
    public string Shape { get; }

    /// <summary>What the numbers mean, as the loss takes them. The data are not checked for it.</summary>
    public FieldEncoding Encoding { get; }

    /// <summary>The number of classes of <see cref="FieldEncoding.ClassIndex"/>; null where a hyper-parameter decides it, and for other encodings.</summary>
    public long? Classes { get; }

    /// <summary>Whether the tensor may be absent: null.</summary>
    public bool IsOptional { get; }

    internal Shape Axes { get; }

    /// <summary>The field as the columns of a file are matched with it.</summary>
    internal DataField AsData => new(Name, DType.ToString(), Axes, Role == FieldRole.Target, IsOptional, Encoding == FieldEncoding.Distribution);

    /// <summary>An input of a model.</summary>
    /// <param name="name">The name as declared.</param>
    /// <param name="dtype">The declared dtype.</param>
    /// <param name="shape">The shape in the language's notation; the generator has checked it.</param>
    /// <param name="encoding">What the numbers mean, for an input that is a target too.</param>
    /// <param name="classes">The number of classes of indices.</param>
    /// <param name="isOptional">Whether the tensor may be absent.</param>
    public static TensorField Input(
        string name, DType dtype, string shape, FieldEncoding encoding = FieldEncoding.Any, long? classes = null, bool isOptional = false) =>
        new(name, FieldRole.Input, dtype, shape, encoding, classes, isOptional);

    /// <summary>A target of a loss.</summary>
    /// <param name="name">The name as declared.</param>
    /// <param name="dtype">The dtype that the loss asks for.</param>
    /// <param name="shape">The shape in the language's notation; the generator has checked it.</param>
    /// <param name="encoding">What the numbers mean.</param>
    /// <param name="classes">The number of classes of indices.</param>
    public static TensorField Target(string name, DType dtype, string shape, FieldEncoding encoding = FieldEncoding.Any, long? classes = null) =>
        new(name, FieldRole.Target, dtype, shape, encoding, classes, isOptional: false);

    /// <summary>
    /// Checks the tensors of a batch: dtype, rank and fixed sizes of each, and that a symbol such as <c>N</c> has one size in all. What
    /// is optional may be null.
    /// </summary>
    /// <param name="owner">What begins the message, such as <c>DigitsCnn.Batch</c>.</param>
    /// <param name="fields">The declared fields.</param>
    /// <param name="tensors">One tensor for each field, in the same order.</param>
    /// <exception cref="ArgumentException">A tensor is missing or is not what its field declares; the message shows both.</exception>
    /// <exception cref="ObjectDisposedException">A tensor is disposed.</exception>
    public static void Check(string owner, ImmutableArray<TensorField> fields, ReadOnlySpan<Tensor?> tensors)
    {
        if (tensors.Length != fields.Length)
            throw new ArgumentException($"{owner} takes {fields.Length} tensors ({string.Join(", ", fields.Select(field => field.Name))}), not {tensors.Length}.");
        var anyDerived = false;
        for (var i = 0; i < fields.Length; i++)
        {
            if (tensors[i] is not null || !fields[i].IsOptional)
                fields[i].CheckAlone(owner, tensors[i], ref anyDerived);
        }
        for (var i = 0; i < fields.Length; i++)
        {
            if (tensors[i] is { } tensor)
                CheckSymbols(owner, fields, tensors, i, tensor);
        }
        // Sizes such as T/2 are rare and cost a few allocations.
        if (anyDerived)
            CheckDerived(owner, fields, tensors);
    }

    /// <summary>The field as in messages: <c>image: Float32 [N,1,8,8]</c>.</summary>
    public override string ToString() => $"{Name}: {Describe()}";

    /// <summary>Dtype and shape as in messages: <c>Float32 [N,1,8,8]</c>.</summary>
    internal string Describe() => $"{DType} [{string.Join(",", Axes.Axes.Select(axis => Describe(axis.Size)))}]";

    // A size that depends on data is a symbol of its own, named after its field, that the user wrote as a question mark.
    private static string Describe(Dim size) => size.Text.StartsWith('?') ? "?" : size.Text;

    private static string Describe(Tensor tensor) => $"{tensor.dtype} [{string.Join(",", tensor.shape)}]";

    private void CheckAlone(string owner, Tensor? tensor, ref bool anyDerived)
    {
        if (tensor is null)
            throw new ArgumentNullException(Name, $"{owner}: '{Name}' is null; it must be {Describe()}.");
        if (tensor.IsInvalid)
            throw new ObjectDisposedException(Name, $"{owner}: '{Name}' is a tensor that has been disposed.");

        var axes = Axes.Axes;
        var fits = DType.Accepts(tensor.dtype) && tensor.dim() == axes.Count;
        for (var i = 0; fits && i < axes.Count; i++)
        {
            if (axes[i].Size.Constant is { } size)
                fits = tensor.size(i) == size;
            else
                anyDerived |= axes[i].Size.SymbolName is null;
        }
        if (!fits)
            throw new ArgumentException($"{owner}: '{Name}' must be {Describe()} but is {Describe(tensor)}.");
    }

    /// <summary>Compares every symbol of one field with the first place where the batch has that symbol.</summary>
    private static void CheckSymbols(string owner, ImmutableArray<TensorField> fields, ReadOnlySpan<Tensor?> tensors, int at, Tensor tensor)
    {
        var axes = fields[at].Axes.Axes;
        for (var i = 0; i < axes.Count; i++)
        {
            if (axes[i].Size.SymbolName is not { } symbol)
                continue;
            var (field, axis) = FirstPlace(fields, tensors, symbol);
            if (field == at && axis == i)
                continue;
            var expected = tensors[field]!.size(axis);
            var found = tensor.size(i);
            if (found != expected)
            {
                throw new ArgumentException(field == at
                    ? $"{owner}: '{fields[at].Name}' must be {fields[at].Describe()} but is {Describe(tensor)}: {symbol} is both {expected} and {found}."
                    : $"{owner}: '{fields[at].Name}' has {symbol} = {found} where '{fields[field].Name}' has {symbol} = {expected}.");
            }
        }
    }

    private static (int Field, int Axis) FirstPlace(ImmutableArray<TensorField> fields, ReadOnlySpan<Tensor?> tensors, string symbol)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            var axes = fields[i].Axes.Axes;
            for (var j = 0; tensors[i] is not null && j < axes.Count; j++)
            {
                if (axes[j].Size.SymbolName == symbol)
                    return (i, j);
            }
        }
        throw new InvalidOperationException($"'{symbol}' is no symbol of the batch.");
    }

    private static void CheckDerived(string owner, ImmutableArray<TensorField> fields, ReadOnlySpan<Tensor?> tensors)
    {
        var sizes = new Dictionary<string, long>();
        for (var i = 0; i < fields.Length; i++)
        {
            for (var j = 0; tensors[i] is { } tensor && j < fields[i].Axes.Rank; j++)
            {
                if (fields[i].Axes[j].SymbolName is { } symbol)
                    sizes.TryAdd(symbol, tensor.size(j));
            }
        }

        for (var i = 0; i < fields.Length; i++)
        {
            for (var j = 0; tensors[i] is { } tensor && j < fields[i].Axes.Rank; j++)
            {
                var size = fields[i].Axes[j];
                if (size.Constant is not null || size.SymbolName is not null)
                    continue;
                // Null where a symbol stands nowhere alone: nothing is known about it here.
                var expected = size.Evaluate(name => sizes.TryGetValue(name, out var value) ? value : null);
                if (expected is { } value && tensor.size(j) != value)
                {
                    var known = string.Join(", ", size.Symbols.Select(name => $"{name} = {sizes[name]}"));
                    throw new ArgumentException(
                        $"{owner}: '{fields[i].Name}' must be {fields[i].Describe()} but is {Describe(tensor)}: {size} is {value} where {known}.");
                }
            }
        }
    }
}
