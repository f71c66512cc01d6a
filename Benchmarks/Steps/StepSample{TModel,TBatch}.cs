using NeuralDsl.Benchmarks.HandWritten;
using static TorchSharp.torch;

namespace NeuralDsl.Benchmarks;

/// <inheritdoc/>
/// <typeparam name="TModel">The model's class.</typeparam>
/// <typeparam name="TBatch">Its batch.</typeparam>
/// <param name="definition">The sample with its data.</param>
/// <param name="medium">A size above the sample's own.</param>
/// <param name="large">A size above that.</param>
/// <param name="train">The generated training step of all phases, each with its optimizer.</param>
/// <param name="predict">The generated prediction.</param>
/// <param name="createByHand">Makes the model that is written by hand.</param>
internal sealed class StepSample<TModel, TBatch>(
    ModelDefinition<TModel, TBatch> definition, SampleSize medium, SampleSize large, Func<TModel, TBatch, optim.Optimizer[], double> train,
    Action<TModel, TBatch, List<Tensor>> predict, Func<HyperValues, HandWrittenTraining> createByHand)
    : StepSample(definition, medium, large)
    where TModel : nn.Module, ITrainable<TBatch>
    where TBatch : struct, IBatch<TBatch>
{
    private Tensor[]? rows;

    /// <summary>What of the rows a size takes where they differ from the sample's.</summary>
    public Func<Tensor[], SampleSize, Tensor[]> Fit { get; init; } = (rows, _) => rows;

    public override Contestant Create(ContestantKind kind, HyperValues hypers, IReadOnlyDictionary<string, Tensor> batches)
    {
        var tensors = Enumerable.Range(0, SampleSize.Batches).Select(batch => TBatch.Fields.Select(field => batches[$"{batch}.{field.Name}"]).ToArray()).ToArray();
        if (kind == ContestantKind.HandWritten)
            return new HandWrittenContestant(createByHand(hypers), tensors);
        var model = definition.Create(hypers);
        return new GeneratedContestant<TModel, TBatch>(model, [.. tensors.Select(batch => TBatch.Create(batch))], kind == ContestantKind.Autograd ? Autograd(model) : train, predict);
    }

    protected override IReadOnlyDictionary<string, Tensor> CreateWeights(HyperValues hypers)
    {
        random.manual_seed(1);
        return definition.Create(hypers).state_dict();
    }

    protected override IReadOnlyDictionary<string, Tensor> CreateBatches(SampleSize size)
    {
        var columns = Fit(rows ??= ReadRows(), size);
        var count = (int)columns[0].size(0);
        // Where one batch is more than there is, rows come again.
        var random = new Random(1);
        var order = new List<long>();
        while (order.Count < size.Rows * SampleSize.Batches)
        {
            var pass = Enumerable.Range(0, count).Select(row => (long)row).ToArray();
            random.Shuffle(pass);
            order.AddRange(pass);
        }
        var batches = new Dictionary<string, Tensor>();
        for (var batch = 0; batch < SampleSize.Batches; batch++)
        {
            var picked = tensor(order.GetRange(batch * size.Rows, size.Rows).ToArray());
            for (var i = 0; i < columns.Length; i++)
                batches.Add($"{batch}.{TBatch.Fields[i].Name}", columns[i].index_select(0, picked));
        }
        return batches;
    }

    private static Func<TModel, TBatch, optim.Optimizer[], double> Autograd(TModel model)
    {
        var phases = model.Phases.ToArray();
        return (model, batch, optimizers) =>
        {
            var loss = 0.0;
            for (var i = 0; i < phases.Length; i++)
                loss = GeneratedContestant<TModel, TBatch>.TrainWithAutograd(model, batch, phases[i], optimizers[i]);
            return loss;
        };
    }

    private Tensor[] ReadRows()
    {
        using var data = definition.Data!.Load(seed: 1);
        foreach (var all in data.Train.Batches(data.Train.Count))
            return [.. Enumerable.Range(0, TBatch.Fields.Length).Select(i => all[i]!.clone().DetachFromDisposeScope())];
        throw new InvalidOperationException($"{Name} has no rows.");
    }
}
