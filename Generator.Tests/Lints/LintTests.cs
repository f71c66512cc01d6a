using Microsoft.CodeAnalysis;
using NeuralDsl.Generator.Tests.Harness;

namespace NeuralDsl.Generator.Tests.Lints;

/// <summary>Each lint in the forms that a mistake takes, and silent on the models that look like it but are meant.</summary>
public class LintTests
{
    private const string X = "[Input(\"x\", \"N 30\")] ";
    private const string Image = "[Input(\"image\", \"N C=3 H=16 W=16\")] ";

    /// <summary>The rule, and the rest of a model that breaks it once and nothing else.</summary>
    public static TheoryData<string, string> Mistakes => new()
    {
        { "NDSL2001", X + "[Linear(5), Softmax, CrossEntropyLoss]" },
        { "NDSL2001", X + "[Linear(5), LogSoftmax, CrossEntropyLoss]" },
        { "NDSL2001", Image + "[Conv2d(5, 1), Softmax(1), CrossEntropyLoss]" },
        { "NDSL2001", X + "[Linear(5), Softmax, Unsqueeze(1), CrossEntropyLoss]" },
        { "NDSL2001", X + "[Linear(5, Name = \"logits\"), Softmax(Name = \"p\"), Linear(3, From = \"logits\", Name = \"other\"), Output(\"p\"), Output(\"other\"), CrossEntropyLoss(From = \"p\")]" },
        { "NDSL2002", X + "[Linear(1), Sigmoid, BCEWithLogitsLoss]" },
        { "NDSL2002", X + "[Linear(5), Softmax, BCEWithLogitsLoss]" },
        { "NDSL2002", X + "[Linear(1), Sigmoid, Squeeze(-1), BCEWithLogitsLoss]" },
        { "NDSL2003", X + "[Linear(1), BCELoss]" },
        { "NDSL2003", Image + "[Conv2d(1, 3), Flatten, BCELoss]" },
        { "NDSL2001", "[Input(\"x\", \"N 30 T\")] [Permute(0, 2, 1), Linear(5), Permute(0, 2, 1), Softmax(1), Permute(0, 2, 1), CrossEntropyLoss]" },
        { "NDSL2001", X + "[Block<Shares>, CrossEntropyLoss]" },
        { "NDSL2001", "[Input(\"x\", \"N T 30\")] [Flatten(0, 1), Block<Shares>, Unflatten(0, \"N T\"), CrossEntropyLoss]" },
        { "NDSL2002", X + "[Block<Gate>, Linear(5), Block<Gate>(\"d=5\"), BCEWithLogitsLoss]" },
        { "NDSL2003", X + "[Block<Gate>, Block<Scores>, BCELoss]" },
        { "NDSL2006", X + "[Block<Layered>, BCEWithLogitsLoss]" },
        { "NDSL2006", X + "[Block<Nested>, Squeeze(-1), BCEWithLogitsLoss]" },
        { "NDSL2004", X + "[Linear(1), Softmax, MSELoss]" },
        { "NDSL2004", X + "[Linear(4), Unsqueeze(1), LogSoftmax(1), MSELoss]" },
        { "NDSL2005", X + "[Linear(5), Softmax(0), MSELoss]" },
        { "NDSL2005", X + "[Linear(5), Softmax(-2), MSELoss]" },
        { "NDSL2005", X + "[Linear(5), Permute(1, 0), Softmax, MSELoss]" },
        { "NDSL2006", X + "[Linear(5), ReLU, CrossEntropyLoss]" },
        { "NDSL2006", X + "[Linear(5), Sigmoid, CrossEntropyLoss]" },
        { "NDSL2006", X + "[Linear(5), Tanh, CrossEntropyLoss]" },
        { "NDSL2006", X + "[Linear(1), Tanh, BCEWithLogitsLoss]" },
        { "NDSL2006", X + "[Linear(1), GELU, Squeeze(-1), BCEWithLogitsLoss]" },
        { "NDSL2006", X + "[Linear(1), SiLU, BCEWithLogitsLoss]" },
        { "NDSL2006", X + "[Linear(1), Softplus, BCEWithLogitsLoss]" },
        { "NDSL2006", X + "[Linear(1), ELU, BCEWithLogitsLoss]" },
        { "NDSL2006", X + "[Linear(5), LogSoftmax, BCEWithLogitsLoss]" },
        { "NDSL2007", X + "[Linear(64), Linear(5)]" },
        { "NDSL2007", X + "[Linear(30), Linear(64)]" },
        { "NDSL2007", X + "[Hyper(\"d\", 64), Linear(\"d\"), Linear(\"d\")]" },
        { "NDSL2007", X + "[Linear(64, Name = \"a\"), Linear(5, From = \"x\", Name = \"b\"), Linear(5, From = \"a\"), Add(\"b\")]" },
        { "NDSL2007", Image + "[Conv2d(8, 3), Conv2d(8, 1)]" },
        { "NDSL2008", X + "[Linear(5), ReLU, ReLU]" },
        { "NDSL2008", X + "[Linear(5), Sigmoid, Sigmoid]" },
        { "NDSL2008", X + "[Linear(5), Softmax, Softmax]" },
        { "NDSL2008", Image + "[Conv2d(5, 3), ReLU, Flatten, ReLU]" },
        { "NDSL2001", X + "[Linear(5), Softmin, CrossEntropyLoss]" },
        { "NDSL2001", X + "[Linear(5), Softmax, Identity, CrossEntropyLoss]" },
        { "NDSL2001", Image + "[Conv2d(5, 1), Softmax2d, CrossEntropyLoss]" },
        { "NDSL2002", X + "[Linear(1), Hardsigmoid, BCEWithLogitsLoss]" },
        { "NDSL2003", Image + "[ConvTranspose2d(1, 3), BCELoss]" },
        { "NDSL2006", X + "[Linear(5), Hardsigmoid, CrossEntropyLoss]" },
        { "NDSL2006", X + "[Linear(5), ReLU6, CrossEntropyLoss]" },
        { "NDSL2006", X + "[Linear(5), Hardtanh(MinVal = -3), CrossEntropyLoss]" },
        { "NDSL2006", X + "[Linear(5), LogSigmoid, CrossEntropyLoss]" },
        { "NDSL2006", X + "[Linear(5), GELU(Approximate = Approximation.Tanh), CrossEntropyLoss]" },
        { "NDSL2006", X + "[Linear(1), CELU(0.5), BCEWithLogitsLoss]" },
        { "NDSL2006", X + "[Linear(1), SELU, BCEWithLogitsLoss]" },
        { "NDSL2006", X + "[Linear(1), Softsign, BCEWithLogitsLoss]" },
        { "NDSL2006", X + "[Linear(1), Hardswish, Identity, BCEWithLogitsLoss]" },
        { "NDSL2008", X + "[Linear(5), Mish, Mish]" },
        { "NDSL2008", X + "[Linear(5), Hardtanh, Unsqueeze(1), Hardtanh]" },
        { "NDSL2009", Image + "[Conv2d(5, 3), Dropout2d(1)]" },
        { "NDSL2009", X + "[Linear(5), AlphaDropout(1)]" },
        { "NDSL2010", Image + "[ConvTranspose2d(5, 3), BatchNorm2d]" },
        { "NDSL2010", Image + "[Conv2d(5, \"3 1\"), InstanceNorm2d]" },
        { "NDSL2010", "[Input(\"x\", \"N 1 8 8 8\"), Conv3d(5, 3), BatchNorm3d]" },
        { "NDSL2011", Image + "[Conv2d(5, 3), Dropout2d, BatchNorm2d]" },
        { "NDSL2007", X + "[Block<Scores>, Linear(3)]" },
        { "NDSL2007", X + "[Linear(64), Block<Wide>(\"d=64, wide=64\"), ReLU]" },
        { "NDSL2007", X + "[Block<Wide>(\"wide=30\", Repeat = 2)]" },
        { "NDSL2007", X + "[Hyper(\"k\", 30), Linear(\"k\"), Block<Wide>(\"d=k, wide=k\"), ReLU]" },
        { "NDSL2008", X + "[Linear(30), Tanh, Block<Gate>]" },
        { "NDSL2008", X + "[Block<Gate>, Sigmoid]" },
        { "NDSL2008", X + "[Block<Layered>, Unsqueeze(1), ReLU]" },
        { "NDSL2008", X + "[Block<Nested>, ReLU]" },
        { "NDSL2008", X + "[Block<Bent>(Repeat = 3)]" },
        { "NDSL2009", X + "[Linear(5), Dropout(1)]" },
        { "NDSL2010", X + "[Block<Scores>, BatchNorm1d]" },
        { "NDSL2010", X + "[Linear(30), Block<Normed>]" },
        { "NDSL2011", X + "[Block<Dropped>, BatchNorm1d]" },
        { "NDSL2011", X + "[Tanh, Dropout, Block<Normed>]" },
        { "NDSL2010", X + "[Linear(5), BatchNorm1d]" },
        { "NDSL2010", Image + "[Conv2d(5, 3), BatchNorm2d(Affine = false)]" },
        { "NDSL2011", X + "[Linear(5), Dropout, BatchNorm1d]" },
        { "NDSL2011", Image + "[Conv2d(5, 3), Dropout, Flatten, BatchNorm1d]" },
        { "NDSL2012", X + "[Linear(5), NLLLoss]" },
        { "NDSL2012", X + "[Linear(5), Softmax, NLLLoss]" },
        { "NDSL2012", Image + "[Conv2d(5, 3), NLLLoss]" },
        { "NDSL2012", "[Input(\"x\", \"N T 30\"), Linear(5), Softmax, Last, NLLLoss]" },
        { "NDSL2013", X + "[Linear(16), ReLU, Linear(5), Initialize(\"*.weight\", Init.Zeros)]" },
        { "NDSL2013", X + "[Linear(16), ReLU, Linear(5), Initialize(\"linear1.weight\", Init.Ones)]" },
        { "NDSL2013", X + "[Linear(16), Dropout, ReLU, Linear(5), Initialize(\"*\", Init.Constant, Value = 0.1)]" },
        { "NDSL2013", Image + "[Conv2d(8, 3), ReLU, Flatten, Linear(5), Initialize(\"conv1.*\", Init.Constant, Value = 0.1)]" },
    };

