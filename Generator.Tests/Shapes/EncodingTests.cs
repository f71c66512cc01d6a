using NeuralDsl.Generator.Tests.Harness;
using NeuralDsl.Shapes;

namespace NeuralDsl.Generator.Tests.Shapes;

/// <summary>What numbers mean, on their way through a model and in its batch.</summary>
public class EncodingTests
{
    /// <summary>The layers after an input of [N,4,6], and what is known of the last one's numbers: the meaning, the axis of classes, and who made them.</summary>
    [Theory]
    [InlineData("Linear(5)", "Anything", null, "Linear")]
    [InlineData("Linear(5), Dropout", null)]
    [InlineData("Tanh, Flatten", "Bounded", null, "Tanh")]
    [InlineData("Tanh, AvgPool1d(2)", null)]
    [InlineData("Sigmoid, Select(1, 0), Unsqueeze(0)", "Probability", null, "Sigmoid")]
    [InlineData("LogSoftmax(Name = \"p\"), Unsqueeze(0)", "LogDistribution", 3, "LogSoftmax 'p'")]
    [InlineData("Softmax", "Distribution", 2, "Softmax")]
    [InlineData("Softmax(1), Permute(2, 0, 1)", "Distribution", 2, "Softmax")]
    [InlineData("Softmax(1), Unsqueeze(1), Squeeze(1)", "Distribution", 1, "Softmax")]
    [InlineData("Softmax(1), Unflatten(2, \"2 3\"), Flatten(2)", "Distribution", 1, "Softmax")]
    [InlineData("Softmax(2), Flatten(0, 1)", "Distribution", 1, "Softmax")]
    [InlineData("Softmax(2), Flatten(1, 2)", "Distribution", null, "Softmax")]
    [InlineData("Softmax(2), Reshape(\"N*2 2 6\")", "Distribution", 2, "Softmax")]
    [InlineData("Softmax(2), Reshape(\"N 6 4\")", "Distribution", null, "Softmax")]
    [InlineData("Softmax(2), Select(1, 0)", "Distribution", 1, "Softmax")]
    [InlineData("Softmax(2), Last", "Distribution", 1, "Softmax")]
    [InlineData("Softmax(2), Select(2, 0)", "Distribution", null, "Softmax")]
    [InlineData("Softmax(2), Slice(1, 0, 2)", "Distribution", 2, "Softmax")]
    [InlineData("Softmax(2), Slice(2, 0, 2)", "Distribution", null, "Softmax")]
    [InlineData("Softmax(2), Rearrange(\"n (a b) c -> n b c a\", \"a=2\")", "Distribution", 2, "Softmax")]
    [InlineData("Softmax(2), Repeat(\"n t c -> r n t c\", \"r=2\")", "Distribution", 3, "Softmax")]
    [InlineData("Softmax(2), Reduce(\"n t c -> n c\")", null)]
    [InlineData("Softmax(2), Add(\"x\")", null)]
    [InlineData("Softmax(1), Block<Turned>", null)]
    [InlineData("Block<Sharing>, Permute(0, 2, 1)", "Distribution", 1, "Softmax of Block<Sharing>")]
    public void What_numbers_mean_flows_with_shapes(string layers, string? meaning, int? axis = null, string? title = null)
    {
        var model = CompiledSource.Check($"[Model] [Input(\"x\", \"N 4 6\")] [{layers}] public partial class Net;", "Net", """
            [Model]
            [Input("x", "N T 6")]
            [Permute(0, 2, 1)]
            public partial class Turned;

            [Model]
            [Input("x", "N T 6")]
            [Linear(6), Softmax]
            public partial class Sharing;
            """).Model;
        Assert.NotNull(model);
        var encoding = model.Outputs[0].Type.Encoding;
        Assert.Equal((meaning, axis, title), (encoding?.Meaning.ToString(), encoding?.Axis, encoding?.Title));
    }

    [Theory]
    [InlineData("[Linear(5), CrossEntropyLoss]", "target: Int64 [N], class indices from 0 to 4", FieldEncoding.ClassIndex, 5L)]
    [InlineData("[Hyper(\"k\", 5), Linear(\"k\"), CrossEntropyLoss]", "target: Int64 [N], class indices from 0 to k-1", FieldEncoding.ClassIndex, null)]
    [InlineData("[Linear(5), BCEWithLogitsLoss]", "target: Float32 [N,5], numbers between 0 and 1", FieldEncoding.Probability, null)]
    [InlineData("[Linear(5), Sigmoid, MSELoss]", "target: Float32 [N,5]", FieldEncoding.Any, null)]
    [InlineData("[Linear(5), Sigmoid(Name = \"p\"), L1Loss(From = \"p\"), BCELoss(From = \"p\")]", "target: Float32 [N,5], numbers between 0 and 1", FieldEncoding.Probability, null)]
    [InlineData("[Linear(6), Sigmoid, BCELoss(Target = \"x\")]", "x: Float32 [N,6], numbers between 0 and 1", FieldEncoding.Probability, null)]
    [InlineData("[Input(\"label\", \"N\", DType.Int64), Linear(5), CrossEntropyLoss(Target = \"label\")]", "label: Int64 [N], class indices from 0 to 4", FieldEncoding.ClassIndex, 5L)]
    public void A_batch_knows_what_its_targets_mean(string rest, string description, FieldEncoding encoding, long? classes)
    {
        var source = $"""
            global using NeuralDsl;

            [Model] [Input("x", "N 6")] {rest}
            public partial class Net;
            """;
        var batch = CompiledSource.Load(source).Type("Net").GetNestedType("Batch")!;
        var field = ((System.Collections.Immutable.ImmutableArray<TensorField>)batch.GetProperty("Fields")!.GetValue(null)!)[^1];
        Assert.Equal((encoding, classes), (field.Encoding, field.Classes));
        Assert.Contains($"/// <summary>{description}.</summary>", ModelCompilation.Generate(ModelCompilation.Create(source)).SyntaxTrees.Last().ToString());
    }
}
