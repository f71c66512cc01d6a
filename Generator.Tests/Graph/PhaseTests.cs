using NeuralDsl.Generator.Tests.Harness;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl.Generator.Tests.Graph;

/// <summary>Several losses and optimizers in one training step.</summary>
public class PhaseTests
{
    private const string Adversarial = """
        global using NeuralDsl;

        [Model]
        [Hyper("code", 8), Hyper("rate", 0.1)]
        [Input("image", "N 16")]
        [Noise("N code"), Block<Painter>(Name = "fake")]
        [Block<Critic>(From = "image", Name = "real"), Block<Critic>(From = "fake", Share = "real", Name = "judged")]
        [Phase("critic")]
        [BCEWithLogitsLoss(From = "real", TargetValue = 0.9), BCEWithLogitsLoss(From = "judged", TargetValue = 0)]
        [SGD("rate", Only = "real.*"), ClipGradNorm(1)]
        [Phase("painter", Every = 2)]
        [BCEWithLogitsLoss(From = "judged", TargetValue = 1)]
        [SGD("rate", Only = "fake.*"), StepLR(10)]
        [Output("fake")]
        public partial class Adversarial;

        [Model]
        [Hyper("code", 8)]
        [Input("z", "N code")]
        [Linear(12), ReLU, Linear(16), Sigmoid]
        public partial class Painter;

        [Model]
        [Input("image", "N 16")]
        [Linear(12), LeakyReLU(0.2), Linear(1)]
        public partial class Critic;
        """;

    /// <summary>An actor and a critic that judges it, declared without blocks.</summary>
    private const string ActorCritic = """
        [Model]
        [Input("state", "N 4"), Input("action", "N", DType.Int64), Input("reward", "N")]
        [Linear(8, From = "state", Name = "hidden"), Tanh, Linear(2, Name = "actor")]
        [Linear(8, From = "state", Name = "features"), Tanh, Linear(1, Name = "value"), Squeeze(1, Name = "expected")]
        [Subtract("reward"), Neg(Name = "advantage")]
        [Phase("judge"), MSELoss(From = "expected", Target = "reward"), Adam(1e-2, Only = "features.*, value.*")]
        [Phase("act"), PolicyGradientLoss(From = "actor", Target = "action, advantage"), Adam(1e-3, Only = "hidden.*, actor.*")]
        [Output("actor")]
        public partial class ActorCritic;
        """;

    [Fact]
    public void A_phase_changes_its_own_parameters_only()
    {
        dynamic model = CompiledSource.Load(Adversarial).Create("Adversarial");
        var module = (nn.Module)model;
        using var image = rand(5, 16);
        dynamic batch = Activator.CreateInstance(model.GetType().GetNestedType("Batch"), image)!;
        var critic = Change(() => model.CriticStep(batch, model.CreateCriticOptimizer()));
        Assert.Equal(["real.linear1.bias", "real.linear1.weight", "real.linear2.bias", "real.linear2.weight"], critic);
        var painter = Change(() => model.PainterStep(batch, model.CreatePainterOptimizer()));
        Assert.Equal(["fake.linear1.bias", "fake.linear1.weight", "fake.linear2.bias", "fake.linear2.weight"], painter);
        Assert.All(module.parameters(), parameter => Assert.True(parameter.requires_grad));

        List<string> Change(Action step)
        {
            var before = module.state_dict().ToDictionary(pair => pair.Key, pair => pair.Value.detach().clone());
            step();
            return [.. module.state_dict().Where(pair => !pair.Value.equal(before[pair.Key]).all().ToBoolean()).Select(pair => pair.Key).Order(StringComparer.Ordinal)];
        }
    }

    [Fact]
    public void The_parameters_of_other_phases_get_no_gradient()
    {
        dynamic model = CompiledSource.Load(Adversarial).Create("Adversarial");
        using var image = rand(5, 16);
        dynamic batch = Activator.CreateInstance(model.GetType().GetNestedType("Batch"), image)!;
        model.PainterBackward(batch);
        foreach (var (name, parameter) in ((nn.Module)model).named_parameters())
            Assert.Equal(name.StartsWith("fake.", StringComparison.Ordinal), parameter.grad is not null);
    }

