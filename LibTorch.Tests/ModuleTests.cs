using static TorchSharp.torch.nn;

namespace NeuralDsl.LibTorch.Tests;

/// <summary>Modules register, convert, save and run hooks like TorchSharp's.</summary>
public class ModuleTests
{
    [Fact]
    public void Fields_are_registered_under_their_names()
    {
        using var model = new ByFields();
        Assert.Equal(
            ["scale", "layer.weight", "layer.bias", "inner.layer.weight", "inner.layer.bias", "offset"], model.state_dict().Keys);
        Assert.Equal(["layer", "inner"], model.named_children().Select(child => child.name));
        Assert.Equal(["layer", "inner", "inner.layer"], model.named_modules().Select(module => module.name));
    }

    [Fact]
    public void An_override_registers_by_itself()
    {
        using var model = new ByHand();
        using var parent = Sequential(("model", model));
        Assert.Equal(["model.gain", "model.first.weight", "model.first.bias"], parent.state_dict().Keys);
        Assert.Equal(3, parent.parameters().Count());
    }

    [Fact]
    public void Tied_weights_appear_once()
    {
        using var shared = Linear(2, 2);
        using var model = Sequential(shared, Linear(2, 2));
        ((Linear)model[1]).weight = shared.weight;
        Assert.Equal(3, model.parameters().Count());
    }

    [Fact]
    public void Training_and_evaluation_reach_the_children()
    {
        using var model = Sequential(Dropout(0.5), Sequential(Dropout(0.5)));
        Assert.True(model.training);
        model.eval();
        Assert.All(model.modules(), module => Assert.False(module.training));
        Assert.True(ones(100).Equals(model.call(ones(100))));
        model.train();
        Assert.All(model.modules(), module => Assert.True(module.training));
        Assert.False(ones(100).Equals(model.call(ones(100))));
    }

    [Fact]
    public void Conversions_replace_fields_and_gradients()
    {
        using var model = new ByFields();
        model.call(ones(1, 3)).sum().backward();
        Assert.Same(model, model.to(ScalarType.Float64));
        Assert.All(model.parameters(), parameter => Assert.Equal(ScalarType.Float64, parameter.dtype));
        Assert.All(model.parameters(), parameter => Assert.Equal(ScalarType.Float64, parameter.grad!.dtype));
        Assert.Equal(ScalarType.Float64, model.call(ones(1, 3, ScalarType.Float64)).dtype);

        using var norm = BatchNorm1d(3).@double();
        Assert.Equal(ScalarType.Int64, norm.num_batches_tracked!.dtype);
        Assert.Equal(ScalarType.Float64, norm.running_mean!.dtype);
        norm.call(ones(2, 3, ScalarType.Float64));
        Assert.Throws<ArgumentException>(() => norm.to(ScalarType.Int64));
    }

