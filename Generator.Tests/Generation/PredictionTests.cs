using NeuralDsl.Generator.Tests.Harness;
using NeuralDsl.Generator.Tests.Parity;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl.Generator.Tests.Generation;

/// <summary>How predictions are made: what is left out, folded and kept as it is.</summary>
public class PredictionTests
{
    private const string Folded = "PredictNormalized";

    public static TheoryData<string, bool> Normalizations => new()
    {
        { """[Input("x", "N 3 8 8"), Conv2d(4, 3), BatchNorm2d, ReLU]""", true },
        { """[Input("x", "N 3 16 16"), Conv2d(4, 3, Bias = false, Padding = 1, Stride = 2), BatchNorm2d(Eps = 0.01)]""", true },
        { """[Input("x", "N 4 8 8"), Conv2d(6, "3 1", Padding = "1 0", Dilation = "1 2", Groups = 2), BatchNorm2d(Affine = false)]""", true },
        { """[Input("x", "N 3 L"), Conv1d(4, 3, Padding = 1), BatchNorm1d]""", true },
        { """[Input("x", "N 2 4 4 4"), Conv3d(3, 2), BatchNorm3d]""", true },
        { """[Input("x", "N 3 8 8"), Block<Inner>]""", true },
        // Padding that the engine's function does not know.
        { """[Input("x", "N 3 8 8"), Conv2d(4, 3, Padding = "same"), BatchNorm2d]""", false },
        { """[Input("x", "N 3 8 8"), Conv2d(4, 3, Padding = 1, PaddingMode = PaddingMode.Circular), BatchNorm2d]""", false },
        { """[Input("x", "N 3 8 8"), Conv2d(4, 3, Normalize = WeightNormalization.Weight), BatchNorm2d]""", false },
        // Another layer takes what the convolution makes, or the model gives it.
        { """[Input("x", "N 3 8 8"), Conv2d(4, 3, Name = "c"), BatchNorm2d, Add("c")]""", false },
        { """[Input("x", "N 3 8 8"), Conv2d(4, 3, Name = "c"), BatchNorm2d(Name = "n"), Output("c"), Output("n")]""", false },
        { """[Input("x", "N 3 8 8"), Conv2d(4, 3), ReLU, BatchNorm2d]""", false },
        // The weights are more than the values.
        { """[Input("x", "N 16 4 4"), Conv2d(4, 3), BatchNorm2d]""", false },
        // The statistics are the batch's.
        { """[Input("x", "N 3 8 8"), Conv2d(4, 3), BatchNorm2d(TrackRunningStats = false)]""", false },
        { """[Input("x", "N 3 8 8"), Conv2d(4, 3), InstanceNorm2d(TrackRunningStats = true)]""", false },
    };

    /// <summary>Folded or not, a prediction is the forward pass in evaluation mode, also after weights and statistics have changed.</summary>
    [Theory, MemberData(nameof(Normalizations))]
    public void A_normalization_is_folded_into_the_convolution_before_it(string attributes, bool isFolded)
    {
        var source = $"""
            global using NeuralDsl;
            using TorchSharp;
            {(attributes.Contains("Inner") ? "[Model, Input(\"x\", \"N 3 H W\"), Conv2d(4, 3), BatchNorm2d] public partial class Inner;" : "")}
            [Model]
            {attributes}
            public partial class Net;
            """;
        var text = TextOf(source);
        Assert.Equal(isFolded, text.Contains(Folded, StringComparison.Ordinal));
        using var scope = NewDisposeScope();
        var model = CompiledSource.Load(source).Create("Net");
        var module = (nn.Module)model;
        long[] sizes = [.. attributes.Split('"')[3].Split(' ').Select(size => long.TryParse(size, out var number) ? number : size == "L" ? 9 : 5)];
        var random = new Random(0);
        for (var pass = 0; pass < 2; pass++)
        {
            var x = ParityTensor.Normal(sizes, random) + pass;
            module.train();
            // Statistics take the batch in.
            Outputs(((dynamic)model).forward(x));
            List<Tensor> found = Outputs(((dynamic)model).Predict(x));
            Assert.True(module.training);
            module.eval();
            List<Tensor> made = Outputs(((dynamic)model).forward(x));
            foreach (var (expected, output) in made.Zip(found))
                Assert.True(expected.allclose(output, rtol: 1e-4, atol: 1e-5));
        }
    }

