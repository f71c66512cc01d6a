using NeuralDsl.Generator.Tests.Harness;

namespace NeuralDsl.Generator.Tests.Graph;

/// <summary>What optimizers, schedules and limits of gradients refuse: the rule, and the argument at fault.</summary>
public class TrainingPlanTests
{
    public static TheoryData<string, string, string> Faults => new()
    {
        { "StepLR(2)", "NDSL1311", "" },
        { "Warmup(10), ClipGradNorm(1.0)", "NDSL1311", "" },
        { "ClipGradValue(1.0)", "NDSL1311", "" },
        { "Adam, StepLR(2), StepLR(3)", "NDSL1312", "" },
        { "Adam, StepLR(0)", "NDSL0202", "stepSize" },
        { "Adam, StepLR(2, Gamma = 0)", "NDSL0202", "Gamma" },
        { "Adam, MultiStepLR(2, 0)", "NDSL0202", "milestones" },
        { "Adam, MultiStepLR", "NDSL0202", "milestones" },
        { "Adam, CosineAnnealingLR(Period = 0)", "NDSL0202", "Period" },
        { "Adam, ExponentialLR(\"gama\")", "NDSL0101", "gamma" },
        { "Adam, OneCycleLR(1.0, PercentStart = 2)", "NDSL0202", "PercentStart" },
        { "Adagrad, OneCycleLR(1.0)", "NDSL0202", "CycleMomentum" },
        { "Rprop, CyclicLR(0.1, 1)", "NDSL0202", "CycleMomentum" },
        { "Adam, ReduceLROnPlateau(Factor = 1)", "NDSL0202", "Factor" },
        { "Adam, ReduceLROnPlateau(Every = TrainingUnit.Step)", "NDSL0202", "Every" },
        { "Adam, Warmup(0)", "NDSL0202", "length" },
        { "Adam, ClipGradNorm(0)", "NDSL0202", "maxNorm" },
        { "Adam, ClipGradValue(-1)", "NDSL0202", "value" },
        { "LBFGS(Only = \"*\")", "NDSL0202", "Only" },
        { "LBFGS(MaxIterations = 0)", "NDSL0202", "MaxIterations" },
        { "RMSprop(Alpha = 1)", "NDSL0202", "Alpha" },
        { "Rprop(EtaPlus = 1)", "NDSL0202", "EtaPlus" },
        { "SGD(0.1, Only = \"*.weight\"), SGD(0.1, Except = \"*.weight\", Maximize = true)", "NDSL0202", "Maximize" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void What_cannot_be_is_one_fault_at_its_place(string training, string id, string argument)
    {
        var fault = Assert.Single(CompiledSource.Check(Declare(training)).Faults, fault => fault.IsError);
        Assert.Equal((id, argument), (fault.Descriptor.Id, fault.Location.Argument ?? ""));
    }

    [Theory]
    [InlineData("Adagrad, OneCycleLR(1.0, CycleMomentum = false)")]
    [InlineData("Adam, Warmup(2, TrainingUnit.Epoch), StepLR(3)")]
    [InlineData("Hyper(\"limit\", 1.0), Hyper(\"gamma\", 0.9), Adam, ClipGradNorm(\"limit\"), ExponentialLR(\"gamma\")")]
    [InlineData("LBFGS, ClipGradValue(1.0)")]
    public void What_fits_is_silent(string training) => Assert.Empty(CompiledSource.Check(Declare(training)).Faults);

    /// <summary>A model whose arguments could not be read has the members that it would have.</summary>
    [Theory]
    [InlineData("RMSprop(Alpha = 1), StepLR(0), ClipGradNorm(0)")]
    [InlineData("RAdam(-1), Warmup(0), ClipGradValue(0)")]
    public void A_shell_has_the_same_members(string training)
    {
        const string Use = """
            static class Use
            {
                static void Train(Net model, Net.Batch batch, TorchSharp.torch.optim.Optimizer other)
                {
                    var optimizer = model.CreateOptimizer();
                    var schedule = model.CreateScheduler(optimizer, epochs: 1, stepsPerEpoch: 1);
                    model.ClipGradients();
                    model.Step(other);
                    schedule.Step();
                }
            }
            """;
        var compilation = ModelCompilation.Create("global using NeuralDsl;", Declare(training), Use);
        Assert.Empty(ModelCompilation.CompilerMessages(ModelCompilation.Generate(compilation)));
    }

    private static string Declare(string training) => $"""
        [Model]
        [Input("x", "N 8"), Linear(3), CrossEntropyLoss]
        [{training}]
        public partial class Net;
        """;
}
