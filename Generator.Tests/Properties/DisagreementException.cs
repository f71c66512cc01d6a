namespace NeuralDsl.Generator.Tests.Properties;

/// <summary>Compiler and engine do not say the same of a model.</summary>
internal sealed class DisagreementException(string message) : Exception(message);
