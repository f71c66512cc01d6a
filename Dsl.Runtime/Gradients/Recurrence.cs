using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>The passes of a training step of recurrent layers without autograd, batch first. Dropout within the recurrence is that of <see cref="RecurrentDropout"/>.</summary>
public static partial class Recurrence
{
    /// <summary>The forward pass of an LSTM of one layer in one direction, from states of zeros: what <see cref="Backward(Tape, LSTM, Tensor, Tensor, Tensor)"/> needs goes on the tape.</summary>
    /// <param name="tape">Where the backward pass finds what it needs.</param>
    /// <param name="lstm">The layer.</param>
    /// <param name="x">The sequences, <c>[N, T, F]</c>.</param>
    /// <param name="p">Probability, in [0, 1], of an element of the state to be hidden from the recurrent weights while training.</param>
    /// <returns>The hidden states after each step, <c>[N, T, hidden]</c>, and both states after the last, <c>[N, 1, hidden]</c>; the caller disposes them.</returns>
    public static (Tensor Steps, Tensor Hidden, Tensor Cell) Forward(Tape tape, LSTM lstm, Tensor x, double p)
    {
        var (steps, last) = ForwardOnce(tape, lstm, Unit.LSTM, x, p);
        return (steps, last[0], last[1]);
    }

    /// <summary>The backward pass of such an LSTM: adds to the gradients of its weights.</summary>
    /// <param name="tape">What the forward pass left.</param>
    /// <param name="lstm">The layer.</param>
    /// <param name="dSteps">The gradient of the hidden states after each step, <c>[N, T, hidden]</c>; null for none. The caller disposes what it passes.</param>
    /// <param name="dHidden">That of the last hidden state, <c>[N, 1, hidden]</c>; null for none.</param>
    /// <param name="dCell">That of the last cell state, <c>[N, 1, hidden]</c>; null for none.</param>
    /// <returns>The gradient of the sequences; the caller disposes it.</returns>
    public static Tensor Backward(Tape tape, LSTM lstm, Tensor? dSteps, Tensor? dHidden = null, Tensor? dCell = null) => BackwardOnce(tape, lstm, Unit.LSTM, dSteps, dHidden, dCell);

    /// <summary>The forward pass of a GRU of one layer in one direction, from a state of zeros: what <see cref="Backward(Tape, GRU, Tensor, Tensor)"/> needs goes on the tape.</summary>
    /// <param name="tape">Where the backward pass finds what it needs.</param>
    /// <param name="gru">The layer.</param>
    /// <param name="x">The sequences, <c>[N, T, F]</c>.</param>
    /// <param name="p">Probability, in [0, 1], of an element of the state to be hidden from the recurrent weights while training.</param>
    /// <returns>The states after each step, <c>[N, T, hidden]</c>, and that after the last, <c>[N, 1, hidden]</c>; the caller disposes them.</returns>
    public static (Tensor Steps, Tensor Hidden) Forward(Tape tape, GRU gru, Tensor x, double p)
    {
        var (steps, last) = ForwardOnce(tape, gru, Unit.GRU, x, p);
        return (steps, last[0]);
    }

    /// <summary>The backward pass of such a GRU: adds to the gradients of its weights.</summary>
    /// <param name="tape">What the forward pass left.</param>
    /// <param name="gru">The layer.</param>
    /// <param name="dSteps">The gradient of the states after each step, <c>[N, T, hidden]</c>; null for none. The caller disposes what it passes.</param>
    /// <param name="dHidden">That of the last state, <c>[N, 1, hidden]</c>; null for none.</param>
    /// <returns>The gradient of the sequences; the caller disposes it.</returns>
    public static Tensor Backward(Tape tape, GRU gru, Tensor? dSteps, Tensor? dHidden = null) => BackwardOnce(tape, gru, Unit.GRU, dSteps, dHidden, null);

    /// <summary>
    /// The forward pass of a plain recurrent layer in one direction, from a state of zeros: what <see cref="Backward(Tape, RNN, Tensor, Tensor, Nonlinearity)"/> needs goes on the tape.
    /// </summary>
    /// <param name="tape">Where the backward pass finds what it needs.</param>
    /// <param name="rnn">The layer.</param>
    /// <param name="x">The sequences, <c>[N, T, F]</c>.</param>
    /// <param name="p">Probability, in [0, 1], of an element of the state to be hidden from the recurrent weights while training.</param>
    /// <param name="nonlinearity">The layer's function.</param>
    /// <returns>The states after each step, <c>[N, T, hidden]</c>, and that after the last, <c>[N, 1, hidden]</c>; the caller disposes them.</returns>
    public static (Tensor Steps, Tensor Hidden) Forward(Tape tape, RNN rnn, Tensor x, double p, Nonlinearity nonlinearity)
    {
        var (steps, last) = ForwardOnce(tape, rnn, UnitOf(nonlinearity), x, p);
        return (steps, last[0]);
    }

