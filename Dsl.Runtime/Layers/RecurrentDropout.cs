using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>
/// Dropout of the state within a recurrent layer, which TorchSharp lacks: an element of the state is hidden from the recurrent weights in
/// all steps of a sequence or in none, and is carried on whole (Gal, Ghahramani 2016, "A Theoretically Grounded Application of Dropout in
/// Recurrent Neural Networks"; Keras' <c>recurrent_dropout</c>). The weights are those of TorchSharp's module, which also does the work in
/// evaluation mode.
/// </summary>
public static class RecurrentDropout
{
    /// <summary>What computes the next states of what a step and the hidden state add to the gates, and of the states.</summary>
    private delegate Tensor[] Step(Tensor input, Tensor recurrent, Tensor[] states);

    /// <summary>Runs an LSTM.</summary>
    /// <param name="lstm">The module, batch first.</param>
    /// <param name="x">The sequences, <c>[N, T, F]</c>.</param>
    /// <param name="states">The states to begin with, each <c>[layers·directions, N, hidden]</c>; null for zeros.</param>
    /// <param name="p">Probability, in [0, 1], of an element of the state to be hidden while training.</param>
    /// <param name="dropout">Probability of an element between two layers to be zeroed while training: the module's own.</param>
    /// <returns>The output and the last states, as the module returns them; the caller disposes them.</returns>
    public static (Tensor, Tensor, Tensor) Apply(LSTM lstm, Tensor x, (Tensor, Tensor)? states, double p, double dropout)
    {
        if (!lstm.training || p == 0)
            return lstm.call(x, states);
        using var scope = NewDisposeScope();
        var (output, last) = Run(lstm, x, states is var (h, c) ? [h, c] : null, 2, p, dropout, (input, recurrent, before) =>
        {
            var gates = (input + recurrent).chunk(4, 1);
            var cell = gates[1].sigmoid() * before[1] + gates[0].sigmoid() * gates[2].tanh();
            return [gates[3].sigmoid() * cell.tanh(), cell];
        });
        return (output.MoveToOuterDisposeScope(), last[0].MoveToOuterDisposeScope(), last[1].MoveToOuterDisposeScope());
    }

    /// <summary>Runs a GRU.</summary>
    /// <param name="gru">The module, batch first.</param>
    /// <param name="x">The sequences, <c>[N, T, F]</c>.</param>
    /// <param name="state">The state to begin with, <c>[layers·directions, N, hidden]</c>; null for zeros.</param>
    /// <param name="p">Probability, in [0, 1], of an element of the state to be hidden while training.</param>
    /// <param name="dropout">Probability of an element between two layers to be zeroed while training: the module's own.</param>
    /// <returns>The output and the last state, as the module returns them; the caller disposes them.</returns>
    public static (Tensor, Tensor) Apply(GRU gru, Tensor x, Tensor? state, double p, double dropout)
    {
        if (!gru.training || p == 0)
            return gru.call(x, state!);
        using var scope = NewDisposeScope();
        var (output, last) = Run(gru, x, state is null ? null : [state], 1, p, dropout, (input, recurrent, before) =>
        {
            var (fromInput, fromState) = (input.chunk(3, 1), recurrent.chunk(3, 1));
            var reset = (fromInput[0] + fromState[0]).sigmoid();
            var update = (fromInput[1] + fromState[1]).sigmoid();
            var candidate = (fromInput[2] + reset * fromState[2]).tanh();
            return [candidate + update * (before[0] - candidate)];
        });
        return (output.MoveToOuterDisposeScope(), last[0].MoveToOuterDisposeScope());
    }

    /// <summary>Runs a plain recurrent layer.</summary>
    /// <param name="rnn">The module, batch first.</param>
    /// <param name="x">The sequences, <c>[N, T, F]</c>.</param>
    /// <param name="state">The state to begin with, <c>[layers·directions, N, hidden]</c>; null for zeros.</param>
    /// <param name="p">Probability, in [0, 1], of an element of the state to be hidden while training.</param>
    /// <param name="dropout">Probability of an element between two layers to be zeroed while training: the module's own.</param>
    /// <param name="nonlinearity">The module's function.</param>
    /// <returns>The output and the last state, as the module returns them; the caller disposes them.</returns>
    public static (Tensor, Tensor) Apply(RNN rnn, Tensor x, Tensor? state, double p, double dropout, Nonlinearity nonlinearity)
    {
        if (!rnn.training || p == 0)
            return rnn.call(x, state!);
        using var scope = NewDisposeScope();
        var (output, last) = Run(rnn, x, state is null ? null : [state], 1, p, dropout, (input, recurrent, _) =>
        {
            var sum = input + recurrent;
            return [nonlinearity == Nonlinearity.ReLU ? sum.relu() : sum.tanh()];
        });
        return (output.MoveToOuterDisposeScope(), last[0].MoveToOuterDisposeScope());
    }

    private static (Tensor Output, Tensor[] Last) Run(nn.Module module, Tensor x, Tensor[]? states, int count, double p, double dropout, Step step)
    {
        string[] directions = module.has_parameter("weight_ih_l0_reverse") ? ["", "_reverse"] : [""];
        var last = Enumerable.Range(0, count).Select(_ => new List<Tensor>()).ToArray();
        var output = x;
        for (var layer = 0; module.has_parameter($"weight_ih_l{layer}"); layer++)
        {
            if (layer > 0)
                output = nn.functional.dropout(output, dropout, training: true);
            var made = new List<Tensor>();
            foreach (var direction in directions)
            {
                var index = last[0].Count;
                var read = direction.Length == 0 ? output : output.flip(1);
                var (steps, final) = RunOnce(module, $"_l{layer}{direction}", read, states?.Select(state => state[index]).ToArray(), count, p, step);
                made.Add(direction.Length == 0 ? steps : steps.flip(1));
                for (var i = 0; i < count; i++)
                    last[i].Add(final[i]);
            }
            output = made.Count == 1 ? made[0] : cat(made, -1);
        }
        return (output, [.. last.Select(state => stack(state))]);
    }

    /// <summary>One layer in one direction: what it makes at each step, <c>[N, T, hidden]</c>, and its states after the last.</summary>
    private static (Tensor Steps, Tensor[] Last) RunOnce(nn.Module module, string suffix, Tensor x, Tensor[]? states, int count, double p, Step step)
    {
        Tensor? Weight(string name) => module.has_parameter(name + suffix) ? module.get_parameter(name + suffix) : null;
        var recurrentWeight = Weight("weight_hh")!;
        var recurrentBias = Weight("bias_hh");
        states ??= [.. Enumerable.Repeat(zeros([x.size(0), recurrentWeight.size(1)], dtype: x.dtype, device: x.device), count)];
        using var mask = nn.functional.dropout(ones_like(states[0]), p, training: true);
        var outputs = new List<Tensor>();
        foreach (var input in nn.functional.linear(x, Weight("weight_ih")!, Weight("bias_ih")!).unbind(1))
        {
            states = step(input, nn.functional.linear(states[0] * mask, recurrentWeight, recurrentBias!), states);
            outputs.Add(states[0]);
        }
        return (stack(outputs, 1), states);
    }
}
