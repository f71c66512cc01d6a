namespace NeuralDsl;

/// <summary>How the model is trained unless the options of <c>Fit</c> say otherwise.</summary>
/// <example><code>[Input("x", "N 8"), Linear(1), MSELoss, Adam, Training(Epochs = 50, BatchSize = 64, Patience = 5)]</code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class TrainingAttribute : ModelElementAttribute
{
    /// <summary>How often every row is seen; at least 1, default 10.</summary>
    public int Epochs { get; set; } = 10;

    /// <summary>Rows in a batch; at least 1, default 32.</summary>
    public int BatchSize { get; set; } = 32;

    /// <summary>Batches whose gradients are averaged for one step; at least 1, the default.</summary>
    public int Accumulation { get; set; } = 1;

    /// <summary>How many epochs without a better validation loss end the training; 0, the default, for never.</summary>
    public int Patience { get; set; }

    /// <summary>The decay of the weights' exponential moving average, below 1; 0, the default, for none.</summary>
    public double EmaDecay { get; set; }

    /// <summary>The dtype in which forward and backward compute; default that of the weights.</summary>
    public Precision Precision { get; set; }
}
