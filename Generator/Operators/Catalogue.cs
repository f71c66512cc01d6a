using NeuralDsl.Operators.Blocks;
using NeuralDsl.Operators.Joins;
using NeuralDsl.Operators.Layers;
using NeuralDsl.Operators.Losses;
using NeuralDsl.Operators.Optimizers;
using NeuralDsl.Operators.Sequence;
using NeuralDsl.Operators.ShapeOperators;

namespace NeuralDsl.Operators;

/// <summary>Which attribute is which operator.</summary>
internal static class Catalogue
{
    public static readonly IReadOnlyDictionary<string, Func<ArgumentReader, Layer?>> Layers = new Dictionary<string, Func<ArgumentReader, Layer?>>
    {
        ["Add"] = arguments => ElementwiseJoin.Read(arguments, "+"),
        ["AdaptiveAvgPool1d"] = arguments => AdaptiveAvgPool.Read(arguments, 1),
        ["AdaptiveAvgPool2d"] = arguments => AdaptiveAvgPool.Read(arguments, 2),
        ["Apply"] = Apply.Read,
        ["AvgPool1d"] = arguments => Pooling.Read(arguments, "avg", 1),
        ["AvgPool2d"] = arguments => Pooling.Read(arguments, "avg", 2),
        ["BatchNorm1d"] = arguments => BatchNorm.Read(arguments, 1),
        ["BatchNorm2d"] = arguments => BatchNorm.Read(arguments, 2),
        ["Block"] = Block.Read,
        ["Concat"] = arguments => Concat.Read(arguments, isNewAxis: false),
        ["Conv1d"] = arguments => Convolution.Read(arguments, 1),
        ["Conv2d"] = arguments => Convolution.Read(arguments, 2),
        ["CrossAttention"] = arguments => Attention.Read(arguments, "memory", 1),
        ["DropPath"] = DropPath.Read,
        ["Dropout"] = Dropout.Read,
        ["ELU"] = ELU.Read,
        ["Embedding"] = Embedding.Read,
        ["EmbeddingBag"] = EmbeddingBag.Read,
        ["Flatten"] = Flatten.Read,
        ["GELU"] = _ => new GELU(),
        ["GRU"] = Recurrent.Read,
        ["GRUCell"] = arguments => RecurrentCell.Read(arguments, "GRU"),
        ["LSTM"] = Recurrent.Read,
        ["LSTMCell"] = arguments => RecurrentCell.Read(arguments, "LSTM"),
        ["Last"] = _ => Select.Last,
        ["LeakyReLU"] = LeakyReLU.Read,
        ["Linear"] = Linear.Read,
        ["LogSoftmax"] = arguments => Softmax.Read(arguments, "log_softmax"),
        ["MatMul"] = MatMul.Read,
        ["MaxPool1d"] = arguments => Pooling.Read(arguments, "max", 1),
        ["MaxPool2d"] = arguments => Pooling.Read(arguments, "max", 2),
        ["Module"] = OwnModule.Read,
        ["MultiheadAttention"] = arguments => Attention.Read(arguments, "keyAndValue", 2),
        ["Multiply"] = arguments => ElementwiseJoin.Read(arguments, "*"),
        ["Permute"] = Permute.Read,
        ["PositionEmbedding"] = PositionEmbedding.Read,
        ["RNN"] = Recurrent.Read,
        ["RNNCell"] = arguments => RecurrentCell.Read(arguments, "RNN"),
        ["ReLU"] = _ => new ReLU(),
        ["Rearrange"] = arguments => Einops.Read(arguments),
        ["Reduce"] = arguments => Einops.Read(arguments, reduces: true),
        ["Repeat"] = arguments => Einops.Read(arguments, repeats: true),
        ["Reshape"] = Reshape.Read,
        ["RotaryEmbedding"] = arguments => PositionWaves.Read(arguments, layout: null),
        ["ScaledDotProductAttention"] = ScaledDotProductAttention.Read,
        ["Select"] = Select.Read,
        ["SelfAttention"] = arguments => Attention.Read(arguments),
        ["SiLU"] = _ => new SiLU(),
        ["Sigmoid"] = _ => new Sigmoid(),
        ["SinusoidalPositionEncoding"] = arguments => PositionWaves.Read(arguments, "N T d"),
        ["Slice"] = Slice.Read,
        ["Softmax"] = arguments => Softmax.Read(arguments, "softmax"),
        ["Softplus"] = Softplus.Read,
        ["Squeeze"] = Squeeze.Read,
        ["Stack"] = arguments => Concat.Read(arguments, isNewAxis: true),
        ["Tanh"] = _ => new Tanh(),
        ["Transformer"] = Transformer.Read,
        ["TransformerDecoder"] = arguments => TransformerStack.Read(arguments, isDecoder: true, isStack: true),
        ["TransformerDecoderLayer"] = arguments => TransformerStack.Read(arguments, isDecoder: true, isStack: false),
        ["TransformerEncoder"] = arguments => TransformerStack.Read(arguments, isDecoder: false, isStack: true),
        ["TransformerEncoderLayer"] = arguments => TransformerStack.Read(arguments, isDecoder: false, isStack: false),
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
