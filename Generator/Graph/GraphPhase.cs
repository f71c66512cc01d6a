using NeuralDsl.Collections;

namespace NeuralDsl.Graph;

/// <summary>A part of the training step: losses, and the optimizer of the parameters that it trains. A model that declares no phases has one without a name.</summary>
/// <param name="Name">The phase's name; empty where the model declares no phases.</param>
/// <param name="Every">It is part of each so many-th step.</param>
/// <param name="Losses">The losses, in order.</param>
/// <param name="Groups">The parameter groups of the optimizer, in order.</param>
/// <param name="Plan">What happens to gradients and learning rate.</param>
/// <param name="Attribute">Index of the attribute that declares it; that of the class where none does.</param>
internal sealed record GraphPhase(string Name, long Every, EquatableArray<GraphLoss> Losses, EquatableArray<ParameterGroup> Groups, TrainingPlan Plan, int Attribute)
{
    /// <summary>Whether the model declares phases.</summary>
    public bool IsDeclared => Name.Length > 0;

    /// <summary>The phase as messages call it: its name and the model's, or the model's alone.</summary>
    public string Title(string model) => IsDeclared ? $"phase '{Name}' of model '{model}'" : $"model '{model}'";
}
