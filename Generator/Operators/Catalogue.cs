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
    public static readonly IReadOnlyDictionary<string, Func<ArgumentReader, Layer?>> Layers = new Dictionary<string, Func<ArgumentReader, Layer?>>
    {
        ["AdaptiveAvgPool1d"] = arguments => AdaptivePool.Read(arguments, "adaptive_avg_pool", 1),
        ["AdaptiveAvgPool2d"] = arguments => AdaptivePool.Read(arguments, "adaptive_avg_pool", 2),
        ["AdaptiveAvgPool3d"] = arguments => AdaptivePool.Read(arguments, "adaptive_avg_pool", 3),
        ["AdaptiveMaxPool1d"] = arguments => AdaptivePool.Read(arguments, "adaptive_max_pool", 1),
        ["AdaptiveMaxPool2d"] = arguments => AdaptivePool.Read(arguments, "adaptive_max_pool", 2),
        ["AdaptiveMaxPool3d"] = arguments => AdaptivePool.Read(arguments, "adaptive_max_pool", 3),
        ["Add"] = arguments => ElementwiseJoin.Read(arguments, "+"),
        ["Apply"] = Apply.Read,
        ["AvgPool1d"] = arguments => AvgPool.Read(arguments, 1),
        ["AvgPool2d"] = arguments => AvgPool.Read(arguments, 2),
        ["AvgPool3d"] = arguments => AvgPool.Read(arguments, 3),
        ["BatchNorm1d"] = arguments => BatchNorm.Read(arguments, 1),
        ["BatchNorm2d"] = arguments => BatchNorm.Read(arguments, 2),
        ["Block"] = Block.Read,
        ["Concat"] = arguments => Concat.Read(arguments, isNewAxis: false),
        ["Conv1d"] = arguments => ForwardConvolution.Read(arguments, 1),
        ["Conv2d"] = arguments => ForwardConvolution.Read(arguments, 2),
        ["Conv3d"] = arguments => ForwardConvolution.Read(arguments, 3),
        ["ConvTranspose1d"] = arguments => TransposedConvolution.Read(arguments, 1),
        ["ConvTranspose2d"] = arguments => TransposedConvolution.Read(arguments, 2),
        ["ConvTranspose3d"] = arguments => TransposedConvolution.Read(arguments, 3),
        ["DropPath"] = DropPath.Read,
        ["Dropout"] = Dropout.Read,
        ["ELU"] = ELU.Read,
        ["Embedding"] = Embedding.Read,
        ["Flatten"] = Flatten.Read,
        ["GELU"] = _ => new GELU(),
        ["LPPool1d"] = arguments => LPPool.Read(arguments, 1),
        ["LPPool2d"] = arguments => LPPool.Read(arguments, 2),
        ["Last"] = _ => Select.Last,
        ["LeakyReLU"] = LeakyReLU.Read,
        ["Linear"] = Linear.Read,
        ["LogSoftmax"] = arguments => Softmax.Read(arguments, "log_softmax"),
        ["MatMul"] = MatMul.Read,
        ["MaxPool1d"] = arguments => MaxPool.Read(arguments, 1),
        ["MaxPool2d"] = arguments => MaxPool.Read(arguments, 2),
        ["MaxPool3d"] = arguments => MaxPool.Read(arguments, 3),
        ["Module"] = OwnModule.Read,
        ["Multiply"] = arguments => ElementwiseJoin.Read(arguments, "*"),
        ["Permute"] = Permute.Read,
        ["ReLU"] = _ => new ReLU(),
        ["Rearrange"] = arguments => Einops.Read(arguments),
        ["Reduce"] = arguments => Einops.Read(arguments, reduces: true),
        ["Repeat"] = arguments => Einops.Read(arguments, repeats: true),
        ["Reshape"] = Reshape.Read,
        ["Select"] = Select.Read,
        ["SiLU"] = _ => new SiLU(),
        ["Sigmoid"] = _ => new Sigmoid(),
        ["Slice"] = Slice.Read,
        ["Softmax"] = arguments => Softmax.Read(arguments, "softmax"),
        ["Softplus"] = Softplus.Read,
        ["Squeeze"] = Squeeze.Read,
        ["Stack"] = arguments => Concat.Read(arguments, isNewAxis: true),
        ["Tanh"] = _ => new Tanh(),
        ["Unflatten"] = Unflatten.Read,
        ["Unsqueeze"] = Unsqueeze.Read,
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
