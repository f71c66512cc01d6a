"""What PyTorch computes, for PyTorchReference.cs to compare with.

Every case seeds the generator, so that both sides draw the same weights and inputs, and no number is stored anywhere.
"""
import math

import torch
from torch import nn
from torch.nn import functional as F

from serve import serve

results = {}


def put(name, tensor):
    assert name not in results, name
    results[name] = tensor if torch.is_tensor(tensor) else torch.tensor(tensor, dtype=torch.float64)


def score(output):
    """A number in which every element counts differently: of what is normalized, the sum of squares never changes."""
    return (output * torch.arange(output.numel()).sin().view_as(output)).sum()


def run(name, module, inputs, differentiable=True):
    """Initial state, output, gradients, and the state after a training and an evaluation step."""
    for key, value in module.state_dict().items():
        put(f"{name}/init/{key}", value.clone())
    if differentiable:
        inputs[0].requires_grad_(True)
    output = module(*inputs)
    put(f"{name}/output", output)
    score(output).backward()
    if differentiable:
        put(f"{name}/grad", inputs[0].grad)
    for key, parameter in module.named_parameters():
        put(f"{name}/grad/{key}", parameter.grad)
    for key, value in module.named_buffers():
        put(f"{name}/after/{key}", value)
    module.eval()
    put(f"{name}/eval", module(*inputs))


class ChannelShuffle(nn.Module):
    """PyTorch's own has no derivative before 2.0."""
    def forward(self, x):
        return x.unflatten(1, (3, 2)).transpose(1, 2).flatten(1, 2)


def layer(name, make, *shapes):
    torch.manual_seed(5)
    module = make()
    run(name, module, [torch.randn(shape) for shape in shapes])


layer("Linear", lambda: nn.Linear(7, 5), (4, 7))
layer("LinearWithoutBias", lambda: nn.Linear(7, 5, bias=False), (4, 7))
layer("Bilinear", lambda: nn.Bilinear(3, 4, 5), (6, 3), (6, 4))
layer("Conv1d", lambda: nn.Conv1d(4, 6, 3, stride=2, padding=1), (2, 4, 11))
layer("Conv2d", lambda: nn.Conv2d(4, 6, 3, stride=2, padding=1, groups=2), (2, 4, 9, 8))
layer("Conv2dSame", lambda: nn.Conv2d(3, 4, (3, 5), padding="same", dilation=(2, 1)), (2, 3, 9, 8))
layer("Conv2dReflect", lambda: nn.Conv2d(3, 4, 3, padding=2, padding_mode="reflect"), (2, 3, 9, 8))
layer("Conv2dCircularSame", lambda: nn.Conv2d(3, 4, 4, padding="same", padding_mode="circular"), (2, 3, 9, 8))
layer("Conv3d", lambda: nn.Conv3d(2, 3, 3, padding=1, bias=False), (2, 2, 5, 6, 4))
layer("ConvTranspose1d", lambda: nn.ConvTranspose1d(4, 6, 3, stride=2, padding=1, output_padding=1), (2, 4, 7))
layer("ConvTranspose2d", lambda: nn.ConvTranspose2d(4, 6, 3, stride=2, groups=2), (2, 4, 5, 6))
layer("ConvTranspose3d", lambda: nn.ConvTranspose3d(2, 3, 2, dilation=2), (1, 2, 4, 3, 4))
layer("BatchNorm1d", lambda: nn.BatchNorm1d(6), (5, 6))
layer("BatchNorm2d", lambda: nn.BatchNorm2d(3, momentum=0.3), (4, 3, 5, 5))
layer("BatchNorm3d", lambda: nn.BatchNorm3d(3, affine=False), (4, 3, 2, 3, 3))
layer("InstanceNorm1d", lambda: nn.InstanceNorm1d(3, affine=True), (4, 3, 9))
layer("InstanceNorm2d", lambda: nn.InstanceNorm2d(3, affine=True, track_running_stats=True), (4, 3, 5, 5))
layer("LayerNorm", lambda: nn.LayerNorm((4, 6)), (3, 4, 6))
layer("GroupNorm", lambda: nn.GroupNorm(2, 6), (3, 6, 4, 4))
layer("LocalResponseNorm3", lambda: nn.LocalResponseNorm(3), (2, 6, 5))
layer("LocalResponseNorm4", lambda: nn.LocalResponseNorm(2, alpha=0.1), (2, 6, 5, 4))
layer("PReLU", lambda: nn.PReLU(3), (4, 3, 5))
layer("Dropout", lambda: nn.Dropout(0.4), (40, 30))
layer("Dropout1d", lambda: nn.Dropout1d(0.4), (8, 6, 3))
layer("Dropout2d", lambda: nn.Dropout2d(0.4), (8, 6, 3, 3))
layer("AlphaDropout", lambda: nn.AlphaDropout(0.4), (20, 30))
layer("MaxPool1d", lambda: nn.MaxPool1d(3, stride=2, padding=1), (2, 3, 11))
layer("MaxPool2d", lambda: nn.MaxPool2d((3, 2), stride=2, padding=(1, 0), ceil_mode=True), (2, 3, 9, 8))
layer("MaxPool3d", lambda: nn.MaxPool3d(2), (2, 3, 4, 6, 4))
layer("AvgPool1d", lambda: nn.AvgPool1d(3, stride=2, padding=1), (2, 3, 11))
layer("AvgPool2d", lambda: nn.AvgPool2d(2, padding=1, count_include_pad=False), (2, 3, 9, 8))
layer("AvgPool3d", lambda: nn.AvgPool3d(2), (2, 3, 4, 6, 4))
layer("AdaptiveAvgPool1d", lambda: nn.AdaptiveAvgPool1d(4), (2, 3, 11))
layer("AdaptiveAvgPool2d", lambda: nn.AdaptiveAvgPool2d((3, 2)), (2, 3, 9, 8))
layer("AdaptiveMaxPool2d", lambda: nn.AdaptiveMaxPool2d((3, 2)), (2, 3, 9, 8))
layer("LPPool1d", lambda: nn.LPPool1d(2, 3), (2, 3, 11))
layer("LPPool2d", lambda: nn.LPPool2d(2, 2), (2, 3, 9, 8))
layer("Upsample", lambda: nn.Upsample(scale_factor=2, mode="bilinear", align_corners=True), (2, 3, 5, 4))
layer("PixelShuffle", lambda: nn.PixelShuffle(2), (2, 8, 3, 4))
layer("ZeroPad2d", lambda: nn.ZeroPad2d((1, 2, 3, 0)), (2, 3, 4, 5))
layer("ReflectionPad1d", lambda: nn.ReflectionPad1d(2), (2, 3, 6))
layer("CosineSimilarity", lambda: nn.CosineSimilarity(), (5, 7), (5, 7))
layer("PairwiseDistance", lambda: nn.PairwiseDistance(), (5, 7), (5, 7))
layer("AdaptiveAvgPool3d", lambda: nn.AdaptiveAvgPool3d((3, 2, 2)), (2, 3, 5, 6, 4))
layer("AdaptiveMaxPool1d", lambda: nn.AdaptiveMaxPool1d(4), (2, 3, 11))
layer("AdaptiveMaxPool3d", lambda: nn.AdaptiveMaxPool3d((3, 2, 2)), (2, 3, 5, 6, 4))
layer("FractionalMaxPool2d", lambda: nn.FractionalMaxPool2d(2, output_ratio=0.6), (2, 3, 9, 8))
layer("FractionalMaxPool2dSize", lambda: nn.FractionalMaxPool2d((3, 2), output_size=(5, 4)), (2, 3, 9, 8))
layer("FractionalMaxPool3d", lambda: nn.FractionalMaxPool3d(2, output_size=3), (2, 3, 6, 5, 7))
layer("FractionalMaxPool3dRatio", lambda: nn.FractionalMaxPool3d((2, 3, 2), output_ratio=(0.5, 0.4, 0.6)), (2, 3, 6, 9, 7))
layer("ConstantPad1d", lambda: nn.ConstantPad1d((1, 2), 0.5), (2, 3, 6))
layer("ConstantPad2d", lambda: nn.ConstantPad2d((1, 2, 0, 3), 0.5), (2, 3, 4, 5))
layer("ConstantPad3d", lambda: nn.ConstantPad3d(2, 0.5), (2, 3, 2, 3, 4))
layer("ReflectionPad2d", lambda: nn.ReflectionPad2d((1, 2, 0, 3)), (2, 3, 4, 5))
layer("ReflectionPad3d", lambda: nn.ReflectionPad3d(1), (2, 3, 2, 3, 4))
layer("ReplicationPad1d", lambda: nn.ReplicationPad1d((1, 2)), (2, 3, 6))
layer("ReplicationPad2d", lambda: nn.ReplicationPad2d((1, 2, 0, 3)), (2, 3, 4, 5))
layer("ReplicationPad3d", lambda: nn.ReplicationPad3d(2), (2, 3, 2, 3, 4))
layer("PixelUnshuffle", lambda: nn.PixelUnshuffle(2), (2, 3, 4, 6))
layer("ChannelShuffle", ChannelShuffle, (2, 6, 3, 4))
layer("Unfold", lambda: nn.Unfold((2, 3), padding=(1, 0), stride=(2, 1)), (2, 3, 5, 6))
layer("Fold", lambda: nn.Fold((4, 5), (2, 2)), (2, 12, 12))
layer("Flatten", lambda: nn.Flatten(1, 2), (2, 3, 4, 5))
layer("Unflatten", lambda: nn.Unflatten(1, (2, 3)), (2, 6, 4))
layer("UpsampleNearest1d", lambda: nn.Upsample(scale_factor=2), (2, 3, 5))
layer("UpsampleLinear", lambda: nn.Upsample(7, mode="linear"), (2, 3, 5))
layer("UpsampleNearest2d", lambda: nn.Upsample((7, 6)), (2, 3, 5, 4))
layer("UpsampleBicubic", lambda: nn.Upsample(scale_factor=(2, 3), mode="bicubic"), (2, 3, 5, 4))
layer("UpsampleNearest3d", lambda: nn.Upsample(scale_factor=(2, 1, 2)), (2, 3, 3, 4, 2))
layer("UpsampleTrilinear", lambda: nn.Upsample(scale_factor=2, mode="trilinear"), (2, 3, 3, 4, 2))
layer("InstanceNorm3d", lambda: nn.InstanceNorm3d(3), (2, 3, 3, 4, 2))
layer("LocalResponseNorm5", lambda: nn.LocalResponseNorm(4, 0.2, 0.5, 2), (2, 6, 3, 4, 2))
layer("Dropout3d", lambda: nn.Dropout3d(0.4), (8, 6, 2, 2, 2))
layer("FeatureAlphaDropout", lambda: nn.FeatureAlphaDropout(0.4), (8, 6, 3))
layer("Identity", lambda: nn.Identity(), (3, 4))
layer(
    "Sequential",
    lambda: nn.Sequential(nn.Conv2d(1, 4, 3), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(36, 10), nn.LogSoftmax(1)),
    (3, 1, 8, 8),
)

