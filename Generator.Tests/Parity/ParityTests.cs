using NeuralDsl.Generator.Tests.Harness;
using NeuralDsl.Modules;
using NeuralDsl.Operators;
using Xunit.Abstractions;
using static TorchSharp.torch;

namespace NeuralDsl.Generator.Tests.Parity;

/// <summary>
/// Every operator in generated code and in PyTorch, on the same weights and inputs: the names and shapes of its state, its outputs, the
/// gradients of inputs and weights, in training and evaluation mode. Nothing is stored: a row names what PyTorch computes.
/// </summary>
[Collection(AloneCollection.Name)]
public class ParityTests(ParitySuite suite, ITestOutputHelper output) : IClassFixture<ParitySuite>
{
    /// <summary>What has no module in PyTorch, because the user writes it; the tests that run it.</summary>
    private static readonly Dictionary<string, string> Own = new()
    {
        ["Apply"] = "a method of the user's: BlockTests",
        ["Block"] = "another model: BlockTests",
        ["Module"] = "a module of the user's: BlockTests",
    };

    public static TheoryData<ParityCase> Layers => Names(ParityRows.Layers);

    public static TheoryData<ParityCase> ShapeOperators => Names(ShapeOperatorRows.All);

    public static TheoryData<ParityCase> Joins => Names(JoinRows.All);

    public static TheoryData<ParityCase> Sequences => Names(SequenceRows.All);

    public static TheoryData<ParityCase> Losses => Names(LossRows.All);

    public static TheoryData<ParityCase> Optimizers => Names(OptimizerRows.All);

    public static TheoryData<ParityCase> Schedules => Names(ScheduleRows.All);

    public static TheoryData<ParityCase> Initializations => Names(InitializationRows.All);

    [Theory, MemberData(nameof(Layers))]
    public void A_layer_computes_what_PyTorch_computes(ParityCase row) => suite.Compare(row.Name);

    [Theory, MemberData(nameof(ShapeOperators))]
    public void A_shape_operator_computes_what_PyTorch_computes(ParityCase row) => suite.Compare(row.Name);

    [Theory, MemberData(nameof(Joins))]
    public void A_join_computes_what_PyTorch_computes(ParityCase row) => suite.Compare(row.Name);

    [Theory, MemberData(nameof(Sequences))]
    public void A_layer_of_sequence_models_computes_what_PyTorch_computes(ParityCase row) => suite.Compare(row.Name);

    [Theory, MemberData(nameof(Losses))]
    public void A_loss_computes_what_PyTorch_computes(ParityCase row) => suite.Compare(row.Name);

    [Theory, MemberData(nameof(Optimizers))]
    public void An_optimizer_trains_like_PyTorch_s(ParityCase row) => suite.CompareTraining(row.Name);

    [Theory, MemberData(nameof(Schedules))]
    public void A_schedule_trains_like_PyTorch_s(ParityCase row) => suite.CompareTraining(row.Name);

    [Theory, MemberData(nameof(Initializations))]
    public void A_model_begins_like_PyTorch_s(ParityCase row) => suite.CompareBeginning(row.Name);

    public static TheoryData<ParityCase> Differentiated => Names(ParityRows.Operators.Concat(LossRows.All.Where(row => !row.Inputs.Contains("Float64", StringComparison.Ordinal))));

    [Theory, MemberData(nameof(Differentiated))]
    public void Generated_gradients_are_autograd_s_and_those_of_differences(ParityCase row) => suite.CheckGradients(row.Name);

    public static TheoryData<ParityCase> Predicted => Names(ParityRows.Operators);

    [Theory, MemberData(nameof(Predicted))]
    public void A_prediction_is_the_forward_pass_in_evaluation_mode(ParityCase row) => suite.CheckPrediction(row.Name);

    [Fact]
    public void Attention_keeps_no_weights_for_the_backward_pass_where_libtorch_has_an_operator_for_it()
    {
        using var scope = NewDisposeScope();
        using var attention = new MultiheadAttention(8, 2);
        using var tape = new Tape();
        var x = ParityTensor.Normal([3, 5, 8], new Random(1));
        attention.Forward(tape, x, x, x);
        var kept = Enumerable.Range(0, tape.Count).Select(_ => tape.PopOrNull()?.shape).ToArray();
        Assert.Equal(!suite.HasOperator("_scaled_dot_product_flash_attention_for_cpu_backward"), kept.Any(shape => shape is [.., 5, 5]));
    }

    /// <summary>Against any engine, also one whose native part is not there to run.</summary>
    [Fact]
    public void Every_row_compiles() => Assert.Empty(suite.Messages);

    /// <summary>A new operator must come with a row.</summary>
    [Fact]
    public void Every_operator_has_a_row()
    {
        (string Kind, ParityRow[] Rows, IEnumerable<string> Operators)[] kinds =
        [
            ("layers, shape operators and joins", ParityRows.Operators, Catalogue.Layers.Keys.Except(Own.Keys)),
            ("losses", LossRows.All, Catalogue.Losses.Keys),
            ("optimizers", OptimizerRows.All, Catalogue.Optimizers.Keys),
            ("schedules and limits of gradients", ScheduleRows.All, [.. Catalogue.Schedules.Keys, "Warmup", "ClipGradNorm", "ClipGradValue"]),
        ];
        Assert.Empty(Own.Keys.Except(Catalogue.Layers.Keys));
        foreach (var (kind, rows, operators) in kinds)
        {
            // A layer that a row only leads up to is not what the row compares.
            var compared = rows.Select(row => row.Operators.Last(operators.Contains)).ToHashSet();
            Assert.Empty(operators.Except(compared));
            output.WriteLine($"{rows.Length} configurations of {compared.Count} {kind}");
        }
        Assert.All(Enum.GetNames<Init>(), init => Assert.Contains(InitializationRows.All, row => row.Attributes.Contains($"Init.{init}", StringComparison.Ordinal)));
        output.WriteLine($"{InitializationRows.All.Length} configurations of {Enum.GetNames<Init>().Length} initializations");
        output.WriteLine($"together {ParityRows.All.Length} configurations");
    }

    private static TheoryData<ParityCase> Names(IEnumerable<ParityRow> rows) => [.. rows.Select(row => new ParityCase(row.Name))];
}
