namespace NeuralDsl.Generator.Tests.Properties;

/// <summary>A model that has no meaning on the engine, for want of a call that it could be: a name of nothing, a pattern that fits no shape.</summary>
internal sealed class EngineException(string message) : Exception(message);
