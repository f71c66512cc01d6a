"""PyTorch's side of ArchitectureTests: the same architectures under the names of torchvision and Hugging Face."""
from collections import OrderedDict

import torch
from torch import nn
from torch.nn import functional as F

from serve import serve


def vgg16(width=64, hidden=4096, classes=1000):
    features, channels = [], 3
    for blocks, out in ((2, width), (2, 2 * width), (3, 4 * width), (3, 8 * width), (3, 8 * width)):
        for _ in range(blocks):
            features += [nn.Conv2d(channels, out, 3, padding=1), nn.ReLU()]
            channels = out
        features.append(nn.MaxPool2d(2))
    return Named(
        features=nn.Sequential(*features), avgpool=nn.AdaptiveAvgPool2d(7), flatten=nn.Flatten(),
        classifier=nn.Sequential(
            nn.Linear(49 * channels, hidden), nn.ReLU(), nn.Dropout(), nn.Linear(hidden, hidden), nn.ReLU(), nn.Dropout(), nn.Linear(hidden, classes)))


def alexnet(hidden=4096, classes=1000):
    return Named(
        features=nn.Sequential(
            nn.Conv2d(3, 64, 11, stride=4, padding=2), nn.ReLU(), nn.MaxPool2d(3, 2), nn.Conv2d(64, 192, 5, padding=2), nn.ReLU(), nn.MaxPool2d(3, 2),
            nn.Conv2d(192, 384, 3, padding=1), nn.ReLU(), nn.Conv2d(384, 256, 3, padding=1), nn.ReLU(), nn.Conv2d(256, 256, 3, padding=1), nn.ReLU(),
            nn.MaxPool2d(3, 2)),
        avgpool=nn.AdaptiveAvgPool2d(6), flatten=nn.Flatten(),
        classifier=nn.Sequential(
            nn.Dropout(), nn.Linear(9216, hidden), nn.ReLU(), nn.Dropout(), nn.Linear(hidden, hidden), nn.ReLU(), nn.Linear(hidden, classes)))


def lenet5(classes=10):
    return Named(
        conv1=nn.Conv2d(1, 6, 5, padding=2), tanh1=nn.Tanh(), pool1=nn.AvgPool2d(2), conv2=nn.Conv2d(6, 16, 5), tanh2=nn.Tanh(), pool2=nn.AvgPool2d(2),
        flatten=nn.Flatten(), fc1=nn.Linear(400, 120), tanh3=nn.Tanh(), fc2=nn.Linear(120, 84), tanh4=nn.Tanh(), fc3=nn.Linear(84, classes))


