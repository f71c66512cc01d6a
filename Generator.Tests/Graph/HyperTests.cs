using System.Globalization;
using NeuralDsl.Generator.Tests.Harness;
using static TorchSharp.torch;

namespace NeuralDsl.Generator.Tests.Graph;

/// <summary>Hyper-parameters: sizes for all values, guards with the words of the diagnostics, and the same model at several sizes.</summary>
public class HyperTests
{
    private const string Attention = """
        global using NeuralDsl;

        /// <summary>Self-attention written out: the checker follows the heads through split and merge.</summary>
        [Model]
        [Hyper("d", 48), Hyper("heads", 4), Hyper("dropout", 0.1)]
        [Input("x", "N T d")]
        [Linear("3*d", Name = "qkv"), Rearrange("n t (k h e) -> k n h t e", "k=3, h=heads", Name = "split")]
        [Select(0, 0, From = "split", Name = "q")]
        [Select(0, 1, From = "split", Name = "k")]
        [Select(0, 2, From = "split", Name = "v")]
        [Rearrange("n h t e -> n h e t", From = "k", Name = "kt")]
        [MatMul("kt", From = "q"), Softmax, Dropout("dropout"), MatMul("v")]
        [Rearrange("n h t e -> n t (h e)")]
        [Linear("d", In = "d"), Add("x", Name = "y")]
        [Output("y", "N T d")]
        public partial class Attention;
        """;

    [Fact]
    public void Attention_splits_and_merges_without_help()
    {
        var model = CompiledSource.Check(Attention).Model!;
        Assert.Equal(["d % heads == 0"], model.Conditions.Select(condition => condition.Text));
        Assert.Equal("4*d*d+4*d", model.ParameterCount.Text);
        Assert.Equal(4 * 48 * 48 + 4 * 48, model.DefaultParameterCount);
    }

    [Theory]
    [InlineData(48, 4)]
    [InlineData(12, 3)]
    [InlineData(7, 1)]
    public void A_model_is_made_at_any_size_that_fits(long d, long heads)
    {
        var type = CompiledSource.Load(Attention).Type("Attention");
        using var model = (nn.Module<Tensor, Tensor>)Activator.CreateInstance(type, d, heads, 0.0, null, null)!;
        using var x = rand(2, 5, d);
        using var y = model.call(x);
        Assert.Equal([2, 5, d], y.shape);
        Assert.Equal(4 * d * d + 4 * d, model.parameters().Sum(parameter => parameter.numel()));
    }

