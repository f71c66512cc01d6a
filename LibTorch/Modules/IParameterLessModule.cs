namespace TorchSharp.Modules;

/// <summary>A module that holds no tensors.</summary>
public interface IParameterLessModule
{
}
