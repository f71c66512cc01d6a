using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <content>Cells, which are one step.</content>
public static partial class Recurrence
{
    /// <summary>The forward pass of an LSTM's cell: what <see cref="Backward(Tape, LSTMCell, Tensor, Tensor)"/> needs goes on the tape.</summary>
    /// <param name="tape">Where the backward pass finds what it needs.</param>
    /// <param name="lstm">The cell.</param>
    /// <param name="x">What it reads, <c>[N, F]</c>.</param>
    /// <param name="hidden">The hidden state before it, <c>[N, hidden]</c>; null for zeros.</param>
    /// <param name="cell">The cell state before it; null for zeros.</param>
    /// <returns>Both states after it, <c>[N, hidden]</c>; the caller disposes them.</returns>
    public static (Tensor Hidden, Tensor Cell) Forward(Tape tape, LSTMCell lstm, Tensor x, Tensor? hidden = null, Tensor? cell = null)
    {
        var states = ForwardCell(tape, lstm, Unit.LSTM, x, hidden, cell);
        return (states[0], states[1]);
    }

    /// <summary>The backward pass of an LSTM's cell: adds to the gradients of its weights.</summary>
    /// <param name="tape">What the forward pass left.</param>
    /// <param name="lstm">The cell.</param>
    /// <param name="dHidden">The gradient of the hidden state after it, <c>[N, hidden]</c>; null for none. The caller disposes what it passes.</param>
    /// <param name="dCell">That of the cell state after it; null for none.</param>
    /// <returns>The gradients of what it read and of both states before it; the caller disposes them.</returns>
    public static (Tensor X, Tensor Hidden, Tensor Cell) Backward(Tape tape, LSTMCell lstm, Tensor? dHidden, Tensor? dCell)
    {
        var (dx, first, firstCell) = BackwardCell(tape, lstm, Unit.LSTM, dHidden, dCell);
        return (dx, first, firstCell!);
    }

    /// <summary>The forward pass of a GRU's cell: what <see cref="Backward(Tape, GRUCell, Tensor)"/> needs goes on the tape.</summary>
    /// <param name="tape">Where the backward pass finds what it needs.</param>
    /// <param name="gru">The cell.</param>
    /// <param name="x">What it reads, <c>[N, F]</c>.</param>
    /// <param name="hidden">The state before it, <c>[N, hidden]</c>; null for zeros.</param>
    /// <returns>The state after it, <c>[N, hidden]</c>; the caller disposes it.</returns>
    public static Tensor Forward(Tape tape, GRUCell gru, Tensor x, Tensor? hidden = null) => ForwardCell(tape, gru, Unit.GRU, x, hidden, null)[0];

    /// <summary>The backward pass of a GRU's cell: adds to the gradients of its weights.</summary>
    /// <param name="tape">What the forward pass left.</param>
    /// <param name="gru">The cell.</param>
    /// <param name="dHidden">The gradient of the state after it, <c>[N, hidden]</c>, which the caller disposes.</param>
    /// <returns>The gradients of what it read and of the state before it; the caller disposes them.</returns>
    public static (Tensor X, Tensor Hidden) Backward(Tape tape, GRUCell gru, Tensor dHidden)
    {
        var (dx, first, _) = BackwardCell(tape, gru, Unit.GRU, dHidden, null);
        return (dx, first);
    }

    /// <summary>The forward pass of a plain cell: what <see cref="Backward(Tape, RNNCell, Tensor, Nonlinearity)"/> needs goes on the tape.</summary>
    /// <param name="tape">Where the backward pass finds what it needs.</param>
    /// <param name="rnn">The cell.</param>
    /// <param name="x">What it reads, <c>[N, F]</c>.</param>
    /// <param name="hidden">The state before it, <c>[N, hidden]</c>; null for zeros.</param>
    /// <param name="nonlinearity">The cell's function.</param>
    /// <returns>The state after it, <c>[N, hidden]</c>; the caller disposes it.</returns>
    public static Tensor Forward(Tape tape, RNNCell rnn, Tensor x, Tensor? hidden, Nonlinearity nonlinearity) => ForwardCell(tape, rnn, UnitOf(nonlinearity), x, hidden, null)[0];

    /// <summary>The backward pass of a plain cell: adds to the gradients of its weights.</summary>
    /// <param name="tape">What the forward pass left.</param>
    /// <param name="rnn">The cell.</param>
    /// <param name="dHidden">The gradient of the state after it, <c>[N, hidden]</c>, which the caller disposes.</param>
    /// <param name="nonlinearity">The cell's function.</param>
    /// <returns>The gradients of what it read and of the state before it; the caller disposes them.</returns>
    public static (Tensor X, Tensor Hidden) Backward(Tape tape, RNNCell rnn, Tensor dHidden, Nonlinearity nonlinearity)
    {
        var (dx, first, _) = BackwardCell(tape, rnn, UnitOf(nonlinearity), dHidden, null);
        return (dx, first);
    }

    private static Tensor[] ForwardCell(Tape tape, nn.Module cell, Unit unit, Tensor x, Tensor? firstHidden, Tensor? firstCell)
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(x);
        using var withoutAutograd = no_grad();
        var states = Run(tape, unit, new(cell, ""), x.unsqueeze(0), firstHidden, firstCell, null);
        return [.. states.Select(After)];
    }

    private static (Tensor X, Tensor First, Tensor? FirstCell) BackwardCell(Tape tape, nn.Module cell, Unit unit, Tensor? dHidden, Tensor? dCell)
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(cell);
        using var withoutAutograd = no_grad();
        var (dInputs, dFirst, dFirstCell) = RunBack(tape, unit, new(cell, ""), null, dHidden, dCell);
        using (dInputs)
            return (dInputs.squeeze(0), dFirst, dFirstCell);
    }

    /// <summary>The state after the only step.</summary>
    private static Tensor After(Tensor states)
    {
        using var after = states.select(0, 1);
        return after.clone();
    }
}