for activation in (
    nn.ReLU(), nn.ReLU6(), nn.LeakyReLU(), nn.ELU(), nn.CELU(), nn.SELU(), nn.GELU(), nn.SiLU(), nn.Mish(), nn.Sigmoid(), nn.Tanh(),
    nn.Softsign(), nn.Tanhshrink(), nn.Hardsigmoid(), nn.Hardswish(), nn.Hardtanh(), nn.Hardshrink(), nn.Softshrink(), nn.Softplus(),
    nn.LogSigmoid(), nn.Softmax(1), nn.LogSoftmax(1), nn.Softmin(1), nn.GLU(1), nn.RReLU(), nn.Threshold(0.1, 0.2), nn.Softmax2d(),
):
    layer(type(activation).__name__, lambda: activation, (3, 4, 5, 2))

torch.manual_seed(5)
run("Embedding", nn.Embedding(11, 4, padding_idx=2), [torch.randint(0, 11, (3, 5))], differentiable=False)
torch.manual_seed(5)
run("EmbeddingBag", nn.EmbeddingBag(11, 4, mode="sum"), [torch.randint(0, 11, (3, 5))], differentiable=False)


def several(name, make, *shapes, call=lambda module, *inputs: module(*inputs)):
    """A module with several results: all of them, and the gradients of their sum."""
    torch.manual_seed(7)
    module = make()
    for key, value in module.state_dict().items():
        put(f"{name}/init/{key}", value.clone())
    inputs = [torch.randn(shape, requires_grad=True) for shape in shapes]
    outputs = call(module, *inputs)

    def flat(value):
        return [value] if torch.is_tensor(value) else [tensor for part in value for tensor in flat(part)]

    for i, output in enumerate(flat(outputs)):
        put(f"{name}/output/{i}", output)
    sum(score(output) for output in flat(outputs)).backward()
    put(f"{name}/grad", inputs[0].grad)
    for key, parameter in module.named_parameters():
        put(f"{name}/grad/{key}", parameter.grad)


