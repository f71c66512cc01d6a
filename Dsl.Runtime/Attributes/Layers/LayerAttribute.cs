namespace NeuralDsl;

/// <summary>Base of the layers: each takes the value before it, or what <see cref="From"/> names, and makes a value of its own.</summary>
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

    /// <summary>
    /// The layer's prefix in the state dict where it differs from its name, such as <c>0</c>: so that the weights of another implementation
    /// are found by name. One word, without dots.
    /// </summary>
    public string? Key { get; set; }

    /// <summary>The name of the value that the layer takes instead of the one before it: an input's or an earlier layer's.</summary>
    public string? From { get; set; }

    /// <summary>The name of an earlier layer of the same kind whose weights this one uses instead of its own.</summary>
    public string? Share { get; set; }

    /// <summary>
    /// A condition on hyper-parameters, such as <c>stride != 1 || channels != width</c>. Where it is false the layer is not there, and
    /// its value is its input. The layer makes what it takes then, which the checker proves.
    /// </summary>
    public string? If { get; set; }
}
