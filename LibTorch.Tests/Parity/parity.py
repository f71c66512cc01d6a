"""What PyTorch computes, for PyTorchReference.cs to compare with.

Every case seeds the generator, so that both sides draw the same weights and inputs, and no number is stored anywhere.
"""
import torch
from torch import nn
from torch.nn import functional as F

from serve import serve

results = {}


def put(name, tensor):
    assert name not in results, name
    results[name] = tensor if torch.is_tensor(tensor) else torch.tensor(tensor, dtype=torch.float64)


def run(name, module, inputs, differentiable=True):
    """Initial state, output, gradients, and the state after a training and an evaluation step."""
    for key, value in module.state_dict().items():
        put(f"{name}/init/{key}", value.clone())
    if differentiable:
        inputs[0].requires_grad_(True)
    output = module(*inputs)
    put(f"{name}/output", output)
    output.square().sum().backward()
    if differentiable:
        put(f"{name}/grad", inputs[0].grad)
    for key, parameter in module.named_parameters():
        put(f"{name}/grad/{key}", parameter.grad)
    for key, value in module.named_buffers():
        put(f"{name}/after/{key}", value)
    module.eval()
    put(f"{name}/eval", module(*inputs))


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


def several(name, make, *shapes):
    """A module with several results: all of them, and the gradients of their sum."""
    torch.manual_seed(7)
    module = make()
    for key, value in module.state_dict().items():
        put(f"{name}/init/{key}", value.clone())
    inputs = [torch.randn(shape, requires_grad=True) for shape in shapes]
    outputs = module(*inputs)

    def flat(value):
        return [value] if torch.is_tensor(value) else [tensor for part in value for tensor in flat(part)]

    for i, output in enumerate(flat(outputs)):
        put(f"{name}/output/{i}", output)
    sum(output.square().sum() for output in flat(outputs)).backward()
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


def optimizer(name, make, steps=6, schedule=None):
    torch.manual_seed(8)
    model = nn.Sequential(nn.Linear(6, 8), nn.Tanh(), nn.Linear(8, 3))
    x, y = torch.randn(16, 6), torch.randint(0, 3, (16,))
    opt = make(model.parameters())
    rates = []
    scheduler = schedule(opt) if schedule else None
    for _ in range(steps):
        opt.zero_grad()
        F.cross_entropy(model(x), y).backward()
        opt.step()
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

schedules = optim.lr_scheduler
sgd = lambda p: optim.SGD(p, lr=0.1)
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

serve(lambda request, tensors: results)