    [Fact]
    public void An_advantage_is_a_goal_that_nothing_learns_from()
    {
        dynamic model = CompiledSource.Load("global using NeuralDsl;", ActorCritic).Create("ActorCritic");
        ((nn.Module)model).to(float64);
        using var state = randn(6, 4, dtype: float64);
        using var action = randint(2, 6, ScalarType.Int64);
        using var reward = randn(6, dtype: float64);
        dynamic batch = Activator.CreateInstance(model.GetType().GetNestedType("Batch"), state, reward, action)!;
        using Tensor loss = model.ActLoss(batch);
        using Tensor scores = model.forward(state, reward);
        using var hidden = ((Tensor)model.features.forward(state)).tanh();
        using Tensor expected = model.value.forward(hidden);
        using var advantage = reward - expected.squeeze(1);
        using var likelihood = nn.functional.log_softmax(scores, 1).gather(1, action.unsqueeze(1)).squeeze(1);
        using var wanted = (likelihood * advantage).mean().neg();
        Assert.Equal(wanted.ToDouble(), loss.ToDouble(), 1e-9);
        loss.backward();
        Assert.Null(((Tensor)model.value.weight).grad);
        Assert.NotNull(((Tensor)model.actor.weight).grad);
    }

    [Fact]
    public void A_student_learns_what_its_teacher_says()
    {
        dynamic model = CompiledSource.Load("global using NeuralDsl;", """
            [Model]
            [Hyper("temperature", 2.0)]
            [Input("x", "N 4")]
            [Linear(8, Name = "big"), ReLU, Linear(3, Name = "teacher"), Softmax(Name = "answer")]
            [Linear(3, From = "x", Name = "student")]
            [Phase("teach"), CrossEntropyLoss(From = "teacher"), Adam(Only = "big.*, teacher.*")]
            [Phase("learn"), CrossEntropyLoss(From = "student", Target = "answer", Encoding = TargetEncoding.Probabilities), Adam(Only = "student.*")]
            [Output("student")]
            public partial class Distilled;
            """.Replace("[Hyper(\"temperature\", 2.0)]\n", "")).Create("Distilled");
        ((nn.Module)model).to(float64);
        using var x = randn(6, 4, dtype: float64);
        using var target = randint(3, 6, ScalarType.Int64);
        dynamic batch = Activator.CreateInstance(model.GetType().GetNestedType("Batch"), x, target)!;
        using Tensor loss = model.LearnLoss(batch);
        using var hidden = ((Tensor)model.big.forward(x)).relu();
        using Tensor teacher = model.teacher.forward(hidden);
        using Tensor student = model.student.forward(x);
        using var answer = teacher.softmax(-1);
        using var wanted = nn.functional.cross_entropy(student, answer);
        Assert.Equal(wanted.ToDouble(), loss.ToDouble(), 1e-9);
        loss.backward();
        Assert.Null(((Tensor)model.teacher.weight).grad);
    }