class Residual(nn.Module):
    """Convolutions conv1, bn1, conv2, … around which the input is added, projected where its size changes."""

    def __init__(self, channels, convolutions):
        super().__init__()
        start, stride = channels, 1
        for i, (out, kernel, step) in enumerate(convolutions, 1):
            self.add_module(f"conv{i}", nn.Conv2d(channels, out, kernel, step, kernel // 2, bias=False))
            self.add_module(f"bn{i}", nn.BatchNorm2d(out))
            channels, stride = out, stride * step
        self.count = len(convolutions)
        self.downsample = None
        if stride != 1 or channels != start:
            self.downsample = nn.Sequential(nn.Conv2d(start, channels, 1, stride, bias=False), nn.BatchNorm2d(channels))

    def forward(self, x):
        y = x
        for i in range(1, self.count + 1):
            y = getattr(self, f"bn{i}")(getattr(self, f"conv{i}")(y))
            y = F.relu(y) if i < self.count else y
        return F.relu(y + (x if self.downsample is None else self.downsample(x)))


def resnet(depths, expansion, width=64, classes=1000):
    def block(channels, out, stride):
        return Residual(channels, [(out, 3, stride), (out, 3, 1)] if expansion == 1 else [(out, 1, 1), (out, 3, stride), (4 * out, 1, 1)])

    stages, channels = {}, width
    for i, depth in enumerate(depths):
        out, blocks = width << i, []
        for repetition in range(depth):
            blocks.append(block(channels, out, 2 if i > 0 and repetition == 0 else 1))
            channels = expansion * out
        stages[f"layer{i + 1}"] = nn.Sequential(*blocks)
    return Named(
        conv1=nn.Conv2d(3, width, 7, 2, 3, bias=False), bn1=nn.BatchNorm2d(width), relu=nn.ReLU(), maxpool=nn.MaxPool2d(3, 2, 1), **stages,
        avgpool=nn.AdaptiveAvgPool2d(1), flatten=nn.Flatten(), fc=nn.Linear(channels, classes))


class InvertedResidual(nn.Module):
    def __init__(self, channels, out, stride, expansion):
        super().__init__()
        hidden = channels * expansion
        expand = [conv_bn_relu6(channels, hidden, 1)] if expansion != 1 else []
        self.conv = nn.Sequential(
            *expand, conv_bn_relu6(hidden, hidden, 3, stride, groups=hidden), nn.Conv2d(hidden, out, 1, bias=False), nn.BatchNorm2d(out))
        self.adds = stride == 1 and channels == out

    def forward(self, x):
        return x + self.conv(x) if self.adds else self.conv(x)


def conv_bn_relu6(channels, out, kernel, stride=1, groups=1):
    return nn.Sequential(nn.Conv2d(channels, out, kernel, stride, kernel // 2, groups=groups, bias=False), nn.BatchNorm2d(out), nn.ReLU6())


def mobilenet_v2(classes=1000):
    features, channels = [conv_bn_relu6(3, 32, 3, 2)], 32
    for expansion, out, count, stride in ((1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1), (6, 160, 3, 2), (6, 320, 1, 1)):
        for repetition in range(count):
            features.append(InvertedResidual(channels, out, stride if repetition == 0 else 1, expansion))
            channels = out
    return Named(
        features=nn.Sequential(*features, conv_bn_relu6(channels, 1280, 1)), avgpool=nn.AdaptiveAvgPool2d(1), flatten=nn.Flatten(),
        classifier=nn.Sequential(nn.Dropout(0.2), nn.Linear(1280, classes)))


class UNet(nn.Module):
    def __init__(self, width=64, classes=2):
        super().__init__()
        channels = 3
        for i in range(1, 5):
            self.add_module(f"down{i}", double_convolution(channels, width << i - 1))
            channels = width << i - 1
        self.bottom = double_convolution(channels, 2 * channels)
        for i in range(4, 0, -1):
            out = width << i - 1
            self.add_module(f"up{i}", nn.ConvTranspose2d(2 * out, out, 2, 2))
            self.add_module(f"merge{i}", double_convolution(2 * out, out))
        self.head = nn.Conv2d(width, classes, 1)

    def forward(self, x):
        skipped = []
        for i in range(1, 5):
            skipped.append(getattr(self, f"down{i}")(x))
            x = F.max_pool2d(skipped[-1], 2)
        x = self.bottom(x)
        for i in range(4, 0, -1):
            x = getattr(self, f"merge{i}")(torch.cat([skipped[i - 1], getattr(self, f"up{i}")(x)], 1))
        return self.head(x)


def double_convolution(channels, out):
    return Named(
        conv1=nn.Conv2d(channels, out, 3, padding=1, bias=False), bn1=nn.BatchNorm2d(out), relu1=nn.ReLU(),
        conv2=nn.Conv2d(out, out, 3, padding=1, bias=False), bn2=nn.BatchNorm2d(out), relu2=nn.ReLU())


class ViT(nn.Module):
    def __init__(self, size=224, patch=16, layers=12, heads=12, d=768, hidden=3072, classes=1000):
        super().__init__()
        self.class_token = nn.Parameter(torch.zeros(1, 1, d))
        self.conv_proj = nn.Conv2d(3, d, patch, patch)
        self.encoder = nn.Module()
        self.encoder.pos_embedding = nn.Parameter(torch.zeros(1, (size // patch) ** 2 + 1, d))
        self.encoder.layers = Named(**{f"encoder_layer_{i}": ViTLayer(heads, d, hidden) for i in range(layers)})
        self.encoder.ln = nn.LayerNorm(d, eps=1e-6)
        self.heads = Named(head=nn.Linear(d, classes))

    def forward(self, x):
        x = self.conv_proj(x).flatten(2).transpose(1, 2)
        x = torch.cat([self.class_token.expand(x.shape[0], -1, -1), x], 1) + self.encoder.pos_embedding
        return self.heads(self.encoder.ln(self.encoder.layers(x))[:, 0])


class ViTLayer(nn.Module):
    def __init__(self, heads, d, hidden):
        super().__init__()
        self.ln_1 = nn.LayerNorm(d, eps=1e-6)
        self.self_attention = nn.MultiheadAttention(d, heads, batch_first=True)
        self.ln_2 = nn.LayerNorm(d, eps=1e-6)
        self.mlp = nn.Sequential(nn.Linear(d, hidden), nn.GELU(), nn.Dropout(0), nn.Linear(hidden, d), nn.Dropout(0))

    def forward(self, x):
        y = self.ln_1(x)
        x = x + self.self_attention(y, y, y, need_weights=False)[0]
        return x + self.mlp(self.ln_2(x))


class Bert(nn.Module):
    def __init__(self, vocab=30522, positions=512, types=2, layers=12, heads=12, d=768, hidden=3072):
        super().__init__()
        self.embeddings = nn.ModuleDict(OrderedDict(
            word_embeddings=nn.Embedding(vocab, d, padding_idx=0), position_embeddings=nn.Embedding(positions, d),
            token_type_embeddings=nn.Embedding(types, d), LayerNorm=nn.LayerNorm(d, eps=1e-12)))
        self.encoder = nn.ModuleDict({"layer": nn.ModuleList(BertLayer(heads, d, hidden) for _ in range(layers))})
        self.pooler = nn.ModuleDict({"dense": nn.Linear(d, d)})

    def forward(self, tokens, segments, mask=None):
        table = self.embeddings
        x = table.word_embeddings(tokens) + table.token_type_embeddings(segments) + table.position_embeddings.weight[: tokens.shape[1]]
        x = table.LayerNorm(x)
        for layer in self.encoder.layer:
            x = layer(x, mask)
        return x, torch.tanh(self.pooler.dense(x[:, 0]))


class BertLayer(nn.Module):
    def __init__(self, heads, d, hidden):
        super().__init__()
        self.heads = heads
        self.attention = nn.ModuleDict({
            "self": nn.ModuleDict({name: nn.Linear(d, d) for name in ("query", "key", "value")}),
            "output": nn.ModuleDict({"dense": nn.Linear(d, d), "LayerNorm": nn.LayerNorm(d, eps=1e-12)})})
        self.intermediate = nn.ModuleDict({"dense": nn.Linear(d, hidden)})
        self.output = nn.ModuleDict({"dense": nn.Linear(hidden, d), "LayerNorm": nn.LayerNorm(d, eps=1e-12)})

    def forward(self, x, mask):
        q, k, v = (split(self.attention["self"][name](x), self.heads) for name in ("query", "key", "value"))
        found = attend(q, k, v, None if mask is None else ~mask)
        x = self.attention.output.LayerNorm(x + self.attention.output.dense(found))
        return self.output.LayerNorm(x + self.output.dense(F.gelu(self.intermediate.dense(x))))


def split(x, heads):
    return x.unflatten(-1, (heads, -1)).transpose(1, 2)


def attend(q, k, v, hidden):
    scores = q @ k.transpose(-1, -2) / q.shape[-1] ** 0.5
    if hidden is not None:
        scores = scores.masked_fill(hidden, float("-inf"))
    return (scores.softmax(-1) @ v).transpose(1, 2).flatten(2)


class Gpt2(nn.Module):
    def __init__(self, vocab=50257, positions=1024, layers=12, heads=12, d=768):
        super().__init__()
        self.wte, self.wpe = nn.Embedding(vocab, d), nn.Embedding(positions, d)
        self.h = nn.ModuleList(Gpt2Layer(heads, d) for _ in range(layers))
        self.ln_f = nn.LayerNorm(d)

    def forward(self, tokens):
        x = self.wte(tokens) + self.wpe.weight[: tokens.shape[1]]
        for layer in self.h:
            x = layer(x)
        return self.ln_f(x) @ self.wte.weight.T


class Gpt2Layer(nn.Module):
    def __init__(self, heads, d):
        super().__init__()
        self.heads = heads
        self.ln_1, self.ln_2 = nn.LayerNorm(d), nn.LayerNorm(d)
        self.attn = nn.ModuleDict({"c_attn": Conv1D(d, 3 * d), "c_proj": Conv1D(d, d)})
        self.mlp = nn.ModuleDict({"c_fc": Conv1D(d, 4 * d), "c_proj": Conv1D(4 * d, d)})

    def forward(self, x):
        q, k, v = (split(part, self.heads) for part in self.attn.c_attn(self.ln_1(x)).chunk(3, -1))
        later = torch.ones(x.shape[1], x.shape[1], dtype=torch.bool).triu(1)
        x = x + self.attn.c_proj(attend(q, k, v, later))
        return x + self.mlp.c_proj(F.gelu(self.mlp.c_fc(self.ln_2(x)), approximate="tanh"))


class Conv1D(nn.Module):
    def __init__(self, channels, features):
        super().__init__()
        self.weight, self.bias = nn.Parameter(torch.zeros(channels, features)), nn.Parameter(torch.zeros(features))

    def forward(self, x):
        return x @ self.weight + self.bias


class Transformer(nn.Module):
    def __init__(self, layers=6, heads=8, d=512, hidden=2048):
        super().__init__()
        self.transformer = nn.Transformer(d, heads, layers, layers, hidden, batch_first=True)

    def forward(self, source, target):
        return self.transformer(source, target)


class Named(nn.Sequential):
    """Modules in a row, each under its name."""

    def __init__(self, **modules):
        super().__init__(OrderedDict(modules))


MODELS = {
    "LeNet5": lenet5,
    "AlexNet": alexnet,
    "Vgg16": vgg16,
    "ResNet18": lambda **sizes: resnet([2, 2, 2, 2], 1, **sizes),
    "ResNet50": lambda **sizes: resnet([3, 4, 6, 3], 4, **sizes),
    "MobileNetV2": mobilenet_v2,
    "UNet": UNet,
    "ViT": ViT,
    "Bert": Bert,
    "Gpt2": Gpt2,
    "TransformerBase": Transformer,
}


def on_meta(create):
    """The model with shapes and no numbers: PyTorch 1.13 has no context that says so, but every tensor is made by one of these."""
    made = {name: getattr(torch, name) for name in ("empty", "zeros", "ones", "tensor")}
    try:
        for name, function in made.items():
            setattr(torch, name, lambda *sizes, function=function, **options: function(*sizes, **{**options, "device": "meta"}))
        return create()
    finally:
        for name, function in made.items():
            setattr(torch, name, function)


def answer(request, tensors):
    create, sizes = MODELS[request["Model"]], request["Sizes"]
    if request["ShapesOnly"]:
        state = on_meta(lambda: create(**sizes)).state_dict()
        return {name: torch.tensor(value.shape, dtype=torch.int64) for name, value in state.items()}
    model = create(**sizes).eval()
    model.load_state_dict({name.removeprefix("state "): tensor for name, tensor in tensors.items() if name.startswith("state ")})
    with torch.no_grad():
        outputs = model(*(tensors[f"input {i}"] for i in range(request["Inputs"])))
    outputs = outputs if isinstance(outputs, tuple) else (outputs,)
    return {f"output {i}": output for i, output in enumerate(outputs)}


serve(answer)
