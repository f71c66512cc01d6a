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
        ["DropPath"] = DropPath.Read,
        ["Dropout"] = Dropout.Read,
        ["ELU"] = ELU.Read,
        ["Embedding"] = Embedding.Read,
        ["Flatten"] = Flatten.Read,
        ["GELU"] = _ => new GELU(),
        ["Last"] = _ => Select.Last,
        ["LeakyReLU"] = LeakyReLU.Read,
        ["Linear"] = Linear.Read,
        ["LogSoftmax"] = arguments => Softmax.Read(arguments, "log_softmax"),
        ["MatMul"] = MatMul.Read,
        ["MaxPool1d"] = arguments => Pooling.Read(arguments, "max", 1),
        ["MaxPool2d"] = arguments => Pooling.Read(arguments, "max", 2),
        ["Module"] = OwnModule.Read,
        ["Multiply"] = arguments => ElementwiseJoin.Read(arguments, "*"),
        ["Permute"] = Permute.Read,
        ["ReLU"] = _ => new ReLU(),
        ["Rearrange"] = arguments => Einops.Read(arguments),
        ["Reduce"] = arguments => Einops.Read(arguments, reduces: true),
        ["Repeat"] = arguments => Einops.Read(arguments, repeats: true),
        ["Reparameterize"] = Reparameterize.Read,
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
        ["BCEWithLogitsLoss"] = BCEWithLogitsLoss.Read,
        ["CTCLoss"] = CTCLoss.Read,
        ["ContrastiveLoss"] = ContrastiveLoss.Read,
        ["CosineEmbeddingLoss"] = CosineEmbeddingLoss.Read,
        ["CrossEntropyLoss"] = CrossEntropyLoss.Read,
        ["DiceLoss"] = DiceLoss.Read,
        ["FocalLoss"] = FocalLoss.Read,
        ["GaussianKL"] = GaussianKL.Read,
        ["GaussianNLLLoss"] = GaussianNLLLoss.Read,
        ["HingeEmbeddingLoss"] = HingeEmbeddingLoss.Read,
        ["HuberLoss"] = HuberLoss.Read,
        ["InfoNCELoss"] = InfoNCELoss.Read,
        ["KLDivLoss"] = KLDivLoss.Read,
        ["L1Loss"] = arguments => new L1Loss(LossOptions.Read(arguments)),
        ["MSELoss"] = arguments => new MSELoss(LossOptions.Read(arguments)),
        ["MarginRankingLoss"] = MarginRankingLoss.Read,
        ["MultiLabelMarginLoss"] = arguments => new MultiLabelMarginLoss(LossOptions.Read(arguments)),
        ["MultiLabelSoftMarginLoss"] = MultiLabelSoftMarginLoss.Read,
        ["MultiMarginLoss"] = MultiMarginLoss.Read,
        ["NLLLoss"] = NLLLoss.Read,
        ["PoissonNLLLoss"] = PoissonNLLLoss.Read,
        ["SmoothL1Loss"] = SmoothL1Loss.Read,
        ["SoftMarginLoss"] = arguments => new SoftMarginLoss(LossOptions.Read(arguments)),
        ["TripletMarginLoss"] = TripletMarginLoss.Read,
    };

    public static readonly IReadOnlyDictionary<string, Func<ArgumentReader, Schedule>> Schedules = new Dictionary<string, Func<ArgumentReader, Schedule>>
    {
        ["ConstantLR"] = Schedule.ConstantLR,
        ["CosineAnnealingLR"] = Schedule.CosineAnnealingLR,
        ["CosineAnnealingWarmRestarts"] = Schedule.CosineAnnealingWarmRestarts,
        ["CyclicLR"] = Schedule.CyclicLR,
        ["ExponentialLR"] = Schedule.ExponentialLR,
        ["LinearLR"] = Schedule.LinearLR,
        ["MultiStepLR"] = Schedule.MultiStepLR,
        ["OneCycleLR"] = Schedule.OneCycleLR,
        ["PolynomialLR"] = Schedule.PolynomialLR,
        ["ReduceLROnPlateau"] = Schedule.ReduceLROnPlateau,
        ["StepLR"] = Schedule.StepLR,
    };

    public static readonly IReadOnlyDictionary<string, Func<ArgumentReader, Optimizer>> Optimizers = new Dictionary<string, Func<ArgumentReader, Optimizer>>
    {
        ["ASGD"] = ASGD.Read,
        ["Adadelta"] = Adadelta.Read,
        ["Adagrad"] = Adagrad.Read,
        ["Adam"] = arguments => AdamFamily.Read(arguments, isDecoupled: false),
        ["AdamW"] = arguments => AdamFamily.Read(arguments, isDecoupled: true),
        ["Adamax"] = Adamax.Read,
        ["LBFGS"] = LBFGS.Read,
        ["NAdam"] = NAdam.Read,
        ["RAdam"] = RAdam.Read,
        ["RMSprop"] = RMSprop.Read,
        ["Rprop"] = Rprop.Read,
        ["SGD"] = SGD.Read,
    };
}
