using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <content>Several layers, both directions, and states to begin with.</content>
public static partial class Recurrence
{
    /// <summary>The forward pass of an LSTM: what <see cref="BackwardOfAll(Tape, LSTM, Tensor, Tensor, Tensor)"/> needs goes on the tape.</summary>
    /// <param name="tape">Where the backward pass finds what it needs.</param>
    /// <param name="lstm">The layers.</param>
    /// <param name="x">The sequences, <c>[N, T, F]</c>.</param>
    /// <param name="hidden">The hidden states to begin with, <c>[N, layers·directions, hidden]</c>; null for zeros.</param>
    /// <param name="cell">The cell states to begin with; null for zeros.</param>
    /// <param name="p">Probability, in [0, 1], of an element of the state to be hidden from the recurrent weights while training.</param>
    /// <param name="dropout">Probability, in [0, 1], of an element between two layers to be zeroed while training.</param>
    /// <returns>The hidden states after each step, <c>[N, T, directions·hidden]</c>, and both states after the last, <c>[N, layers·directions, hidden]</c>; the caller disposes them.</returns>
    public static (Tensor Steps, Tensor Hidden, Tensor Cell) Forward(Tape tape, LSTM lstm, Tensor x, Tensor? hidden, Tensor? cell, double p, double dropout)
    {
        var (steps, last) = ForwardStack(tape, lstm, Unit.LSTM, x, hidden, cell, p, dropout);
        return (steps, last[0], last[1]);
    }

    /// <summary>The backward pass of an LSTM: adds to the gradients of its weights.</summary>
    /// <param name="tape">What the forward pass left.</param>
    /// <param name="lstm">The layers.</param>
    /// <param name="dSteps">The gradient of the hidden states after each step, <c>[N, T, directions·hidden]</c>; null for none. The caller disposes what it passes.</param>
    /// <param name="dHidden">That of the last hidden states, <c>[N, layers·directions, hidden]</c>; null for none.</param>
    /// <param name="dCell">That of the last cell states; null for none.</param>
    /// <returns>The gradients of the sequences and of the states to begin with; the caller disposes them.</returns>
    public static (Tensor X, Tensor Hidden, Tensor Cell) BackwardOfAll(Tape tape, LSTM lstm, Tensor? dSteps, Tensor? dHidden, Tensor? dCell)
    {
        var (dx, first, firstCell) = BackwardStack(tape, lstm, Unit.LSTM, dSteps, dHidden, dCell);
        return (dx, first, firstCell!);
    }

    /// <summary>The forward pass of a GRU: what <see cref="BackwardOfAll(Tape, GRU, Tensor, Tensor)"/> needs goes on the tape.</summary>
    /// <param name="tape">Where the backward pass finds what it needs.</param>
    /// <param name="gru">The layers.</param>
    /// <param name="x">The sequences, <c>[N, T, F]</c>.</param>
    /// <param name="hidden">The states to begin with, <c>[N, layers·directions, hidden]</c>; null for zeros.</param>
    /// <param name="p">Probability, in [0, 1], of an element of the state to be hidden from the recurrent weights while training.</param>
    /// <param name="dropout">Probability, in [0, 1], of an element between two layers to be zeroed while training.</param>
    /// <returns>The states after each step, <c>[N, T, directions·hidden]</c>, and those after the last, <c>[N, layers·directions, hidden]</c>; the caller disposes them.</returns>
    public static (Tensor Steps, Tensor Hidden) Forward(Tape tape, GRU gru, Tensor x, Tensor? hidden, double p, double dropout)
    {
        var (steps, last) = ForwardStack(tape, gru, Unit.GRU, x, hidden, null, p, dropout);
        return (steps, last[0]);
    }

    /// <summary>The backward pass of a GRU: adds to the gradients of its weights.</summary>
    /// <param name="tape">What the forward pass left.</param>
    /// <param name="gru">The layers.</param>
    /// <param name="dSteps">The gradient of the states after each step, <c>[N, T, directions·hidden]</c>; null for none. The caller disposes what it passes.</param>
    /// <param name="dHidden">That of the last states, <c>[N, layers·directions, hidden]</c>; null for none.</param>
    /// <returns>The gradients of the sequences and of the states to begin with; the caller disposes them.</returns>
    public static (Tensor X, Tensor Hidden) BackwardOfAll(Tape tape, GRU gru, Tensor? dSteps, Tensor? dHidden)
    {
        var (dx, first, _) = BackwardStack(tape, gru, Unit.GRU, dSteps, dHidden, null);
        return (dx, first);
    }

    /// <summary>The forward pass of plain recurrent layers: what <see cref="BackwardOfAll(Tape, RNN, Tensor, Tensor, Nonlinearity)"/> needs goes on the tape.</summary>
    /// <param name="tape">Where the backward pass finds what it needs.</param>
    /// <param name="rnn">The layers.</param>
    /// <param name="x">The sequences, <c>[N, T, F]</c>.</param>
    /// <param name="hidden">The states to begin with, <c>[N, layers·directions, hidden]</c>; null for zeros.</param>
    /// <param name="p">Probability, in [0, 1], of an element of the state to be hidden from the recurrent weights while training.</param>
    /// <param name="dropout">Probability, in [0, 1], of an element between two layers to be zeroed while training.</param>
    /// <param name="nonlinearity">The layers' function.</param>
    /// <returns>The states after each step, <c>[N, T, directions·hidden]</c>, and those after the last, <c>[N, layers·directions, hidden]</c>; the caller disposes them.</returns>
    public static (Tensor Steps, Tensor Hidden) Forward(Tape tape, RNN rnn, Tensor x, Tensor? hidden, double p, double dropout, Nonlinearity nonlinearity)
    {
        var (steps, last) = ForwardStack(tape, rnn, UnitOf(nonlinearity), x, hidden, null, p, dropout);
        return (steps, last[0]);
    }

