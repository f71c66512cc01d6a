using System.Reflection;
using TorchSharp.Utils;

namespace TorchSharp;

/// <summary>The names of modules' fields.</summary>
public static class FieldInfoExtensionMethods
{
    /// <summary>The name by which a field's value is registered: its own, or what <see cref="ComponentNameAttribute"/> says.</summary>
    public static string ComponentName(this FieldInfo field) =>
        field.GetCustomAttribute<ComponentNameAttribute>()?.Name ?? field.Name;
}
