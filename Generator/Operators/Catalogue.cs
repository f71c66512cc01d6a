using NeuralDsl.Operators.Blocks;
using NeuralDsl.Operators.Joins;
using NeuralDsl.Operators.Layers;
using NeuralDsl.Operators.Losses;
using NeuralDsl.Operators.Optimizers;
using NeuralDsl.Operators.ShapeOperators;

namespace NeuralDsl.Operators;

/// <summary>Which attribute is which operator.</summary>
internal static class Catalogue
{
    public static readonly IReadOnlyDictionary<string, Func<ArgumentReader, Layer?>> Layers = new Dictionary<string, Func<ArgumentReader, Layer?>>(
        ElementwiseFunctions.All.ToDictionary(function => function.Key, function => (Func<ArgumentReader, Layer?>)function.Value.Read))
    {
        ["AdaptiveAvgPool1d"] = arguments => AdaptivePool.Read(arguments, "adaptive_avg_pool", 1),
        ["AdaptiveAvgPool2d"] = arguments => AdaptivePool.Read(arguments, "adaptive_avg_pool", 2),
        ["AdaptiveAvgPool3d"] = arguments => AdaptivePool.Read(arguments, "adaptive_avg_pool", 3),
        ["AdaptiveMaxPool1d"] = arguments => AdaptivePool.Read(arguments, "adaptive_max_pool", 1),
        ["AdaptiveMaxPool2d"] = arguments => AdaptivePool.Read(arguments, "adaptive_max_pool", 2),
        ["AdaptiveMaxPool3d"] = arguments => AdaptivePool.Read(arguments, "adaptive_max_pool", 3),
        ["Add"] = arguments => ElementwiseJoin.Read(arguments, "+"),
        ["AlphaDropout"] = arguments => Dropout.Read(arguments, "alpha_dropout"),
        ["Apply"] = Apply.Read,
        ["AvgPool1d"] = arguments => AvgPool.Read(arguments, 1),
        ["AvgPool2d"] = arguments => AvgPool.Read(arguments, 2),
        ["AvgPool3d"] = arguments => AvgPool.Read(arguments, 3),
        ["BatchNorm1d"] = arguments => BatchNorm.Read(arguments, 1),
        ["BatchNorm2d"] = arguments => BatchNorm.Read(arguments, 2),
        ["BatchNorm3d"] = arguments => BatchNorm.Read(arguments, 3),
        ["Bilinear"] = Bilinear.Read,
        ["Block"] = Block.Read,
        ["ChannelShuffle"] = ChannelShuffle.Read,
        ["Clamp"] = Clamp.Read,
        ["Concat"] = arguments => Concat.Read(arguments, isNewAxis: false),
        ["ConstantPad1d"] = arguments => Pad.Read(arguments, 1, "Constant"),
        ["ConstantPad2d"] = arguments => Pad.Read(arguments, 2, "Constant"),
        ["ConstantPad3d"] = arguments => Pad.Read(arguments, 3, "Constant"),
        ["Conv1d"] = arguments => ForwardConvolution.Read(arguments, 1),
        ["Conv2d"] = arguments => ForwardConvolution.Read(arguments, 2),
        ["Conv3d"] = arguments => ForwardConvolution.Read(arguments, 3),
        ["ConvTranspose1d"] = arguments => TransposedConvolution.Read(arguments, 1),
        ["ConvTranspose2d"] = arguments => TransposedConvolution.Read(arguments, 2),
        ["ConvTranspose3d"] = arguments => TransposedConvolution.Read(arguments, 3),
        ["CosineSimilarity"] = Similarity.ReadCosine,
        ["Divide"] = arguments => ElementwiseJoin.Read(arguments, "/"),
        ["DropPath"] = DropPath.Read,
        ["Dropout"] = arguments => Dropout.Read(arguments, "dropout"),
        ["Dropout1d"] = arguments => Dropout.Read(arguments, "dropout1d", "N C L"),
        ["Dropout2d"] = arguments => Dropout.Read(arguments, "dropout2d", "N C H W"),
        ["Dropout3d"] = arguments => Dropout.Read(arguments, "dropout3d", "N C D H W"),
        ["Embedding"] = Embedding.Read,
        ["FeatureAlphaDropout"] = arguments => Dropout.Read(arguments, "feature_alpha_dropout", Window.AnyLayout),
        ["Flatten"] = Flatten.Read,
        ["Fold"] = Fold.Read,
        ["GELU"] = arguments => new Activation(arguments.Member("Approximate", "None") == "Tanh" ? ElementwiseFunctions.ApproximateGELU : ElementwiseFunctions.GELU, []),
        ["GLU"] = GLU.Read,
        ["GroupNorm"] = GroupNorm.Read,
        ["Identity"] = _ => new Identity(),
        ["InstanceNorm1d"] = arguments => BatchNorm.Read(arguments, 1, isPerExample: true),
        ["InstanceNorm2d"] = arguments => BatchNorm.Read(arguments, 2, isPerExample: true),
        ["InstanceNorm3d"] = arguments => BatchNorm.Read(arguments, 3, isPerExample: true),
        ["LPPool1d"] = arguments => LPPool.Read(arguments, 1),
        ["LPPool2d"] = arguments => LPPool.Read(arguments, 2),
        ["Last"] = _ => Select.Last,
        ["LayerNorm"] = LayerNorm.Read,
        ["Linear"] = Linear.Read,
        ["LocalResponseNorm"] = LocalResponseNorm.Read,
        ["LogSoftmax"] = arguments => Softmax.Read(arguments, "log_softmax"),
        ["MatMul"] = MatMul.Read,
        ["MaxPool1d"] = arguments => MaxPool.Read(arguments, 1),
        ["MaxPool2d"] = arguments => MaxPool.Read(arguments, 2),
        ["MaxPool3d"] = arguments => MaxPool.Read(arguments, 3),
        ["Maximum"] = arguments => ElementwiseJoin.Read(arguments, "maximum"),
        ["Minimum"] = arguments => ElementwiseJoin.Read(arguments, "minimum"),
        ["Module"] = OwnModule.Read,
        ["Multiply"] = arguments => ElementwiseJoin.Read(arguments, "*"),
        ["PReLU"] = PReLU.Read,
        ["PairwiseDistance"] = Similarity.ReadDistance,
        ["Permute"] = Permute.Read,
        ["PixelShuffle"] = PixelShuffle.Read,
        ["PixelUnshuffle"] = PixelUnshuffle.Read,
        ["RMSNorm"] = RMSNorm.Read,
        ["Rearrange"] = arguments => Einops.Read(arguments),
        ["Reduce"] = arguments => Einops.Read(arguments, reduces: true),
        ["ReflectionPad1d"] = arguments => Pad.Read(arguments, 1, "Reflect"),
        ["ReflectionPad2d"] = arguments => Pad.Read(arguments, 2, "Reflect"),
        ["ReflectionPad3d"] = arguments => Pad.Read(arguments, 3, "Reflect"),
        ["Repeat"] = arguments => Einops.Read(arguments, repeats: true),
        ["ReplicationPad1d"] = arguments => Pad.Read(arguments, 1, "Replicate"),
        ["ReplicationPad2d"] = arguments => Pad.Read(arguments, 2, "Replicate"),
        ["ReplicationPad3d"] = arguments => Pad.Read(arguments, 3, "Replicate"),
        ["Reshape"] = Reshape.Read,
        ["Select"] = Select.Read,
        ["Slice"] = Slice.Read,
        ["Softmax"] = arguments => Softmax.Read(arguments, "softmax"),
        ["Softmax2d"] = _ => Softmax.OverChannels,
        ["Softmin"] = arguments => Softmax.Read(arguments, "softmin"),
        ["Squeeze"] = Squeeze.Read,
        ["SqueezeExcitation"] = SqueezeExcitation.Read,
        ["Stack"] = arguments => Concat.Read(arguments, isNewAxis: true),
        ["Subtract"] = arguments => ElementwiseJoin.Read(arguments, "-"),
        ["Unflatten"] = Unflatten.Read,
        ["Unfold"] = Unfold.Read,
        ["Unsqueeze"] = Unsqueeze.Read,
        ["Upsample"] = Upsample.Read,
        ["ZeroPad2d"] = arguments => Pad.Read(arguments, 2, "Constant"),
    };

    public static readonly IReadOnlyDictionary<string, Func<ArgumentReader, Loss>> Losses = new Dictionary<string, Func<ArgumentReader, Loss>>
    {
        ["BCELoss"] = arguments => new BCELoss(LossOptions.Read(arguments)),
        ["BCEWithLogitsLoss"] = arguments => new BCEWithLogitsLoss(LossOptions.Read(arguments)),
        ["CrossEntropyLoss"] = arguments => new CrossEntropyLoss(LossOptions.Read(arguments)),
        ["L1Loss"] = arguments => new L1Loss(LossOptions.Read(arguments)),
        ["MSELoss"] = arguments => new MSELoss(LossOptions.Read(arguments)),
    };

    public static readonly IReadOnlyDictionary<string, Func<ArgumentReader, Optimizer>> Optimizers = new Dictionary<string, Func<ArgumentReader, Optimizer>>
    {
        ["Adam"] = arguments => AdamFamily.Read(arguments, isDecoupled: false),
        ["AdamW"] = arguments => AdamFamily.Read(arguments, isDecoupled: true),
        ["SGD"] = SGD.Read,
    };
}
