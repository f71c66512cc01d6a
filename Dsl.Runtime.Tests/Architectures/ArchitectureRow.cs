using System.Globalization;
using System.Reflection;

namespace NeuralDsl.Tests.Architectures;

/// <summary>A published architecture and what is known of it.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Type">The model.</param>
/// <param name="Parameters">The published number of parameters.</param>
/// <param name="Example">What the documentation counts multiply-accumulates for, and its sizes.</param>
/// <param name="Published">The published multiply-accumulates of one image of 224×224, in thousand millions with two decimals; null for none.</param>
/// <param name="Small">Hyper-parameters of a model that is compared with PyTorch, such as <c>d=16, layers=2</c>.</param>
/// <param name="Inputs">Makes its inputs.</param>
public sealed record ArchitectureRow(
    string Title, Type Type, long Parameters, (string Text, (string Symbol, long? Size)[] Sizes) Example, string? Published, string Small, Func<Tensor[]> Inputs)
{
    /// <summary>The hyper-parameters of the small model by name.</summary>
    public Dictionary<string, long> SmallSizes { get; } = Small.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(size => size.Split('=')).ToDictionary(size => size[0], size => long.Parse(size[1], CultureInfo.InvariantCulture));

    /// <summary>The generated constant.</summary>
    public long ParameterCount => (long)Type.GetField("ParameterCount", BindingFlags.Public | BindingFlags.Static)!.GetRawConstantValue()!;

    /// <summary>The multiply-accumulates of the example.</summary>
    public long MultiplyAccumulates =>
        new ModelSummary((Architecture)Type.GetProperty("Architecture", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!, Example.Sizes).MultiplyAccumulates!.Value;

    /// <summary>The model with the published sizes, without numbers in its weights.</summary>
    public nn.Module CreateOnMeta() => Create([], new Device(DeviceType.META));

    /// <summary>The small model.</summary>
    public nn.Module CreateSmall() => Create(SmallSizes, null);

    /// <summary>Calls a method of a model with the inputs: what it makes, in order.</summary>
    public static Tensor[] Call(nn.Module model, string method, Tensor[] inputs)
    {
        var target = model.GetType().GetMethod(method)!;
        var result = target.Invoke(model, [.. inputs, .. Enumerable.Repeat(Type.Missing, target.GetParameters().Length - inputs.Length)])!;
        return result is Tensor output
            ? [output]
            : [.. result.GetType().GetProperties().Where(property => property.PropertyType == typeof(Tensor)).Select(property => (Tensor)property.GetValue(result)!)];
    }

    /// <inheritdoc/>
    public override string ToString() => Title;

    private nn.Module Create(Dictionary<string, long> sizes, Device? device)
    {
        var constructor = Type.GetConstructors().Single();
        return (nn.Module)constructor.Invoke([.. constructor.GetParameters().Select(parameter =>
            parameter.Name == "device" ? device : sizes.TryGetValue(parameter.Name!, out var size) ? size : parameter.DefaultValue)]);
    }
}
