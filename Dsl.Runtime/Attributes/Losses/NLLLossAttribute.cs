namespace NeuralDsl;

/// <summary>Negative log-likelihood of log-probabilities against class indices.</summary>
/// <remarks>
/// <para>
/// Shape: log-probabilities <c>[N, classes]</c>, <c>[N, T, classes]</c> or, where axis 1 is named C, <c>[N, C, …]</c>; target Int64, the
/// shape without the class axis. The loss of a row is <c>-w[target] · prediction[target]</c>.
/// </para>
/// <para><c>LogSoftmax</c> makes log-probabilities; for logits take <c>CrossEntropyLoss</c>.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Linear(3), LogSoftmax, NLLLoss]</code></example>
public sealed class NLLLossAttribute : ClassLossAttribute;