    [Theory]
    [InlineData(50, 4, "Attention: Rearrange 'split' needs d % heads == 0, but d = 50, heads = 4.")]
    [InlineData(0, 4, "d ('0') must be greater than or equal to '1'. (Parameter 'd')\nActual value was 0.")]
    public void A_size_that_does_not_fit_is_refused_by_the_constructor(long d, long heads, string message)
    {
        var type = CompiledSource.Load(Attention).Type("Attention");
        var error = Assert.Throws<System.Reflection.TargetInvocationException>(() => Activator.CreateInstance(type, d, heads, 0.0, null, null));
        Assert.Equal(message, error.InnerException!.Message.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void An_input_of_another_size_than_the_hyper_parameter_says_is_refused()
    {
        using var model = (nn.Module<Tensor, Tensor>)Activator.CreateInstance(CompiledSource.Load(Attention).Type("Attention"), 12L, 3L, 0.0, null, null)!;
        using var x = rand(2, 5, 16);
        Assert.Equal("Attention: axis 2 of 'x' must be d = 12 but is 16.", Assert.Throws<ArgumentException>(() => model.call(x)).Message);
    }

    [Fact]
    public void Defaults_that_do_not_fit_are_an_error_with_a_counterexample()
    {
        var fault = Assert.Single(CompiledSource.Check(Attention.Replace("48", "50")).Faults);
        Assert.Equal("NDSL1209", fault.Descriptor.Id);
        Assert.EndsWith("fails for d = 50, heads = 4", fault.Arguments[^1]);
    }

    /// <summary>Every number of a convolution may be a hyper-parameter; sizes follow for all values.</summary>
    [Fact]
    public void Convolutions_take_hyper_parameters()
    {
        var source = """
            global using NeuralDsl;

            [Model]
            [Hyper("channels", 8), Hyper("kernel", 3), Hyper("stride", 2), Hyper("padding", 1), Hyper("groups", 2)]
            [Input("image", "N 4 H W")]
            [Conv2d("channels", "kernel", Stride = "stride", Padding = "padding", Groups = "groups"), BatchNorm2d, ReLU]
            [AdaptiveAvgPool2d("kernel"), MaxPool2d("kernel"), Flatten]
            [Linear("2*channels")]
            public partial class Net;
            """;
        var type = CompiledSource.Load(source).Type("Net");
        using var model = (nn.Module<Tensor, Tensor>)Activator.CreateInstance(type, 12L, 3L, 3L, 2L, 4L, null, null)!;
        using var image = rand(2, 4, 11, 13);
        using var y = model.call(image);
        Assert.Equal([2, 24], y.shape);
    }

    /// <summary>A size that is computed is never below what the layer takes: the constructor says so before the engine divides by it.</summary>
    [Fact]
    public void A_computed_size_has_a_least_value()
    {
        const string source = """
            [Model]
            [Hyper("width", 64)]
            [Input("image", "N width H W")]
            [Conv2d("width", 1, Groups = "width/16")]
            public partial class Net;
            """;
        Assert.Equal(["width/16 >= 1", "width % (width/16) == 0"], CompiledSource.Check(source).Model!.Conditions.Select(condition => condition.Text));
        var fault = Assert.Single(CompiledSource.Check(source.Replace("64", "8")).Faults);
        Assert.Equal("Groups of Conv2d must be at least 1 but is width/16; fails for width = 8", string.Format(fault.Descriptor.MessageFormat.ToString(), [.. fault.Arguments]));
    }

    /// <summary>A hyper-parameter at every place that takes a number.</summary>
    private const string Numbers = """
        global using NeuralDsl;

        [Model]
        [Hyper("p", 0.25), Hyper("any", -0.5), Hyper("above", 0.75), Hyper("whole", 2)]
        [Input("x", "N 6")]
        [Parameter("shift", "1 6", Init = Init.Normal, Std = "above")]
        [LeakyReLU("any"), ELU("any"), Softplus("above"), Dropout("p"), DropPath("p", Name = "dropped")]
        [BatchNorm1d(Eps = "above", Momentum = "p", Affine = false), Add("shift"), Linear(6, Name = "last")]
        [MSELoss(Weight = "whole"), L1Loss(From = "dropped", Target = "other", Weight = "above")]
        [AdamW("above", Beta1 = "p", Beta2 = "p", Eps = "p", WeightDecay = "p", Only = "*.weight")]
        [AdamW("whole", Except = "*.weight", WeightDecay = "above")]
        public partial class Net;
        """;

    [Fact]
    public void A_hyper_parameter_stands_wherever_a_number_stands()
    {
        var type = CompiledSource.Load(Numbers).Type("Net");
        dynamic model = Activator.CreateInstance(type, 0.125, -2.0, 0.5, 3L, null, null)!;
        using optim.Optimizer optimizer = model.CreateOptimizer();
        Assert.Equal([0.5, 3.0], optimizer.ParamGroups.Select(group => group.LearningRate));
        model.eval();
        using var scope = NewDisposeScope();
        var x = randn(4, 6);
        var slope = where(x.gt(0), x, x * -2.0);
        var bent = where(slope.gt(0), slope, (slope.exp() - 1) * -2.0);
        var dropped = ((bent * 0.5).exp() + 1).log() / 0.5;
        var prediction = (Tensor)model.last.call((dropped / Math.Sqrt(1 + 0.5)) + model.shift);
        var expected = (3 * (prediction - 1).square().mean()) + (0.5 * dropped.abs().mean());
        dynamic batch = Activator.CreateInstance(type.GetNestedType("Batch")!, x, ones(4, 6), zeros(4, 6))!;
        Tensor loss = model.Loss(batch);
        Assert.Equal(TorchSharp.TensorExtensionMethods.ToDouble(expected), TorchSharp.TensorExtensionMethods.ToDouble(loss), 1e-4);
    }

    [Theory]
    [InlineData(1.5, 0.5, "Net: Dropout needs p >= 0 && p <= 1, but p = 1.5.")]
    [InlineData(double.NaN, 0.5, "Net: Dropout needs p >= 0 && p <= 1, but p = NaN.")]
    [InlineData(1.0, 0.5, "Net: AdamW needs p >= 0 && p < 1, but p = 1.")]
    [InlineData(0.5, -0.5, "Net: Parameter 'shift' needs above >= 0, but above = -0.5.")]
    [InlineData(0.5, 0.0, "Net: Softplus needs above > 0, but above = 0.")]
    public void A_number_out_of_its_range_is_refused_by_the_constructor(double p, double above, string message)
    {
        var type = CompiledSource.Load(Numbers).Type("Net");
        var error = Assert.Throws<System.Reflection.TargetInvocationException>(() => Activator.CreateInstance(type, p, 0.5, above, 3L, null, null));
        Assert.Contains(message, error.InnerException!.Message);
    }

    [Theory]
    [InlineData("[Hyper(\"p\", 1.5)] [Input(\"x\", \"N 6\")] [Dropout(\"p\")]", "p of Dropout must be at least 0 and at most 1 but is p; fails for p = 1.5")]
    [InlineData("[Hyper(\"b\", 0)] [Input(\"x\", \"N 6\")] [Softplus(\"b\")]", "beta of Softplus must be a number above 0 but is b; fails for b = 0")]
    [InlineData("[Hyper(\"m\", 0.0)] [Input(\"x\", \"N 6\")] [Linear(6), MSELoss, SGD(0.1, Momentum = \"m\", Nesterov = true)]", "Momentum of SGD must be a number above 0 but is m; fails for m = 0")]
    [InlineData("[Hyper(\"rate\", 0.1)] [Input(\"x\", \"N 6\")] [Linear(6), MSELoss, Adam(\"ratte\")]", "No hyper-parameter is named 'ratte'; did you mean 'rate'?")]
    [InlineData("[Input(\"x\", \"N 6\")] [BatchNorm1d(Eps = true)]", "Eps of BatchNorm1d must be a number above 0, or the name of a hyper-parameter but is True")]
    [InlineData("[Input(\"x\", \"N 6\")] [Linear(6), MSELoss, SGD(null!)]", "learningRate of SGD must be a number above 0, or the name of a hyper-parameter but is null")]
    [InlineData("[Hyper(\"p\", double.NaN)] [Input(\"x\", \"N 6\")] [Dropout(0.5)]", "value of Hyper must be a number but is NaN")]
    [InlineData("[Hyper(\"rate\", 1)] [Input(\"x\", \"N 6\")] [Linear(6), MSELoss(Weight = \"rate\"), Adam(null!)]", null)]
    public void A_number_that_never_fits_is_an_error(string model, string? message)
    {
        var compiled = CompiledSource.Check($"[Model] {model} public partial class Net;");
        Assert.Equal(message is null ? [] : [message], Messages(compiled));
        // A whole number that is at least 1 is always above 0.
        Assert.Empty(compiled.Model?.NumberConditions ?? []);
    }

    /// <summary>What a block requires of its numbers holds for what it is given, and becomes a condition of the model around it.</summary>
    [Theory]
    [InlineData("p=1.5", "p of Block must be at least 0 and at most 1 but is 1.5")]
    [InlineData("p=big", "p of Block must be at least 0 and at most 1 but is big; fails for big = 7")]
    [InlineData("n=2", "n of Block must be at least 0 and at most 1 but is 2")]
    [InlineData("p=small", null)]
    public void A_block_takes_numbers_in_their_range(string arguments, string? message)
    {
        var outer = $"""
            [Model]
            [Hyper("big", 7.0), Hyper("small", 0.5)]
            [Input("x", "N 6")]
            [Block<Inner>("{arguments}")]
            public partial class Outer;
            """;
        var compiled = CompiledSource.Check(outer, "Outer", """
            [Model]
            [Hyper("p", 0.1), Hyper("n", 0)]
            [Input("x", "N 6")]
            [Dropout("p"), Dropout("n")]
            public partial class Inner;
            """);
        Assert.Equal(message is null ? [] : [message], Messages(compiled));
        Assert.Equal(message is null ? ["small >= 0 && small <= 1"] : [], compiled.Model?.NumberConditions.Select(condition => condition.Text) ?? []);
    }

    private static IEnumerable<string> Messages(CompiledModel compiled) => compiled.Faults.Select(
        fault => string.Format(CultureInfo.InvariantCulture, fault.Descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture), [.. fault.Arguments]));
}
