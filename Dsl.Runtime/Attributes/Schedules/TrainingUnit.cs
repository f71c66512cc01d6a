namespace NeuralDsl;

/// <summary>What a schedule counts.</summary>
public enum TrainingUnit
{
    /// <summary>Passes over the data.</summary>
    Epoch,

    /// <summary>Steps of the optimizer.</summary>
    Step,
}
