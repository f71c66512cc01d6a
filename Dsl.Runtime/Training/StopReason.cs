namespace NeuralDsl;

/// <summary>What ended a training.</summary>
public enum StopReason
{
    /// <summary>All epochs are done.</summary>
    Completed,

    /// <summary>The loss had not become better for as many epochs as <see cref="FitOptions{TBatch}.Patience"/> says.</summary>
    Patience,

    /// <summary>A callback called <see cref="FitContext{TBatch}.Stop"/>.</summary>
    Callback,

    /// <summary>The options' token asked for it.</summary>
    Cancellation,
}
