using TorchSharp.Interop;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>An optimizer of this assembly: it has groups, options, and a state for each parameter that can be saved.</summary>
public abstract class OptimizerHelper : Optimizer
{
    protected OptimizerOptions _defaults = new();
    protected OrderedDict<IntPtr, OptimizerState> _state = new();

    public OptimizerHelper() : base(IntPtr.Zero)
    {
    }

    public void save_state_dict(string location)
    {
        using var stream = File.Create(location);
        using var writer = new BinaryWriter(stream);
        save_state_dict(writer);
    }

    public void load_state_dict(string location)
    {
        using var stream = File.OpenRead(location);
        using var reader = new BinaryReader(stream);
        load_state_dict(reader);
    }

    /// <summary>Writes TorchSharp's format: the optimizer's name, two counts, the options, the states.</summary>
    public void save_state_dict(BinaryWriter writer)
    {
        var dictionary = state_dict();
        writer.Write(GetType().Name);
        writer.Write7BitEncodedInt64(dictionary.Options.Count);
        writer.Write7BitEncodedInt64(dictionary.State.Count);
        dictionary.Options.ForEach(options => options.SaveStateDict(writer));
        dictionary.State.ForEach(state => state.SaveStateDict(writer));
        writer.Flush();
    }

    public void load_state_dict(BinaryReader reader)
    {
        var name = reader.ReadString();
        if (name != GetType().Name)
            throw new InvalidDataException(
                $"Mismatched optimizer type: expected '{GetType().Name}', but found '{name}' in the loaded stream.");
        var options = reader.Read7BitEncodedInt64();
        var states = reader.Read7BitEncodedInt64();
        var own = state_dict();
        CheckCounts(own, options, states);
        own.Options.ForEach(target => target.LoadStateDict(reader));
        own.State.ForEach(target => target.LoadStateDict(reader));
    }

    public virtual void load_state_dict(StateDictionary state_dict)
    {
        ArgumentNullException.ThrowIfNull(state_dict);
        var own = this.state_dict();
        CheckCounts(own, state_dict.Options.Count, state_dict.State.Count);
        foreach (var (target, source) in own.Options.Zip(state_dict.Options).Where(pair => pair.First != pair.Second))
            target.LoadStateDict(source);
        foreach (var (target, source) in own.State.Zip(state_dict.State).Where(pair => pair.First != pair.Second))
            target.LoadStateDict(source);
    }

    /// <summary>The optimizer's own options and states, not copies.</summary>
    public virtual StateDictionary state_dict()
    {
        var dictionary = new StateDictionary();
        foreach (var group in _parameter_groups)
        {
            dictionary.Options.Add(group.Options);
            var indices = new List<int>();
            dictionary.StateIndexRef.Add(indices);
            foreach (var parameter in group.Parameters)
            {
                indices.Add(dictionary.State.Count);
                dictionary.State.Add(_state[parameter.Handle]);
            }
        }
        return dictionary;
    }

    /// <summary>Moves the states to a device.</summary>
    public void to(Device device)
    {
        foreach (var (_, state) in _state)
            state.to(device);
    }

    public override void zero_grad() => base.zero_grad();

    public override IEnumerable<Parameter> parameters() => base.parameters();

    public override void add_param_group(ParamGroup param_group) => base.add_param_group(param_group);

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing)
            return;
        foreach (var (_, state) in _state)
            (state as IDisposable)?.Dispose();
        _state.Clear();
    }

    /// <summary>Calls a function with every group, outside autograd, and disposes the tensors that it leaves.</summary>
    protected Tensor? _step<T>(Action<T> body, Func<Tensor>? loss_closure = null) where T : ParamGroup
    {
        var loss = base.step(loss_closure);
        using (no_grad())
        using (NewDisposeScope())
        {
            for (var i = 0; i < _parameter_groups.Count; i++)
                body((T)_parameter_groups[i]);
        }
        return loss;
    }

    /// <summary>Adds a group, its missing options completed, with a state for each parameter.</summary>
    private protected void Adopt<TOptions>(ParamGroup group, Func<Parameter, OptimizerState> newState)
        where TOptions : OptimizerOptions, new()
    {
        ArgumentNullException.ThrowIfNull(group);
        group.Options ??= new TOptions();
        group.Options.Complete(_defaults);
        base.add_param_group(group);
        foreach (var parameter in group.Parameters)
        {
            var state = newState(parameter);
            _state[parameter.Handle] = state;
            state.Initialize(group.Options);
        }
    }

    private protected void Adopt(OptimizerOptions defaults, IEnumerable<ParamGroup> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        _defaults = defaults;
        foreach (var group in groups)
            add_param_group(group);
    }

    /// <summary>The gradient of a parameter that has one, which the caller disposes.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="maximize">Turns the gradient around.</param>
    /// <param name="weight_decay">How much of the parameter is added to its gradient, after that.</param>
    internal static Tensor Gradient(Parameter parameter, bool maximize, double weight_decay)
    {
        var gradient = parameter.grad!;
        if (maximize)
            gradient = Operators.neg.Call(gradient);
        if (weight_decay != 0)
            gradient = Operators.add_Tensor.Call(gradient, parameter, weight_decay);
        return gradient;
    }

    private protected static void Require(bool valid, string name, double value)
    {
        if (!valid)
            throw new ArgumentException($"Invalid {name}: {value}");
    }

    private static void CheckCounts(StateDictionary own, long options, long states)
    {
        if (options != own.Options.Count)
            throw new ArgumentException(
                $"Invalid optimizer state -- different number of parameter groups: {options}, not {own.Options.Count}.");
        if (states != own.State.Count)
            throw new ArgumentException($"Invalid optimizer state -- different number of states: {states}, not {own.State.Count}.");
    }
}
