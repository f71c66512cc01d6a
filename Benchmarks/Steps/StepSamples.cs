using NeuralDsl.Benchmarks.HandWritten;
using NeuralDsl.Samples;
using static TorchSharp.torch;

namespace NeuralDsl.Benchmarks;

/// <summary>Every sample, with the sizes at which its steps are timed. A sample with sizes among its hyper-parameters grows by them, others by their batches.</summary>
internal static class StepSamples
{
    private static readonly SampleSize MediumBert = new(32, ("d", 128), ("layers", 4)), LargeBert = new(32, ("d", 256), ("heads", 8), ("layers", 6));

    public static IReadOnlyList<StepSample> All { get; } =
    [
        Tiny(
            Samples.SimpleNN.Definition, new(256), new(4096), (model, batch, optimizers) => model.TrainStep(batch, optimizers[0]),
            (model, batch, outputs) => outputs.Add(model.Predict(batch.Features)), _ => HandWritten.SimpleNN.CreateTraining()),
        Tiny(
            Samples.BreastCancerNet.Definition, new(256), new(4096), (model, batch, optimizers) => model.TrainStep(batch, optimizers[0]),
            (model, batch, outputs) => outputs.Add(model.Predict(batch.Features)), _ => HandWritten.BreastCancerNet.CreateTraining()),
        Tiny(
            Samples.WineMlp.Definition, new(32, ("hidden", 256)), new(32, ("hidden", 1024)), (model, batch, optimizers) => model.TrainStep(batch, optimizers[0]),
            (model, batch, outputs) => outputs.Add(model.Predict(batch.Measurements)), HandWritten.WineMlp.CreateTraining),
        Create(
            Samples.DigitsCnn.Definition, new(128), new(512), (model, batch, optimizers) => model.TrainStep(batch, optimizers[0]),
            (model, batch, outputs) => outputs.Add(model.Predict(batch.Image)), _ => HandWritten.DigitsCnn.CreateTraining()),
        Create(
            Samples.DigitsRnn.Definition, new(128), new(512), (model, batch, optimizers) => model.TrainStep(batch, optimizers[0]),
            (model, batch, outputs) => outputs.Add(model.Predict(batch.Rows)), _ => HandWritten.DigitsRnn.CreateTraining()),
        Create(
            Samples.VerseLstm.Definition, new(128), new(512), (model, batch, optimizers) => model.TrainStep(batch, optimizers[0]),
            (model, batch, outputs) => outputs.Add(model.Predict(batch.Words)), _ => HandWritten.VerseLstm.CreateTraining()),
        Create(
            Samples.SequenceReverser.Definition, new(32, ("d", 128), ("layers", 3), ("hidden", 512)), new(32, ("d", 256), ("heads", 8), ("layers", 4), ("hidden", 1024)),
            (model, batch, optimizers) => model.TrainStep(batch, optimizers[0]),
            (model, batch, outputs) => outputs.Add(model.Predict(batch.Source, batch.Answer)), HandWritten.SequenceReverser.CreateTraining),
        new StepSample<Samples.VerseGpt, Samples.VerseGpt.Batch>(
            Of(Samples.VerseGpt.Definition), new(32, ("d", 256)), new(8, ("d", 384), ("heads", 6), ("layers", 6), ("positions", 128)),
            (model, batch, optimizers) => model.TrainStep(batch, optimizers[0]), (model, batch, outputs) => outputs.Add(model.Predict(batch.Tokens)), HandWritten.VerseGpt.CreateTraining)
        {
            Fit = Windows,
        },
        Create(
            Samples.DigitVae.Definition, new(32, ("hidden", 512)), new(32, ("hidden", 1024)), (model, batch, optimizers) => model.TrainStep(batch, optimizers[0]),
            (model, batch, outputs) => outputs.Add(model.Predict(batch.Image)), HandWritten.DigitVae.CreateTraining),
        Create(
            Samples.DigitGan.Definition, new(32, ("hidden", 512)), new(32, ("hidden", 1024)),
            (model, batch, optimizers) =>
            {
                model.JudgeStep(batch, optimizers[0]);
                return model.PainterStep(batch, optimizers[1]);
            },
            (model, batch, outputs) => outputs.Add(model.Predict(batch.Image)), HandWritten.DigitGan.CreateTraining),
        Create(
            Samples.BertPretraining.Definition, MediumBert, LargeBert, (model, batch, optimizers) => model.TrainStep(batch, optimizers[0]),
            (model, batch, outputs) =>
            {
                var (words, next) = model.Predict(batch.Tokens, batch.Segments, batch.Padding);
                outputs.Add(words);
                outputs.Add(next);
            },
            HandWritten.BertPretraining.CreateTraining),
        Create(
            Samples.BertClassifier.Definition, MediumBert, LargeBert, (model, batch, optimizers) => model.TrainStep(batch, optimizers[0]),
            (model, batch, outputs) => outputs.Add(model.Predict(batch.Tokens, batch.Segments, batch.Padding)), HandWritten.BertClassifier.CreateTraining),
        Create(
            Samples.VerseQuestions.Definition, MediumBert, LargeBert, (model, batch, optimizers) => model.TrainStep(batch, optimizers[0]),
            (model, batch, outputs) =>
            {
                var (start, end) = model.Predict(batch.Tokens, batch.Segments, batch.Padding);
                outputs.Add(start);
                outputs.Add(end);
            },
            HandWritten.VerseQuestions.CreateTraining),
    ];

    private static StepSample<TModel, TBatch> Create<TModel, TBatch>(
        ModelDefinition<TModel, TBatch> definition, SampleSize medium, SampleSize large, Func<TModel, TBatch, optim.Optimizer[], double> train,
        Action<TModel, TBatch, List<Tensor>> predict, Func<HyperValues, HandWrittenTraining> createByHand)
        where TModel : nn.Module, ITrainable<TBatch>
        where TBatch : struct, IBatch<TBatch> => new(Of(definition), medium, large, train, predict, createByHand);

    private static StepSample<TModel, TBatch> Tiny<TModel, TBatch>(
        ModelDefinition<TModel, TBatch> definition, SampleSize medium, SampleSize large, Func<TModel, TBatch, optim.Optimizer[], double> train,
        Action<TModel, TBatch, List<Tensor>> predict, Func<HyperValues, HandWrittenTraining> createByHand)
        where TModel : nn.Module, ITrainable<TBatch>
        where TBatch : struct, IBatch<TBatch> => new(Of(definition), medium, large, train, predict, createByHand) { IsTiny = true };

    /// <summary>The definition with the data that the sample's program gives it.</summary>
    private static ModelDefinition<TModel, TBatch> Of<TModel, TBatch>(ModelDefinition<TModel, TBatch> definition)
        where TModel : nn.Module, ITrainable<TBatch>
        where TBatch : struct, IBatch<TBatch> => (ModelDefinition<TModel, TBatch>)SampleModels.All.Single(each => each.Name == definition.Name);

    /// <summary>The text in windows of as many tokens as the model has positions. The sample's overlap by half, so that every other one follows the one before.</summary>
    private static Tensor[] Windows(Tensor[] rows, SampleSize size)
    {
        if (StepSample.HypersOf(size)["positions"] is not { } positions)
            return rows;
        var parts = (long)positions / rows[0].size(1);
        var every = rows[0].slice(0, 0, rows[0].size(0), 2);
        return [every.narrow(0, 0, every.size(0) / parts * parts).reshape(-1, (long)positions)];
    }
}
