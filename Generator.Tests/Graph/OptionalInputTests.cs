using System.Globalization;
using NeuralDsl.Generator.Tests.Harness;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl.Generator.Tests.Graph;

/// <summary>Inputs that may be absent: each model runs with them and without them.</summary>
public class OptionalInputTests
{
    private const string Source = """
        global using NeuralDsl;

        [Model]
        [Hyper("d", 4)]
        [Input("x", "N T d"), Input("scale", "N S d", Optional = true), Input("other", "N T d"), Input("bias", "N T 1", Optional = true)]
        [Add("bias, other, scale", Name = "sum")]
        [Multiply("scale", From = "sum", Name = "product")]
        public partial class Inner;

        [Model]
        [Input("x", "N T 4"), Input("other", "N T 4"), Input("scale", "N U 4", Optional = true)]
        [Block<Inner>(From = "x, other, scale", Name = "first")]
        [Block<Inner>(From = "first, other", Repeat = 2, Name = "then")]
        [Linear(3)]
        [MSELoss, Adam]
        public partial class Outer;
        """;

    /// <summary>The parameters keep their order, but what may be absent stands last, with null as default.</summary>
    [Fact]
    public void Forward_and_predict_compute_with_and_without()
    {
        var type = CompiledSource.Load(Source).Type("Inner");
        foreach (var method in new[] { "forward", "Predict" })
        {
            var parameters = type.GetMethod(method)!.GetParameters();
            Assert.Equal(["x", "other", "scale", "bias"], parameters.Select(parameter => parameter.Name));
            Assert.Equal([false, false, true, true], parameters.Select(parameter => parameter.HasDefaultValue));
        }
        dynamic model = Activator.CreateInstance(type, 4L, null, null)!;
        Assert.IsAssignableFrom<nn.Module<Tensor, Tensor, Tensor, Tensor, Tensor>>((object)model);
        using var scope = NewDisposeScope();
        var (x, scale, other, bias) = (rand(2, 5, 4), rand(2, 5, 4), rand(2, 5, 4), rand(2, 5, 1));
        Assert.True(((Tensor)model.Predict(x, other)).allclose(x + other));
        Assert.True(((Tensor)model.Predict(x, other, scale)).allclose((x + other + scale) * scale));
        Assert.True(((Tensor)model.Predict(x, other, null, bias)).allclose(x + other + bias));
        Assert.True(((Tensor)model.forward(x, other, scale, bias)).allclose((x + other + scale + bias) * scale));
        Assert.True(((Tensor)model.call(x, other, null, null)).allclose(x + other));
    }

    /// <summary>What is required of an input that may be absent is checked where it is there.</summary>
    [Fact]
    public void A_condition_is_checked_where_the_input_is_there()
    {
        Assert.Equal(["T == S"], CompiledSource.Check(Source.Replace("global using NeuralDsl;", ""), "Inner").Model!.Conditions.Select(condition => condition.Text));
        dynamic model = Activator.CreateInstance(CompiledSource.Load(Source).Type("Inner"), 4L, null, null)!;
        using var scope = NewDisposeScope();
        var (x, other) = (rand(2, 5, 4), rand(2, 5, 4));
        Assert.Equal("Inner: Add 'sum' needs T == S, but T = 5, S = 3.", Assert.Throws<ArgumentException>(() => model.forward(x, other, rand(2, 3, 4))).Message);
        Assert.Equal("Inner: 'scale' has d = 6 where 'x' has d = 4.", Assert.Throws<ArgumentException>(() => model.forward(x, other, rand(2, 5, 6))).Message);
        Assert.Contains("'bias' must be Float32 [N,T,1]", Assert.Throws<ArgumentException>(() => model.forward(x, other, null, rand(2, 5, 2))).Message);
        Assert.Contains("'other' is null", Assert.Throws<ArgumentNullException>(() => model.forward(x, null)).Message);
    }

