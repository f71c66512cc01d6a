namespace TorchSharp.Optim;

/// <summary>What became of a <see cref="FusedStep"/>; repeated in native/optimizers.cpp.</summary>
internal enum FusedOutcome
{
    /// <summary>The parameter has no gradient.</summary>
    NoGradient,

    Done,

    /// <summary>The tensors are not of single or double precision on the CPU: the step must be composed of operators.</summary>
    NotForThis,
}