several("RNN", lambda: nn.RNN(3, 4, 2, nonlinearity="relu"), (5, 2, 3))
several("GRU", lambda: nn.GRU(3, 4, 2, bidirectional=True, batch_first=True, dropout=0.3), (2, 5, 3))
several("GRUUnbatched", lambda: nn.GRU(3, 4), (5, 3))
several("LSTM", lambda: nn.LSTM(3, 4, 2, bidirectional=True, bias=False), (5, 2, 3))
several("LSTMUnbatched", lambda: nn.LSTM(3, 4, batch_first=True), (5, 3))
several("RNNCell", lambda: nn.RNNCell(3, 4), (5, 3), (5, 4))
several("GRUCell", lambda: nn.GRUCell(3, 4), (5, 3), (5, 4))
several("LSTMCell", lambda: nn.LSTMCell(3, 4), (5, 3))
several("MultiheadAttention", lambda: nn.MultiheadAttention(8, 2), (5, 3, 8), (6, 3, 8), (6, 3, 8))
several("MultiheadAttentionOther", lambda: nn.MultiheadAttention(8, 2, add_bias_kv=True, add_zero_attn=True, kdim=5, vdim=6),
        (5, 3, 8), (6, 3, 5), (6, 3, 6))


def packed(x):
    return nn.utils.rnn.pack_padded_sequence(x, torch.tensor([2, 6, 3]), enforce_sorted=False)


def unpacked(result):
    return result[0].data, result[1]


def causal(length):
    return torch.full((length, length), float("-inf")).triu(1)


def hidden(batch, length):
    """The last sequence has one element less."""
    mask = torch.zeros(batch, length, dtype=torch.bool)
    mask[-1, -1] = True
    return mask


several("RNNPacked", lambda: nn.RNN(3, 4, 2, nonlinearity="relu"), (6, 3, 3), (2, 3, 4), call=lambda m, x, h: unpacked(m(packed(x), h)))
several("RNNPackedTanh", lambda: nn.RNN(3, 4), (6, 3, 3), call=lambda m, x: unpacked(m(packed(x))))
several("GRUPacked", lambda: nn.GRU(3, 4, bidirectional=True), (6, 3, 3), (2, 3, 4), call=lambda m, x, h: unpacked(m(packed(x), h)))
several("LSTMPacked", lambda: nn.LSTM(3, 4, 2, dropout=0.3), (6, 3, 3), (2, 3, 4), call=lambda m, x, h: unpacked(m(packed(x), (h, h))))
several("TransformerEncoderLayer", lambda: nn.TransformerEncoderLayer(8, 2, 12), (5, 3, 8))
several("TransformerEncoderLayerMasked", lambda: nn.TransformerEncoderLayer(8, 2, 12, 0, "gelu"), (5, 3, 8),
        call=lambda m, x: m(x, causal(5), hidden(3, 5)))
several("TransformerEncoder", lambda: nn.TransformerEncoder(nn.TransformerEncoderLayer(8, 2, 12), 2), (5, 3, 8),
        call=lambda m, x: m(x, causal(5)))
several("TransformerDecoderLayer", lambda: nn.TransformerDecoderLayer(8, 2, 12), (5, 3, 8), (4, 3, 8))
several("TransformerDecoder", lambda: nn.TransformerDecoder(nn.TransformerDecoderLayer(8, 2, 12), 2), (5, 3, 8), (4, 3, 8),
        call=lambda m, x, y: m(x, y, causal(5), torch.zeros(5, 4), hidden(3, 5), hidden(3, 4)))
several("Transformer", lambda: nn.Transformer(8, 2, 2, 1, 12), (5, 3, 8), (4, 3, 8), call=lambda m, x, y: m(x, y, tgt_mask=causal(4)))


def function(name, f, *shapes):
    """A function of normal numbers, and its gradients where it has some."""
    torch.manual_seed(12)
    inputs = [torch.randn(shape, requires_grad=True) for shape in shapes]
    output = f(*inputs)
    put(f"{name}/output", output)
    if output.requires_grad:
        score(output).backward()
        for i, tensor in enumerate(inputs):
            if tensor.grad is not None:
                put(f"{name}/grad/{i}", tensor.grad)


def attention(query, key, value, mask=None):
    """PyTorch's own came with 2.0."""
    scores = query @ key.transpose(-2, -1) / math.sqrt(query.size(-1))
    return (scores if mask is None else scores + mask).softmax(-1) @ value


def regular(x):
    """Symmetric, with eigenvalues above one."""
    return x @ x.mT + torch.eye(x.size(-1))


def product(factors, pivots):
    p, l, u = torch.lu_unpack(factors, pivots)
    return p @ l @ u


def restored(u, s, vh):
    return (u * s.square()) @ vh


def ldl_solved(a, b):
    return torch.linalg.ldl_solve(*torch.linalg.ldl_factor(regular(a)), b)