    [Fact]
    public void State_survives_a_file()
    {
        var path = Path.GetTempFileName();
        try
        {
            using var model = Sequential(Linear(3, 2), BatchNorm1d(2));
            model.call(randn(4, 3));
            model.save(path);
            using var copy = Sequential(Linear(3, 2), BatchNorm1d(2));
            var loaded = new Dictionary<string, bool>();
            copy.load(path, loadedParameters: loaded);
            Assert.Equal(model.state_dict().Keys, loaded.Keys);
            foreach (var (key, value) in model.state_dict())
                Assert.True(value.Equals(copy.state_dict()[key]), key);

            using var other = Sequential(Linear(4, 2), BatchNorm1d(2));
            Assert.Throws<ArgumentException>(() => other.load(path));
            using var smaller = Sequential(Linear(3, 2));
            Assert.Throws<ArgumentException>(() => smaller.load(path));
            smaller.load(path, strict: false);
            Assert.Throws<FileNotFoundException>(() => copy.load("nowhere.bin"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void An_optimizer_goes_on_from_its_file()
    {
        using var model = Linear(3, 2);
        using var optimizer = optim.Adam(model.parameters(), 0.1, amsgrad: true);
        Step(model, optimizer);
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        optimizer.save_state_dict(writer);
        var weights = model.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.clone());

        Step(model, optimizer);
        using var copy = Linear(3, 2);
        copy.load_state_dict(weights);
        using var other = optim.Adam(copy.parameters(), amsgrad: true);
        stream.Position = 0;
        using var reader = new BinaryReader(stream);
        other.load_state_dict(reader);
        Assert.Equal(0.1, other.ParamGroups.Single().LearningRate);
        Step(copy, other);
        Assert.True(model.weight.allclose(copy.weight));

        stream.Position = 0;
        using var sgd = optim.SGD(copy.parameters(), 0.1);
        using var again = new BinaryReader(stream);
        Assert.Throws<InvalidDataException>(() => sgd.load_state_dict(again));

        static void Step(Linear layer, optim.Optimizer optimizer)
        {
            optimizer.zero_grad();
            layer.call(ones(4, 3)).square().sum().backward();
            optimizer.step();
        }
    }

    [Fact]
    public void Groups_have_options_of_their_own()
    {
        using var first = Linear(2, 2);
        using var second = Linear(2, 2);
        var group = new SGD.ParamGroup(second.parameters(), lr: 0.5);
        using var optimizer = optim.SGD(first.parameters(), 0.1, momentum: 0.9);
        optimizer.add_param_group(group);
        Assert.Equal([0.1, 0.5], optimizer.ParamGroups.Select(g => g.LearningRate));
        Assert.Equal(0.9, optimizer.Momentum);
        Assert.Equal(0.0, group.Momentum);
        Assert.Equal(4, optimizer.parameters().Count());
    }

    [Fact]
    public void A_closure_is_called_with_gradients_on()
    {
        using var layer = Linear(2, 1);
        using var optimizer = optim.SGD(layer.parameters(), 0.1);
        using var _ = no_grad();
        using var loss = optimizer.step(() =>
        {
            var value = layer.call(ones(1, 2)).sum();
            value.backward();
            return value;
        });
        Assert.NotNull(loss);
        Assert.NotNull(layer.weight.grad);
    }

    [Fact]
    public void Hooks_see_and_change_inputs_and_outputs()
    {
        using var layer = Identity();
        var calls = new List<string>();
        var pre = layer.register_forward_pre_hook((_, input) =>
        {
            calls.Add("pre");
            return input + 1;
        });
        var post = layer.register_forward_hook((_, _, output) =>
        {
            calls.Add("post");
            return output * 2;
        });
        Assert.Equal(4, layer.call(tensor(1f)).ToSingle());
        Assert.Equal(["pre", "post"], calls);
        pre.remove();
        post.remove();
        Assert.Equal(1, layer.call(tensor(1f)).ToSingle());
    }

    [Fact]
    public void Apply_reaches_everything_and_zero_grad_forgets()
    {
        using var model = Sequential(Linear(2, 2), Sequential(Linear(2, 2)));
        var seen = 0;
        model.apply(_ => seen++);
        Assert.Equal(4, seen);
        model.call(ones(1, 2)).sum().backward();
        model.zero_grad(set_to_none: false);
        Assert.All(model.parameters(), parameter => Assert.Equal(0, parameter.grad!.abs().sum().ToDouble()));
        model.zero_grad();
        Assert.All(model.parameters(), parameter => Assert.Null(parameter.grad));
    }

    [Fact]
    public void Names_with_dots_lead_into_modules()
    {
        using var model = Sequential(("a", Linear(2, 2)), ("b", Sequential(("c", BatchNorm1d(2)))));
        Assert.True(model.has_parameter("a.weight"));
        Assert.True(model.has_buffer("b.c.running_mean"));
        Assert.False(model.has_parameter("b.c.nothing"));
        Assert.Null(model.get_buffer("a.weight"));
    }

    [Fact]
    public void Containers_register_what_they_hold()
    {
        using var list = ModuleList<Linear>(Linear(2, 2), Linear(2, 2));
        list.Add(Linear(2, 2));
        list.RemoveAt(0);
        Assert.Equal(["0.weight", "0.bias", "1.weight", "1.bias"], list.state_dict().Keys);

        using var dictionary = ModuleDict<Linear>(("a", Linear(2, 2)));
        dictionary["b"] = Linear(2, 2);
        Assert.Equal(["a.weight", "a.bias", "b.weight", "b.bias"], dictionary.state_dict().Keys);

        using var parameters = ParameterList(Parameter(ones(2)), Parameter(ones(3)));
        parameters.@double();
        Assert.Equal(ScalarType.Float64, parameters[1].dtype);
        Assert.Equal(["0", "1"], parameters.state_dict().Keys);
    }

    private sealed class ByFields : torch.nn.Module<Tensor, Tensor>
    {
        private readonly Parameter scale = Parameter(ones(3));
        private readonly Tensor offset = zeros(3);
        private readonly Linear layer = Linear(3, 3);
        private readonly Inner inner = new();

        public ByFields() : base(nameof(ByFields)) => RegisterComponents();

        public override Tensor forward(Tensor input) => inner.call(layer.call(input * scale + offset));
    }

    private sealed class Inner : torch.nn.Module<Tensor, Tensor>
    {
        private readonly Linear layer = Linear(3, 3);

        public Inner() : base(nameof(Inner)) => RegisterComponents();

        public override Tensor forward(Tensor input) => layer.call(input);
    }

    private sealed class ByHand : torch.nn.Module<Tensor, Tensor>
    {
        private readonly Linear _first = Linear(3, 3);
        private readonly Parameter _gain = Parameter(ones(3));

        public ByHand() : base(nameof(ByHand))
        {
            register_module("first", _first);
            register_parameter("gain", _gain);
        }

        public override Tensor forward(Tensor input) => _first.call(input) * _gain;

        protected override void RegisterComponents()
        {
        }
    }
}
