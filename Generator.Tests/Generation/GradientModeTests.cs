using NeuralDsl.Generator.Tests.Harness;
using NeuralDsl.Generator.Tests.Parity;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl.Generator.Tests.Generation;

/// <summary>Who computes the gradients: generated code, autograd, or autograd for what has no generated gradient.</summary>
public class GradientModeTests
{
    private const string X = "[Input(\"x\", \"N 6 8\")] ";

    /// <summary>Blocks for the models below, each in one of the forms that leave something to autograd, or nothing.</summary>
    private const string Blocks = """
        using NeuralDsl;

        [Model, Input("x", "N 6 8"), Linear(8), ReLU]
        public partial class Plain;

        [Model(Gradients = GradientMode.Autograd), Input("x", "N 6 8"), Linear(8), ReLU]
        public partial class Recorded;

        [Model, Input("x", "N 6 8"), Linear(8), LocalResponseNorm(3)]
        public partial class Partly;

        [Model, Input("x", "N 6 8"), Linear(8), MSELoss, SGD(0.1)]
        public partial class Trained;

        [Model, Input("x", "N 6 8"), Input("more", "N 6 8", Optional = true), Linear(8), Add("more")]
        public partial class Joined;
        """;

    /// <summary>A model, and what autograd computes in it.</summary>
    public static TheoryData<string, string[]> Models => new()
    {
        { X + "[Linear(8), ReLU, Linear(1), MSELoss, SGD(0.1)]", [] },
        { X + "[Linear(8), LocalResponseNorm(3), Linear(1), MSELoss, SGD(0.1)]", ["LocalResponseNorm"] },
        { X + "[LocalResponseNorm(3), Linear(1), MSELoss, SGD(0.1)]", [] },
        { X + "[Linear(8), Detach, LocalResponseNorm(3), Linear(1), MSELoss, SGD(0.1)]", [] },
        { X + "[Linear(8), LocalResponseNorm(3), Linear(1)]", ["LocalResponseNorm"] },
        { X + "[Linear(8), HingeEmbeddingLoss, SGD(0.1)]", ["HingeEmbeddingLoss"] },
        { X + "[Hyper(\"deep\", 1), Linear(8), ReLU(If = \"deep == 1\"), Linear(1), MSELoss, SGD(0.1)]", [] },
        { X + "[Input(\"more\", \"N 6 8\", Optional = true)] [Linear(8), Add(\"more\"), MSELoss, SGD(0.1)]", [] },
        { X + "[Block<Plain>, Block<Plain>(Repeat = 2), MSELoss, SGD(0.1)]", [] },
        { X + "[Block<Recorded>, MSELoss, SGD(0.1)]", ["Block<Recorded>, because Recorded asks for autograd"] },
        { X + "[Block<Trained>, MSELoss, SGD(0.1)]", ["Block<Trained>, because Trained has losses of its own"] },
        { X + "[Block<Joined>, MSELoss, SGD(0.1)]", ["Block<Joined>, because an input of Joined may be absent"] },
        // What a block leaves to autograd is said at the block.
        { X + "[Block<Partly>, MSELoss, SGD(0.1)]", [] },
    };

