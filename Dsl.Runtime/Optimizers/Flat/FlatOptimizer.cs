using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>
/// What an optimizer over <see cref="FlatParameters"/> does beside its steps: it gives its segments the gradients of their parameters, and parts a segment of which some parameters have
/// a gradient and others have none, since a step leaves the latter as they are.
/// </summary>
internal sealed class FlatOptimizer : IDisposable
{
    private readonly IList<ParamGroup> groups;
    private readonly OrderedDict<nint, OptimizerState> states;
    private readonly Func<Parameter, OptimizerState> newState;
    private readonly List<FlatSegment> segments = [];
    private readonly List<Parameter> singles = [];
    private readonly List<Parameter> parameters = [];
    private readonly List<FlatParameters> flats = [];
    private int known;

    /// <param name="groups">The optimizer's groups.</param>
    /// <param name="states">What it remembers, by the handle of what it steps.</param>
    /// <param name="newState">What it is to remember of something new.</param>
    public FlatOptimizer(IList<ParamGroup> groups, OrderedDict<nint, OptimizerState> states, Func<Parameter, OptimizerState> newState)
    {
        (this.groups, this.states, this.newState) = (groups, states, newState);
        Read();
    }

    /// <summary>The parameters of the model that it steps: group by group, each in the order of the model.</summary>
    public IReadOnlyList<Parameter> Parameters
    {
        get
        {
            Read();
            return parameters;
        }
    }

    /// <summary>What it steps in place of parameters that are neighbours in a buffer.</summary>
    public IReadOnlyList<FlatSegment> Segments => segments;

    /// <summary>The parameters that it steps by themselves.</summary>
    public IReadOnlyList<Parameter> Singles => singles;

    /// <summary>What is remembered of a segment or a parameter.</summary>
    public StateField[] MemoryOf(Parameter parameter) => StateField.Of(states[parameter.Handle], parameter);

    /// <summary>What comes before a step: the closure, and each gradient in its place.</summary>
    /// <param name="closure">Computes the loss and the gradients; null where they are there.</param>
    /// <returns>What the closure returned.</returns>
    public Tensor? Begin(Func<Tensor>? closure)
    {
        Tensor? loss = null;
        if (closure is not null)
        {
            using var withGradients = enable_grad();
            loss = closure();
        }
        Read();
        foreach (var flat in flats)
            flat.Gather();
        foreach (var parameter in singles)
        {
            if (!parameter.requires_grad)
                parameter.grad = null;
        }
        // Backwards, since parts come after what is parted.
        for (var i = segments.Count - 1; i >= 0; i--)
        {
            if (!segments[i].TryAttach())
                Part(segments[i], slot => slot.IsPresent).ForEach(part => part.TryAttach());
        }
        return loss;
    }

    /// <summary>Zeroes the gradients of its parameters.</summary>
    public void ZeroGradients()
    {
        Read();
        foreach (var segment in segments)
            segment.ZeroGradients();
        foreach (var parameter in singles)
        {
            using var gradient = parameter.grad;
            gradient?.zero_();
        }
    }

    /// <summary>Parts a segment where a slot differs from the one before it. A parameter with sparse gradients is stepped by itself from here on.</summary>
    /// <returns>The parts; the segment itself where all slots are alike.</returns>
    public List<FlatSegment> Part<TKey>(FlatSegment segment, Func<FlatSlot, TKey> key)
    {
        var runs = new List<List<FlatSlot>>();
        foreach (var slot in segment.Slots)
        {
            if (runs is [.., var last] && !slot.IsSparse && !last[0].IsSparse && EqualityComparer<TKey>.Default.Equals(key(last[0]), key(slot)))
                last.Add(slot);
            else
                runs.Add([slot]);
        }
        if (runs is [[{ IsSparse: false }, ..]])
            return [segment];

        using var withoutGradients = no_grad();
        var group = groups.First(group => group.Parameters.Any(parameter => ReferenceEquals(parameter, segment)));
        var parts = runs.ConvertAll(run => run[0].IsSparse ? run[0].Parameter : new FlatSegment(segment.Flat, run));
        foreach (var (part, run) in parts.Zip(runs))
            Remember(part, group.Options, value => part is FlatSegment ? segment.PartOf(value, run) : segment.PartOf(value, run[0]), MemoryOf(segment));
        group.Parameters = [.. group.Parameters.SelectMany(parameter => ReferenceEquals(parameter, segment) ? parts : [parameter])];
        segments.RemoveAt(segments.FindIndex(candidate => ReferenceEquals(candidate, segment)));
        segments.AddRange(parts.OfType<FlatSegment>());
        singles.AddRange(parts.Where(part => part is not FlatSegment));
        (states[segment.Handle] as IDisposable)?.Dispose();
        states.Remove(segment.Handle);
        segment.Dispose();
        return [.. parts.OfType<FlatSegment>()];
    }

    public void Dispose()
    {
        foreach (var segment in segments)
            segment.Dispose();
        foreach (var flat in flats)
            flat.Release();
        flats.Clear();
    }

    /// <summary>Takes note of groups, also of those that were added later.</summary>
    private void Read()
    {
        for (; known < groups.Count; known++)
        {
            var stepped = groups[known].Parameters.ToArray();
            var added = stepped.OfType<FlatSegment>().ToArray();
            segments.AddRange(added);
            singles.AddRange(stepped.Where(parameter => parameter is not FlatSegment));
            parameters.AddRange(stepped.SelectMany(parameter => parameter is FlatSegment segment ? segment.Slots.Select(slot => slot.Parameter) : [parameter])
                .OrderBy(parameter => added.FirstOrDefault()?.Flat.PlaceOf(parameter) ?? 0));
            foreach (var flat in added.Select(segment => segment.Flat).Distinct().Except(flats).ToArray())
            {
                flats.Add(flat);
                flat.Retain();
            }
        }
    }

    /// <summary>Takes over what was remembered of a whole for a part of it.</summary>
    private void Remember(Parameter part, OptimizerOptions options, Func<Tensor, Tensor> partOf, StateField[] whole)
    {
        var state = newState(part);
        state.Initialize(options);
        states[part.Handle] = state;
        foreach (var (field, former) in StateField.Of(state, part).Zip(whole))
        {
            using var value = former.Read();
            field.Write(value is null ? null : value.dim() == 0 ? value.alias() : partOf(value));
        }
    }
}
