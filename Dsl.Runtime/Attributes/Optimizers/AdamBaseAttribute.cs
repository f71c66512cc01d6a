namespace NeuralDsl;

/// <summary>Base of Adam and AdamW.</summary>
public abstract class AdamBaseAttribute : BetasOptimizerAttribute
{
    private protected AdamBaseAttribute(object learningRate) : base(learningRate)
    {
    }

    /// <summary>Keep the largest second moment (Reddi et al., 2018); default false.</summary>
    public bool AmsGrad { get; set; }

    /// <summary>Whether the loss is to grow; the same in all groups; default false.</summary>
    public bool Maximize { get; set; }
}
