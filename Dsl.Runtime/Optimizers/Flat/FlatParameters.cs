using System.Runtime.CompilerServices;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>
/// The trainable parameters of a model as views of one vector, and their gradients as views of another, for each dtype and device: what happens to all of them, such as a step of an
/// optimizer, is a handful of operations whatever the number of layers. To everybody else each parameter stays what it was. Generated code makes them; they last as long as an
/// optimizer over them.
/// </summary>
public sealed class FlatParameters
{
    private static readonly ConditionalWeakTable<nn.Module, FlatParameters> OfModels = [];
    private static readonly ConditionalWeakTable<Parameter, FlatParameters> Owners = [];

    private readonly nn.Module model;
    private readonly List<FlatBuffer> buffers = [];
    private readonly List<FlatSlot> slots = [];

    /// <summary>What is in no buffer: frozen parameters, which need no gradients, and those of a model inside this one that are in its buffers.</summary>
    private readonly List<(string Name, Parameter Parameter)> others = [];

    /// <summary>All parameters in the order of the model.</summary>
    private readonly Dictionary<Parameter, int> order = new(ReferenceEqualityComparer.Instance);

    private int optimizers;

    private FlatParameters(nn.Module model, (string? Only, string? Except)[] groups)
    {
        this.model = model;
        using var withoutGradients = no_grad();
        var candidates = new List<(string Name, Parameter Parameter, string Groups)>();
        foreach (var (name, parameter) in model.named_parameters())
        {
            if (!order.TryAdd(parameter, order.Count))
                continue;
            if (IsFit(parameter))
                candidates.Add((name, parameter, GroupsOf(name, groups)));
            else
                others.Add((name, parameter));
        }
        // Neighbours are in the same groups, so that each group is a few segments.
        foreach (var alike in candidates.GroupBy(candidate => (candidate.Parameter.dtype, candidate.Parameter.device_type, candidate.Parameter.device_index)))
            AddBuffer([.. alike.OrderBy(candidate => candidate.Groups, StringComparer.Ordinal).Select(candidate => (candidate.Name, candidate.Parameter))]);
        foreach (var slot in slots)
            Owners.AddOrUpdate(slot.Parameter, this);
    }

    /// <summary>The vectors.</summary>
    internal IReadOnlyList<FlatBuffer> Buffers => buffers;

    /// <summary>The parameters in them, in their order.</summary>
    internal IReadOnlyList<FlatSlot> Slots => slots;

    /// <summary>Whether a training step of the model itself is under way, in which nobody else touches gradients.</summary>
    internal bool IsOwnStep { get; set; }

    /// <summary>Whether the model still has these parameters, and there is an optimizer for them.</summary>
    private bool IsCurrent => optimizers > 0 && Missing is null;

    /// <summary>A parameter that the model has no more: the engine's modules dispose what they replace.</summary>
    private string? Missing
    {
        get
        {
            foreach (var slot in slots)
            {
                if (slot.Parameter.IsInvalid)
                    return slot.Name;
            }
            foreach (var (name, parameter) in others)
            {
                if (parameter.IsInvalid)
                    return name;
            }
            return null;
        }
    }