    [Fact]
    public void What_is_there_for_training_is_left_out()
    {
        var text = PredictOf("""
            [Model]
            [Input("x", "N 8")]
            [Linear(8), ReLU, Dropout(0.5), Linear(4), AlphaDropout(0.1), DropPath(0.2)]
            public partial class Net;
            """);
        Assert.DoesNotContain("ropout", text);
        Assert.DoesNotContain("training", text);
        Assert.DoesNotContain("StochasticDepth", text);
        Assert.Contains("relu_()", text);
    }

    /// <summary>What a model gives is the caller's to dispose, so an input is not given itself, and no tensor twice.</summary>
    [Fact]
    public void Results_are_tensors_of_their_own()
    {
        using var scope = NewDisposeScope();
        dynamic model = CompiledSource.Load("""
            global using NeuralDsl;
            [Model]
            [Input("x", "N 4")]
            [Dropout(0.5, Name = "same")]
            [ReLU(From = "x", Name = "made"), Dropout(0.5, Name = "again")]
            [Output("same"), Output("made"), Output("again")]
            public partial class Net;
            """).Create("Net");
        var x = randn(2, 4);
        var outputs = model.Predict(x);
        ((Tensor)outputs.Same).Dispose();
        ((Tensor)outputs.Made).Dispose();
        Assert.False(x.IsInvalid);
        Assert.True(((Tensor)outputs.Again).equal(x.relu()).all().ToBoolean());
    }

    /// <summary>The user's own module is in evaluation mode while a prediction runs, and each of its parts is as before afterwards.</summary>
    [Fact]
    public void The_modes_of_own_modules_are_restored_one_by_one()
    {
        var model = CompiledSource.Load("""
            global using NeuralDsl;
            using TorchSharp;
            using static TorchSharp.torch;
            [Model]
            [Input("x", "N 4")]
            [Linear(4), Module<Own>("N 4", Name = "own")]
            public partial class Net;

            public sealed class Own : nn.Module<Tensor, Tensor>
            {
                public readonly TorchSharp.Modules.Dropout frozen = nn.Dropout(0.5);
                public readonly TorchSharp.Modules.Dropout drop = nn.Dropout(0.5);
                public bool WasTraining = true;

                public Own() : base("own") => RegisterComponents();

                public override Tensor forward(Tensor x)
                {
                    WasTraining = training || drop.training || frozen.training;
                    using var dropped = drop.call(x);
                    return frozen.call(dropped);
                }
            }
            """).Create("Net");
        dynamic own = ((dynamic)model).own;
        own.frozen.eval();
        using var x = randn(2, 4);
        using Tensor made = ((dynamic)model).Predict(x);
        Assert.False(own.WasTraining);
        Assert.True(((nn.Module)model).training);
        Assert.True(own.training);
        Assert.True(own.drop.training);
        Assert.False(own.frozen.training);
    }

    /// <summary>What layers keep from call to call, masks and waves, does not go while another thread reads it.</summary>
    [Fact]
    public void Predictions_run_side_by_side()
    {
        var model = (nn.Module<Tensor, Tensor>)CompiledSource.Load("""
            global using NeuralDsl;
            [Model]
            [Input("x", "N T 8")]
            [SinusoidalPositionEncoding, SelfAttention(2, Causal = true), Dropout(0.5)]
            public partial class Net;
            """).Create("Net");
        model.train();
        Parallel.For(3, 9, new() { MaxDegreeOfParallelism = 3 }, length =>
        {
            using var x = ones(2, length, 8);
            using Tensor first = ((dynamic)model).Predict(x);
            for (var i = 0; i < 50; i++)
            {
                using Tensor again = ((dynamic)model).Predict(x);
                Assert.True(first.allclose(again));
            }
        });
    }

    private static List<Tensor> Outputs(object made) =>
        made as Tensor is { } output ? [output] : [.. made.GetType().GetProperties().Select(property => (Tensor)property.GetValue(made)!)];

    /// <summary>The bodies of Predict of all models.</summary>
    private static string TextOf(string source) => string.Join("\n", ModelCompilation.Generate(ModelCompilation.Create(source)).SyntaxTrees
        .Select(tree => tree.ToString())
        .Where(text => text.Contains(" Predict("))
        .Select(text => text[text.IndexOf(" Predict(", StringComparison.Ordinal)..])
        .Select(text => text[..text.IndexOf("\n    }", StringComparison.Ordinal)]));

    private static string PredictOf(string model) => TextOf($"global using NeuralDsl;\n{model}");
}
