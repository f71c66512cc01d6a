using NeuralDsl.Generator.Tests.Harness;

namespace NeuralDsl.Generator.Tests.Graph;

/// <summary>What losses refuse: the rule and the argument at fault; and what follows from their predictions.</summary>
public class LossTests
{
    private const string Row = "[Input(\"x\", \"N 8\")] ";

    private const string Two = "[Input(\"x\", \"N 8\"), Linear(4, Name = \"a\"), Linear(4, From = \"x\", Name = \"b\"), Linear(5, From = \"x\", Name = \"c\"), Linear(8, From = \"x\", Name = \"last\")] ";

    /// <summary>The rest of a model, the rule that it breaks and the argument at fault, which is empty for the whole attribute.</summary>
    public static TheoryData<string, string, string> Faults => new()
    {
        { Row + "[Linear(3), CrossEntropyLoss(ClassWeights = new[] { 1.0, 2.0 })]", "NDSL0202", "ClassWeights" },
        { Row + "[Linear(3), CrossEntropyLoss(ClassWeights = new[] { 1.0, -2.0, 1.0 })]", "NDSL0202", "ClassWeights" },
        { Row + "[Hyper(\"classes\", 4), Linear(\"classes\"), NLLLoss(ClassWeights = new[] { 1.0, 2.0 })]", "NDSL0202", "ClassWeights" },
        { Row + "[Linear(3), CrossEntropyLoss(Shift = 1)]", "NDSL0202", "Shift" },
        { "[Input(\"x\", \"N 2 8\"), Linear(3), CrossEntropyLoss(Shift = 2)]", "NDSL0202", "Shift" },
        { "[Input(\"x\", \"N T 8\"), Linear(3), CrossEntropyLoss(Shift = -1)]", "NDSL0202", "Shift" },
        { Row + "[Linear(3), CrossEntropyLoss(LabelSmoothing = 1.5)]", "NDSL0202", "LabelSmoothing" },
        { Row + "[Linear(3), CrossEntropyLoss(Encoding = TargetEncoding.MultiLabel)]", "NDSL0202", "Encoding" },
        { Row + "[Linear(3), CrossEntropyLoss(Encoding = TargetEncoding.Probabilities, IgnoreIndex = 2)]", "NDSL0202", "IgnoreIndex" },
        { Row + "[Linear(3), CrossEntropyLoss(Reduction = Reduction.Max)]", "NDSL0202", "Reduction" },
        { Row + "[Linear(3), FocalLoss(ClassWeights = new[] { 1.0, 2.0, 3.0 })]", "NDSL0202", "ClassWeights" },
        { Row + "[Linear(3), FocalLoss(Encoding = TargetEncoding.ClassIndex, Alpha = 0.5)]", "NDSL0202", "Alpha" },
        { Row + "[Linear(3), BCEWithLogitsLoss(PositiveWeight = new[] { 1.0, 2.0 })]", "NDSL0202", "PositiveWeight" },
        { Row + "[Linear(3), BCEWithLogitsLoss(PositiveWeight = 0)]", "NDSL0202", "PositiveWeight" },
        { Row + "[Linear(3), MultiMarginLoss(P = 3)]", "NDSL0202", "P" },
        { Row + "[Linear(3), HuberLoss(Delta = 0)]", "NDSL0202", "Delta" },
        { Row + "[Linear(3), DiceLoss]", "NDSL1301", "" },
        { Row + "[Linear(3), CTCLoss]", "NDSL1301", "" },
        { "[Input(\"x\", \"N T 8\"), Linear(3), CTCLoss(Target = \"labels\")]", "NDSL0202", "Target" },
        { "[Input(\"x\", \"N T 8\"), Linear(3), CTCLoss(Blank = 3)]", "NDSL0202", "Blank" },
        { "[Input(\"x\", \"N T 8\"), Linear(3), MultiLabelMarginLoss]", "NDSL1301", "" },
        { "[Input(\"x\", \"N T 8\"), Linear(3), MultiMarginLoss]", "NDSL1301", "" },
        { Two + "[CosineEmbeddingLoss(\"a\")]", "NDSL0202", "values" },
        { Two + "[CosineEmbeddingLoss(\"a, c\")]", "NDSL1301", "" },
        { Two + "[CosineEmbeddingLoss(\"a, b\", Margin = 2)]", "NDSL0202", "Margin" },
        { Two + "[TripletMarginLoss(\"a, b, c\")]", "NDSL1301", "" },
        { Two + "[TripletMarginLoss(\"a, b, b\", Target = \"y\")]", "NDSL0202", "Target" },
        { Two + "[TripletMarginLoss(\"a, b, b\", Distance = Distance.Cosine, P = 1)]", "NDSL0202", "P" },
        { Two + "[InfoNCELoss(\"a, b\", Temperature = 0)]", "NDSL0202", "Temperature" },
        { Two + "[InfoNCELoss(\"a, d\")]", "NDSL0101", "values" },
        { Two + "[GaussianNLLLoss(\"c\", From = \"a\")]", "NDSL1301", "" },
        { Two + "[GaussianKL(\"a, c\")]", "NDSL1301", "" },
        { Row + "[Linear(4, Name = \"a\"), Linear(5, From = \"x\", Name = \"b\"), Reparameterize(\"a, b\")]", "NDSL1207", "values" },
        { Row + "[Linear(3), Reduce(\"n d -> n\", Reduction.BatchMean)]", "NDSL0202", "reduction" },
        { Row + "[Linear(3), Initialize(\"linear1.weight\", Init.Zeros, Std = 0.1)]", "NDSL0202", "Std" },
        { Row + "[Linear(3), Initialize(\"linear1.weight\", Init.Uniform, Low = 2)]", "NDSL0202", "Low" },
        { Row + "[Linear(3), Initialize(\"linear1.weight\", Init.TruncatedNormal, Std = 0)]", "NDSL0202", "Std" },
        { Row + "[Linear(3), Initialize(\"linear1.weigth\", Init.Normal)]", "NDSL1307", "patterns" },
        { Row + "[Linear(3), Initialize(\"*\", Init.Normal, Except = \"norm.*\")]", "NDSL1307", "Except" },
        { Row + "[Linear(3), Initialize(\"*\", Init.XavierNormal)]", "NDSL1310", "init" },
        { Row + "[Linear(3), Initialize(\"linear1.weight\", Init.Dirac)]", "NDSL1310", "init" },
        { Row + "[Parameter(\"p\", \"8\", Init = Init.Orthogonal), Add(\"p\", From = \"x\")]", "NDSL1310", "Init" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void What_cannot_be_is_one_fault_at_its_place(string model, string id, string argument)
    {
        var fault = Assert.Single(CompiledSource.Check(Declare(model)).Faults, fault => fault.IsError);
        Assert.Equal((id, argument), (fault.Descriptor.Id, fault.Location.Argument ?? ""));
    }

    /// <summary>The rest of a model, and the fields of its batch.</summary>
    public static TheoryData<string, string> Targets => new()
    {
        { Row + "[Linear(3), CrossEntropyLoss]", "x: Float32 [N,8]; target: Int64 [N]" },
        { Row + "[Linear(3), CrossEntropyLoss(Encoding = TargetEncoding.Probabilities)]", "x: Float32 [N,8]; target: Float32 [N,3]" },
        { "[Input(\"tokens\", \"N T\", DType.Int64), Embedding(9, 4), Linear(9), CrossEntropyLoss(Target = \"tokens\", Shift = 1)]", "tokens: Int64 [N,T]" },
        { "[Input(\"x\", \"N T 8\"), Linear(3), LogSoftmax, CTCLoss]", "x: Float32 [N,T,8]; target: Int64 [N,?]; input_lengths: Int64 [N]; target_lengths: Int64 [N]" },
        { "[Input(\"x\", \"N T 8\"), Linear(3), LogSoftmax, CTCLoss(Target = \"y, a, b\")]", "x: Float32 [N,T,8]; y: Int64 [N,?]; a: Int64 [N]; b: Int64 [N]" },
        { "[Input(\"x\", \"N C=3 H W\"), Softmax(1), DiceLoss(Encoding = TargetEncoding.ClassIndex)]", "x: Float32 [N,3,H,W]; target: Int64 [N,H,W]" },
        { Row + "[Linear(3), MultiLabelMarginLoss]", "x: Float32 [N,8]; target: Int64 [N,3]" },
        { Two + "[CosineEmbeddingLoss(\"a, b\")]", "x: Float32 [N,8]; target: Float32 [N]" },
        { Two + "[MarginRankingLoss(\"a, b\")]", "x: Float32 [N,8]; target: Float32 [N,4]" },
        { Two + "[InfoNCELoss(\"a, b\")]", "x: Float32 [N,8]" },
    };

    [Theory]
    [MemberData(nameof(Targets))]
    public void A_target_follows_from_the_prediction(string model, string fields)
    {
        var typed = CompiledSource.Check(Declare(model)).Model;
        Assert.NotNull(typed);
        Assert.Equal(fields, string.Join("; ", typed.Inputs.Concat(typed.Targets).Select(field => $"{field.Name}: {field.Type}")));
    }

    private static string Declare(string model) => $"""
        [Model]
        {model}
        public partial class Net;
        """;
}