    [Theory]
    [MemberData(nameof(Models))]
    public void What_autograd_computes_is_named(string model, string[] recorded)
    {
        var faults = CompiledSource.Check(Declare("Model", model), "Net", Blocks).Faults;
        Assert.Equal(recorded, faults.Where(fault => fault.Descriptor.Id == "NDSL3002").Select(fault => string.Concat(fault.Arguments)));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Nothing_is_left_to_autograd_where_all_is_to_be_generated(string model, string[] recorded)
    {
        var faults = CompiledSource.Check(Declare("Model(Gradients = GradientMode.Generated)", model), "Net", Blocks).Faults;
        string[] expected = model.Contains("Partly") ? ["Block<Partly>, because of LocalResponseNorm in Partly"] : recorded;
        Assert.Equal(expected.Select(what => $"NDSL1316 {what}"), faults.Where(fault => fault.Descriptor.Id != "NDSL2007").Select(fault => $"{fault.Descriptor.Id} {string.Concat(fault.Arguments)}"));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Nobody_is_told_what_was_asked_for(string model, string[] recorded)
    {
        Assert.NotNull(recorded);
        var faults = CompiledSource.Check(Declare("Model(Gradients = GradientMode.Autograd)", model), "Net", Blocks).Faults;
        Assert.DoesNotContain(faults, fault => fault.Descriptor.Id is "NDSL3002" or "NDSL1316");
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Generated_code_records_what_is_named_and_nothing_else(string model, string[] recorded)
    {
        var code = Generate(Declare("Model", model));
        Assert.Equal(recorded.Length, Count(code, "enable_grad()"));
    }

    [Fact]
    public void Autograd_computes_all_where_it_is_asked_for()
    {
        var code = Generate(Declare("Model(Gradients = GradientMode.Autograd)", X + "[Linear(8), ReLU, Linear(1), MSELoss, SGD(0.1)]"));
        Assert.Contains("Recording.Backward(Loss(batch, out prediction))", code);
        Assert.DoesNotContain("no_grad", code.Substring(code.IndexOf("double Backward(", StringComparison.Ordinal), 400));
    }

    /// <summary>The three modes, a parameter that does not learn for a while, and an input whose gradient somebody wants.</summary>
    [Fact]
    public void The_modes_give_the_same_gradients()
    {
        var model = X + "[Linear(5, Name = \"hidden\"), Tanh, LayerNorm, Linear(1, Name = \"score\"), MSELoss, SGD(0.1)]";
        var compiled = CompiledSource.Load(
            "global using NeuralDsl;", Declare("Model", model, "Automatic"), Declare("Model(Gradients = GradientMode.Generated)", model, "Generated"),
            Declare("Model(Gradients = GradientMode.Autograd)", model, "Autograd"));
        using var x = Normal(1, 4, 6, 8);
        using var y = Normal(2, 4, 6, 1);
        foreach (var frozen in new[] { "", "hidden.weight", "score.bias", "hidden." })
        {
            var expected = Gradients(compiled, "Autograd", x, y, frozen);
            Assert.Equal(frozen.Length == 0 ? 6 : frozen.EndsWith('.') ? 4 : 5, expected.Count);
            AssertEqual(expected, Gradients(compiled, "Automatic", x, y, frozen));
            AssertEqual(expected, Gradients(compiled, "Generated", x, y, frozen));
        }
        using var watched = x.detach().requires_grad_(true);
        AssertEqual(Gradients(compiled, "Autograd", x, y, ""), Gradients(compiled, "Automatic", watched, y, ""));
        Assert.Equal([4L, 6L, 8L], watched.grad!.shape);
    }

    /// <summary>Models of which a part is there in some cases only, or which give a gradient on as it is.</summary>
    public static TheoryData<string, bool> Parts => new()
    {
        { "[Hyper(\"deep\", 2)] [Linear(8), BatchNorm1d(If = \"deep == 2\"), Tanh(If = \"deep > 1\"), Dropout(0, If = \"deep < 9\"), Linear(8, If = \"deep > 0\"), MSELoss, SGD(0.1)]", false },
        { "[Hyper(\"deep\", 1)] [Linear(8), BatchNorm1d(If = \"deep == 2\"), Tanh(If = \"deep > 1\"), Dropout(0, If = \"deep < 9\"), Linear(8, If = \"deep > 0\"), MSELoss, SGD(0.1)]", false },
        { "[Hyper(\"deep\", 1)] [Linear(8, Name = \"way\"), ReLU, Block<Branching>(\"deep=deep\"), SelfAttention(2, If = \"deep > 1\"), Add(\"way\"), MSELoss, SGD(0.1)]", false },
        { "[Hyper(\"deep\", 3)] [Linear(8, Name = \"way\"), ReLU, Block<Branching>(\"deep=deep\"), SelfAttention(2, If = \"deep > 1\"), Add(\"way\"), MSELoss, SGD(0.1)]", false },
        { "[Linear(8, Name = \"a\"), Linear(8, Name = \"b\"), Block<Summed>(From = \"a, b\"), Add(\"a, b\"), Multiply(\"b\"), MSELoss, SGD(0.1)]", false },
        { "[Input(\"more\", \"N 6 8\", Optional = true)] [Linear(8), Add(\"more\"), Linear(8), Multiply(\"more\"), Linear(8), Divide(\"more\"), MSELoss, SGD(0.1)]", false },
        { "[Input(\"more\", \"N 6 8\", Optional = true)] [Linear(8), Add(\"more\"), Linear(8), Multiply(\"more\"), Linear(8), Divide(\"more\"), MSELoss, SGD(0.1)]", true },
    };

    [Theory]
    [MemberData(nameof(Parts))]
    public void A_part_that_is_there_in_some_cases_has_autograd_s_gradients(string model, bool isGiven)
    {
        const string Others = """
            [Model, Hyper("deep", 1), Input("x", "N 6 8"), Linear(8, If = "deep > 2"), GELU(If = "deep > 1"), Linear(8), Sigmoid(If = "deep < 2")]
            public partial class Branching;

            [Model, Input("x", "N 6 8"), Input("y", "N 6 8"), Add("y")]
            public partial class Summed;
            """;
        var compiled = CompiledSource.Load(
            "global using NeuralDsl;", Others, Declare("Model(Gradients = GradientMode.Generated)", X + model, "Generated"), Declare("Model(Gradients = GradientMode.Autograd)", X + model, "Autograd"));
        using var x = Normal(1, 4, 6, 8);
        using var y = Normal(2, 4, 6, 8);
        using var more = isGiven ? Normal(3, 4, 6, 8) : null;
        AssertEqual(Gradients(compiled, "Autograd", x, y, "", more: more), Gradients(compiled, "Generated", x, y, "", more: more));
    }

    /// <summary>Losses are computed in Float32 there, and so are their gradients.</summary>
    [Fact]
    public void A_model_in_bfloat16_has_autograd_s_gradients()
    {
        var model = X + "[Linear(5), Tanh, Linear(1), MSELoss, SGD(0.1)]";
        var compiled = CompiledSource.Load("global using NeuralDsl;", Declare("Model", model, "Automatic"), Declare("Model(Gradients = GradientMode.Autograd)", model, "Autograd"));
        using var x = Normal(1, 4, 6, 8).to(bfloat16);
        using var y = Normal(2, 4, 6, 1).to(bfloat16);
        AssertEqual(Gradients(compiled, "Autograd", x, y, "", bfloat16), Gradients(compiled, "Automatic", x, y, "", bfloat16));
    }

    [Fact]
    public void A_layer_cannot_be_named_like_a_pass()
    {
        foreach (var name in new[] { "Forward", "Backward", "IsTrained" })
        {
            var fault = Assert.Single(CompiledSource.Check(Declare("Model", $"{X}[Linear(6, Name = \"{name}\")]"), "Net").Faults);
            Assert.Equal("NDSL0103", fault.Descriptor.Id);
        }
    }

    /// <summary>Numbers of its own, since other tests draw from the engine's meanwhile, and in Float64: a quotient by a small one is no rounding error.</summary>
    private static Tensor Normal(int seed, params long[] shape) => ParityTensor.Normal(shape, new Random(seed)).to(float64);

    private static Dictionary<string, double[]> Gradients(CompiledSource compiled, string name, Tensor x, Tensor y, string frozen, ScalarType dtype = ScalarType.Float64, Tensor? more = null)
    {
        using var model = (nn.Module)compiled.Create(name);
        var random = new Random(5);
        using (no_grad())
        {
            foreach (var parameter in model.parameters())
                parameter.copy_(ParityTensor.Normal(parameter.shape, random) * 0.5);
        }
        model.to(dtype);
        foreach (var (key, parameter) in model.named_parameters())
            parameter.requires_grad = frozen.Length == 0 || !key.StartsWith(frozen, StringComparison.Ordinal);
        var type = compiled.Type(name);
        var fields = type.GetNestedType("Batch")!.GetConstructors().Max(constructor => constructor.GetParameters().Length);
        var batch = Activator.CreateInstance(type.GetNestedType("Batch")!, fields == 2 ? [x, y] : [x, y, more]);
        type.GetMethod("Backward", [type.GetNestedType("Batch")!])!.Invoke(model, [batch]);
        return model.named_parameters().Where(parameter => parameter.parameter.grad is not null)
            .ToDictionary(parameter => parameter.name, parameter => parameter.parameter.grad!.to(float64).data<double>().ToArray());
    }

    private static void AssertEqual(Dictionary<string, double[]> expected, Dictionary<string, double[]> actual)
    {
        Assert.Equal(expected.Keys, actual.Keys);
        foreach (var (name, gradient) in expected)
            Assert.All(gradient.Zip(actual[name]), pair => Assert.Equal(pair.First, pair.Second, 1e-8 * Math.Max(1, Math.Abs(pair.First))));
    }

    private static string Generate(string model)
    {
        var generated = ModelCompilation.Generate(ModelCompilation.Create("global using NeuralDsl;", model, Blocks));
        Assert.Empty(ModelCompilation.CompilerMessages(generated));
        return generated.SyntaxTrees.Single(tree => Path.GetFileName(tree.FilePath) == "Net.g.cs").ToString();
    }

    private static int Count(string text, string what) => (text.Length - text.Replace(what, "").Length) / what.Length;

    private static string Declare(string attribute, string model, string name = "Net") => $"""
        [{attribute}]
        {model}
        public partial class {name};
        """;
}
