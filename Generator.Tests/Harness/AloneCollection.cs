namespace NeuralDsl.Generator.Tests.Harness;

/// <summary>Tests that seed the engine's random numbers, of which there is one sequence in the process: no others run beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "alone";
}