    /// <summary>Models that are meant: the reason, and the rest of the model.</summary>
    public static TheoryData<string, string> Meant => new()
    {
        { "softmax over another axis than the classes", "[Input(\"x\", \"N T 30\"), Linear(5), Softmax(1), CrossEntropyLoss]" },
        { "softmax over an axis that is as long as the classes", "[Input(\"x\", \"N 5 30\"), Linear(5), Softmax(1), CrossEntropyLoss]" },
        { "softmax over the classes before they became another axis", "[Input(\"x\", \"N 5 30\"), Linear(5), Softmax(2), Permute(0, 2, 1), CrossEntropyLoss]" },
        { "a share of one class", X + "[Linear(2), Softmax, Select(1, 0), BCELoss]" },
        { "a block that ends in logits", X + "[Block<Scores>, CrossEntropyLoss]" },
        { "a block that ends in probabilities", X + "[Block<Gate>, BCELoss]" },
        { "logits that may become probabilities", X + "[Hyper(\"squash\", 1), Linear(1), Sigmoid(If = \"squash == 1\"), BCELoss]" },
        { "softmax as an output beside the logits of the loss", X + "[Linear(5, Name = \"logits\"), Softmax(Name = \"p\"), Output(\"p\"), CrossEntropyLoss(From = \"logits\")]" },
        { "softmax inside the model", X + "[Linear(5), Softmax, Linear(5), CrossEntropyLoss]" },
        { "probabilities for BCE", X + "[Linear(1), Sigmoid, BCELoss]" },
        { "probabilities for BCE in another shape", Image + "[Conv2d(1, 3), Sigmoid, Flatten, BCELoss]" },
        { "a mean of probabilities", "[Input(\"x\", \"N T 30\"), Linear(5), Sigmoid, Reduce(\"n t d -> n d\"), BCELoss]" },
        { "attention over steps that are as many as they are", "[Input(\"x\", \"N T 30\"), Linear(1), Softmax(1), Multiply(\"x\")]" },
        { "examples against examples", X + "[Linear(8, Name = \"e\"), Permute(1, 0, Name = \"t\"), MatMul(\"t\", From = \"e\"), Softmax(0)]" },
        { "softmax over axis 0 after a permutation", "[Input(\"x\", \"N T\"), Permute(1, 0), Softmax(0)]" },
        { "a first axis that is a number", "[Input(\"x\", \"5 30\"), Linear(5), Softmax(0)]" },
        { "logits of any sign", X + "[Linear(5), LeakyReLU, CrossEntropyLoss]" },
        { "ReLU before pooling, as in SqueezeNet", Image + "[Conv2d(5, 1), ReLU, AdaptiveAvgPool2d(1), Flatten, CrossEntropyLoss]" },
        { "an activation before a regression's loss", X + "[Linear(1), Softplus, MSELoss]" },
        { "low rank", X + "[Linear(4), Linear(20)]" },
        { "low rank by its defaults", X + "[Hyper(\"rank\", 4), Linear(\"rank\"), Linear(20)]" },
        { "a value that another layer takes too", X + "[Linear(64, Name = \"a\"), Linear(64), Add(\"a\")]" },
        { "a value that is an output too", X + "[Linear(64, Name = \"a\"), Linear(5, Name = \"b\"), Output(\"a\"), Output(\"b\")]" },
        { "a value that a loss takes too", X + "[Linear(64, Name = \"a\"), Linear(5, Name = \"b\"), MSELoss(From = \"a\", Target = \"u\"), MSELoss(From = \"b\", Target = \"v\")]" },
        { "weights that another layer uses too", X + "[Linear(30, Name = \"a\"), Linear(30), Tanh, Linear(30, Share = \"a\"), Tanh]" },
        { "weights of another layer", X + "[Linear(30, Name = \"a\"), Tanh, Linear(30), Linear(30, Share = \"a\"), Tanh]" },
        { "a bias that a sharing layer needs", "[Input(\"x\", \"N 5\"), Linear(5, Name = \"a\"), BatchNorm1d, ReLU, Linear(5, Share = \"a\"), ReLU]" },
        { "an activation that may be there", X + "[Hyper(\"deep\", 0), Linear(64), ReLU(If = \"deep == 1\"), Linear(5)]" },
        { "a layer that may be absent", X + "[Hyper(\"deep\", 0), Linear(30), Linear(30, If = \"deep == 1\"), ReLU]" },
        { "a bias where the normalization may be absent", X + "[Hyper(\"norm\", 1), Linear(5), BatchNorm1d(If = \"norm == 1\"), ReLU]" },
        { "dropped paths", X + "[Linear(5), DropPath(0.1), DropPath(0.1)]" },
        { "a bottleneck inside of blocks", X + "[Block<Wide>(\"wide=4\"), Linear(30)]" },
        { "a bottleneck between repeated blocks", X + "[Block<Narrow>(Repeat = 2)]" },
        { "a block that stands once", X + "[Hyper(\"times\", 1), Block<Wide>(\"wide=30\", Repeat = \"times\")]" },
        { "a block's value that another layer takes too", X + "[Block<Scores>(Name = \"a\"), Linear(3), Add(\"a\")]" },
        { "a block that takes its input twice", X + "[Linear(30), Block<Residual>]" },
        { "a value that a block gives away besides", X + "[Block<Both>(Name = \"b\"), Linear(3, Name = \"last\"), Output(\"last\"), Output(\"b.bent\")]" },
        { "a block whose weights are shared", X + "[Block<Wide>(\"wide=30\", Name = \"a\"), Linear(30), Tanh, Block<Wide>(\"wide=30\", Share = \"a\"), Tanh]" },
        { "a block with something of its own between", X + "[Block<Scores>, Block<Scores>(\"d=3\")]" },
        { "an activation in a block that goes round it too", X + "[Tanh, Block<Around>]" },
        { "activations whose parameters have one name in two models", X + "[Hyper(\"slope\", 0.1), LeakyReLU(\"slope\"), Block<Leaky>(\"slope=0.2\")]" },
        { "a dropout that a block is given none of", X + "[Block<Dropped>(\"p=0\"), BatchNorm1d]" },
        { "a block that ends in what may be absent", X + "[Block<Maybe>, Linear(5)]" },
        { "a new head on frozen weights", X + "[Block<Scores>(Name = \"encoder\"), Linear(3), Freeze(\"encoder.*\"), MSELoss, Adam]" },
        { "a pyramid of blocks", X + "[Block<Wide>(\"d=[30,40], wide=[40,50]\"), Linear(60)]" },
        { "linear layers over different axes", "[Input(\"x\", \"N 8 8\"), Linear(8), Permute(0, 2, 1), Linear(8)]" },
        { "dropout between", X + "[Linear(64), Dropout, Linear(5)]" },
        { "depthwise, then pointwise", Image + "[Conv2d(3, 3, Groups = 3), Conv2d(8, 1)]" },
        { "a stack of windows", Image + "[Conv2d(64, 3), Conv2d(8, 3)]" },
        { "a map whose size is bounded", X + "[Linear(64, Normalize = WeightNormalization.Spectral), Linear(5)]" },
        { "a map whose lengths are learned apart", Image + "[Conv2d(8, 3), Conv2d(8, 1, Normalize = WeightNormalization.Weight)]" },
        { "a bottleneck of channels", Image + "[Conv2d(2, 3), Conv2d(8, 1)]" },
        { "activations of other parameters", X + "[Linear(5), LeakyReLU(0.1), LeakyReLU(0.2)]" },
        { "softmax over both axes in turn", "[Input(\"x\", \"N T 30\"), Softmax(1), Softmax(2)]" },
        { "functions that are applied twice", X + "[Linear(5), Square, Square, Sqrt, Sqrt, Scale(2), Scale(2)]" },
        { "activations of other bounds", X + "[Linear(5), Hardtanh, Hardtanh(MinVal = 0)]" },
        { "activations with any value", X + "[Linear(5), PReLU, CrossEntropyLoss]" },
        { "a value that may be below its bound", X + "[Hyper(\"alpha\", 1.0), Linear(5), ELU(\"alpha\"), CrossEntropyLoss]" },
        { "probabilities by another function", X + "[Linear(1), Clamp(Min = 0, Max = 1), BCELoss]" },
        { "a bias before a normalization over several channels", Image + "[Conv2d(8, 3), GroupNorm(2)]" },
        { "dropout that keeps mean and variance", X + "[Linear(5), AlphaDropout, BatchNorm1d]" },
        { "dropout before a normalization of each example", Image + "[Conv2d(5, 3), Dropout2d, InstanceNorm2d]" },
        { "a kernel of 1 after a transposed convolution", Image + "[ConvTranspose2d(8, 3), Conv2d(5, 1)]" },
        { "a kernel of 1 along one axis only", Image + "[Conv2d(64, 3), Conv2d(5, \"1 3\")]" },
        { "two dropouts", X + "[Linear(5), Dropout(0.1), Dropout(0.1)]" },
        { "nearly everything", X + "[Linear(5), Dropout(0.99)]" },
        { "no bias", Image + "[Conv2d(5, 3, Bias = false), BatchNorm2d]" },
        { "a bias that another layer sees", Image + "[Conv2d(5, 3, Padding = 1, Name = \"a\"), BatchNorm2d, Add(\"a\")]" },
        { "normalization over another axis than the bias's", "[Input(\"x\", \"N T=7 30\"), Linear(5), BatchNorm1d]" },
        { "an activation between", Image + "[Conv2d(5, 3), ReLU, BatchNorm2d]" },
        { "dropout after normalization", X + "[Linear(5, Bias = false), BatchNorm1d, Dropout]" },
        { "a layer between dropout and normalization", X + "[Linear(5), Dropout, Linear(5, Bias = false), BatchNorm1d]" },
        { "log-probabilities", X + "[Linear(5), LogSoftmax, NLLLoss]" },
        { "log-probabilities of another shape", "[Input(\"x\", \"N T 30\"), Linear(5), LogSoftmax, Last, NLLLoss]" },
        { "logarithms by hand", X + "[Linear(5), Sigmoid, LeakyReLU(1), NLLLoss]" },
        { "zeros at the end", X + "[Linear(16), ReLU, Linear(5, Name = \"head\"), Initialize(\"head.weight\", Init.Zeros)]" },
        { "equal weights at the end", X + "[Linear(16), ReLU, Linear(5, Name = \"head\"), CrossEntropyLoss, Initialize(\"head.weight\", Init.Ones)]" },
        { "zeros at the end of a residual branch", X + "[Linear(16), ReLU, Linear(30, Name = \"last\"), Add(\"x\"), Linear(5), Initialize(\"last.weight\", Init.Zeros)]" },
        { "zeros before random weights", X + "[Linear(16), ReLU, Linear(5), Initialize(\"linear1.weight\", Init.Zeros)]" },
        { "zeros that a later line replaces", X + "[Linear(16), ReLU, Linear(5), Initialize(\"*\", Init.Zeros), Initialize(\"*.weight\", Init.Normal)]" },
        { "biases", X + "[Linear(16), ReLU, Linear(5), Initialize(\"*.bias\", Init.Zeros)]" },
        { "scales of a normalization", X + "[Linear(16, Bias = false), BatchNorm1d, ReLU, Linear(5), Initialize(\"batchNorm1.weight\", Init.Zeros)]" },
        { "a scale of layers", X + "[Parameter(\"scale\", \"1 30\"), Multiply(\"scale\"), Linear(5), Initialize(\"scale\", Init.Constant, Value = 1e-6)]" },
        { "a fixed filter", Image + "[Conv2d(8, 3), ReLU, Flatten, Linear(5), Initialize(\"conv1.weight\", Init.Constant, Value = 0.1), Freeze(\"conv1.*\")]" },
        { "one unit", X + "[Linear(1), Tanh, Linear(5), Initialize(\"linear1.weight\", Init.Ones)]" },
        { "dropout of nothing", X + "[Linear(5), Dropout(0), BatchNorm1d]" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_one_warning(string id, string model) => Assert.Equal([id], Check(model));

    [Theory]
    [MemberData(nameof(Meant))]
    public void What_is_meant_is_silent(string reason, string model)
    {
        _ = reason;
        Assert.Empty(Check(model));
    }

    /// <summary>Warnings stop nothing: the model is generated, compiles and runs.</summary>
    [Fact]
    public void A_model_with_warnings_is_generated()
    {
        using var model = CompiledSource.Load("global using NeuralDsl;", Declare(X + "[Linear(5), Softmax, CrossEntropyLoss, Adam]")).CreateModel("Net");
        Assert.Equal(30 * 5 + 5, model.parameters().Sum(parameter => parameter.numel()));
    }

    [Fact]
    public void Lints_are_silent_beside_an_error() =>
        Assert.Equal(["NDSL1203"], CompiledSource.Check(Declare(X + "[Linear(5), ReLU, ReLU, Linear(4, In = 6)]")).Faults.Select(fault => fault.Descriptor.Id));

    [Fact]
    public async Task Samples_are_free_of_warnings()
    {
        var models = Directory.GetFiles(Path.Combine(Repository.Root, "Samples"), "*.cs").Select(File.ReadAllText).Where(text => text.Contains("[Model]")).ToArray();
        Assert.NotEmpty(models);
        Assert.Empty(await ModelCompilation.AnalyzeAsync(ModelCompilation.Create(["global using NeuralDsl;", .. models])));
    }

    [Fact]
    public async Task Shapes_are_shown_where_they_are_asked_for()
    {
        var compilation = ModelCompilation.Create("global using NeuralDsl;", Declare("""
            [Hyper("d", 8), Input("image", "N 1 28 28")]
            [Conv2d(16, 5, Name = "conv1"), ReLU, Flatten, Linear("d")]
            """));
        Assert.Empty(await ModelCompilation.AnalyzeAllAsync(compilation));
        var shapes = await ModelCompilation.AnalyzeAllAsync(ModelCompilation.WithRule(compilation, "NDSL3001"));
        Assert.Equal(
            [
                "conv1: Float32 [N,16,24,24], 416 parameters",
                "ReLU: Float32 [N,16,24,24], no parameters",
                "Flatten: Float32 [N,9216], no parameters",
                "Linear: Float32 [N,d], 9217*d parameters",
            ],
            shapes.Select(shape => shape.GetMessage()));
    }

    /// <summary>Blocks for the models above.</summary>
    private const string Blocks = """
        [Model]
        [Input("x", "N d"), Hyper("d", 30)]
        [Linear(5), Softmax]
        public partial class Shares;

        [Model]
        [Input("x", "N d"), Hyper("d", 30)]
        [Tanh, Sigmoid]
        public partial class Gate;

        [Model]
        [Input("x", "N d"), Hyper("d", 30)]
        [Tanh, Linear(3)]
        public partial class Scores;

        [Model]
        [Input("x", "N d"), Hyper("d", 30)]
        [Linear(1), ReLU]
        public partial class Layered;

        [Model]
        [Input("x", "N 30")]
        [Block<Layered>, Unsqueeze(1)]
        public partial class Nested;

        [Model]
        [Input("x", "N d"), Hyper("d", 30), Hyper("wide", 64)]
        [Linear("wide")]
        public partial class Wide;

        [Model]
        [Input("x", "N d"), Hyper("d", 30)]
        [Linear("4*d"), GELU, Linear("d")]
        public partial class Narrow;

        [Model]
        [Input("x", "N d"), Hyper("d", 30)]
        [Tanh, Linear("d"), Tanh]
        public partial class Bent;

        [Model]
        [Input("x", "N d"), Hyper("d", 30)]
        [BatchNorm1d, ReLU]
        public partial class Normed;

        [Model]
        [Input("x", "N d"), Hyper("d", 30), Hyper("p", 0.1)]
        [ReLU, Dropout("p")]
        public partial class Dropped;

        [Model]
        [Input("x", "N d"), Hyper("d", 30)]
        [Linear("d"), Add("x")]
        public partial class Residual;

        [Model]
        [Input("x", "N d"), Hyper("d", 30)]
        [Tanh, Add("x")]
        public partial class Around;

        [Model]
        [Input("x", "N d"), Hyper("d", 30), Hyper("slope", 0.3)]
        [LeakyReLU("slope")]
        public partial class Leaky;

        [Model]
        [Input("x", "N d"), Hyper("d", 30), Hyper("deep", 0)]
        [Linear(30), ReLU(If = "deep == 1")]
        public partial class Maybe;

        [Model]
        [Input("x", "N d"), Hyper("d", 30)]
        [Linear(30, Name = "code"), Tanh(Name = "bent")]
        [Output("code"), Output("bent")]
        public partial class Both;
        """;

    private static IEnumerable<string> Check(string model)
    {
        var compiled = CompiledSource.Check(Declare(model), "Net", Blocks);
        Assert.NotNull(compiled.Model);
        return compiled.Faults.Where(fault => fault.Descriptor.DefaultSeverity == DiagnosticSeverity.Warning).Select(fault => fault.Descriptor.Id);
    }

    private static string Declare(string model) => $"""
        [Model]
        {model}
        public partial class Net;
        """;
}