function("scaled_dot_product_attention", lambda *x: attention(x[0], x[1], x[2], x[3]), (2, 3, 4, 5), (2, 3, 6, 5), (2, 3, 6, 7), (4, 6))
function("scaled_dot_product_attention_causal", lambda *x: attention(x[0], x[1], x[2], causal(4)), (2, 4, 5), (2, 4, 5), (2, 4, 7))
function("normalize", lambda *x: F.normalize(x[0], 2, 1), (3, 4, 5))
function("pad_constant", lambda *x: F.pad(x[0], (1, 2, 0, 3), "constant", 0.5), (2, 3, 4))
function("pad_reflect", lambda *x: F.pad(x[0], (1, 2), "reflect"), (2, 3, 4))
function("pad_replicate", lambda *x: F.pad(x[0], (1, 2, 3, 1), "replicate"), (2, 3, 4, 5))
function("pad_circular", lambda *x: F.pad(x[0], (1, 2), "circular"), (2, 3, 4))
function("interpolate_area", lambda *x: F.interpolate(x[0], (3, 2), mode="area"), (2, 3, 5, 4))
function("interpolate_exact", lambda *x: F.interpolate(x[0], (7, 6), mode="nearest-exact"), (2, 3, 5, 4))
function("interpolate_antialias", lambda *x: F.interpolate(x[0], (3, 2), mode="bilinear", antialias=True), (2, 3, 9, 8))
function("interpolate_recompute", lambda *x: F.interpolate(x[0], scale_factor=1.7, mode="linear", recompute_scale_factor=True), (2, 3, 5))
function("upsample_nearest1d", lambda *x: F.interpolate(x[0], 7), (2, 3, 5))
function("upsample_nearest2d", lambda *x: F.interpolate(x[0], scale_factor=(2, 3)), (2, 3, 5, 4))
function("upsample_nearest3d", lambda *x: F.interpolate(x[0], (4, 5, 6)), (2, 3, 3, 4, 2))
function(
    "grid_sample",
    lambda *x: F.grid_sample(x[0], x[1].tanh(), padding_mode="reflection", align_corners=True),
    (2, 3, 5, 4), (2, 6, 7, 2),
)
function("grid_sample_nearest", lambda *x: F.grid_sample(x[0], x[1].tanh(), "nearest", "border", False), (2, 3, 5, 4), (2, 6, 7, 2))
function("affine_grid", lambda *x: F.affine_grid(x[0], (2, 3, 4, 5), False), (2, 2, 3))
function(
    "ctc_loss",
    lambda *x: F.ctc_loss(x[0].log_softmax(2), torch.tensor([[1, 2, 2], [3, 1, 0]]), torch.tensor([8, 7]), torch.tensor([3, 2])),
    (8, 2, 5),
)
function("max_unpool1d", lambda *x: F.max_unpool1d(*F.max_pool1d(x[0], 3, 2, 1, return_indices=True), 3, 2, 1, [10]), (2, 3, 10))
function("max_unpool2d", lambda *x: F.max_unpool2d(*F.max_pool2d(x[0], 2, return_indices=True), 2, output_size=[5, 7]), (2, 3, 5, 7))
function("max_unpool3d", lambda *x: F.max_unpool3d(*F.max_pool3d(x[0], 2, return_indices=True), 2), (2, 3, 4, 2, 6))
function("local_response_norm", lambda *x: F.local_response_norm(x[0], 3, 0.1, 0.5, 2), (2, 6, 4))
function("bilinear", lambda *x: F.bilinear(x[0], x[1], x[2], x[3]), (3, 4), (3, 5), (6, 4, 5), (6,))
function("layer_norm", lambda *x: F.layer_norm(x[0], (5,), x[1], x[2]), (3, 4, 5), (5,), (5,))
function("group_norm", lambda *x: F.group_norm(x[0], 2, x[1], x[2]), (3, 4, 5), (4,), (4,))
function("instance_norm", lambda *x: F.instance_norm(x[0]), (3, 4, 5))
function("cosine_similarity", lambda *x: F.cosine_similarity(x[0], x[1], 1), (3, 4), (3, 4))
function("pairwise_distance", lambda *x: F.pairwise_distance(x[0], x[1], 1.5, keepdim=True), (3, 4), (3, 4))
function("fold", lambda *x: F.fold(F.unfold(x[0], 2), (4, 5), 2), (2, 3, 4, 5))
function("multilabel_margin_loss", lambda *x: F.multilabel_margin_loss(x[0], torch.tensor([[1, 3, -1, 0], [0, -1, 1, 2]])), (2, 4))
function("one_hot", lambda *x: F.one_hot(x[0].sign().add(1).long(), 4), (3, 4))
function(
    "CTCLoss",
    lambda *x: nn.CTCLoss(1, "sum", True)(x[0].log_softmax(2), torch.tensor([[2, 3, 2], [3, 4, 0]]), torch.tensor([8, 7]), torch.tensor([3, 2])),
    (8, 2, 5),
)
function(
    "MultiLabelMarginLoss",
    lambda *x: nn.MultiLabelMarginLoss(reduction="none")(x[0], torch.tensor([[1, 3, -1, 0], [0, -1, 1, 2]])),
    (2, 4),
)
function(
    "TripletMarginWithDistanceLoss",
    lambda *x: nn.TripletMarginWithDistanceLoss(distance_function=lambda a, b: (a - b).abs().sum(1), margin=0.7, swap=True)(x[0], x[1], x[2]),
    (4, 3), (4, 3), (4, 3),
)
function("GaussianNLLLoss", lambda *x: nn.GaussianNLLLoss(full=True, reduction="sum")(x[0], x[1], x[2].square()), (4, 3), (4, 3), (4, 3))
function("KLDivLoss", lambda *x: nn.KLDivLoss()(x[0].log_softmax(1), x[1].softmax(1)), (4, 3), (4, 3))
function("cross_entropy_soft", lambda *x: F.cross_entropy(x[0], x[1].softmax(1), x[2].abs(), label_smoothing=0.2), (4, 3), (4, 3), (3,))
function("cross_entropy_pixels", lambda *x: F.cross_entropy(x[0], (x[1].sigmoid() * 5).long()), (2, 5, 3, 4), (2, 3, 4))
function("dropout", lambda *x: F.dropout(x[0], 0.3) + F.dropout2d(x[1], 0.3), (2, 3, 4, 5), (2, 3, 4, 5))
function("alpha_dropout", lambda *x: F.alpha_dropout(x[0], 0.3, True) + F.feature_alpha_dropout(x[1], 0.3, True), (2, 3, 4, 5), (2, 3, 4, 5))
function("einsum", lambda *x: torch.einsum("bij,bjk->bik", x[0], x[1]), (2, 3, 4), (2, 4, 5))
function("cumsum", lambda *x: x[0].cumsum(1), (3, 4))
function("cumprod", lambda *x: x[0].cumprod(1), (3, 4))
function("logsumexp", lambda *x: x[0].logsumexp(1), (3, 4))
function("logcumsumexp", lambda *x: x[0].logcumsumexp(1), (3, 4))
function("where", lambda *x: torch.where(x[0] > 0, x[0], x[1] * 2), (3, 4), (3, 4))
function("masked_fill", lambda *x: x[0].masked_fill(x[0] > 0.5, 3), (3, 4))
function("tril", lambda *x: x[0].tril(1) + x[0].triu(-1), (4, 4))
function("outer", lambda *x: x[0].outer(x[1]), (3,), (4,))
function("roll", lambda *x: x[0].roll(2, 1), (3, 4))
function("flip", lambda *x: x[0].flip(0, 1), (3, 4))
function("index_select", lambda *x: x[0].index_select(1, torch.tensor([2, 0])), (3, 4))
function("gather", lambda *x: x[0].gather(1, torch.tensor([[2, 0], [1, 1]])), (2, 4))
function("scatter", lambda *x: x[0].scatter(1, torch.tensor([[2, 0], [1, 3]]), x[1]), (2, 4), (2, 2))
function("scatter_add", lambda *x: x[0].scatter_add(1, torch.tensor([[2, 0], [1, 1]]), x[1]), (2, 4), (2, 2))
function("index_add", lambda *x: x[0].index_add(0, torch.tensor([2, 0]), x[1], alpha=2), (3, 4), (2, 4))
function("topk", lambda *x: x[0].topk(2).values, (3, 4))
function("sort", lambda *x: x[0].sort(1, descending=True).values, (3, 4))
function("kthvalue", lambda *x: x[0].kthvalue(2, 1).values, (3, 4))
function("rsqrt", lambda *x: x[0].abs().rsqrt(), (3, 4))
function("erf", lambda *x: x[0].erf(), (3, 4))
function("lgamma", lambda *x: x[0].abs().lgamma(), (3, 4))
function("polar", lambda *x: torch.view_as_real(torch.polar(x[0].abs(), x[1])), (3, 4), (3, 4))
function("complex", lambda *x: torch.view_as_real(torch.complex(x[0], x[1]) * torch.complex(x[1], x[0])), (3, 4), (3, 4))
function("cdist", lambda *x: torch.cdist(x[0], x[1]), (3, 4), (5, 4))
function("lerp", lambda *x: x[0].lerp(x[1], x[2]), (3, 4), (3, 4), (3, 4))
function("diag_embed", lambda *x: torch.diag_embed(x[0]), (3, 4))
function("meshgrid", lambda *x: math.prod(torch.meshgrid(x[0], x[1], indexing="xy")), (3,), (4,))
function("repeat_interleave", lambda *x: x[0].repeat_interleave(2, 1), (3, 4))
function("unfold_windows", lambda *x: x[0].unfold(1, 3, 2), (3, 7))
function("std", lambda *x: x[0].std(1), (3, 4))
function("var_mean", lambda *x: x[0].var(1, unbiased=False), (3, 4))
function("new_full", lambda *x: x[0] * x[0].new_full((3, 4), 2.5) + x[0].new_ones(3, 4) - x[0].new_zeros(3, 4), (3, 4))
function("stft", lambda *x: torch.view_as_real(torch.stft(x[0], 8, 4, window=torch.hann_window(8), return_complex=True)), (2, 30))
function(
    "stft_plain",
    lambda *x: torch.view_as_real(x[0].stft(8, center=False, onesided=False, normalized=True, return_complex=True)),
    (20,),
)
function(
    "istft",
    lambda *x: torch.istft(torch.stft(x[0], 8, 2, window=torch.hann_window(8), return_complex=True), 8, 2, window=torch.hann_window(8), length=30),
    (2, 30),
)
function(
    "windows",
    lambda *x: x[0] * (torch.bartlett_window(9) + torch.blackman_window(9, False) + torch.hamming_window(9) + torch.hann_window(9) + torch.kaiser_window(9)),
    (9,),
)
function("histogram", lambda *x: torch.histogram(x[0].detach(), 5, range=(-2.0, 2.0)).hist, (40,))
function("histogram_edges", lambda *x: torch.histogram(x[0].detach(), torch.tensor([-2, -1, 0.5, 2]), density=True).hist, (40,))
function("lu_unpack", lambda *x: product(*torch.linalg.lu_factor(x[0])), (4, 4))
function("fft", lambda *x: torch.view_as_real(torch.fft.fft(x[0], norm="ortho")), (3, 8))
function("fft_mixing", lambda *x: torch.fft.fft2(x[0]).real, (3, 8, 6))
function("ifft", lambda *x: torch.view_as_real(torch.fft.ifft(x[0], 6, 0, "forward").resolve_conj()), (8, 3))
function("rfft", lambda *x: torch.fft.irfft(torch.fft.rfft(x[0]) * 2, 7), (3, 8))
function("rfftn", lambda *x: torch.fft.irfftn(torch.fft.rfftn(x[0], dim=(0, 1)), (4, 5), (0, 1)), (4, 5, 2))
function("fftshift", lambda *x: torch.fft.ifftshift(torch.fft.fftshift(x[0]), (0,)), (5, 4))
function("fftfreq", lambda *x: x[0] * torch.fft.fftfreq(8, 0.5), (8,))
function("hfft", lambda *x: torch.fft.hfft(torch.complex(x[0], x[1])), (3, 5), (3, 5))
function("inv", lambda *x: torch.linalg.inv(regular(x[0])), (2, 4, 4))
function("solve", lambda *x: torch.linalg.solve(regular(x[0]), x[1]), (2, 4, 4), (2, 4, 3))
function("solve_triangular", lambda *x: torch.linalg.solve_triangular(regular(x[0]).triu(), x[1], upper=True), (2, 4, 4), (2, 4, 3))
function("det", lambda *x: torch.linalg.det(x[0]), (2, 4, 4))
function("slogdet", lambda *x: torch.linalg.slogdet(x[0]).logabsdet, (2, 4, 4))
function("cholesky", lambda *x: torch.linalg.cholesky(regular(x[0])), (2, 4, 4))
function("qr", lambda *x: torch.linalg.qr(x[0]).R, (5, 3))
function("svdvals", lambda *x: torch.linalg.svdvals(x[0]), (2, 4, 3))
function("svd", lambda *x: restored(*torch.linalg.svd(x[0], full_matrices=False)), (4, 3))
function("eigvalsh", lambda *x: torch.linalg.eigvalsh(regular(x[0])), (4, 4))
function("eigh", lambda *x: torch.linalg.eigh(regular(x[0]), "U").eigenvalues, (4, 4))
function("eigvals", lambda *x: torch.linalg.eigvals(regular(x[0])).abs().sort(0).values, (4, 4))
function("pinv", lambda *x: torch.linalg.pinv(x[0]), (4, 3))
function("lstsq", lambda *x: torch.linalg.lstsq(x[0], x[1]).solution, (5, 3), (5, 2))
function(
    "matrix_norm",
    lambda *x: torch.linalg.matrix_norm(x[0]) + torch.linalg.matrix_norm(x[0], 1) + torch.linalg.matrix_norm(x[0], "nuc"),
    (2, 4, 3),
)
function("vector_norm", lambda *x: torch.linalg.vector_norm(x[0], 3, 1), (2, 4, 3))
function(
    "norm",
    lambda *x: torch.linalg.norm(x[0]) + torch.linalg.norm(x[0], "fro") + torch.linalg.norm(x[0], 2) + torch.linalg.norm(x[0], 1),
    (4, 3),
)
function("cond", lambda *x: torch.linalg.cond(x[0]) + torch.linalg.cond(x[0].detach(), "fro") + torch.linalg.cond(x[0].detach(), 1), (3, 3))
function("matrix_exp", lambda *x: torch.linalg.matrix_exp(x[0]), (3, 3))
function("matrix_rank", lambda *x: torch.linalg.matrix_rank(x[0].detach()), (2, 4, 3))
function("multi_dot", lambda *x: torch.linalg.multi_dot([x[0], x[1], x[2]]), (2, 3), (3, 4), (4, 5))
function("cross", lambda *x: torch.linalg.cross(x[0], x[1]), (4, 3), (4, 3))
function("vecdot", lambda *x: torch.linalg.vecdot(x[0], x[1]), (4, 3), (4, 3))
function("vander", lambda *x: torch.linalg.vander(x[0], N=3), (4,))
function("tensorinv", lambda *x: torch.linalg.tensorinv(x[0], 1), (6, 2, 3))
function("tensorsolve", lambda *x: torch.linalg.tensorsolve(x[0], x[1]), (2, 3, 6), (2, 3))
function("lu", lambda *x: torch.linalg.lu(x[0]).L, (4, 4))
function("lu_solve", lambda *x: torch.linalg.lu_solve(*torch.linalg.lu_factor(x[0]), x[1]), (4, 4), (4, 2))
function("ldl_solve", lambda *x: ldl_solved(x[0].detach(), x[1].detach()), (4, 4), (4, 2))
function("householder_product", lambda *x: torch.linalg.householder_product(x[0], x[1]), (5, 3), (3,))
function("special_entr", lambda *x: torch.special.entr(x[0].sigmoid()), (3, 4))
function("special_erf", lambda *x: torch.special.erf(x[0].sigmoid()), (3, 4))
function("special_erfc", lambda *x: torch.special.erfc(x[0].sigmoid()), (3, 4))
function("special_erfcx", lambda *x: torch.special.erfcx(x[0].sigmoid()), (3, 4))
function("special_erfinv", lambda *x: torch.special.erfinv(x[0].sigmoid()), (3, 4))
function("special_expit", lambda *x: torch.special.expit(x[0].sigmoid()), (3, 4))
function("special_expm1", lambda *x: torch.special.expm1(x[0].sigmoid()), (3, 4))
function("special_exp2", lambda *x: torch.special.exp2(x[0].sigmoid()), (3, 4))
function("special_gammaln", lambda *x: torch.special.gammaln(x[0].sigmoid()), (3, 4))
function("special_digamma", lambda *x: torch.special.digamma(x[0].sigmoid()), (3, 4))
function("special_psi", lambda *x: torch.special.psi(x[0].sigmoid()), (3, 4))
function("special_i0", lambda *x: torch.special.i0(x[0].sigmoid()), (3, 4))
function("special_i0e", lambda *x: torch.special.i0e(x[0].sigmoid()), (3, 4))
function("special_i1", lambda *x: torch.special.i1(x[0].sigmoid()), (3, 4))
function("special_i1e", lambda *x: torch.special.i1e(x[0].sigmoid()), (3, 4))
function("special_logit", lambda *x: torch.special.logit(x[0].sigmoid()), (3, 4))
function("special_ndtr", lambda *x: torch.special.ndtr(x[0].sigmoid()), (3, 4))
function("special_ndtri", lambda *x: torch.special.ndtri(x[0].sigmoid()), (3, 4))
function("special_sinc", lambda *x: torch.special.sinc(x[0].sigmoid()), (3, 4))
function("special_sigmoid", lambda *x: x[0].sigmoid().sigmoid(), (3, 4))
function("special_airy_ai", lambda *x: torch.special.airy_ai(x[0].detach().abs()), (3, 4))
function("special_bessel_j0", lambda *x: torch.special.bessel_j0(x[0].detach().abs()), (3, 4))
function("special_bessel_j1", lambda *x: torch.special.bessel_j1(x[0].detach().abs()), (3, 4))
function("special_bessel_y0", lambda *x: torch.special.bessel_y0(x[0].detach().abs()), (3, 4))
function("special_bessel_y1", lambda *x: torch.special.bessel_y1(x[0].detach().abs()), (3, 4))
function("special_modified_bessel_i0", lambda *x: torch.special.modified_bessel_i0(x[0].detach().abs()), (3, 4))
function("special_modified_bessel_i1", lambda *x: torch.special.modified_bessel_i1(x[0].detach().abs()), (3, 4))
function("special_modified_bessel_k0", lambda *x: torch.special.modified_bessel_k0(x[0].detach().abs()), (3, 4))
function("special_modified_bessel_k1", lambda *x: torch.special.modified_bessel_k1(x[0].detach().abs()), (3, 4))
function("special_scaled_modified_bessel_k0", lambda *x: torch.special.scaled_modified_bessel_k0(x[0].detach().abs()), (3, 4))
function("special_scaled_modified_bessel_k1", lambda *x: torch.special.scaled_modified_bessel_k1(x[0].detach().abs()), (3, 4))
function("special_spherical_bessel_j0", lambda *x: torch.special.spherical_bessel_j0(x[0].detach().abs()), (3, 4))
function(
    "special_chebyshev_polynomial_t",
    lambda *x: torch.special.chebyshev_polynomial_t(x[0].detach().sigmoid(), torch.full((3, 4), 3.0)),
    (3, 4),
)
function(
    "special_chebyshev_polynomial_u",
    lambda *x: torch.special.chebyshev_polynomial_u(x[0].detach().sigmoid(), torch.full((3, 4), 3.0)),
    (3, 4),
)
function(
    "special_chebyshev_polynomial_v",
    lambda *x: torch.special.chebyshev_polynomial_v(x[0].detach().sigmoid(), torch.full((3, 4), 3.0)),
    (3, 4),
)
function(
    "special_chebyshev_polynomial_w",
    lambda *x: torch.special.chebyshev_polynomial_w(x[0].detach().sigmoid(), torch.full((3, 4), 3.0)),
    (3, 4),
)
function(
    "special_shifted_chebyshev_polynomial_t",
    lambda *x: torch.special.shifted_chebyshev_polynomial_t(x[0].detach().sigmoid(), torch.full((3, 4), 3.0)),
    (3, 4),
)
function(
    "special_shifted_chebyshev_polynomial_u",
    lambda *x: torch.special.shifted_chebyshev_polynomial_u(x[0].detach().sigmoid(), torch.full((3, 4), 3.0)),
    (3, 4),
)
function(
    "special_shifted_chebyshev_polynomial_v",
    lambda *x: torch.special.shifted_chebyshev_polynomial_v(x[0].detach().sigmoid(), torch.full((3, 4), 3.0)),
    (3, 4),
)
function(
    "special_shifted_chebyshev_polynomial_w",
    lambda *x: torch.special.shifted_chebyshev_polynomial_w(x[0].detach().sigmoid(), torch.full((3, 4), 3.0)),
    (3, 4),
)
function(
    "special_hermite_polynomial_h",
    lambda *x: torch.special.hermite_polynomial_h(x[0].detach().sigmoid(), torch.full((3, 4), 3.0)),
    (3, 4),
)
function(
    "special_hermite_polynomial_he",
    lambda *x: torch.special.hermite_polynomial_he(x[0].detach().sigmoid(), torch.full((3, 4), 3.0)),
    (3, 4),
)
function(
    "special_laguerre_polynomial_l",
    lambda *x: torch.special.laguerre_polynomial_l(x[0].detach().sigmoid(), torch.full((3, 4), 3.0)),
    (3, 4),
)
function(
    "special_legendre_polynomial_p",
    lambda *x: torch.special.legendre_polynomial_p(x[0].detach().sigmoid(), torch.full((3, 4), 3.0)),
    (3, 4),
)
function("special_gammainc", lambda *x: torch.special.gammainc(x[0].detach().abs(), x[1].abs()), (3, 4), (3, 4))
function("special_gammaincc", lambda *x: torch.special.gammaincc(x[0].detach().abs(), x[1].abs()), (3, 4), (3, 4))
function("special_polygamma", lambda *x: torch.special.polygamma(1, x[0].abs()), (3, 4))
function("special_multigammaln", lambda *x: torch.special.multigammaln(x[0].abs() + 2, 3), (3, 4))
function("special_softmax", lambda *x: torch.special.softmax(x[0], 1) + torch.special.log_softmax(x[0], 0), (3, 4))
function("special_xlog1py", lambda *x: torch.special.xlog1py(x[0], x[1].abs()), (3, 4), (3, 4))
function("special_zeta", lambda *x: torch.special.zeta(x[0].detach().abs() + 2, x[1].abs()), (3, 4), (3, 4))