    /// <summary>The backward pass of plain recurrent layers: adds to the gradients of their weights.</summary>
    /// <param name="tape">What the forward pass left.</param>
    /// <param name="rnn">The layers.</param>
    /// <param name="dSteps">The gradient of the states after each step, <c>[N, T, directions·hidden]</c>; null for none. The caller disposes what it passes.</param>
    /// <param name="dHidden">That of the last states, <c>[N, layers·directions, hidden]</c>; null for none.</param>
    /// <param name="nonlinearity">The layers' function.</param>
    /// <returns>The gradients of the sequences and of the states to begin with; the caller disposes them.</returns>
    public static (Tensor X, Tensor Hidden) BackwardOfAll(Tape tape, RNN rnn, Tensor? dSteps, Tensor? dHidden, Nonlinearity nonlinearity)
    {
        var (dx, first, _) = BackwardStack(tape, rnn, UnitOf(nonlinearity), dSteps, dHidden, null);
        return (dx, first);
    }

    private static (Tensor Steps, Tensor[] Last) ForwardStack(
        Tape tape, nn.Module module, Unit unit, Tensor x, Tensor? firstHidden, Tensor? firstCell, double p, double dropout)
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(module);
        using var withoutAutograd = no_grad();
        using var scope = NewDisposeScope();
        var (layers, directions) = Count(module);
        var last = unit == Unit.LSTM ? new[] { new List<Tensor>(), [] } : [[]];
        var output = TimeFirst(x);
        for (var layer = 0; layer < layers; layer++)
        {
            if (layer > 0)
            {
                var dropped = Between(output, dropout, module.training, p != 0);
                output = DropoutMask.Apply(output, dropped);
                tape.Push(dropped?.DetachFromDisposeScope());
            }
            var made = new Tensor[directions];
            for (var direction = 0; direction < directions; direction++)
            {
                var index = (directions * layer) + direction;
                var weights = new Weights(module, Suffix(layer, direction));
                var read = direction == 0 ? output.alias() : output.flip(0);
                var mask = Mask(x, weights, p, module.training);
                var states = Run(tape, unit, weights, read, firstHidden?.select(1, index), firstCell?.select(1, index), mask);
                for (var state = 0; state < states.Length; state++)
                    last[state].Add(states[state].select(0, states[state].size(0) - 1));
                var steps = states[0].narrow(0, 1, states[0].size(0) - 1);
                made[direction] = direction == 0 ? steps : steps.flip(0);
            }
            output = directions == 1 ? made[0] : cat(made, -1);
        }
        return (TimeFirst(output).MoveToOuterDisposeScope(), [.. last.Select(states => stack(states, 1).MoveToOuterDisposeScope())]);
    }

    private static (Tensor X, Tensor First, Tensor? FirstCell) BackwardStack(Tape tape, nn.Module module, Unit unit, Tensor? dSteps, Tensor? dHidden, Tensor? dCell)
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(module);
        using var withoutAutograd = no_grad();
        using var scope = NewDisposeScope();
        var (layers, directions) = Count(module);
        var first = new Tensor[layers * directions];
        var firstCell = new Tensor?[layers * directions];
        var dOutput = dSteps is null ? null : TimeFirst(dSteps);
        for (var layer = layers - 1; layer >= 0; layer--)
        {
            Tensor? dRead = null;
            for (var direction = directions - 1; direction >= 0; direction--)
            {
                var index = (directions * layer) + direction;
                var size = dOutput?.size(-1) / directions ?? 0;
                var part = dOutput?.narrow(-1, direction * size, size);
                var (dInputs, dFirst, dFirstCell) = RunBack(
                    tape, unit, new(module, Suffix(layer, direction)), direction == 0 ? part : part?.flip(0), dHidden?.select(1, index), dCell?.select(1, index));
                (first[index], firstCell[index]) = (dFirst, dFirstCell);
                var turned = direction == 0 ? dInputs : dInputs.flip(0);
                dRead = dRead is null ? turned : dRead.add_(turned);
            }
            dOutput = dRead!;
            if (layer > 0)
            {
                using var dropped = tape.PopOrNull();
                dOutput = DropoutMask.Apply(dOutput, dropped);
            }
        }
        return (
            TimeFirst(dOutput!).MoveToOuterDisposeScope(), stack(first, 1).MoveToOuterDisposeScope(),
            unit == Unit.LSTM ? stack(firstCell!, 1).MoveToOuterDisposeScope() : null);
    }

    /// <summary>The factors of what goes from one layer to the next, time first: in the engine's order of drawing, or in that of <see cref="RecurrentDropout"/>, batch first.</summary>
    private static Tensor? Between(Tensor output, double dropout, bool training, bool isBatchFirst)
    {
        if (!isBatchFirst)
            return DropoutMask.Draw(output, dropout, training);
        var dropped = DropoutMask.Draw(TimeFirst(output), dropout, training);
        return dropped is null ? null : TimeFirst(dropped);
    }

    private static (int Layers, int Directions) Count(nn.Module module)
    {
        var layers = 0;
        while (module.has_parameter($"weight_ih_l{layers}"))
            layers++;
        return (layers, module.has_parameter("weight_ih_l0_reverse") ? 2 : 1);
    }

    private static string Suffix(int layer, int direction) => $"_l{layer}{(direction == 0 ? "" : "_reverse")}";
}
