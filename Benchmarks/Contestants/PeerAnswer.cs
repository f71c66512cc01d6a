namespace NeuralDsl.Benchmarks;

/// <summary>What a contestant's process answers, a line of JSON; each request fills some of it.</summary>
internal sealed record PeerAnswer
{
    /// <summary>At the start: the version of libtorch.</summary>
    public string Version { get; init; } = "";

    /// <summary>At the start: what is resident before there is a model, in bytes.</summary>
    public long Resident { get; init; }

    /// <summary>The seconds of all steps, or of one while it warms up.</summary>
    public double Seconds { get; init; }

    /// <summary>The seconds that processors worked on all steps.</summary>
    public double ProcessorSeconds { get; init; }

    /// <summary>Minor page faults of all steps.</summary>
    public long Faults { get; init; }

    /// <summary>Managed bytes that all steps allocated.</summary>
    public long Managed { get; init; }

    /// <summary>The most that was resident since it warmed up, in bytes.</summary>
    public long Peak { get; init; }

    /// <summary>The losses of the first steps.</summary>
    public double[] Losses { get; init; } = [];

    /// <summary>Numbers of the first prediction's tensors.</summary>
    public double[][] Predictions { get; init; } = [];

    /// <summary>A line for each operator: its name, calls and nanoseconds.</summary>
    public string Operators { get; init; } = "";
}
