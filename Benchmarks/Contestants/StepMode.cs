namespace NeuralDsl.Benchmarks;

/// <summary>What a step is.</summary>
internal enum StepMode
{
    /// <summary>Forward, backward and the change of the parameters, in all phases of the model.</summary>
    Train,

    /// <summary>The prediction of a batch in evaluation mode, without gradients.</summary>
    Predict,
}
