using NeuralDsl.Tests.Models;
using NeuralDsl.Tests.Training.Checkpoints;

namespace NeuralDsl.Tests.Training;

public class FitTests
{
    [Fact]
    public void Training_lowers_the_loss_and_reports_every_epoch()
    {
        using var data = HandWritten.Clouds(90);
        var (train, test) = data.Split(0.8, seed: 1);
        using (train)
        using (test)
        using (var model = new HandWritten())
        {
            var report = model.Fit(train, new() { Epochs = 5, BatchSize = 16, Validation = test, Progress = FitProgress.None });
            Assert.Equal([1, 2, 3, 4, 5], report.Epochs.Select(epoch => epoch.Number));
            Assert.True(report.Epochs[^1].Training.Loss < report.Epochs[0].Training.Loss);
            Assert.Equal(1, report.Final.Accuracy);
            Assert.Equal((72, 18), (report.Epochs[0].Training.Count, report.Final.Count));
            Assert.Equal(model.Evaluate(test).Loss, report.Final.Loss, 1e-9);
            Assert.StartsWith("HandWritten: 5 epochs in ", report.ToString());
            Assert.EndsWith("accuracy 100.00 %", report.ToString());
        }
    }

    [Fact]
    public void The_same_seeds_give_the_same_run()
    {
        using var data = HandWritten.Clouds(50);
        Assert.Equal(Run(1), Run(1));
        Assert.NotEqual(Run(1), Run(2));

        double[] Run(int seed)
        {
            random.manual_seed(1);
            using var model = new HandWritten();
            return [.. model.Fit(data, new() { Epochs = 3, BatchSize = 7, Seed = seed, Progress = FitProgress.None }).Epochs.Select(epoch => epoch.Training.Loss)];
        }
    }

    [Fact]
    public void Modes_are_switched_and_restored()
    {
        using var data = HandWritten.Clouds(4);
        using var model = new HandWritten();
        model.eval();
        model.Fit(data, new() { Epochs = 2, Validation = data, Progress = FitProgress.None });
        Assert.Equal([true, false, true, false], model.Modes);
        Assert.False(model.training);
        model.train();
        model.Evaluate(data);
        Assert.True(model.training);
    }

    [Fact]
    public void A_loss_that_is_no_number_stops_before_the_weights_change()
    {
        // No weights part classes that all are in one place: the loss never becomes 0, whatever the weights begin with.
        using var data = new DataSet<HandWritten.Batch>(ones([12, 2]), arange(12, dtype: ScalarType.Int64) % 3);
        using var model = new HandWritten(learningRate: 1e38);
        var exception = Assert.Throws<DivergedException>(() => model.Fit(data, new() { BatchSize = 4, Progress = FitProgress.None }));
        Assert.True((exception.Epoch, exception.Step).CompareTo((1, 1)) > 0);
        Assert.False(double.IsFinite(exception.Loss));
        Assert.Contains(
            $"at epoch {exception.Epoch}, step {exception.Step}; training stopped before that step changed the weights. Lower the learning rate",
            exception.Message);
        Assert.True(model.training);
    }

    [Fact]
    public void Rows_that_cannot_be_learned_from_are_refused_before_the_first_step()
    {
        using var data = new DataSet<HandWritten.Batch>(full([4, 2], double.NaN), zeros([4], ScalarType.Int64));
        using var model = new HandWritten();
        var exception = Assert.Throws<ArgumentException>(() => model.Fit(data, new() { Progress = FitProgress.None }));
        Assert.Equal("'x' is NaN in row 0, element 0; every number must be finite.", exception.Message);
        Assert.Empty(model.Modes);
    }

    /// <summary>Of a stream the first rows alone are looked at beforehand.</summary>
    [Fact]
    public void Values_that_are_no_numbers_are_traced_to_their_field()
    {
        using var rows = new DataSet<HandWritten.Batch>(zeros(4, 2), zeros([4], ScalarType.Int64));
        var looked = false;
        var data = rows.Map(batch =>
        {
            var x = looked ? full([4, 2], double.NaN) : zeros(4, 2);
            looked = true;
            return new HandWritten.Batch(x, batch.Target.alias());
        });
        using var model = new HandWritten();
        using var before = model.Layer.weight!.clone();
        var exception = Assert.Throws<DivergedException>(() => model.Fit(data, new() { Progress = FitProgress.None }));
        Assert.Contains("The loss is NaN at epoch 1, step 1", exception.Message);
        Assert.EndsWith("'x' of that batch has values that are infinite or not a number: check the data.", exception.Message);
        Assert.True(before.allclose(model.Layer.weight!, 0, 0));
    }

    [Fact]
    public void Batches_follow_the_model_to_its_floating_point_type()
    {
        using var data = HandWritten.Clouds(10);
        using var model = new HandWritten().to(ScalarType.Float64);
        var report = model.Fit(data, new() { Epochs = 1, Progress = FitProgress.None });
        Assert.True(double.IsFinite(report.Final.Loss));
    }

    [Fact]
    public void A_given_optimizer_takes_the_declared_one_s_place()
    {
        using var data = HandWritten.Clouds(10);
        using var model = new HandWritten();
        using var frozen = optim.SGD(model.parameters(), 0);
        using var before = model.Layer.weight!.clone();
        model.Fit(data, new() { Epochs = 2, Optimizer = frozen, Progress = FitProgress.None });
        Assert.True(before.allclose(model.Layer.weight!, 0, 0));
    }

