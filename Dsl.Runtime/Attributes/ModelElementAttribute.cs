namespace NeuralDsl;

/// <summary>Base of every attribute of the language. The generator reads them in the order in which they stand.</summary>
public abstract class ModelElementAttribute : Attribute
{
    private protected ModelElementAttribute()
    {
    }
}
