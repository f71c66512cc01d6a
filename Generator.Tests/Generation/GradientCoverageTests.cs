using NeuralDsl.Generator.Tests.Documentation;
using NeuralDsl.Generator.Tests.Harness;
using NeuralDsl.Generator.Tests.Parity;

namespace NeuralDsl.Generator.Tests.Generation;

/// <summary>Which operators have no generated gradient: those that are listed here, and no other.</summary>
public class GradientCoverageTests
{
    /// <summary>What stands in the attributes of models that leave a gradient to autograd, and why it does.</summary>
    private static readonly (string Part, string Reason)[] LeftToAutograd =
    [
        ("LocalResponseNorm", "rarely used, and the example of an operator without a gradient of its own"),
        ("HingeEmbeddingLoss", "rarely used, and the example of such a loss"),
        ("CTCLoss", "the engine's kernels keep what depends on lengths, which are known on the CPU alone"),
        ("CosineSimilarity", "how the gradient is cut at short vectors, engines differ"),
        ("Distance.Cosine", "the same"),
        ("EmbeddingBag(11, 4, PaddingIndex = 3, ScaleGradByFreq = true)", "by which frequencies is divided, engines differ"),
        ("FinalNorm = true, NormFirst = true, Mask = \"y\"", "a transformer's mask of numbers may want a gradient"),
        ("Activation = Activation.GELU, Mask = \"z\"", "the same"),
        ("SourceMask = \"z\", TargetMask = \"u\"", "the same"),
    ];

    public static TheoryData<string> Parts => [.. LeftToAutograd.Select(left => left.Part)];

    /// <summary>The example of every attribute, and every configuration that is compared with PyTorch.</summary>
    private static readonly Lazy<(string Attributes, string[] Left)[]> Models = new(() =>
    [
        .. AttributeDocumentation.All.Where(attribute => attribute.Example.Length > 0).Select(attribute => (attribute.Example, Left($"[Model]\n{attribute.Example}\npublic partial class Net;"))),
        .. ParityRows.Operators.Concat(LossRows.All).Select(row => (row.Attributes, Left(row.HasLoss ? row.DeclareLearned("Net") : row.Declare("Net")))),
    ]);

    [Fact]
    public void Every_operator_has_a_generated_gradient_that_is_not_listed()
    {
        var unlisted = Models.Value.Where(model => model.Left.Length > 0 && !LeftToAutograd.Any(left => model.Attributes.Contains(left.Part, StringComparison.Ordinal)));
        Assert.Empty(unlisted.Select(model => $"{model.Attributes}: {string.Join("; ", model.Left)}"));
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void What_is_listed_is_left_to_autograd(string part)
    {
        var models = Models.Value.Where(model => model.Attributes.Contains(part, StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(models);
        Assert.All(models, model => Assert.NotEmpty(model.Left));
        Assert.All(LeftToAutograd, left => Assert.NotEmpty(left.Reason));
    }

    private static string[] Left(string model) =>
        [.. CompiledSource.Check(model).Faults.Where(fault => fault.Descriptor.Id == "NDSL3002").Select(fault => string.Concat(fault.Arguments))];
}