    [Theory]
    [InlineData("[Phase(\"a\"), MSELoss(From = \"y\"), Adam]", null)]
    [InlineData("[Phase(\"a\"), MSELoss(From = \"y\"), Adam, Phase(\"b\"), MSELoss(From = \"z\", Target = \"other\"), SGD(0.1)]", null)]
    [InlineData("[Phase(\"a\"), MSELoss(From = \"y\"), Adam(Only = \"y.*\"), Phase(\"b\"), MSELoss(From = \"z\"), Adam(Only = \"z.*\")]", null)]
    [InlineData("[Phase(\"a\"), MSELoss(From = \"z\", Target = \"y\"), Adam(Only = \"z.*\"), Phase(\"b\"), MSELoss(From = \"y\"), Adam(Only = \"y.*\")]", null)]
    [InlineData("[Phase(\"a\"), MSELoss(From = \"y\")]", "NDSL1314")]
    [InlineData("[Phase(\"a\"), Adam]", "NDSL1314")]
    [InlineData("[Phase(\"a\"), MSELoss(From = \"y\"), Adam, Phase(\"b\")]", "NDSL1314")]
    [InlineData("[MSELoss(From = \"y\"), Phase(\"a\"), MSELoss(From = \"z\"), Adam]", "NDSL1315")]
    [InlineData("[Phase(\"a\"), MSELoss(From = \"y\"), Adam, Phase(\"A\"), MSELoss(From = \"z\"), Adam]", "NDSL0102")]
    [InlineData("[Phase(\"a b\"), MSELoss(From = \"y\"), Adam]", "NDSL0103")]
    [InlineData("[Phase(\"a\", Every = 0), MSELoss(From = \"y\"), Adam]", "NDSL0202")]
    [InlineData("[Phase(\"a\"), MSELoss(From = \"y\"), Adam(Only = \"y.*\")]", "NDSL1309")]
    [InlineData("[Phase(\"a\"), MSELoss(From = \"y\"), Adam(Only = \"*.weight\"), Adam(Only = \"y.*\"), Phase(\"b\"), MSELoss(From = \"z\"), Adam]", "NDSL1309")]
    [InlineData("[Phase(\"a\"), MSELoss(From = \"z\"), Adam(Only = \"y.*\"), Phase(\"b\"), MSELoss(From = \"y\"), Adam]", "NDSL1306")]
    [InlineData("[Phase(\"a\"), MSELoss(From = \"y\"), Adam, SGD(0.1)]", "NDSL1304")]
    [InlineData("[Phase(\"a\"), MSELoss(From = \"y\"), Adam, Phase(\"b\"), MSELoss(From = \"z\", TargetValue = 1, Target = \"goal\"), Adam]", "NDSL0202")]
    [InlineData("[Phase(\"a\"), MSELoss(From = \"z\", Target = \"x\"), Adam]", "NDSL1303")]
    public void Phases_are_checked(string training, string? id)
    {
        var compiled = CompiledSource.Check($$"""
            [Model]
            [Input("x", "N 4")]
            [Linear(2, Name = "y"), Linear(2, From = "x", Name = "z")]
            {{training}}
            [Output("y"), Output("z")]
            public partial class Checked;
            """);
        Assert.Equal(id is null ? [] : [id], compiled.Faults.Select(fault => fault.Descriptor.Id));
    }

    /// <summary>What has no name that members can have, or another's, is one error, and the code around the model none.</summary>
    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"a b\"")]
    [InlineData("\"a\"), MSELoss(From = \"y\"), Adam, Phase(\"A\"")]
    public void A_phase_without_a_usable_name_leaves_a_shell_that_compiles(string names) => Assert.Empty(ModelCompilation.CompilerMessages(ModelCompilation.Generate(ModelCompilation.Create(
        "global using NeuralDsl;",
        $"[Model, Input(\"x\", \"N 4\"), Linear(2, Name = \"y\"), Phase({names}), MSELoss(From = \"y\"), Adam] public partial class Named;"))));

    [Theory]
    [InlineData("Linear(2), Detach, MSELoss, Adam", "NDSL1306")]
    [InlineData("Linear(2), Detach, Linear(2), ReLU, MSELoss, Adam", null)]
    public void A_loss_that_nothing_learns_from_is_refused(string model, string? id) => Assert.Equal(
        id is null ? [] : [id],
        CompiledSource.Check($"[Model, Input(\"x\", \"N 4\"), {model}] public partial class Detached;").Faults.Where(fault => fault.IsError).Select(fault => fault.Descriptor.Id));

    [Fact]
    public void A_default_target_is_not_a_layer()
    {
        const string Source = "[Model, Input(\"x\", \"N 4\"), Linear(2, Name = \"target\"), Linear(2, Name = \"y\"), MSELoss(From = \"y\"), Adam] public partial class Named;";
        Assert.Contains(CompiledSource.Check(Source).Faults, fault => fault.Descriptor.Id == "NDSL0103");
        Assert.DoesNotContain(CompiledSource.Check(Source.Replace("From = \"y\"", "From = \"y\", Target = \"target\"")).Faults, fault => fault.IsError);
    }
}
