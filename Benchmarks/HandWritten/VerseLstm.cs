using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl.Benchmarks.HandWritten;

/// <summary>TorchSharp's LSTM has no dropout of the recurrent state, so while it learns the steps are a loop, which hides the same of the state in each.</summary>
internal sealed class VerseLstm : nn.Module<Tensor, Tensor>
{
    private readonly Embedding embedding1 = nn.Embedding(10000, 32);
    private readonly Dropout dropout1 = nn.Dropout(0.2);
    private readonly LSTM lstm1 = nn.LSTM(32, 32, batchFirst: true);
    private readonly Linear linear1 = nn.Linear(32, 1);
    private readonly Sigmoid sigmoid1 = nn.Sigmoid();

    public VerseLstm() : base(nameof(VerseLstm)) => RegisterComponents();

    public static HandWrittenTraining CreateTraining() => new SupervisedTraining<VerseLstm>(
        new(),
        (model, batch) => nn.functional.binary_cross_entropy(model.call(batch[0]), batch[1]),
        (model, batch) => [model.call(batch[0])],
        model => optim.Adam(model.parameters(), 0.001));

    public override Tensor forward(Tensor words)
    {
        var x = dropout1.call(embedding1.call(words));
        var last = training ? Read(x) : lstm1.call(x).Item1.select(1, -1);
        return sigmoid1.call(linear1.call(last));
    }

    private Tensor Read(Tensor x)
    {
        var (inputWeight, inputBias) = (lstm1.get_parameter("weight_ih_l0"), lstm1.get_parameter("bias_ih_l0"));
        var (stateWeight, stateBias) = (lstm1.get_parameter("weight_hh_l0"), lstm1.get_parameter("bias_hh_l0"));
        var hidden = zeros(x.size(0), 32);
        var cell = hidden;
        var mask = nn.functional.dropout(ones_like(hidden), 0.2);
        foreach (var input in nn.functional.linear(x, inputWeight!, inputBias!).unbind(1))
        {
            var gates = (input + nn.functional.linear(hidden * mask, stateWeight!, stateBias!)).chunk(4, 1);
            cell = gates[1].sigmoid() * cell + gates[0].sigmoid() * gates[2].tanh();
            hidden = gates[3].sigmoid() * cell.tanh();
        }
        return hidden;
    }
}
