namespace System.Runtime.CompilerServices;

/// <summary>Lets netstandard2.0 have records and <c>init</c>.</summary>
internal static class IsExternalInit;