def loss(name, function, target, transform=lambda x: x):
    torch.manual_seed(6)
    raw = torch.randn(6, 5, requires_grad=True)
    value = function(transform(raw), target())
    put(f"{name}/loss", value)
    value.sum().backward()
    put(f"{name}/grad", raw.grad)


def classes():
    return torch.randint(0, 5, (6,))


def signs():
    return torch.randint(0, 2, (6, 5)) * 2.0 - 1


weights = torch.tensor([1.0, 2.0, 0.5, 1.5, 3.0])
loss("CrossEntropyLoss", nn.CrossEntropyLoss(), classes)
loss("CrossEntropyLossSmooth", nn.CrossEntropyLoss(weights, ignore_index=1, label_smoothing=0.1), classes)
loss("CrossEntropyLossSum", nn.CrossEntropyLoss(reduction="sum"), classes)
loss("NLLLoss", nn.NLLLoss(weights), classes, lambda x: x.log_softmax(1))
loss("BCELoss", nn.BCELoss(), lambda: torch.rand(6, 5), torch.sigmoid)
loss("BCEWithLogitsLoss", nn.BCEWithLogitsLoss(pos_weight=weights), lambda: torch.rand(6, 5))
loss("MSELoss", nn.MSELoss(), lambda: torch.randn(6, 5))
loss("MSELossNone", nn.MSELoss(reduction="none"), lambda: torch.randn(6, 5))
loss("L1Loss", nn.L1Loss(), lambda: torch.randn(6, 5))
loss("SmoothL1Loss", nn.SmoothL1Loss(beta=0.5), lambda: torch.randn(6, 5))
loss("HuberLoss", nn.HuberLoss(delta=0.7), lambda: torch.randn(6, 5))
loss("KLDivLoss", nn.KLDivLoss(log_target=True, reduction="sum"), lambda: torch.randn(6, 5).log_softmax(1), lambda x: x.log_softmax(1))
loss("SoftMarginLoss", nn.SoftMarginLoss(), signs)
loss("HingeEmbeddingLoss", nn.HingeEmbeddingLoss(), signs)
loss("MultiMarginLoss", nn.MultiMarginLoss(), classes)
loss("MultiLabelSoftMarginLoss", nn.MultiLabelSoftMarginLoss(), lambda: torch.rand(6, 5))
loss("PoissonNLLLoss", nn.PoissonNLLLoss(full=True), lambda: torch.rand(6, 5) * 4)
loss("GaussianNLLLoss", lambda x, t: F.gaussian_nll_loss(x, t, t.square(), full=True), lambda: torch.randn(6, 5))
loss("TripletMarginLoss", lambda x, t: F.triplet_margin_loss(x, t, t.flip(0)), lambda: torch.randn(6, 5))
loss("CosineEmbeddingLoss", lambda x, t: F.cosine_embedding_loss(x, t, torch.ones(6)), lambda: torch.randn(6, 5))
loss("MarginRankingLoss", lambda x, t: F.margin_ranking_loss(x, t, torch.ones(6, 5)), lambda: torch.randn(6, 5))


