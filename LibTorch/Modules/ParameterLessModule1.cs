using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>A module of 1 input that holds no tensors, and so has nothing to convert or register.</summary>
public abstract class ParameterLessModule<T1, TResult> : nn.Module<T1, TResult>, IParameterLessModule
{
    protected ParameterLessModule(string name) : base(name)
    {
    }

    protected internal override nn.Module _to(Device device, ScalarType dtype, bool non_blocking) => this;

    protected internal override nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) => this;

    protected internal override nn.Module _to(ScalarType dtype, bool non_blocking) => this;

    public override void register_buffer(string name, Tensor tensor, bool persistent = true) => throw Refused();

    public override void register_parameter(string name, Parameter param) => throw Refused();

    public override void register_module(string name, nn.Module submodule) => throw Refused();

    protected override void RegisterComponents()
    {
    }

    private InvalidOperationException Refused() => new($"{GetName()} holds no parameters, buffers or modules.");
}
