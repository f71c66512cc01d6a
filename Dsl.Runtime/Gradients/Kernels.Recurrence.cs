using static TorchSharp.torch;

namespace NeuralDsl;

/// <content>
/// Recurrent layers over whole sequences, the time in front. The gates of all steps are computed from the inputs by one product; a backward pass leaves the gradients of the gates, of which
/// one product each makes those of weights and inputs (Werbos 1990, "Backpropagation through time").
/// </content>
public static partial class Kernels
{
    private const string Recurring = """
        def lstm(gates: Tensor, weight: Tensor, mask: Optional[Tensor], first: Optional[Tensor], first_cell: Optional[Tensor]):
            steps, rows, size = gates.size(0), gates.size(1), weight.size(1)
            hidden = torch.zeros([steps + 1, rows, size], dtype=gates.dtype, device=gates.device)
            cells = torch.zeros_like(hidden)
            if first is not None:
                hidden[0].copy_(first)
            if first_cell is not None:
                cells[0].copy_(first_cell)
            bent = torch.empty([steps, rows, size], dtype=gates.dtype, device=gates.device)
            columns = weight.t()
            for t in range(steps):
                h = hidden[t]
                if mask is not None:
                    h = h * mask
                g = gates[t]
                g.addmm_(h, columns)
                g.narrow(1, 0, 2 * size).sigmoid_()
                g.narrow(1, 2 * size, size).tanh_()
                g.narrow(1, 3 * size, size).sigmoid_()
                c = cells[t + 1]
                torch.mul(g.narrow(1, size, size), cells[t], out=c)
                c.addcmul_(g.narrow(1, 0, size), g.narrow(1, 2 * size, size))
                torch.tanh(c, out=bent[t])
                torch.mul(g.narrow(1, 3 * size, size), bent[t], out=hidden[t + 1])
            return hidden, cells, bent
        def lstm_backward(dy: Tensor, dh: Tensor, dc: Tensor, gates: Tensor, cells: Tensor, bent: Tensor, weight: Tensor, mask: Optional[Tensor]):
            steps, size = gates.size(0), weight.size(1)
            dgates = torch.empty_like(gates)
            for k in range(steps):
                t = steps - 1 - k
                dh = dh + dy[t]
                g, d, b = gates[t], dgates[t], bent[t]
                i, f, n, o = g.narrow(1, 0, size), g.narrow(1, size, size), g.narrow(1, 2 * size, size), g.narrow(1, 3 * size, size)
                torch.sigmoid_backward(dh * b, o, grad_input=d.narrow(1, 3 * size, size))
                dc = dc + torch.tanh_backward(dh * o, b)
                torch.sigmoid_backward(dc * n, i, grad_input=d.narrow(1, 0, size))
                torch.sigmoid_backward(dc * cells[t], f, grad_input=d.narrow(1, size, size))
                torch.tanh_backward(dc * i, n, grad_input=d.narrow(1, 2 * size, size))
                dc = dc * f
                dh = torch.mm(d, weight)
                if mask is not None:
                    dh = dh * mask
            return dgates, dh, dc
        def gru(gates: Tensor, weight: Tensor, bias: Optional[Tensor], mask: Optional[Tensor], first: Optional[Tensor]):
            steps, rows, size = gates.size(0), gates.size(1), weight.size(1)
            hidden = torch.zeros([steps + 1, rows, size], dtype=gates.dtype, device=gates.device)
            recurrent = torch.empty([steps, rows, size], dtype=gates.dtype, device=gates.device)
            if first is not None:
                hidden[0].copy_(first)
            for t in range(steps):
                h = hidden[t]
                g = gates[t]
                from_state = torch.linear(h if mask is None else h * mask, weight, bias)
                g.narrow(1, 0, 2 * size).add_(from_state.narrow(1, 0, 2 * size)).sigmoid_()
                recurrent[t].copy_(from_state.narrow(1, 2 * size, size))
                n = g.narrow(1, 2 * size, size)
                n.addcmul_(g.narrow(1, 0, size), recurrent[t]).tanh_()
                y = hidden[t + 1]
                torch.sub(h, n, out=y)
                y.mul_(g.narrow(1, size, size)).add_(n)
            return hidden, recurrent
        def gru_backward(dy: Tensor, dh: Tensor, gates: Tensor, hidden: Tensor, recurrent: Tensor, weight: Tensor, mask: Optional[Tensor]):
            steps, size = gates.size(0), weight.size(1)
            dgates, dstate = torch.empty_like(gates), torch.empty_like(gates)
            for k in range(steps):
                t = steps - 1 - k
                dh = dh + dy[t]
                g, d, s = gates[t], dgates[t], dstate[t]
                r, z, n = g.narrow(1, 0, size), g.narrow(1, size, size), g.narrow(1, 2 * size, size)
                torch.sigmoid_backward(dh * (hidden[t] - n), z, grad_input=d.narrow(1, size, size))
                carried = dh * z
                dn = d.narrow(1, 2 * size, size)
                torch.tanh_backward(dh - carried, n, grad_input=dn)
                torch.sigmoid_backward(dn * recurrent[t], r, grad_input=d.narrow(1, 0, size))
                s.narrow(1, 0, 2 * size).copy_(d.narrow(1, 0, 2 * size))
                torch.mul(dn, r, out=s.narrow(1, 2 * size, size))
                dh = torch.mm(s, weight)
                if mask is not None:
                    dh = dh * mask
                dh.add_(carried)
            return dgates, dstate, dh
        def rnn(gates: Tensor, weight: Tensor, mask: Optional[Tensor], first: Optional[Tensor], relu: bool):
            steps, rows, size = gates.size(0), gates.size(1), weight.size(1)
            hidden = torch.zeros([steps + 1, rows, size], dtype=gates.dtype, device=gates.device)
            if first is not None:
                hidden[0].copy_(first)
            columns = weight.t()
            for t in range(steps):
                h = hidden[t]
                if mask is not None:
                    h = h * mask
                y = hidden[t + 1]
                torch.addmm(gates[t], h, columns, out=y)
                if relu:
                    y.relu_()
                else:
                    y.tanh_()
            return hidden
        def rnn_backward(dy: Tensor, dh: Tensor, hidden: Tensor, weight: Tensor, mask: Optional[Tensor], relu: bool):
            steps = dy.size(0)
            dgates = torch.empty_like(dy)
            for k in range(steps):
                t = steps - 1 - k
                dh = dh + dy[t]
                if relu:
                    torch.threshold_backward(dh, hidden[t + 1], 0., grad_input=dgates[t])
                else:
                    torch.tanh_backward(dh, hidden[t + 1], grad_input=dgates[t])
                dh = torch.mm(dgates[t], weight)
                if mask is not None:
                    dh = dh * mask
            return dgates, dh

        """;

