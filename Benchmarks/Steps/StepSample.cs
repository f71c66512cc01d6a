using static TorchSharp.torch;

namespace NeuralDsl.Benchmarks;

/// <summary>A sample as the benchmark takes it.</summary>
/// <param name="definition">The sample with its data.</param>
/// <param name="medium">A size above the sample's own.</param>
/// <param name="large">A size above that.</param>
internal abstract class StepSample(ModelDefinition definition, SampleSize medium, SampleSize large)
{
    /// <summary>The sample's name.</summary>
    public string Name => definition.Name;

    /// <summary>The sizes, the sample's own first.</summary>
    public IReadOnlyList<SampleSize> Sizes { get; } = [new(32) { Name = "small" }, medium with { Name = "medium" }, large with { Name = "large" }];

    /// <summary>Whether a step is so short that its overhead is most of it.</summary>
    public bool IsTiny { get; init; }

    /// <summary>The values of a size's hyper-parameters.</summary>
    public static HyperValues HypersOf(SampleSize size) => new(size.Hypers.ToDictionary(hyper => hyper.Name, hyper => hyper.Value));

    /// <summary>Writes what all contestants begin with to a folder: the weights, the batches, and which they are.</summary>
    public StepSpec Prepare(SampleSize size, string folder)
    {
        using var scope = NewDisposeScope();
        var hypers = size.Hypers.ToDictionary(hyper => hyper.Name, hyper => hyper.Value);
        TensorFile.Write(Path.Combine(folder, StepSpec.WeightsFile), CreateWeights(HypersOf(size)));
        TensorFile.Write(Path.Combine(folder, StepSpec.BatchesFile), CreateBatches(size));
        var spec = new StepSpec(Name, hypers, new(hypers), definition.Architecture.Inputs.Length, folder);
        // What is dropped differs from engine to engine, so agreement is checked without it.
        if (definition.Hypers.Any(hyper => hyper.Name == "dropout"))
            spec.CheckedHypers["dropout"] = 0;
        spec.Save();
        return spec;
    }

    /// <summary>Makes a contestant but PyTorch's.</summary>
    public abstract Contestant Create(ContestantKind kind, HyperValues hypers, IReadOnlyDictionary<string, Tensor> batches);

    /// <summary>New weights of the model.</summary>
    protected abstract IReadOnlyDictionary<string, Tensor> CreateWeights(HyperValues hypers);

    /// <summary>Batches of the sample's data, in tensors named by the batch's number and the field.</summary>
    protected abstract IReadOnlyDictionary<string, Tensor> CreateBatches(SampleSize size);
}
