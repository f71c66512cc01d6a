using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>
/// The passes of a training step of recurrent layers without autograd: of one layer in one direction, batch first, from states of zeros. Dropout within the recurrence is that of
/// <see cref="RecurrentDropout"/>.
/// </summary>
public static class Recurrence
{
    /// <summary>The forward pass of an LSTM: what <see cref="Backward(Tape, LSTM, Tensor, Tensor, Tensor)"/> needs goes on the tape.</summary>
    /// <param name="tape">Where the backward pass finds what it needs.</param>
    /// <param name="lstm">The layer.</param>
    /// <param name="x">The sequences, <c>[N, T, F]</c>.</param>
    /// <param name="p">Probability, in [0, 1], of an element of the state to be hidden from the recurrent weights while training.</param>
    /// <returns>The hidden states after each step, <c>[N, T, hidden]</c>, and both states after the last, <c>[N, 1, hidden]</c>; the caller disposes them.</returns>
    public static (Tensor Steps, Tensor Hidden, Tensor Cell) Forward(Tape tape, LSTM lstm, Tensor x, double p)
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(lstm);
        using var withoutAutograd = no_grad();
        var weights = new Weights(lstm);
        using var bias = weights.InputBias is null ? null : weights.InputBias + weights.StateBias!;
        var inputs = TimeFirst(x);
        var gates = nn.functional.linear(inputs, weights.Input, bias!);
        var mask = Mask(x, weights, p, lstm.training);
        var (hidden, cells, bent) = Kernels.LSTM(gates, weights.State, mask);
        tape.Push(inputs);
        tape.Push(gates);
        tape.Push(mask);
        tape.Push(hidden);
        tape.Push(cells);
        tape.Push(bent);
        return (Steps(hidden), Last(hidden), Last(cells));
    }

    /// <summary>The backward pass of an LSTM: adds to the gradients of its weights.</summary>
    /// <param name="tape">What the forward pass left.</param>
    /// <param name="lstm">The layer.</param>
    /// <param name="dSteps">The gradient of the hidden states after each step, <c>[N, T, hidden]</c>; null for none. The caller disposes what it passes.</param>
    /// <param name="dHidden">That of the last hidden state, <c>[N, 1, hidden]</c>; null for none.</param>
    /// <param name="dCell">That of the last cell state, <c>[N, 1, hidden]</c>; null for none.</param>
    /// <returns>The gradient of the sequences; the caller disposes it.</returns>
    public static Tensor Backward(Tape tape, LSTM lstm, Tensor? dSteps, Tensor? dHidden = null, Tensor? dCell = null)
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(lstm);
        using var withoutAutograd = no_grad();
        using var bent = tape.Pop();
        using var cells = tape.Pop();
        using var hidden = tape.Pop();
        using var mask = tape.PopOrNull();
        using var gates = tape.Pop();
        using var inputs = tape.Pop();
        var weights = new Weights(lstm);
        using var dy = TimeFirst(dSteps, bent);
        using var dh = State(dHidden, hidden);
        using var dc = State(dCell, hidden);
        using var dGates = Kernels.LSTMBackward(dy, dh, dc, gates, cells, bent, weights.State, mask);
        return Learn(weights, inputs, hidden, mask, dGates, dGates);
    }

    /// <summary>The forward pass of a GRU: what <see cref="Backward(Tape, GRU, Tensor, Tensor)"/> needs goes on the tape.</summary>
    /// <param name="tape">Where the backward pass finds what it needs.</param>
    /// <param name="gru">The layer.</param>
    /// <param name="x">The sequences, <c>[N, T, F]</c>.</param>
    /// <param name="p">Probability, in [0, 1], of an element of the state to be hidden from the recurrent weights while training.</param>
    /// <returns>The states after each step, <c>[N, T, hidden]</c>, and that after the last, <c>[N, 1, hidden]</c>; the caller disposes them.</returns>
    public static (Tensor Steps, Tensor Hidden) Forward(Tape tape, GRU gru, Tensor x, double p)
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(gru);
        using var withoutAutograd = no_grad();
        var weights = new Weights(gru);
        var inputs = TimeFirst(x);
        var gates = nn.functional.linear(inputs, weights.Input, weights.InputBias!);
        var mask = Mask(x, weights, p, gru.training);
        var (hidden, recurrent) = Kernels.GRU(gates, weights.State, weights.StateBias, mask);
        tape.Push(inputs);
        tape.Push(gates);
        tape.Push(mask);
        tape.Push(hidden);
        tape.Push(recurrent);
        return (Steps(hidden), Last(hidden));
    }

    /// <summary>The backward pass of a GRU: adds to the gradients of its weights.</summary>
    /// <param name="tape">What the forward pass left.</param>
    /// <param name="gru">The layer.</param>
    /// <param name="dSteps">The gradient of the states after each step, <c>[N, T, hidden]</c>; null for none. The caller disposes what it passes.</param>
    /// <param name="dHidden">That of the last state, <c>[N, 1, hidden]</c>; null for none.</param>
    /// <returns>The gradient of the sequences; the caller disposes it.</returns>
    public static Tensor Backward(Tape tape, GRU gru, Tensor? dSteps, Tensor? dHidden = null)
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(gru);
        using var withoutAutograd = no_grad();
        using var recurrent = tape.Pop();
        using var hidden = tape.Pop();
        using var mask = tape.PopOrNull();
        using var gates = tape.Pop();
        using var inputs = tape.Pop();
        var weights = new Weights(gru);
        using var dy = TimeFirst(dSteps, recurrent);
        using var dh = State(dHidden, hidden);
        var (dGates, dState) = Kernels.GRUBackward(dy, dh, gates, hidden, recurrent, weights.State, mask);
        using (dGates)
        using (dState)
            return Learn(weights, inputs, hidden, mask, dGates, dState);
    }

    /// <summary>The forward pass of a plain recurrent layer: what <see cref="Backward(Tape, RNN, Tensor, Tensor, Nonlinearity)"/> needs goes on the tape.</summary>
    /// <param name="tape">Where the backward pass finds what it needs.</param>
    /// <param name="rnn">The layer.</param>
    /// <param name="x">The sequences, <c>[N, T, F]</c>.</param>
    /// <param name="p">Probability, in [0, 1], of an element of the state to be hidden from the recurrent weights while training.</param>
    /// <param name="nonlinearity">The layer's function.</param>
    /// <returns>The states after each step, <c>[N, T, hidden]</c>, and that after the last, <c>[N, 1, hidden]</c>; the caller disposes them.</returns>
    public static (Tensor Steps, Tensor Hidden) Forward(Tape tape, RNN rnn, Tensor x, double p, Nonlinearity nonlinearity)
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(rnn);
        using var withoutAutograd = no_grad();
        var weights = new Weights(rnn);
        using var bias = weights.InputBias is null ? null : weights.InputBias + weights.StateBias!;
        var inputs = TimeFirst(x);
        using var gates = nn.functional.linear(inputs, weights.Input, bias!);
        var mask = Mask(x, weights, p, rnn.training);
        var hidden = Kernels.RNN(gates, weights.State, mask, nonlinearity == Nonlinearity.ReLU);
        tape.Push(inputs);
        tape.Push(mask);
        tape.Push(hidden);
        return (Steps(hidden), Last(hidden));
    }

    /// <summary>The backward pass of a plain recurrent layer: adds to the gradients of its weights.</summary>
    /// <param name="tape">What the forward pass left.</param>
    /// <param name="rnn">The layer.</param>
    /// <param name="dSteps">The gradient of the states after each step, <c>[N, T, hidden]</c>; null for none. The caller disposes what it passes.</param>
    /// <param name="dHidden">That of the last state, <c>[N, 1, hidden]</c>; null for none.</param>
    /// <param name="nonlinearity">The layer's function.</param>
    /// <returns>The gradient of the sequences; the caller disposes it.</returns>
    public static Tensor Backward(Tape tape, RNN rnn, Tensor? dSteps, Tensor? dHidden, Nonlinearity nonlinearity)
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(rnn);
        using var withoutAutograd = no_grad();
        using var hidden = tape.Pop();
        using var mask = tape.PopOrNull();
        using var inputs = tape.Pop();
        var weights = new Weights(rnn);
        using var steps = hidden.narrow(0, 1, inputs.size(0));
        using var dy = TimeFirst(dSteps, steps);
        using var dh = State(dHidden, hidden);
        using var dGates = Kernels.RNNBackward(dy, dh, hidden, weights.State, mask, nonlinearity == Nonlinearity.ReLU);
        return Learn(weights, inputs, hidden, mask, dGates, dGates);
    }

    /// <summary>Adds the gradients of the weights, and gives that of the sequences.</summary>
    private static Tensor Learn(Weights weights, Tensor inputs, Tensor hidden, Tensor? mask, Tensor dGates, Tensor dState)
    {
        using var before = hidden.narrow(0, 0, inputs.size(0));
        using var seen = DropoutMask.Apply(before, mask);
        ParameterGradient.AddLinear(weights.State, weights.StateBias, dState, seen);
        ParameterGradient.AddLinear(weights.Input, weights.InputBias, dGates, inputs);
        using var dInputs = dGates.matmul(weights.Input);
        return TimeFirst(dInputs);
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

    private static Tensor TimeFirst(Tensor? gradient, Tensor like) => gradient is null ? zeros_like(like) : TimeFirst(gradient);

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

    /// <summary>The parameters of a layer; the biases are null where there are none.</summary>
    private readonly struct Weights(nn.Module module)
    {
        public Parameter Input { get; } = module.get_parameter("weight_ih_l0")!;

        public Parameter State { get; } = module.get_parameter("weight_hh_l0")!;

        public Parameter? InputBias { get; } = module.get_parameter("bias_ih_l0");

        public Parameter? StateBias { get; } = module.get_parameter("bias_hh_l0");
    }
}
