namespace TorchSharp.Utils;

/// <summary>The name under which a field is registered as a module's component.</summary>
[AttributeUsage(AttributeTargets.Field)]
public class ComponentNameAttribute : Attribute
{
    public string? Name { get; set; }
}
