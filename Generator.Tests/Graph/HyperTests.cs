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
}
