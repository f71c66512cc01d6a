namespace NeuralDsl.Operators;

/// <summary>A number in emitted code: a literal or the name of a hyper-parameter.</summary>
/// <param name="Text">The C#.</param>
internal sealed record Number(string Text);