    /// <summary>The steps of an LSTM.</summary>
    /// <param name="gates">What the inputs add to the gates, <c>[T, N, 4·hidden]</c>: input, forget, cell, output; they take its place.</param>
    /// <param name="weight">The recurrent weight, <c>[4·hidden, hidden]</c>.</param>
    /// <param name="mask">Factors of the state that the recurrent weight sees, <c>[N, hidden]</c>; null for none.</param>
    /// <param name="first">The hidden state before the first step, <c>[N, hidden]</c>; null for zeros.</param>
    /// <param name="firstCell">The cell state before it; null for zeros.</param>
    /// <returns>Hidden and cell states, each <c>[T + 1, N, hidden]</c> with that before the first step, and tanh of the cells, <c>[T, N, hidden]</c>.</returns>
    internal static (Tensor Hidden, Tensor Cells, Tensor Bent) LSTM(Tensor gates, Tensor weight, Tensor? mask, Tensor? first, Tensor? firstCell) =>
        Script.Value.invoke<(Tensor, Tensor, Tensor)>("lstm", gates, weight, mask!, first!, firstCell!);

    /// <summary>The gradients of the gates before their functions, <c>[T, N, 4·hidden]</c>, and of both states before the first step, <c>[N, hidden]</c>.</summary>
    /// <param name="dy">The gradients of the hidden states after each step, <c>[T, N, hidden]</c>.</param>
    /// <param name="dh">That of the last hidden state besides, <c>[N, hidden]</c>.</param>
    /// <param name="dc">That of the last cell state, <c>[N, hidden]</c>.</param>
    /// <param name="gates">The gates.</param>
    /// <param name="cells">The cell states.</param>
    /// <param name="bent">The hyperbolic tangents of the cells.</param>
    /// <param name="weight">The recurrent weight.</param>
    /// <param name="mask">Factors of the state that the recurrent weight sees; null for none.</param>
    internal static (Tensor Gates, Tensor First, Tensor FirstCell) LSTMBackward(
        Tensor dy, Tensor dh, Tensor dc, Tensor gates, Tensor cells, Tensor bent, Tensor weight, Tensor? mask) =>
        Script.Value.invoke<(Tensor, Tensor, Tensor)>("lstm_backward", dy, dh, dc, gates, cells, bent, weight, mask!);