    /// <summary>The backward pass of such a layer: adds to the gradients of its weights.</summary>
    /// <param name="tape">What the forward pass left.</param>
    /// <param name="rnn">The layer.</param>
    /// <param name="dSteps">The gradient of the states after each step, <c>[N, T, hidden]</c>; null for none. The caller disposes what it passes.</param>
    /// <param name="dHidden">That of the last state, <c>[N, 1, hidden]</c>; null for none.</param>
    /// <param name="nonlinearity">The layer's function.</param>
    /// <returns>The gradient of the sequences; the caller disposes it.</returns>
    public static Tensor Backward(Tape tape, RNN rnn, Tensor? dSteps, Tensor? dHidden, Nonlinearity nonlinearity) =>
        BackwardOnce(tape, rnn, UnitOf(nonlinearity), dSteps, dHidden, null);

    private static (Tensor Steps, Tensor[] Last) ForwardOnce(Tape tape, nn.Module module, Unit unit, Tensor x, double p)
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(module);
        using var withoutAutograd = no_grad();
        var weights = new Weights(module, "_l0");
        var states = Run(tape, unit, weights, TimeFirst(x), null, null, Mask(x, weights, p, module.training));
        return (Steps(states[0]), [.. states.Select(Last)]);
    }

    private static Tensor BackwardOnce(Tape tape, nn.Module module, Unit unit, Tensor? dSteps, Tensor? dHidden, Tensor? dCell)
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(module);
        using var withoutAutograd = no_grad();
        using var dy = dSteps is null ? null : TimeFirst(dSteps);
        var (dInputs, dFirst, dFirstCell) = RunBack(tape, unit, new(module, "_l0"), dy, dHidden, dCell);
        dFirst.Dispose();
        dFirstCell?.Dispose();
        using (dInputs)
            return TimeFirst(dInputs);
    }

    /// <summary>One layer in one direction; the tape owns the inputs and the mask from here on, and the states.</summary>
    /// <returns>Hidden states, and cell states where there are such: <c>[T + 1, N, hidden]</c> with that before the first step.</returns>
    private static Tensor[] Run(Tape tape, Unit unit, Weights weights, Tensor inputs, Tensor? first, Tensor? firstCell, Tensor? mask)
    {
        using var sum = unit == Unit.GRU || weights.InputBias is null ? null : weights.InputBias + weights.StateBias!;
        var gates = nn.functional.linear(inputs, weights.Input, unit == Unit.GRU ? weights.InputBias! : sum!);
        tape.Push(inputs.DetachFromDisposeScope());
        tape.Push(mask?.DetachFromDisposeScope());
        switch (unit)
        {
            case Unit.LSTM:
                var (hidden, cells, bent) = Kernels.LSTM(gates, weights.State, mask, first, firstCell);
                tape.Push(gates.DetachFromDisposeScope());
                tape.Push(bent.DetachFromDisposeScope());
                tape.Push(cells.DetachFromDisposeScope());
                tape.Push(hidden.DetachFromDisposeScope());
                return [hidden, cells];
            case Unit.GRU:
                var (states, recurrent) = Kernels.GRU(gates, weights.State, weights.StateBias, mask, first);
                tape.Push(gates.DetachFromDisposeScope());
                tape.Push(recurrent.DetachFromDisposeScope());
                tape.Push(states.DetachFromDisposeScope());
                return [states];
            default:
                using (gates)
                    hidden = Kernels.RNN(gates, weights.State, mask, first, unit == Unit.ReLU);
                tape.Push(hidden.DetachFromDisposeScope());
                return [hidden];
        }
    }

    /// <summary>The backward pass of it: adds to the gradients of the weights.</summary>
    /// <returns>The gradients of the inputs, <c>[T, N, F]</c>, and of the states before the first step, <c>[N, hidden]</c>.</returns>
    private static (Tensor Inputs, Tensor First, Tensor? FirstCell) RunBack(Tape tape, Unit unit, Weights weights, Tensor? dSteps, Tensor? dHidden, Tensor? dCell)
    {
        using var hidden = tape.Pop();
        using var after = hidden.narrow(0, 1, hidden.size(0) - 1);
        using var dy = dSteps?.alias() ?? zeros_like(after);
        using var dh = State(dHidden, hidden);
        switch (unit)
        {
            case Unit.LSTM:
            {
                using var cells = tape.Pop();
                using var bent = tape.Pop();
                using var gates = tape.Pop();
                using var mask = tape.PopOrNull();
                using var inputs = tape.Pop();
                using var dc = State(dCell, hidden);
                var (dGates, dFirst, dFirstCell) = Kernels.LSTMBackward(dy, dh, dc, gates, cells, bent, weights.State, mask);
                using (dGates)
                    return (Learn(weights, inputs, hidden, mask, dGates, dGates), dFirst, dFirstCell);
            }
            case Unit.GRU:
            {
                using var recurrent = tape.Pop();
                using var gates = tape.Pop();
                using var mask = tape.PopOrNull();
                using var inputs = tape.Pop();
                var (dGates, dState, dFirst) = Kernels.GRUBackward(dy, dh, gates, hidden, recurrent, weights.State, mask);
                using (dGates)
                using (dState)
                    return (Learn(weights, inputs, hidden, mask, dGates, dState), dFirst, null);
            }
            default:
            {
                using var mask = tape.PopOrNull();
                using var inputs = tape.Pop();
                var (dGates, dFirst) = Kernels.RNNBackward(dy, dh, hidden, weights.State, mask, unit == Unit.ReLU);
                using (dGates)
                    return (Learn(weights, inputs, hidden, mask, dGates, dGates), dFirst, null);
            }
        }
    }

    /// <summary>Adds the gradients of the weights, and gives that of the inputs.</summary>
    private static Tensor Learn(Weights weights, Tensor inputs, Tensor hidden, Tensor? mask, Tensor dGates, Tensor dState)
    {
        using var before = hidden.narrow(0, 0, inputs.size(0));
        using var seen = DropoutMask.Apply(before, mask);
        ParameterGradient.AddLinear(weights.State, weights.StateBias, dState, seen);
        ParameterGradient.AddLinear(weights.Input, weights.InputBias, dGates, inputs);
        return dGates.matmul(weights.Input);
    }

    private static Tensor? Mask(Tensor x, Weights weights, double p, bool training)
    {
        if (!training || p == 0)
            return null;
        using var state = ones([x.size(0), weights.State.size(1)], x.dtype, x.device);
        return DropoutMask.Draw(state, p, training: true);
    }

    /// <summary>Batch and time exchanged.</summary>
    private static Tensor TimeFirst(Tensor x)
    {
        using var turned = x.transpose(0, 1);
        return turned.contiguous();
    }

    /// <summary>The states after each step, batch first.</summary>
    private static Tensor Steps(Tensor states)
    {
        using var after = states.narrow(0, 1, states.size(0) - 1);
        return TimeFirst(after);
    }

    /// <summary>The state after the last step, batch first.</summary>
    private static Tensor Last(Tensor states)
    {
        using var last = states.narrow(0, states.size(0) - 1, 1);
        using var turned = last.transpose(0, 1);
        return turned.clone();
    }

    private static Tensor State(Tensor? gradient, Tensor states) =>
        gradient is null ? zeros([states.size(1), states.size(2)], states.dtype, states.device) : gradient.reshape(states.size(1), states.size(2));

    private static Unit UnitOf(Nonlinearity nonlinearity) => nonlinearity == Nonlinearity.ReLU ? Unit.ReLU : Unit.Tanh;

    /// <summary>What is done at each step.</summary>
    private enum Unit
    {
        Tanh,
        ReLU,
        GRU,
        LSTM,
    }

    /// <summary>The parameters of a layer in one direction; the biases are null where there are none.</summary>
    private readonly struct Weights(nn.Module module, string suffix)
    {
        public Parameter Input { get; } = module.get_parameter($"weight_ih{suffix}")!;

        public Parameter State { get; } = module.get_parameter($"weight_hh{suffix}")!;

        public Parameter? InputBias { get; } = module.get_parameter($"bias_ih{suffix}");

        public Parameter? StateBias { get; } = module.get_parameter($"bias_hh{suffix}");
    }
}
