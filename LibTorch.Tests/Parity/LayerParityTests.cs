using static TorchSharp.torch.nn;

namespace NeuralDsl.LibTorch.Tests.Parity;

/// <summary>Layers: initial values, output, gradients and running statistics are PyTorch's under the same seed.</summary>
public class LayerParityTests
{
    private static readonly Dictionary<string, (Func<torch.nn.Module> make, long[][] shapes)> Cases = new()
    {
        ["Linear"] = (() => Linear(7, 5), [[4, 7]]),
        ["LinearWithoutBias"] = (() => Linear(7, 5, hasBias: false), [[4, 7]]),
        ["Bilinear"] = (() => Bilinear(3, 4, 5), [[6, 3], [6, 4]]),
        ["Conv1d"] = (() => Conv1d(4, 6, 3, stride: 2, padding: 1), [[2, 4, 11]]),
        ["Conv2d"] = (() => Conv2d(4, 6, 3, stride: 2, padding: 1, groups: 2), [[2, 4, 9, 8]]),
        ["Conv2dSame"] = (() => Conv2d(3, 4, (3, 5), Padding.Same, dilation: (2, 1)), [[2, 3, 9, 8]]),
        ["Conv2dReflect"] = (() => Conv2d(3, 4, 3, padding: 2, padding_mode: PaddingModes.Reflect), [[2, 3, 9, 8]]),
        ["Conv2dCircularSame"] = (() => Conv2d(3, 4, 4, Padding.Same, padding_mode: PaddingModes.Circular), [[2, 3, 9, 8]]),
        ["Conv3d"] = (() => Conv3d(2, 3, 3, padding: 1, bias: false), [[2, 2, 5, 6, 4]]),
        ["ConvTranspose1d"] = (() => ConvTranspose1d(4, 6, 3, stride: 2, padding: 1, output_padding: 1), [[2, 4, 7]]),
        ["ConvTranspose2d"] = (() => ConvTranspose2d(4, 6, 3, stride: 2, groups: 2), [[2, 4, 5, 6]]),
        ["ConvTranspose3d"] = (() => ConvTranspose3d(2, 3, 2, dilation: 2), [[1, 2, 4, 3, 4]]),
        ["BatchNorm1d"] = (() => BatchNorm1d(6), [[5, 6]]),
        ["BatchNorm2d"] = (() => BatchNorm2d(3, momentum: 0.3), [[4, 3, 5, 5]]),
        ["BatchNorm3d"] = (() => BatchNorm3d(3, affine: false), [[4, 3, 2, 3, 3]]),
        ["InstanceNorm1d"] = (() => InstanceNorm1d(3, affine: true), [[4, 3, 9]]),
        ["InstanceNorm2d"] = (() => InstanceNorm2d(3, affine: true, track_running_stats: true), [[4, 3, 5, 5]]),
        ["LayerNorm"] = (() => LayerNorm([4, 6]), [[3, 4, 6]]),
        ["GroupNorm"] = (() => GroupNorm(2, 6), [[3, 6, 4, 4]]),
        ["LocalResponseNorm3"] = (() => LocalResponseNorm(3), [[2, 6, 5]]),
        ["LocalResponseNorm4"] = (() => LocalResponseNorm(2, alpha: 0.1), [[2, 6, 5, 4]]),
        ["PReLU"] = (() => PReLU(3), [[4, 3, 5]]),
        ["Dropout"] = (() => Dropout(0.4), [[40, 30]]),
        ["Dropout1d"] = (() => Dropout1d(0.4), [[8, 6, 3]]),
        ["Dropout2d"] = (() => Dropout2d(0.4), [[8, 6, 3, 3]]),
        ["AlphaDropout"] = (() => AlphaDropout(0.4), [[20, 30]]),
        ["MaxPool1d"] = (() => MaxPool1d(3, stride: 2, padding: 1), [[2, 3, 11]]),
        ["MaxPool2d"] = (() => MaxPool2d((3, 2), stride: (2, 2), padding: (1, 0), ceil_mode: true), [[2, 3, 9, 8]]),
        ["MaxPool3d"] = (() => MaxPool3d(2), [[2, 3, 4, 6, 4]]),
        ["AvgPool1d"] = (() => AvgPool1d(3, stride: 2, padding: 1), [[2, 3, 11]]),
        ["AvgPool2d"] = (() => AvgPool2d(2, padding: 1, count_include_pad: false), [[2, 3, 9, 8]]),
        ["AvgPool3d"] = (() => AvgPool3d(2), [[2, 3, 4, 6, 4]]),
        ["AdaptiveAvgPool1d"] = (() => AdaptiveAvgPool1d(4), [[2, 3, 11]]),
        ["AdaptiveAvgPool2d"] = (() => AdaptiveAvgPool2d((3, 2)), [[2, 3, 9, 8]]),
        ["AdaptiveMaxPool2d"] = (() => AdaptiveMaxPool2d([3, 2]), [[2, 3, 9, 8]]),
        ["LPPool1d"] = (() => LPPool1d(2, 3), [[2, 3, 11]]),
        ["LPPool2d"] = (() => LPPool2d(2, 2), [[2, 3, 9, 8]]),
        ["Upsample"] = (() => Upsample(scale_factor: [2, 2], mode: UpsampleMode.Bilinear, align_corners: true), [[2, 3, 5, 4]]),
        ["PixelShuffle"] = (() => PixelShuffle(2), [[2, 8, 3, 4]]),
        ["ZeroPad2d"] = (() => ZeroPad2d((1, 2, 3, 0)), [[2, 3, 4, 5]]),
        ["ReflectionPad1d"] = (() => ReflectionPad1d(2), [[2, 3, 6]]),
        ["CosineSimilarity"] = (() => CosineSimilarity(), [[5, 7], [5, 7]]),
        ["PairwiseDistance"] = (() => PairwiseDistance(), [[5, 7], [5, 7]]),
        ["Sequential"] = (
            () => Sequential(Conv2d(1, 4, 3), ReLU(), MaxPool2d(2), Flatten(), Linear(36, 10), LogSoftmax(1)), [[3, 1, 8, 8]]),
        ["AdaptiveAvgPool3d"] = (() => AdaptiveAvgPool3d((3, 2, 2)), [[2, 3, 5, 6, 4]]),
        ["AdaptiveMaxPool1d"] = (() => AdaptiveMaxPool1d(4), [[2, 3, 11]]),
        ["AdaptiveMaxPool3d"] = (() => AdaptiveMaxPool3d([3, 2, 2]), [[2, 3, 5, 6, 4]]),
        ["FractionalMaxPool2d"] = (() => FractionalMaxPool2d(2, output_ratio: 0.6), [[2, 3, 9, 8]]),
        ["FractionalMaxPool2dSize"] = (() => FractionalMaxPool2d((3, 2), output_size: (5, 4)), [[2, 3, 9, 8]]),
        ["FractionalMaxPool3d"] = (() => FractionalMaxPool3d(2, output_size: 3), [[2, 3, 6, 5, 7]]),
        ["FractionalMaxPool3dRatio"] = (() => FractionalMaxPool3d((2, 3, 2), output_ratio: (0.5, 0.4, 0.6)), [[2, 3, 6, 9, 7]]),
        ["ConstantPad1d"] = (() => ConstantPad1d((1, 2), 0.5), [[2, 3, 6]]),
        ["ConstantPad2d"] = (() => ConstantPad2d((1, 2, 0, 3), 0.5), [[2, 3, 4, 5]]),
        ["ConstantPad3d"] = (() => ConstantPad3d(2, 0.5), [[2, 3, 2, 3, 4]]),
        ["ReflectionPad2d"] = (() => ReflectionPad2d((1, 2, 0, 3)), [[2, 3, 4, 5]]),
        ["ReflectionPad3d"] = (() => ReflectionPad3d(1), [[2, 3, 2, 3, 4]]),
        ["ReplicationPad1d"] = (() => ReplicationPad1d((1, 2)), [[2, 3, 6]]),
        ["ReplicationPad2d"] = (() => ReplicationPad2d((1, 2, 0, 3)), [[2, 3, 4, 5]]),
        ["ReplicationPad3d"] = (() => ReplicationPad3d(2), [[2, 3, 2, 3, 4]]),
        ["PixelUnshuffle"] = (() => PixelUnshuffle(2), [[2, 3, 4, 6]]),
        ["ChannelShuffle"] = (() => ChannelShuffle(3), [[2, 6, 3, 4]]),
        ["Unfold"] = (() => Unfold((2, 3), padding: (1, 0), stride: (2, 1)), [[2, 3, 5, 6]]),
        ["Fold"] = (() => Fold((4, 5), (2, 2)), [[2, 12, 12]]),
        ["Flatten"] = (() => Flatten(1, 2), [[2, 3, 4, 5]]),
        ["Unflatten"] = (() => Unflatten(1, [2, 3]), [[2, 6, 4]]),
        ["UpsampleNearest1d"] = (() => Upsample(scale_factor: [2]), [[2, 3, 5]]),
        ["UpsampleLinear"] = (() => Upsample([7], mode: UpsampleMode.Linear), [[2, 3, 5]]),
        ["UpsampleNearest2d"] = (() => Upsample([7, 6]), [[2, 3, 5, 4]]),
        ["UpsampleBicubic"] = (() => Upsample(scale_factor: [2, 3], mode: UpsampleMode.Bicubic), [[2, 3, 5, 4]]),
        ["UpsampleNearest3d"] = (() => Upsample(scale_factor: [2, 1, 2]), [[2, 3, 3, 4, 2]]),
        ["UpsampleTrilinear"] = (() => Upsample(scale_factor: [2, 2, 2], mode: UpsampleMode.Trilinear), [[2, 3, 3, 4, 2]]),
        ["InstanceNorm3d"] = (() => InstanceNorm3d(3), [[2, 3, 3, 4, 2]]),
        ["LocalResponseNorm5"] = (() => LocalResponseNorm(4, 0.2, 0.5, 2), [[2, 6, 3, 4, 2]]),
        ["Dropout3d"] = (() => Dropout3d(0.4), [[8, 6, 2, 2, 2]]),
        ["FeatureAlphaDropout"] = (() => FeatureAlphaDropout(0.4), [[8, 6, 3]]),
        ["Identity"] = (() => Identity(), [[3, 4]]),
        ["ReLU"] = Activation(() => ReLU()),
        ["ReLU6"] = Activation(() => ReLU6()),
        ["LeakyReLU"] = Activation(() => LeakyReLU()),
        ["ELU"] = Activation(() => ELU()),
        ["CELU"] = Activation(() => CELU()),
        ["SELU"] = Activation(() => SELU()),
        ["GELU"] = Activation(GELU),
        ["SiLU"] = Activation(SiLU),
        ["Mish"] = Activation(Mish),
        ["Sigmoid"] = Activation(Sigmoid),
        ["Tanh"] = Activation(Tanh),
        ["Softsign"] = Activation(Softsign),
        ["Tanhshrink"] = Activation(Tanhshrink),
        ["Hardsigmoid"] = Activation(() => Hardsigmoid()),
        ["Hardswish"] = Activation(() => Hardswish()),
        ["Hardtanh"] = Activation(() => Hardtanh()),
        ["Hardshrink"] = Activation(() => Hardshrink()),
        ["Softshrink"] = Activation(() => Softshrink()),
        ["Softplus"] = Activation(() => Softplus()),
        ["LogSigmoid"] = Activation(LogSigmoid),
        ["Softmax"] = Activation(() => Softmax(1)),
        ["LogSoftmax"] = Activation(() => LogSoftmax(1)),
        ["Softmin"] = Activation(() => Softmin(1)),
        ["GLU"] = Activation(() => GLU(1)),
        ["RReLU"] = Activation(() => RReLU()),
        ["Threshold"] = Activation(() => Threshold(0.1, 0.2)),
        ["Softmax2d"] = Activation(Softmax2d),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_layer_computes_what_PyTorch_computes(string name)
    {
        var (make, shapes) = Cases[name];
        manual_seed(5);
        using var module = make();
        var inputs = shapes.Select(shape => randn(shape)).ToArray();
        Check(name, module, inputs, differentiable: true);
    }

    [Fact]
    public void An_embedding_computes_what_PyTorch_computes()
    {
        manual_seed(5);
        using var module = Embedding(11, 4, padding_idx: 2);
        Check("Embedding", module, [randint(0, 11, [3, 5])], differentiable: false);
    }

    [Fact]
    public void An_embedding_bag_computes_what_PyTorch_computes()
    {
        manual_seed(5);
        using var module = EmbeddingBag(11, 4, mode: EmbeddingBagMode.Sum);
        Check("EmbeddingBag", module, [randint(0, 11, [3, 5])], differentiable: false);
    }

    private static (Func<torch.nn.Module>, long[][]) Activation(Func<torch.nn.Module> make) => (make, [[3, 4, 5, 2]]);

    private static void Check(string name, torch.nn.Module module, Tensor[] inputs, bool differentiable)
    {
        Assert.Equal(
            PyTorchReference.Names($"{name}/init/").Select(key => key[(name.Length + 6)..]), module.state_dict().Keys);
        foreach (var (key, value) in module.state_dict())
            PyTorchReference.AssertEqual($"{name}/init/{key}", value);

        if (differentiable)
            inputs[0].requires_grad = true;
        var output = Call(module, inputs);
        PyTorchReference.AssertEqual($"{name}/output", output);
        PyTorchReference.Score(output).backward();
        if (differentiable)
            PyTorchReference.AssertEqual($"{name}/grad", inputs[0].grad!);
        foreach (var (key, parameter) in module.named_parameters())
            PyTorchReference.AssertEqual($"{name}/grad/{key}", parameter.grad!);
        foreach (var (key, buffer) in module.named_buffers())
            PyTorchReference.AssertEqual($"{name}/after/{key}", buffer);

        module.eval();
        PyTorchReference.AssertEqual($"{name}/eval", Call(module, inputs));
    }

    private static Tensor Call(torch.nn.Module module, Tensor[] inputs) => module switch
    {
        Module<Tensor, Tensor> one => one.call(inputs[0]),
        Module<Tensor, Tensor, Tensor> two => two.call(inputs[0], inputs[1]),
        EmbeddingBag bag => bag.call(inputs[0]),
        _ => throw new InvalidOperationException($"{module.GetName()} takes inputs that this test does not know."),
    };
}
