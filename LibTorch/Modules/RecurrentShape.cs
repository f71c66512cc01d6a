using static TorchSharp.torch;
using static TorchSharp.torch.nn.utils.rnn;

namespace TorchSharp.Modules;

/// <summary>What the recurrent layers have in common: their settings, their weights and their states.</summary>
internal sealed record RecurrentShape(
    long Gates, long InputSize, long HiddenSize, long Layers, bool Bias, bool BatchFirst, double Dropout, bool Bidirectional)
{
    private long Directions => Bidirectional ? 2 : 1;

    /// <summary>The weights under PyTorch's names, drawn in PyTorch's order.</summary>
    public IEnumerable<(string name, Parameter parameter)> Weights(Device? device, ScalarType? dtype)
    {
        if (Dropout is < 0 or > 1)
            throw new ArgumentException($"dropout has to be between 0 and 1, but got {Dropout}");
        if (HiddenSize <= 0 || Layers <= 0)
            throw new ArgumentException($"hiddenSize ({HiddenSize}) and numLayers ({Layers}) have to be positive.");
        var bound = 1 / Math.Sqrt(HiddenSize);
        for (var layer = 0; layer < Layers; layer++)
        {
            for (var direction = 0; direction < Directions; direction++)
            {
                var suffix = $"l{layer}{(direction == 1 ? "_reverse" : "")}";
                var inputs = layer == 0 ? InputSize : HiddenSize * Directions;
                yield return ($"weight_ih_{suffix}", Weight(Gates * HiddenSize, inputs));
                yield return ($"weight_hh_{suffix}", Weight(Gates * HiddenSize, HiddenSize));
                if (!Bias)
                    continue;
                yield return ($"bias_ih_{suffix}", Weight(Gates * HiddenSize));
                yield return ($"bias_hh_{suffix}", Weight(Gates * HiddenSize));
            }
        }

        Parameter Weight(params long[] shape)
        {
            var parameter = new Parameter(empty(shape, dtype, device));
            nn.init.uniform_(parameter, -bound, bound);
            return parameter;
        }
    }

    /// <summary>A state of zeros for an input with a batch.</summary>
    public Tensor Zeros(Tensor input) => Zeros(input.size(BatchFirst ? 0 : 1), input);

    /// <summary>The input with a batch, and whether it had none.</summary>
    public (Tensor input, bool unbatched) Batched(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.ndim == 2 ? (input.unsqueeze(BatchFirst ? 0 : 1), true) : (input, false);
    }

    /// <summary>A given state in the order of packed sequences, or one of zeros.</summary>
    /// <exception cref="ArgumentException">The state has another shape; libtorch would take some.</exception>
    public Tensor State(PackedSequence input, Tensor? given)
    {
        var batch = input.batch_sizes[0].item<long>();
        if (given is null)
            return Zeros(batch, input.data);
        long[] expected = [Layers * Directions, batch, HiddenSize];
        if (!given.shape.SequenceEqual(expected))
            throw new ArgumentException($"Expected hidden size [{string.Join(", ", expected)}], got [{string.Join(", ", given.shape)}]");
        return input.Sorted(given);
    }

    private Tensor Zeros(long batch, Tensor like) => zeros(Layers * Directions, batch, HiddenSize, like.dtype, like.device);

    public Tensor Unbatched(Tensor output, bool unbatched) => unbatched ? output.squeeze(BatchFirst ? 0 : 1) : output;
}
