using System.Text.RegularExpressions;
using NeuralDsl.Tests.Models;
using Spectre.Console;

namespace NeuralDsl.Tests.Training;

public class ProgressTests
{
    [Fact]
    public void Plain_output_is_a_line_for_each_epoch()
    {
        using var data = HandWritten.Clouds(9);
        using var model = new HandWritten();
        var output = new StringWriter();
        model.Fit(data, new() { Epochs = 10, Validation = data, Progress = new PlainProgress(output) });
        var lines = output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(10, lines.Length);
        Assert.Matches(new Regex(@"^epoch  1/10: loss \d+\.\d{4}, accuracy \d+\.\d\d %; validation loss \d+\.\d{4}, accuracy \d+\.\d\d %; [0-9.]+ m?s$"), lines[0]);
        Assert.StartsWith("epoch 10/10: ", lines[9]);
    }

    [Theory]
    [InlineData(80, false)]
    [InlineData(120, true)]
    public void The_live_line_fits_the_terminal(int width, bool hasSpeed)
    {
        using var data = HandWritten.Clouds(9);
        using var model = new HandWritten();
        var output = new StringWriter();
        var console = AnsiConsole.Create(new()
        {
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = width;
        model.Fit(data, new() { Epochs = 3, Validation = data, Progress = new LiveProgress(console) });
        var line = Regex.Replace(output.ToString(), @"\e\[[0-9;?]*[A-Za-z]", "").Split('\n').Last(text => text.Contains("epoch")).Trim();
        Assert.Matches(@"^epoch 3/3 \S+ loss \d+\.\d{4}, accuracy \d+\.\d\d %, validation \d+\.\d\d % .*in \d\.\d s$", line);
        Assert.Equal(hasSpeed, line.Contains("rows/s"));
        Assert.InRange(line.Length, 1, width);
    }

    [Fact]
    public void Steps_are_heard_in_order()
    {
        using var data = HandWritten.Clouds(9);
        using var model = new HandWritten();
        var progress = new Recorder();
        model.Fit(data, new() { Epochs = 2, BatchSize = 4, Progress = progress });
        Assert.Equal(["HandWritten 2 2 9", "1.1 4", "1.2 5", "epoch 1", "2.1 4", "2.2 5", "epoch 2"], progress.Heard);
    }

    private sealed class Recorder : FitProgress
    {
        public List<string> Heard { get; } = [];

        protected internal override TrainingReport Run(FitPlan plan, Func<TrainingReport> fit)
        {
            Heard.Add($"{plan.Model} {plan.Epochs} {plan.Steps} {plan.Rows}");
            return base.Run(plan, fit);
        }

        protected internal override void OnStep(FitStep step)
        {
            Assert.True(double.IsFinite(step.Training.Loss));
            Heard.Add($"{step.Epoch}.{step.Number} {step.Rows}");
        }

        protected internal override void OnEpoch(EpochReport epoch) => Heard.Add($"epoch {epoch.Number}");
    }
}
