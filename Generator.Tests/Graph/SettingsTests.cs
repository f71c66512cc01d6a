using System.Globalization;
using NeuralDsl.Diagnostics;
using NeuralDsl.Generator.Tests.Harness;

namespace NeuralDsl.Generator.Tests.Graph;

/// <summary>How a model is trained, measured and searched by default.</summary>
public class SettingsTests
{
    [Theory]
    [InlineData("[Training(Epochs = 1, BatchSize = 1, Accumulation = 4, Patience = 0, EmaDecay = 0.999, Precision = Precision.BFloat16)]")]
    [InlineData("[Metrics(Metric.Accuracy, Metric.TopK, Metric.F1, Metric.Perplexity, TopK = 3)]")]
    [InlineData("[Search(\"d\", 16, 32)]")]
    [InlineData("[Search(\"d\", From = 8, To = 64, Log = true), Search(\"p\", 0, 0.5, 1), Search(\"LearningRate\", From = 1e-4, To = 0.1, Log = true), Search(\"BatchSize\", 16, 32)]")]
    public void What_makes_sense_passes(string settings) => Assert.Empty(Faults(settings));

    [Theory]
    [InlineData("[Training(Epochs = 0)]", "NDSL0202", "Epochs of Training must be at least 1 but is 0")]
    [InlineData("[Training(BatchSize = -1)]", "NDSL0202", "BatchSize of Training must be at least 1 but is -1")]
    [InlineData("[Training(EmaDecay = 1)]", "NDSL0202", "EmaDecay of Training must be at least 0 and below 1 but is 1")]
    [InlineData("[Metrics]", "NDSL0202", "metrics of Metrics must be at least one metric but is empty")]
    [InlineData("[Metrics(Metric.F1, Metric.F1)]", "NDSL0102", "The name 'F1' is already taken by an earlier metric")]
    [InlineData("[Metrics(Metric.F1, Metric.RSquared)]", "NDSL1313", "RSquared measures real numbers, but CrossEntropyLoss judges classes")]
    [InlineData("[Metrics(Metric.TopK, TopK = 5)]", "NDSL0202", "TopK of Metrics must be at most 4, the classes of CrossEntropyLoss, but is 5")]
    [InlineData("[Search(\"D\", 16)]", "NDSL0101", "No hyper-parameter is named 'D'; did you mean 'd'?")]
    [InlineData("[Search(\"rate\", 16)]", "NDSL0101", "No hyper-parameter is named 'rate'; a search tries 'd', 'p', 'LearningRate', 'BatchSize'")]
    [InlineData("[Search(\"d\", 16), Search(\"d\", 32)]", "NDSL0102", "The name 'd' is already taken by an earlier Search")]
    [InlineData("[Search(\"d\")]", "NDSL0202", "values of Search must be values to choose from, or a range with From and To but is neither")]
    [InlineData("[Search(\"d\", 16, From = 1, To = 2)]", "NDSL0202", "From of Search must be left out: the values to choose from are listed but is given")]
    [InlineData("[Search(\"d\", From = 64, To = 8)]", "NDSL0202", "To of Search must be above From, 64, but is 8")]
    [InlineData("[Search(\"p\", From = 0, To = 1, Log = true)]", "NDSL0202", "From of Search must be above 0, since Log = true but is 0")]
    [InlineData("[Search(\"d\", 16, 24.5)]", "NDSL0202", "values of Search(\"d\") must be whole, as the hyper-parameter is, but is 24.5")]
    [InlineData("[Search(\"d\", 16, 0)]", "NDSL0202", "values of Search(\"d\") must be a number at least 1 but is 0")]
    [InlineData("[Search(\"p\", 0.5, 1.5)]", "NDSL0202", "values of Search(\"p\") must be at least 0 and at most 1, which Dropout takes but is 1.5")]
    [InlineData("[Search(\"LearningRate\", 0.1, 0)]", "NDSL0202", "values of Search(\"LearningRate\") must be a number above 0 but is 0")]
    [InlineData("[Search(\"BatchSize\", 0.5)]", "NDSL0202", "values of Search(\"BatchSize\") must be whole, as the hyper-parameter is, but is 0.5")]
    public void What_makes_none_is_an_error(string settings, string id, string message)
    {
        var fault = Assert.Single(Faults(settings));
        Assert.Equal((id, message), (fault.Descriptor.Id, string.Format(CultureInfo.InvariantCulture, $"{fault.Descriptor.MessageFormat}", [.. fault.Arguments])));
    }

    [Theory]
    [InlineData("[Linear(1)]", "Training(Epochs = 3)", "Training is about training, but model 'Net' declares no loss and no optimizer")]
    [InlineData("[Linear(1), MSELoss]", "Search(\"LearningRate\", 0.1)", "Search is about training, but model 'Net' declares no optimizer")]
    [InlineData("[Linear(1), MSELoss]", "Csv(\"x.csv\")", "Csv is about training, but model 'Net' declares no optimizer")]
    [InlineData("[Linear(1), MSELoss]", "Warmup(10), Metrics(Metric.F1)", "Warmup is about training, but model 'Net' declares no optimizer")]
    public void They_go_with_an_optimizer(string model, string settings, string message)
    {
        var fault = Assert.Single(CompiledSource.Check($"[Model, Input(\"x\", \"N 8\")]\n{model}\n[{settings}]\npublic partial class Net;").Faults);
        Assert.Equal(message, string.Format(CultureInfo.InvariantCulture, $"{fault.Descriptor.MessageFormat}", [.. fault.Arguments]));
    }

    /// <summary>Every metric fits the tasks that its documentation names, and no other.</summary>
    [Theory]
    [InlineData("CrossEntropyLoss", "Accuracy TopK Precision Recall F1 MicroF1 RocAuc AveragePrecision Perplexity")]
    [InlineData("BCEWithLogitsLoss", "Accuracy Precision Recall F1 MicroF1 RocAuc AveragePrecision")]
    [InlineData("MSELoss", "MeanAbsoluteError RootMeanSquaredError RSquared")]
    [InlineData("KLDivLoss", "")]
    public void Metrics_fit_the_first_loss(string loss, string fitting) => Assert.Equal(fitting.Split(' ', StringSplitOptions.RemoveEmptyEntries), Enum.GetNames<Metric>().Where(metric =>
        CompiledSource.Check($"[Model, Input(\"x\", \"N 8\"), Linear(8), {loss}, Adam, Metrics(Metric.{metric})]\npublic partial class Net;").Faults.All(fault => fault.Descriptor != Rules.UnfitMetric)));

    private static Fault[] Faults(string settings) => [.. CompiledSource.Check($"""
        [Model]
        [Hyper("d", 32), Hyper("p", 0.1), Input("x", "N 8")]
        [Linear("d"), ReLU, Dropout("p"), Linear(4)]
        [CrossEntropyLoss, Adam]
        {settings}
        public partial class Net;
        """).Faults.Where(fault => fault.IsError)];
}
