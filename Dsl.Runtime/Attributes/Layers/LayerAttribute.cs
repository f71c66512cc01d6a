namespace NeuralDsl;

/// <summary>Base of the layers: each takes the value before it and makes a value of its own.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public abstract class LayerAttribute : ModelElementAttribute
{
    private protected LayerAttribute()
    {
    }

    /// <summary>
    /// The name of the layer, which is its property and its state-dict prefix, and of its value. Default: the operator and a
    /// number, such as <c>linear1</c>.
    /// </summary>
    public string? Name { get; set; }
}