    /// <summary>The steps of a GRU.</summary>
    /// <param name="gates">What the inputs add to the gates, <c>[T, N, 3·hidden]</c>: reset, update, candidate; they take its place.</param>
    /// <param name="weight">The recurrent weight, <c>[3·hidden, hidden]</c>.</param>
    /// <param name="bias">The recurrent bias, <c>[3·hidden]</c>; null for none.</param>
    /// <param name="mask">Factors of the state that the recurrent weight sees, <c>[N, hidden]</c>; null for none.</param>
    /// <param name="first">The state before the first step, <c>[N, hidden]</c>; null for zeros.</param>
    /// <returns>The states, <c>[T + 1, N, hidden]</c>, and what the state adds to each candidate, <c>[T, N, hidden]</c>.</returns>
    internal static (Tensor Hidden, Tensor Recurrent) GRU(Tensor gates, Tensor weight, Tensor? bias, Tensor? mask, Tensor? first) =>
        Script.Value.invoke<(Tensor, Tensor)>("gru", gates, weight, bias!, mask!, first!);

    /// <summary>The gradients of what inputs and state add to the gates, each <c>[T, N, 3·hidden]</c>, and of the state before the first step, <c>[N, hidden]</c>.</summary>
    /// <param name="dy">The gradients of the states after each step, <c>[T, N, hidden]</c>.</param>
    /// <param name="dh">That of the last state besides, <c>[N, hidden]</c>.</param>
    /// <param name="gates">The gates.</param>
    /// <param name="hidden">The states.</param>
    /// <param name="recurrent">What the state adds to each candidate.</param>
    /// <param name="weight">The recurrent weight.</param>
    /// <param name="mask">Factors of the state that the recurrent weight sees; null for none.</param>
    internal static (Tensor OfInputs, Tensor OfState, Tensor First) GRUBackward(Tensor dy, Tensor dh, Tensor gates, Tensor hidden, Tensor recurrent, Tensor weight, Tensor? mask) =>
        Script.Value.invoke<(Tensor, Tensor, Tensor)>("gru_backward", dy, dh, gates, hidden, recurrent, weight, mask!);

    /// <summary>The states of a plain recurrent layer, <c>[T + 1, N, hidden]</c>.</summary>
    /// <param name="gates">What the inputs add, <c>[T, N, hidden]</c>.</param>
    /// <param name="weight">The recurrent weight, <c>[hidden, hidden]</c>.</param>
    /// <param name="mask">Factors of the state that the recurrent weight sees, <c>[N, hidden]</c>; null for none.</param>
    /// <param name="first">The state before the first step, <c>[N, hidden]</c>; null for zeros.</param>
    /// <param name="relu">Whether the function is ReLU, and not tanh.</param>
    internal static Tensor RNN(Tensor gates, Tensor weight, Tensor? mask, Tensor? first, bool relu) => Call("rnn", gates, weight, mask, first, relu);

    /// <summary>The gradients of what is added before the function, <c>[T, N, hidden]</c>, and of the state before the first step, <c>[N, hidden]</c>.</summary>
    /// <param name="dy">The gradients of the states after each step, <c>[T, N, hidden]</c>.</param>
    /// <param name="dh">That of the last state besides, <c>[N, hidden]</c>.</param>
    /// <param name="hidden">The states.</param>
    /// <param name="weight">The recurrent weight.</param>
    /// <param name="mask">Factors of the state that the recurrent weight sees; null for none.</param>
    /// <param name="relu">Whether the function is ReLU, and not tanh.</param>
    internal static (Tensor Gates, Tensor First) RNNBackward(Tensor dy, Tensor dh, Tensor hidden, Tensor weight, Tensor? mask, bool relu) =>
        Script.Value.invoke<(Tensor, Tensor)>("rnn_backward", dy, dh, hidden, weight, mask!, relu);
}
