using NeuralDsl.Tests.Models;
using NeuralDsl.Tests.Training.Checkpoints;

namespace NeuralDsl.Tests.Training;

/// <summary>Trainings whose steps have several phases.</summary>
public sealed class PhaseTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private readonly DataSet<Distilled.Batch> rows = Distilled.Clouds(60);

    public void Dispose()
    {
        rows.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Every_phase_is_measured()
    {
        using var model = NewModel();
        var report = model.Fit(rows, Options() with { Epochs = 12, Validation = rows });
        var final = report.Final;
        Assert.Equal(["teach loss", "learn loss", "teach accuracy"], final.Metrics.Select(metric => metric.Name));
        Assert.Equal(final.Loss, final["teach loss"]!.Value + final["learn loss"]!.Value, 1e-9);
        Assert.True(final["teach accuracy"] > 0.9, $"{final}");
        Assert.True(final["learn loss"] < report.Epochs[0].Validation!["learn loss"]);
        Assert.StartsWith("loss ", $"{final}", StringComparison.Ordinal);
        Assert.NotNull(final.Confusion);
        Assert.Equal("Adam, SGD", report.Configuration!.Optimizer);
    }

    /// <summary>Its own optimizer, and a step only where it is due: the same as the phases' steps by hand.</summary>
    [Fact]
    public void A_phase_is_part_of_the_steps_that_are_its()
    {
        using var trained = NewModel();
        trained.Fit(rows, Options() with { Epochs = 3 });
        using var byHand = NewModel();
        random.manual_seed(4);
        using var teach = byHand.CreateTeachOptimizer();
        using var learn = byHand.CreateLearnOptimizer();
        var (steps, perEpoch) = (0, 8);
        var teaching = byHand.CreateTeachScheduler(teach, 3, perEpoch);
        var learning = byHand.CreateLearnScheduler(learn, 3, perEpoch / 2);
        byHand.train();
        for (var epoch = 1; epoch <= 3; epoch++)
        {
            foreach (var batch in rows.TrainingBatches(8, 4, epoch))
            {
                byHand.TeachStep(batch, teach);
                if (++steps % 2 == 0)
                {
                    byHand.LearnStep(batch, learn);
                    learning.Step();
                }
                teaching.Step();
            }
            teaching.EndEpoch(0);
            learning.EndEpoch(0);
        }
        Assert.Equal(3 * perEpoch, steps);
        WeightsTests.AssertEqual(trained, byHand);
    }

    [Fact]
    public void A_training_goes_on_bit_for_bit()
    {
        using var whole = NewModel();
        whole.Fit(rows, Options());
        using (var half = NewModel())
            half.Fit(rows, Options() with { Checkpoint = new(folder.Path) { EverySteps = 3 }, Callbacks = [new StopAt(3, 5)] });
        using var resumed = NewModel();
        random.manual_seed(99);
        resumed.Fit(rows, Options() with { Resume = folder.Path });
        WeightsTests.AssertEqual(whole, resumed);
    }

    [Fact]
    public void BFloat16_trains_every_phase()
    {
        using var model = NewModel();
        var report = model.Fit(rows, Options() with { Epochs = 12, Precision = Precision.BFloat16, Validation = rows });
        Assert.True(report.Final["teach accuracy"] > 0.9, $"{report.Final}");
        Assert.Equal(ScalarType.Float32, model.student.weight!.dtype);
    }

    [Fact]
    public void What_only_one_optimizer_can_do_is_refused()
    {
        using var model = NewModel();
        using var optimizer = optim.SGD(model.parameters(), 0.1);
        Assert.Contains("2 phases", Assert.Throws<ArgumentException>(() => model.Fit(rows, Options() with { Optimizer = optimizer })).Message);
        Assert.Contains("larger BatchSize", Assert.Throws<ArgumentException>(() => model.Fit(rows, Options() with { Accumulation = 2 })).Message);
    }

    [Fact]
    public void A_loss_that_is_no_number_names_its_phase()
    {
        using var model = NewModel();
        using (no_grad())
            model.student.weight!.fill_(double.NaN);
        Assert.StartsWith("The loss of phase 'learn' is NaN at epoch 1, step 2", Assert.Throws<DivergedException>(() => model.Fit(rows, Options())).Message);
    }

    [Fact]
    public void A_phase_of_which_all_is_frozen_has_nothing_to_learn()
    {
        using var model = NewModel();
        model.Freeze("student.*");
        Assert.Contains("the phase 'learn' of Distilled", Assert.Throws<ArgumentException>(() => model.Fit(rows, Options())).Message);
    }

    [Fact]
    public void A_learning_rate_is_that_of_all_phases()
    {
        using var model = NewModel();
        var rates = new List<double>();
        model.Fit(rows, Options() with { Epochs = 1, LearningRate = 0.007, Callbacks = [new Rates(rates)] });
        Assert.Equal([0.007, 0.007], rates);
    }

    private static Distilled NewModel()
    {
        random.manual_seed(3);
        return new();
    }

    private static FitOptions<Distilled.Batch> Options() => new() { Epochs = 6, BatchSize = 8, Seed = 4, Progress = FitProgress.None };

    private sealed class StopAt(int epoch, int step) : FitCallback<Distilled.Batch>
    {
        public override void OnStep(FitContext<Distilled.Batch> context, FitStep reached)
        {
            if (context.Epoch == epoch && reached.Number == step)
                context.Stop();
        }
    }

    private sealed class Rates(List<double> rates) : FitCallback<Distilled.Batch>
    {
        public override void OnEpochBegin(FitContext<Distilled.Batch> context) => rates.AddRange(context.Optimizers.Select(optimizer => optimizer.ParamGroups.First().LearningRate));
    }
}