def optimizer(name, make, steps=10, schedule=None, dtype=torch.float32):
    torch.manual_seed(8)
    model = nn.Sequential(nn.Linear(6, 8), nn.Tanh(), nn.Linear(8, 3)).to(dtype)
    x, y = torch.randn(16, 6).to(dtype), torch.randint(0, 3, (16,))
    opt = make(model.parameters())
    rates = []
    scheduler = schedule(opt) if schedule else None

    def evaluate():
        opt.zero_grad()
        value = F.cross_entropy(model(x), y)
        value.backward()
        return value

    for _ in range(steps):
        opt.step(evaluate)
        if scheduler:
            rates.append(opt.param_groups[0]["lr"])
            scheduler.step()
    if scheduler:
        put(f"{name}/rates", rates)
    for key, value in model.state_dict().items():
        put(f"{name}/{key}", value)


optim = torch.optim
optimizer("SGD", lambda p: optim.SGD(p, lr=0.1))
optimizer("SGDMomentum", lambda p: optim.SGD(p, lr=0.1, momentum=0.9, dampening=0.2, weight_decay=0.01))
optimizer("SGDNesterov", lambda p: optim.SGD(p, lr=0.1, momentum=0.9, nesterov=True, weight_decay=0.01))
optimizer("SGDMaximize", lambda p: optim.SGD(p, lr=0.01, momentum=0.5, weight_decay=0.1, maximize=True))
optimizer("Adam", lambda p: optim.Adam(p, lr=0.01))
optimizer("AdamDecay", lambda p: optim.Adam(p, lr=0.01, betas=(0.8, 0.99), weight_decay=0.1))
optimizer("AdamAmsgrad", lambda p: optim.Adam(p, lr=0.01, amsgrad=True))
optimizer("AdamW", lambda p: optim.AdamW(p, lr=0.01, weight_decay=0.1))
optimizer("AdamWAmsgrad", lambda p: optim.AdamW(p, lr=0.01, weight_decay=0.1, amsgrad=True, maximize=True))
optimizer("RMSProp", lambda p: optim.RMSprop(p, lr=0.01))
optimizer("RMSPropCentered", lambda p: optim.RMSprop(p, lr=0.01, centered=True, momentum=0.9, weight_decay=0.1))
optimizer("Adagrad", lambda p: optim.Adagrad(p, lr=0.1, lr_decay=0.1, weight_decay=0.01, initial_accumulator_value=0.1))
optimizer("Adadelta", lambda p: optim.Adadelta(p))
optimizer("AdadeltaMaximize", lambda p: optim.Adadelta(p, lr=0.5, rho=0.8, eps=1e-5, weight_decay=0.1, maximize=True))
optimizer("Adamax", lambda p: optim.Adamax(p, lr=0.01))
optimizer("AdamaxDecay", lambda p: optim.Adamax(p, lr=0.01, betas=(0.8, 0.99), weight_decay=0.1))
optimizer("ASGD", lambda p: optim.ASGD(p, lr=0.1))
optimizer("ASGDAveraged", lambda p: optim.ASGD(p, lr=0.1, lambd=0.01, alpha=0.5, t0=3, weight_decay=0.1))
# The loop over single tensors multiplies by mu once too often in PyTorch 1.12 and 1.13; this one does what the manual says.
optimizer("NAdam", lambda p: optim.NAdam(p, lr=0.01, foreach=True))
optimizer("NAdamDecay", lambda p: optim.NAdam(p, lr=0.01, betas=(0.8, 0.99), weight_decay=0.1, momentum_decay=0.1, foreach=True))
optimizer("RAdam", lambda p: optim.RAdam(p, lr=0.01))
optimizer("RAdamDecay", lambda p: optim.RAdam(p, lr=0.01, betas=(0.8, 0.99), weight_decay=0.1))
optimizer("Rprop", lambda p: optim.Rprop(p, lr=0.01))
optimizer("RpropMaximize", lambda p: optim.Rprop(p, lr=0.01, etas=(0.4, 1.3), step_sizes=(1e-3, 0.05), maximize=True))
optimizer("LBFGS", lambda p: optim.LBFGS(p, lr=0.5, max_iter=4, tolerance_grad=1e-5), dtype=torch.float64)
optimizer("LBFGSHistory", lambda p: optim.LBFGS(p, lr=0.1, max_iter=6, max_eval=5, tolerance_grad=1e-5, history_size=2), dtype=torch.float64)

