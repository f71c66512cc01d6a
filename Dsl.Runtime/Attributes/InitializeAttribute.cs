namespace NeuralDsl;

/// <summary>Says how parameters begin, in place of PyTorch's default. Of several that match a parameter the last one counts.</summary>
/// <remarks>
/// <para>It runs in the constructor, when all layers are made. A parameter that is not matched begins as in PyTorch.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Linear(16), ReLU, Linear(2), Initialize("*.weight", Init.Normal, Std = 0.02), Initialize("*.bias", Init.Zeros)]</code></example>
/// <param name="patterns">Patterns of state-dict names, separated by commas; a star stands for any characters: <c>*.weight</c>.</param>
/// <param name="init">How they begin.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class InitializeAttribute(string patterns, Init init) : InitializationAttribute
{
    /// <summary>Patterns of state-dict names.</summary>
    public string Patterns { get; } = patterns;

    /// <summary>How they begin.</summary>
    public Init Init { get; } = init;

    /// <summary>Patterns of parameters that match but are left as they are, such as <c>*norm*</c>. Default: none.</summary>
    public string? Except { get; set; }
}