    /// <summary>The parameters of a model in buffers; those that they are in already, where an optimizer is over them.</summary>
    /// <param name="model">The model.</param>
    /// <param name="groups">The groups of all optimizers of the model, as <see cref="ParameterSelection.Select"/> takes them; none where each is over all parameters.</param>
    public static FlatParameters Of(nn.Module model, params (string? Only, string? Except)[] groups)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(groups);
        if (Find(model) is { } found)
            return found;
        var flat = new FlatParameters(model, groups);
        OfModels.AddOrUpdate(model, flat);
        return flat;
    }

    /// <summary>What an optimizer is to step for a group of parameters: a vector for neighbours in a buffer, and each parameter that is in none.</summary>
    /// <param name="only">Patterns of state-dict names separated by commas, in which a star stands for any characters; null for all.</param>
    /// <param name="except">Patterns likewise; null for none.</param>
    public IReadOnlyList<Parameter> Select(string? only = null, string? except = null)
    {
        using var withoutGradients = no_grad();
        var selected = new List<Parameter>();
        var run = new List<FlatSlot>();
        foreach (var slot in slots)
        {
            var isIn = ParameterSelection.IsIn(slot.Name, only, except);
            if (run.Count > 0 && (!isIn || run[0].Buffer != slot.Buffer))
            {
                selected.Add(new FlatSegment(this, run));
                run = [];
            }
            if (isIn)
                run.Add(slot);
        }
        if (run.Count > 0)
            selected.Add(new FlatSegment(this, run));
        selected.AddRange(others.Where(other => ParameterSelection.IsIn(other.Name, only, except)).Select(other => other.Parameter));
        return selected;
    }

    /// <summary>Zeroes the gradients of a model whose parameters are in buffers. A parameter that had no gradient yet still has none.</summary>
    /// <param name="model">The model.</param>
    /// <returns>False where they are in none, or in none any more: then nothing has happened.</returns>
    public static bool ZeroGradients(nn.Module model)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (Find(model) is not { } flat)
            return false;
        flat.Zero();
        return true;
    }

    /// <summary>What has the gradients of a model: its parameters, or in their place a vector for each buffer.</summary>
    /// <param name="model">The model.</param>
    public static IEnumerable<Parameter> WithGradients(nn.Module model)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (Find(model) is not { } flat)
            return model.parameters();
        flat.Gather();
        return flat.Whole();
    }

    /// <summary>Those of a model; null where its parameters are in no buffers.</summary>
    internal static FlatParameters? Find(nn.Module model) => OfModels.TryGetValue(model, out var flat) && flat.IsCurrent ? flat : null;

    /// <summary>The place of a parameter in the order of the model.</summary>
    internal int PlaceOf(Parameter parameter) => order.GetValueOrDefault(parameter, int.MaxValue);

    /// <summary>An optimizer over the parameters begins.</summary>
    internal void Retain() => optimizers++;

    /// <summary>An optimizer over the parameters ends. After the last one nothing is left but the parameters, which stay where they are.</summary>
    internal void Release()
    {
        if (--optimizers > 0)
            return;
        if (OfModels.TryGetValue(model, out var flat) && flat == this)
            OfModels.Remove(model);
        foreach (var slot in slots)
        {
            if (Owners.TryGetValue(slot.Parameter, out var owner) && owner == this)
                Owners.Remove(slot.Parameter);
            slot.Dispose();
        }
        foreach (var buffer in buffers)
            buffer.Dispose();
    }

    /// <summary>Brings all gradients into the buffers.</summary>
    /// <exception cref="InvalidOperationException">The model has other parameters by now.</exception>
    internal void Gather()
    {
        if (Missing is { } name)
        {
            throw new InvalidOperationException(
                $"{model.GetName()} has another parameter '{name}' than when the optimizer was made: the model was moved, converted or disposed, or the weight was replaced. Make the optimizer anew, with CreateOptimizer.");
        }
        using var withoutGradients = no_grad();
        foreach (var slot in slots)
            slot.Gather(IsOwnStep);
    }

    /// <summary>A vector for each buffer, and each parameter whose gradient is in none.</summary>
    private IEnumerable<Parameter> Whole()
    {
        foreach (var buffer in buffers)
            yield return buffer.Values;
        foreach (var slot in slots)
        {
            if (slot.IsSparse)
                yield return slot.Parameter;
        }
        foreach (var (_, parameter) in others)
            yield return parameter;
    }

    private void Zero()
    {
        foreach (var slot in slots)
            slot.Reset();
        foreach (var buffer in buffers)
            buffer.Gradients.zero_();
        foreach (var (_, parameter) in others)
            parameter.grad = null;
    }

    private void AddBuffer(IReadOnlyList<(string Name, Parameter Parameter)> parameters)
    {
        var type = parameters[0].Parameter.dtype;
        var begins = new long[parameters.Count];
        var end = 0L;
        for (var i = 0; i < begins.Length; i++)
        {
            begins[i] = FlatBuffer.Next(end, type);
            end = begins[i] + parameters[i].Parameter.numel();
        }
        var buffer = new FlatBuffer(end, type, parameters[0].Parameter.device);
        buffers.Add(buffer);
        slots.AddRange(parameters.Select((named, i) => new FlatSlot(buffer, begins[i], named.Name, named.Parameter)));
    }

    private static bool IsFit(Parameter parameter) =>
        parameter.requires_grad && parameter.is_floating_point() && parameter.numel() > 0 && !parameter.is_sparse
        && !(Owners.TryGetValue(parameter, out var owner) && owner.IsCurrent);

    /// <summary>Which groups a parameter is in: a character for each.</summary>
    private static string GroupsOf(string name, (string? Only, string? Except)[] groups) =>
        string.Concat(groups.Select(group => ParameterSelection.IsIn(name, group.Only, group.Except) ? '0' : '1'));
}