schedules = optim.lr_scheduler
sgd = lambda p: optim.SGD(p, lr=0.1, momentum=0.9)
optimizer("StepLR", sgd, 8, lambda o: schedules.StepLR(o, 3, 0.5))
optimizer("MultiStepLR", sgd, 8, lambda o: schedules.MultiStepLR(o, [2, 5], 0.5))
optimizer("ExponentialLR", sgd, 8, lambda o: schedules.ExponentialLR(o, 0.9))
optimizer("CosineAnnealingLR", sgd, 12, lambda o: schedules.CosineAnnealingLR(o, 5, 0.01))
optimizer("LinearLR", sgd, 8, lambda o: schedules.LinearLR(o, 0.5, 1.0, 4))
optimizer("ConstantLR", sgd, 8, lambda o: schedules.ConstantLR(o, 0.25, 4))
optimizer("PolynomialLR", sgd, 8, lambda o: schedules.PolynomialLR(o, 6, 2))
optimizer("LambdaLR", sgd, 8, lambda o: schedules.LambdaLR(o, lambda epoch: 1 / (1 + epoch)))
optimizer("MultiplicativeLR", sgd, 8, lambda o: schedules.MultiplicativeLR(o, lambda epoch: 0.9))
optimizer("SequentialLR", sgd, 8, lambda o: schedules.SequentialLR(
    o, [schedules.ConstantLR(o, 0.1, 3), schedules.ExponentialLR(o, 0.9)], [3]))
