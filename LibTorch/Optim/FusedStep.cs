using System.Diagnostics;
using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Optim;

/// <summary>A step of an optimizer in one pass over the memory of a parameter, its gradient and what is remembered of it.</summary>
internal static unsafe class FusedStep
{
    private const int MostStates = 3;
    private const int MostCoefficients = 10;

    /// <summary>Takes the step, if the parameter has a gradient and the tensors are of a kind for it.</summary>
    /// <param name="method">What is computed.</param>
    /// <param name="parameter">What moves.</param>
    /// <param name="states">What is remembered of it, in the order of <see cref="FusedMethod"/>.</param>
    /// <param name="coefficients">The numbers, in that order too.</param>
    public static FusedOutcome Take(FusedMethod method, Tensor parameter, ReadOnlySpan<Tensor> states, ReadOnlySpan<double> coefficients)
    {
        Debug.Assert(states.Length <= MostStates && coefficients.Length <= MostCoefficients);
        var handles = stackalloc nint[MostStates];
        for (var i = 0; i < states.Length; i++)
            handles[i] = states[i].Handle;
        var numbers = stackalloc double[MostCoefficients];
        coefficients.CopyTo(new Span<double>(numbers, MostCoefficients));
        var outcome = NativeMethods.td_step((int)method, parameter.Handle, handles, states.Length, numbers);
        NativeError.Check(outcome, nameof(Take));
        GC.KeepAlive(parameter);
        return (FusedOutcome)outcome;
    }
}
