namespace System.Runtime.CompilerServices;

/// <summary>Lets netstandard2.0 have handlers of interpolated strings.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
internal sealed class InterpolatedStringHandlerAttribute : Attribute;