    [Fact]
    public void Cancellation_stops_between_batches()
    {
        using var data = HandWritten.Clouds(10);
        using var model = new HandWritten();
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        var report = model.Fit(data, new() { CancellationToken = cancelled.Token, Progress = FitProgress.None });
        Assert.Equal(StopReason.Cancellation, report.StoppedBy);
        Assert.Equal("HandWritten: stopped before its first epoch was complete", report.ToString());
        Assert.Empty(report.Epochs);
        Assert.Empty(model.Modes);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Nothing_leaks(bool isElaborate)
    {
        using var data = HandWritten.Clouds(33);
        using var model = new HandWritten { NewOptimizer = parameters => optim.Adam(parameters) };
        Train();
        var before = LiveTensors.CountAfterCollection();
        Train();
        Assert.Equal(before, Tensor.TotalCount);

        void Train()
        {
            using var folder = new TemporaryFolder();
            FitOptions<HandWritten.Batch> options = new() { Epochs = 2, BatchSize = 16, Validation = data, Progress = FitProgress.None };
            if (isElaborate)
            {
                options = options with { Accumulation = 2, EmaDecay = 0.9, Patience = 3 };
                model.Fit(data, options with { Epochs = 1, Checkpoint = new(folder.Path) });
                options = options with { Checkpoint = new(folder.Path), Resume = folder.Path };
            }
            model.Fit(data, options);
            model.zero_grad();
        }
    }

    [Fact]
    public void A_declared_regression_learns_from_batches_with_a_row_left_over()
    {
        using var data = Regressor.Sums(65);
        using var model = new Regressor();
        var before = model.Evaluate(data);
        var report = model.Fit(data, new() { Epochs = 20, BatchSize = 16, Validation = data, Progress = FitProgress.None });
        Assert.True(report.Final.MeanAbsoluteError < before.MeanAbsoluteError / 2);
        Assert.Null(report.Final.Accuracy);
        Assert.Matches(@"^loss \d+\.\d{4}, mean absolute error \d+\.\d{4}$", report.Final.ToString());
    }

    [Fact]
    public void Batches_of_one_row_are_refused_where_they_would_be_normalized()
    {
        using var data = Regressor.Sums(3);
        using var model = new Regressor();
        var exception = Assert.Throws<ArgumentException>(() => model.Fit(data, new() { BatchSize = 1, Progress = FitProgress.None }));
        Assert.StartsWith("Regressor: BatchNorm1d 'norm' learns from the spread of each channel in a batch, and a batch of one row has none.", exception.Message);
    }

    [Fact]
    public void The_schedule_is_followed()
    {
        using var data = HandWritten.Clouds(50);
        var rates = new List<double>();
        TrainingSchedule? schedule = null;
        using var model = new HandWritten(learningRate: 0.1)
        {
            Schedule = (optimizer, epochs, stepsPerEpoch) =>
            {
                Assert.Equal((4, 4), (epochs, stepsPerEpoch));
                return schedule = new(optimizer, epochs, stepsPerEpoch, _ => NeuralDsl.Schedule.StepLR(1, 0.5), warmup: 2);
            },
        };
        using var optimizer = optim.SGD(model.parameters(), 0.1);
        model.Fit(data, new() { Epochs = 4, BatchSize = 15, Optimizer = optimizer, Progress = new StepProgress(() => rates.Add(schedule!.LearningRate)) });
        // After each step, the rate of the next one: warm-up in the first two, then half the rate after every epoch.
        double[] expected = [0.1, 0.1, 0.1, 0.1, 0.05, 0.05, 0.05, 0.05, 0.025, 0.025, 0.025, 0.025, 0.0125, 0.0125, 0.0125, 0.0125];
        Assert.Equal(expected, rates.Select(rate => Math.Round(rate, 10)));
        Assert.Equal(0.00625, schedule!.LearningRate, 1e-10);
    }

    [Fact]
    public void Gradients_are_clipped_before_the_step()
    {
        using var data = HandWritten.Clouds(6);
        using var model = new HandWritten(learningRate: 1) { MaxNorm = 1e-3 };
        using var before = model.Layer.weight!.clone();
        model.Fit(data, new() { Epochs = 1, BatchSize = 6, Progress = FitProgress.None });
        using var change = (model.Layer.weight! - before).norm();
        Assert.InRange(change.ToDouble(), 1e-5, 1e-3);
    }

    [Fact]
    public void LBFGS_trains_through_its_closure()
    {
        using var data = HandWritten.Clouds(60);
        using var model = new HandWritten();
        using var optimizer = optim.LBFGS(model.parameters(), 0.5, max_iter: 5);
        var report = model.Fit(data, new() { Epochs = 3, BatchSize = 60, Optimizer = optimizer, Progress = FitProgress.None });
        Assert.True(report.Epochs[^1].Training.Loss < 0.5 * report.Epochs[0].Training.Loss);
        // The loss is that before the step: the closure's first.
        Assert.True(model.Modes.Count > 3);
    }

    private sealed class StepProgress(Action onStep) : FitProgress
    {
        protected internal override void OnStep(FitStep step) => onStep();
    }
}
