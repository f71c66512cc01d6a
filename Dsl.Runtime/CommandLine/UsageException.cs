namespace NeuralDsl;

/// <summary>A command line whose words are right one by one, and do not fit the model that it names.</summary>
internal sealed class UsageException(string message) : Exception(message);