optimizer("OneCycleLR", sgd, 10, lambda o: schedules.OneCycleLR(o, 0.5, total_steps=10))
optimizer("OneCycleLRThreePhases", sgd, 10, lambda o: schedules.OneCycleLR(
    o, 0.5, epochs=2, steps_per_epoch=5, pct_start=0.4, anneal_strategy="linear", base_momentum=0.5, max_momentum=0.8, div_factor=10,
    final_div_factor=100, three_phase=True))
optimizer("OneCycleLRAdam", lambda p: optim.Adam(p, lr=0.1), 10, lambda o: schedules.OneCycleLR(o, 0.05, total_steps=10))
optimizer("CyclicLR", sgd, 12, lambda o: schedules.CyclicLR(o, 0.01, 0.1, step_size_up=3))
optimizer("CyclicLRTriangular2", sgd, 12, lambda o: schedules.CyclicLR(
    o, 0.01, 0.1, 2, 4, "triangular2", base_momentum=0.5, max_momentum=0.8))
optimizer("CyclicLRExponential", sgd, 12, lambda o: schedules.CyclicLR(
    o, 0.01, 0.1, 2, 3, "exp_range", gamma=0.9, cycle_momentum=False))
optimizer("CyclicLRScaled", sgd, 12, lambda o: schedules.CyclicLR(
    o, 0.01, 0.1, 2, 3, scale_fn=lambda cycle: 1 / cycle, cycle_momentum=False))

for name, function in {
    "uniform_": lambda t: nn.init.uniform_(t, -1, 2),
    "normal_": lambda t: nn.init.normal_(t, 1, 2),
    "constant_": lambda t: nn.init.constant_(t, 3),
    "kaiming_uniform_": lambda t: nn.init.kaiming_uniform_(t, nonlinearity="relu"),
    "kaiming_normal_": lambda t: nn.init.kaiming_normal_(t, mode="fan_out"),
    "xavier_uniform_": lambda t: nn.init.xavier_uniform_(t, gain=2),
    "xavier_normal_": nn.init.xavier_normal_,
    "trunc_normal_": nn.init.trunc_normal_,
    "orthogonal_": nn.init.orthogonal_,
    "dirac_": nn.init.dirac_,
    "eye_": lambda t: nn.init.eye_(t.select(2, 0).contiguous()),
    "sparse_": lambda t: nn.init.sparse_(t.select(2, 0).contiguous(), 0.3, 0.1),
}.items():
    torch.manual_seed(9)
    put(f"init/{name}", function(torch.empty(4, 6, 3)))

for name, function in {
    "rand": lambda: torch.rand(3, 4),
    "randn": lambda: torch.randn(3, 4),
    "randint": lambda: torch.randint(2, 9, (3, 4)),
    "randperm": lambda: torch.randperm(17),
    "bernoulli": lambda: torch.bernoulli(torch.full((5, 5), 0.3)),
    "multinomial": lambda: torch.multinomial(torch.tensor([0.1, 0.5, 0.4]), 8, replacement=True),
}.items():
    torch.manual_seed(10)
    put(f"random/{name}", function())

torch.manual_seed(11)
clipped = nn.Linear(5, 4)
clipped(torch.randn(3, 5)).square().sum().backward()
put("clip/norm", nn.utils.clip_grad_norm_(clipped.parameters(), 0.5))
for key, parameter in clipped.named_parameters():
    put(f"clip/{key}", parameter.grad)

torch.manual_seed(13)
linear, norm = nn.Linear(5, 4), nn.BatchNorm1d(4)
nn.init.normal_(norm.weight)
nn.init.normal_(norm.running_mean)
for key, value in nn.utils.fusion.fuse_linear_bn_eval(linear.eval(), norm.eval()).state_dict().items():
    put(f"fused/linear.{key}", value)
torch.randn(3, 5)
for key, value in zip(("weight", "bias"), nn.utils.fusion.fuse_conv_bn_weights(
        torch.randn(4, 6, 3, 3), None, norm.running_mean, norm.running_var, norm.eps, norm.weight, norm.bias)):
    put(f"fused/conv.{key}", value)

serve(lambda request, tensors: results)
