namespace NeuralDsl.Benchmarks;

/// <summary>What a contestant's process is asked, a line of JSON.</summary>
/// <param name="Command"><c>check</c>, <c>warm</c>, <c>run</c>, <c>peak</c> or <c>profile</c>.</param>
/// <param name="Mode"><c>train</c> or <c>predict</c>.</param>
internal sealed record PeerRequest(string Command, string Mode = "train")
{
    /// <summary>Steps to take.</summary>
    public int Steps { get; init; }

    /// <summary>Steps before them that do not count.</summary>
    public int Untimed { get; init; }

    /// <summary>How long to take steps at least.</summary>
    public double Seconds { get; init; }

    /// <summary>The library that counts operators.</summary>
    public string Library { get; init; } = "";
}
