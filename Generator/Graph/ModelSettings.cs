using NeuralDsl.Collections;
using NeuralDsl.Declaration;

namespace NeuralDsl.Graph;

/// <summary>What a model declares besides its network: its data, and how it is trained, measured and searched by default.</summary>
/// <param name="Data">Its data; null for none.</param>
/// <param name="Training">The arguments of <c>[Training]</c> and <c>[Metrics]</c>, as the run time's <c>TrainingDefaults</c> has them.</param>
/// <param name="Metrics">What is measured; null for what the first loss's task asks for.</param>
/// <param name="Searches">What a search tries, in order.</param>
internal sealed record ModelSettings(GraphData? Data, EquatableArray<ArgumentDeclaration> Training, GraphMetrics? Metrics, EquatableArray<GraphSearch> Searches);

/// <summary>What is measured besides the loss.</summary>
/// <param name="Names">Members of the public enum.</param>
/// <param name="TopK">The k of its TopK.</param>
/// <param name="Attribute">Index of the attribute that declares it.</param>
internal sealed record GraphMetrics(EquatableArray<string> Names, long TopK, int Attribute)
{
    public const long DefaultTopK = 5;
}

/// <summary>What a search tries for one number.</summary>
/// <param name="Name">A hyper-parameter, or <see cref="LearningRate"/> or <see cref="BatchSize"/>.</param>
/// <param name="Values">The values to choose from; empty for a range.</param>
/// <param name="From">The least value of a range.</param>
/// <param name="To">The largest value of a range.</param>
/// <param name="IsLog">Whether a range is drawn from evenly in its logarithm.</param>
/// <param name="Attribute">Index of the attribute that declares it.</param>
internal sealed record GraphSearch(string Name, EquatableArray<double> Values, double From, double To, bool IsLog, int Attribute)
{
    public const string LearningRate = "LearningRate";

    public const string BatchSize = "BatchSize";
}