    /// <summary>A block hands on what may be absent, and is not given what it does not need.</summary>
    [Fact]
    public void A_block_and_a_batch_go_without()
    {
        var type = CompiledSource.Load(Source).Type("Outer");
        dynamic model = Activator.CreateInstance(type, [null, null])!;
        var batchType = type.GetNestedType("Batch")!;
        Assert.Equal(["x", "other", "target", "scale"], batchType.GetConstructors().Single().GetParameters().Select(parameter => parameter.Name));
        var architecture = (Architecture)type.GetProperty("Architecture")!.GetValue(null)!;
        Assert.Equal([false, false, true], architecture.Inputs.Select(input => input.IsOptional));
        using var scope = NewDisposeScope();
        var (x, other, scale, target) = (rand(2, 5, 4), rand(2, 5, 4), rand(2, 5, 4), rand(2, 5, 3));
        var with = (Tensor)model.forward(x, other, scale);
        Assert.True(with.allclose((Tensor)model.linear1.call(((x + other + scale) * scale) + other + other)));
        foreach (var given in new[] { null, scale })
        {
            dynamic batch = Activator.CreateInstance(batchType, x, other, target, given)!;
            Assert.Same(given, (Tensor?)batch.Scale);
            Assert.Same(given, (Tensor?)batch[3]);
            Assert.True(double.IsFinite((double)model.TrainStep(batch, model.CreateOptimizer())));
        }
        Assert.Equal("Outer: Block<Inner> 'first' needs T == U, but T = 5, U = 3.", Assert.Throws<ArgumentException>(() => model.forward(x, other, rand(2, 3, 4))).Message);
    }

    [Fact]
    public void Nothing_is_left_over_with_or_without()
    {
        dynamic model = Activator.CreateInstance(CompiledSource.Load(Source).Type("Outer"), [null, null])!;
        using var x = rand(2, 5, 4);
        using var without = (Tensor)model.Predict(x, x);
        using var with = (Tensor)model.Predict(x, x, x);
        // Of this thread: other tests run beside this one.
        var tensors = DisposeScopeManager.Statistics.TensorStatistics;
        var before = tensors.ThreadTotalLiveCount;
        ((Tensor)model.Predict(x, x)).Dispose();
        ((Tensor)model.Predict(x, x, x)).Dispose();
        Assert.Equal(before, tensors.ThreadTotalLiveCount);
    }

    [Theory]
    [InlineData("Optional = true)] [Linear(2)]", "Optional of Input must be false of the first input, where the line of layers starts, but is true", true)]
    [InlineData(")] [Input(\"m\", \"N 8\", Optional = true)] [Linear(2, From = \"m\")]", "Linear takes 'm', which may be absent")]
    [InlineData(")] [Input(\"m\", \"N 8\", Optional = true)] [Add(\"x\", From = \"m\")]", "Add takes 'm', which may be absent")]
    [InlineData(")] [Input(\"m\", \"N 8\", Optional = true)] [Concat(\"x, m\")]", "Concat takes 'm', which may be absent")]
    [InlineData(")] [Input(\"m\", \"N 8\", Optional = true)] [Linear(8), Add(\"m\"), MSELoss(Target = \"m\")]", "Optional of Input must be false of 'm', a target of MSELoss, but is true")]
    [InlineData(")] [Input(\"m\", \"N 3 8\", Optional = true)] [Unsqueeze(1), Add(\"m\")]", "Add cannot join [N,1,8] and [N,3,8]")]
    [InlineData(")] [Input(\"m\", \"S\", Optional = true)] [Reshape(\"N S 4\"), Add(\"x\")]", "'S' of Reshape has no value when the model runs: it is an axis only of inputs that may be absent")]
    [InlineData(")] [Input(\"m\", \"N 8\", Optional = true)] [Linear(8)]", "Input 'm' is used by no layer and no loss")]
    public void What_needs_the_input_is_an_error(string rest, string message, bool isFirst = false)
    {
        var used = rest.Contains("\"S\"", StringComparison.Ordinal) ? rest + " [Flatten(0), Multiply(\"m\")]" : rest;
        var compiled = CompiledSource.Check($"[Model] [Input(\"x\", \"N 8\"{(isFirst ? ", " : "")}{used} public partial class Net;");
        var fault = Assert.Single(compiled.Faults);
        Assert.StartsWith(message, string.Format(CultureInfo.InvariantCulture, fault.Descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture), [.. fault.Arguments]));
        Assert.Null(compiled.Model);
    }
}
