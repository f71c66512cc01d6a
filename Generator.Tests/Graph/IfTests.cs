using Microsoft.CodeAnalysis;
using NeuralDsl.Generator.Tests.Harness;
using static TorchSharp.torch;

namespace NeuralDsl.Generator.Tests.Graph;

/// <summary>Layers that are there for some hyper-parameters only.</summary>
public class IfTests
{
    private const string Residual = """
        global using NeuralDsl;

        [Model]
        [Hyper("from", 8), Hyper("channels", 8), Hyper("stride", 1)]
        [Input("x", "N from H W")]
        [Conv2d("channels", 3, Stride = "stride", Padding = 1, Name = "conv1"), ReLU]
        [Conv2d("channels", 3, Padding = 1, Name = "conv2")]
        [Conv2d("channels", 1, Stride = "stride", From = "x", If = "stride != 1 || from != channels", Name = "projection")]
        [Add("conv2"), ReLU]
        public partial class Residual;


        """;

    [Theory]
    [InlineData(8, 8, 1, false)]
    [InlineData(8, 16, 1, true)]
    [InlineData(8, 8, 2, true)]
    public void A_residual_projects_where_it_must(long from, long channels, long stride, bool projects)
    {
        using var model = (nn.Module<Tensor, Tensor>)Activator.CreateInstance(CompiledSource.Load(Residual).Type("Residual"), from, channels, stride, null, null)!;
        using var x = rand(2, from, 9, 7);
        using var y = model.call(x);
        Assert.Equal([2, channels, (9 - 1) / stride + 1, (7 - 1) / stride + 1], y.shape);
        Assert.Equal(projects, model.state_dict().ContainsKey("projection.weight"));
        var counted = CompiledSource.Check(Residual.Replace("global using NeuralDsl;", "")).Model!.ParameterCount
            .Evaluate(symbol => symbol switch { "from" => from, "channels" => channels, _ => stride });
        Assert.Equal(model.parameters().Sum(parameter => parameter.numel()), counted);
    }

    [Fact]
    public void Stages_of_residuals_are_counted_exactly()
    {
        const string source = """
            [Model]
            [Input("image", "N 8 16 16")]
            [Block<Residual>("from=8, channels=[8,16,16], stride=[1,2,1]", Name = "stage")]
            public partial class Net;
            """;
        // The middle one takes 8 channels and the last one 16: a list for each.
        var fits = source.Replace("from=8,", "from=[8,8,16],");
        Assert.Equal("NDSL1213", Assert.Single(CompiledSource.Check(source, "Net", Residual).Faults).Descriptor.Id);
        using var model = CompiledSource.Load(Residual + fits).CreateModel("Net");
        using var x = rand(1, 8, 16, 16);
        using var y = model.call(x);
        Assert.Equal([1, 16, 8, 8], y.shape);
        Assert.Equal(model.parameters().Sum(parameter => parameter.numel()), CompiledSource.Check(fits, "Net", Residual).Model!.DefaultParameterCount);
    }

    [Theory]
    [InlineData("Linear(\"d\", If = \"d != 8\")", null)]
    [InlineData("Dropout(0.1, If = \"d > 100\")", null)]
    [InlineData("Linear(\"2*d\", If = \"d != 8\")", "NDSL1217")]
    [InlineData("Linear(\"d\", If = \"e != 8\")", "NDSL0101")]
    [InlineData("Linear(\"d\", If = \"d\")", "NDSL0201")]
    [InlineData("Linear(\"d\", If = \"d != (\")", "NDSL0201")]
    [InlineData("Add(\"x\", If = \"d != 8\")", "NDSL0202")]
    [InlineData("Linear(\"d\", If = \"d != 8\", Name = \"a\"), Linear(8, Share = \"a\")", "NDSL1216")]
    [InlineData("Linear(\"d\", If = \"d != 8\", Name = \"a\"), Linear(8, Tie = \"a\")", "NDSL1216")]
    public void A_layer_that_is_left_out_changes_nothing(string layer, string? id)
    {
        var faults = CompiledSource.Check($"""
            [Model]
            [Hyper("d", 8)]
            [Input("x", "N 8")]
            [{layer}]
            public partial class Net;
            """).Faults;
        Assert.Equal(id is null ? [] : [id], faults.Where(fault => fault.Descriptor.DefaultSeverity != DiagnosticSeverity.Info).Select(fault => fault.Descriptor.Id));
    }
}
