using System.Reflection;
using NeuralDsl.Generator.Tests.Harness;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl.Generator.Tests.Generation;

public class GradientViewTests
{
    /// <summary>Layers whose parameters have names of several parts, or names that are no properties of theirs.</summary>
    [Fact]
    public void Every_parameter_has_its_gradient_in_the_view()
    {
        var generated = ModelCompilation.Generate(ModelCompilation.Create("""
            using NeuralDsl;

            [Model]
            [Hyper("layers", 2)]
            [Input("x", "N T 8")]
            [SelfAttention(2, Name = "attention"), TransformerEncoder(2, 2, FeedForward = 16, Dropout = 0, Name = "encoder")]
            [TransformerEncoder(2, "layers", FeedForward = 16, Name = "deep")]
            [TransformerDecoder("x", 2, 1, FeedForward = 16, Name = "decoder")]
            [LSTM(8, Bidirectional = true, Layers = 2, Name = "lstm"), Linear(8, Normalize = WeightNormalization.Weight, Name = "normalized")]
            [RMSNorm, Linear(8, If = "layers > 1", Name = "maybe")]
            [MSELoss, SGD(0.1)]
            public partial class Net;
            """));
        Assert.Empty(ModelCompilation.CompilerMessages(generated));
        using var code = new MemoryStream();
        Assert.True(generated.Emit(code).Success);

        using var model = (nn.Module)Activator.CreateInstance(Assembly.Load(code.ToArray()).GetType("Net")!, 2L, null, null)!;
        var type = model.GetType();
        using var x = randn(2, 3, 8);
        var batch = Activator.CreateInstance(type.GetNestedType("Batch")!, x, x);
        type.GetMethod("Backward", [type.GetNestedType("Batch")!])!.Invoke(model, [batch]);

        var view = type.GetProperty("Gradients")!.GetValue(model)!;
        // Nobody knows while compiling how many layers a hyper-parameter makes.
        var named = model.named_parameters().Where(parameter => !parameter.name.StartsWith("deep.", StringComparison.Ordinal)).ToArray();
        Assert.Equal(named.Select(parameter => parameter.name.Replace('.', '_')).Order(), view.GetType().GetProperties().Select(property => property.Name).Order());
        foreach (var (name, parameter) in named)
        {
            using var gradient = (Tensor)view.GetType().GetProperty(name.Replace('.', '_'))!.GetValue(view)!;
            Assert.Equal(parameter.grad!.data<float>().ToArray(), gradient.data<float>().ToArray());
        }
    }
}
