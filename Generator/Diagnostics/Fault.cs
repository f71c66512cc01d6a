using Microsoft.CodeAnalysis;
using NeuralDsl.Collections;

namespace NeuralDsl.Diagnostics;

/// <summary>One thing that is wrong with a model, as a value; the analyzer turns it into a diagnostic at its place in the source.</summary>
/// <param name="Descriptor">The rule; the descriptors are static and free of compilation state.</param>
/// <param name="Location">Where.</param>
/// <param name="Arguments">Arguments of the descriptor's message, already text.</param>
/// <param name="Properties">What a code fix needs to know.</param>
internal sealed record Fault(
    DiagnosticDescriptor Descriptor,
    FaultLocation Location,
    EquatableArray<string> Arguments,
    EquatableArray<KeyValuePair<string, string>> Properties)
{
    /// <summary>The property with the name that was probably meant.</summary>
    public const string NearestName = "Nearest";

    public Fault(DiagnosticDescriptor descriptor, FaultLocation location, params string[] arguments)
        : this(descriptor, location, new EquatableArray<string>(arguments), [])
    {
    }

    public bool IsError => Descriptor.DefaultSeverity == DiagnosticSeverity.Error;

    /// <summary>The fault with the values for which it happens at the end of its message.</summary>
    public Fault WithCounterexample(string values) =>
        this with { Arguments = [.. Arguments.Take(Arguments.Count - 1), $"{Arguments[Arguments.Count - 1]}; fails for {values}"] };

    /// <summary>The fault with the name that was probably meant, where there is one.</summary>
    public Fault WithNearest(string? name) => name is null ? this : With(NearestName, name);

    /// <summary>The fault with one more fact for the code fixes.</summary>
    public Fault With(string key, string value) => this with { Properties = Properties.Append(new(key, value)).ToEquatableArray() };
}
