"""The samples' models as one writes them in PyTorch: what parity tests and benchmarks compare with."""
import inspect
from collections import OrderedDict
from functools import lru_cache

import torch
from torch import nn, optim
from torch.nn import functional as F

# From 2.0 on attention is faster where it is told what its mask is.
CAUSAL = {"is_causal": True} if "is_causal" in inspect.signature(nn.MultiheadAttention.forward).parameters else {}
CAUSAL_TARGET = {"tgt_is_causal": True} if CAUSAL else {}


class DigitsRnn(nn.Module):
    def __init__(self):
        super().__init__()
        self.gru1 = nn.GRU(8, 64, batch_first=True)
        self.digit = nn.Linear(64, 10)

    def forward(self, rows):
        return self.digit(self.gru1(rows)[0][:, -1])


class VerseLstm(nn.Module):
    """PyTorch's layer has no dropout of the recurrent state, so while it learns the steps are a loop over its cell, which hides the same of the state in each."""

    def __init__(self):
        super().__init__()
        self.embedding1 = nn.Embedding(10000, 32)
        self.dropout1 = nn.Dropout(0.2)
        self.lstm1 = nn.LSTM(32, 32, batch_first=True)
        self.linear1 = nn.Linear(32, 1)

    def forward(self, words):
        x = self.dropout1(self.embedding1(words))
        return self.linear1(self.read(x) if self.training else self.lstm1(x)[0][:, -1]).sigmoid()

    def read(self, x):
        h = c = x.new_zeros(len(x), self.lstm1.hidden_size)
        mask = F.dropout(torch.ones_like(h), 0.2)
        weights = [getattr(self.lstm1, name) for name in ("weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0")]
        for step in x.unbind(1):
            h, c = torch.lstm_cell(step, (h * mask, c), *weights)
        return h


class SequenceReverser(nn.Module):
    def __init__(self, symbols=21, d=64, heads=4, layers=2, hidden=128, dropout=0.0):
        super().__init__()
        self.embedding1, self.embedding2 = nn.Embedding(symbols, d), nn.Embedding(symbols, d)
        self.memory = nn.TransformerEncoder(nn.TransformerEncoderLayer(d, heads, hidden, dropout, batch_first=True), layers)
        self.transformerDecoder1 = nn.TransformerDecoder(nn.TransformerDecoderLayer(d, heads, hidden, dropout, batch_first=True), layers)
        self.next = nn.Linear(d, symbols)

    def forward(self, source, answer):
        memory = self.memory(with_positions(self.embedding1(source)))
        return self.next(self.transformerDecoder1(with_positions(self.embedding2(answer)), memory, tgt_mask=later(answer.shape[1]), **CAUSAL_TARGET))


class VerseGpt(nn.Module):
    def __init__(self, vocab=1024, positions=64, layers=4, heads=4, d=128, dropout=0.0):
        super().__init__()
        self.wte, self.wpe = nn.Embedding(vocab, d), nn.Embedding(positions, d)
        self.dropout1 = nn.Dropout(dropout)
        self.h = nn.ModuleList(GptLayer(d, heads, dropout) for _ in range(layers))
        self.ln_f = nn.LayerNorm(d)

    def forward(self, tokens):
        x = self.dropout1(self.wte(tokens) + self.wpe.weight[: tokens.shape[1]])
        for layer in self.h:
            x = layer(x)
        return self.ln_f(x) @ self.wte.weight.T


class GptLayer(nn.Module):
    def __init__(self, d, heads, dropout):
        super().__init__()
        self.ln_1, self.ln_2 = nn.LayerNorm(d), nn.LayerNorm(d)
        self.attn = nn.MultiheadAttention(d, heads, dropout, batch_first=True)
        self.dropout1, self.dropout2 = nn.Dropout(dropout), nn.Dropout(dropout)
        self.c_fc, self.c_proj = nn.Linear(d, 4 * d), nn.Linear(4 * d, d)

    def forward(self, x):
        y = self.ln_1(x)
        x = x + self.dropout1(self.attn(y, y, y, need_weights=False, attn_mask=later(x.shape[1]), **CAUSAL)[0])
        return x + self.dropout2(self.c_proj(F.gelu(self.c_fc(self.ln_2(x)), approximate="tanh")))


class DigitVae(nn.Module):
    def __init__(self, code=8, hidden=256):
        super().__init__()
        self.linear1, self.linear2 = nn.Linear(64, hidden), nn.Linear(hidden, hidden)
        self.mu, self.logvar = nn.Linear(hidden, code), nn.Linear(hidden, code)
        self.decoder = nn.Sequential(OrderedDict(
            linear1=nn.Linear(code, hidden), relu1=nn.ReLU(), linear2=nn.Linear(hidden, hidden), relu2=nn.ReLU(), linear3=nn.Linear(hidden, 64), sigmoid1=nn.Sigmoid()))

    def forward(self, image):
        seen = self.linear2(self.linear1(image).relu()).relu()
        mu, logvar = self.mu(seen), self.logvar(seen)
        code = mu + torch.randn_like(mu) * (0.5 * logvar).exp() if self.training else mu
        return self.decoder(code), mu, logvar


class BertEncoder(nn.Module):
    def __init__(self, vocab=2000, positions=48, d=64, heads=4, layers=2, dropout=0.1):
        super().__init__()
        self.segment, self.token, self.position = nn.Embedding(2, d), nn.Embedding(vocab, d, padding_idx=0), nn.Embedding(positions, d)
        self.norm, self.dropout1 = nn.LayerNorm(d, eps=1e-12), nn.Dropout(dropout)
        layer = nn.TransformerEncoderLayer(d, heads, 4 * d, dropout, "gelu", layer_norm_eps=1e-12, batch_first=True)
        self.encoder = nn.TransformerEncoder(layer, layers, enable_nested_tensor=False)

    def forward(self, tokens, segments, padding):
        x = self.token(tokens) + self.segment(segments) + self.position.weight[: tokens.shape[1]]
        return self.encoder(self.dropout1(self.norm(x)), src_key_padding_mask=padding)


class BertPretraining(nn.Module):
    def __init__(self, vocab=2000, d=64, **hypers):
        super().__init__()
        self.bert = BertEncoder(vocab, d=d, **hypers)
        self.transform, self.norm, self.words = nn.Linear(d, d), nn.LayerNorm(d, eps=1e-12), nn.Module()
        self.words.bias = nn.Parameter(torch.empty(vocab))
        self.pooler, self.next = nn.Linear(d, d), nn.Linear(d, 2)

    def forward(self, tokens, segments, padding):
        x = self.bert(tokens, segments, padding)
        words = F.linear(self.norm(F.gelu(self.transform(x))), self.bert.token.weight, self.words.bias)
        return words, self.next(self.pooler(x[:, 0]).tanh())


class BertClassifier(nn.Module):
    def __init__(self, d=64, dropout=0.1, **hypers):
        super().__init__()
        self.bert = BertEncoder(d=d, dropout=dropout, **hypers)
        self.pooler, self.dropout1, self.testament = nn.Linear(d, d), nn.Dropout(dropout), nn.Linear(d, 2)

    def forward(self, tokens, segments, padding):
        return self.testament(self.dropout1(self.pooler(self.bert(tokens, segments, padding).mean(1)).tanh()))


class VerseQuestions(nn.Module):
    def __init__(self, d=64, **hypers):
        super().__init__()
        self.bert, self.span = BertEncoder(d=d, **hypers), nn.Linear(d, 2)

    def forward(self, tokens, segments, padding):
        return self.span(self.bert(tokens, segments, padding)).masked_fill(padding.unsqueeze(-1), -100).unbind(-1)


def with_positions(x):
    return x + positions(*x.shape[1:], x.dtype)


@lru_cache
def positions(steps, d, dtype):
    """Sines and cosines in turn, as in "Attention Is All You Need"."""
    angles = torch.arange(steps, dtype=dtype).unsqueeze(1) / 10000 ** (torch.arange(0, d, 2, dtype=dtype) / d)
    return torch.stack([angles.sin(), angles.cos()], 2).flatten(1)


@lru_cache
def later(steps):
    """Hides from every step those after it."""
    return torch.ones(steps, steps, dtype=torch.bool).triu(1)


def supervised(loss_function):
    """The prediction and the loss of a model that takes all tensors of a batch but the last, which is the target."""
    def judge(model, batch):
        *inputs, target = batch.values()
        prediction = model(*inputs)
        return prediction, loss_function(prediction, target)
    return judge


def next_token(model, batch):
    """A model whose last input is what it predicts, one step ahead."""
    logits = model(*batch.values())
    *_, tokens = batch.values()
    return logits, F.cross_entropy(logits[:, :-1].flatten(0, 1), tokens[:, 1:].flatten())


def two_heads(model, batch):
    """A model of two outputs, each with its classes: those of the last two tensors of a batch."""
    *inputs, first, second = batch.values()
    logits, others = model(*inputs)
    return logits, F.cross_entropy(logits.flatten(0, -2), first.flatten()) + F.cross_entropy(others, second)


def evidence_bound(model, batch):
    reconstruction, mu, logvar = model(batch["image"])
    divergence = -0.5 * (1 + logvar - mu ** 2 - logvar.exp()).sum()
    return reconstruction, (F.binary_cross_entropy(reconstruction, batch["image"], reduction="sum") + divergence) / len(mu)


class DigitGan(nn.Module):
    """Keeps to the order in which the sample draws random numbers."""

    def __init__(self, code=32, hidden=256, dropout=0.3):
        super().__init__()
        self.code = code
        self.painter = nn.Sequential(OrderedDict(
            linear1=nn.Linear(code, hidden), leakyrelu1=nn.LeakyReLU(0.2), linear2=nn.Linear(hidden, hidden), leakyrelu2=nn.LeakyReLU(0.2),
            linear3=nn.Linear(hidden, 64), sigmoid1=nn.Sigmoid()))
        self.judge = nn.Sequential(OrderedDict(
            linear1=nn.Linear(64, hidden), leakyrelu1=nn.LeakyReLU(0.2), dropout1=nn.Dropout(dropout),
            linear2=nn.Linear(hidden, hidden), leakyrelu2=nn.LeakyReLU(0.2), dropout2=nn.Dropout(dropout), linear3=nn.Linear(hidden, 1)))

    def forward(self, image):
        return self.paint(image)

    def paint(self, image):
        return self.painter(torch.randn(len(image), self.code, dtype=image.dtype))

    def tell_apart(self, batch):
        with torch.no_grad():
            fake = self.paint(batch["image"])
        real, judged = self.judge(batch["image"]), self.judge(fake)
        return real, against(real, 0.9) + against(judged, 0)

    def deceive(self, batch):
        self.judge.requires_grad_(False)
        judged = self.judge(self.paint(batch["image"]))
        self.judge.requires_grad_(True)
        return judged, against(judged, 1)


def against(logits, value):
    return F.binary_cross_entropy_with_logits(logits, torch.full_like(logits, value))


def adversarial(parameters):
    return optim.Adam(parameters, lr=2e-4, betas=(0.5, 0.999))


# Name: the model, what makes of it and a batch (tensors by the names of their fields) the prediction and the loss, and its optimizer; the latter two in a list
# for a training of several phases, each with the prefix of the parameters that it trains. A model is made with the hyper-parameters of the training in small. Layers have the names that they have in the samples, so that the state dicts agree.
MODELS = {
    "SimpleNN": (
        lambda: nn.Sequential(OrderedDict(linear1=nn.Linear(100, 64), relu1=nn.ReLU(), linear2=nn.Linear(64, 1))),
        supervised(nn.BCEWithLogitsLoss()),
        lambda parameters: optim.SGD(parameters, lr=0.01),
    ),
    "BreastCancerNet": (
        lambda: nn.Sequential(OrderedDict(
            linear1=nn.Linear(30, 64), relu1=nn.ReLU(), linear2=nn.Linear(64, 1), sigmoid1=nn.Sigmoid())),
        supervised(nn.BCELoss()),
        lambda parameters: optim.Adam(parameters),
    ),
    "DigitsCnn": (
        lambda: nn.Sequential(OrderedDict(
            conv1=nn.Conv2d(1, 32, 3, padding=1, bias=False), batchNorm1=nn.BatchNorm2d(32), relu1=nn.ReLU(), maxPool1=nn.MaxPool2d(2),
            conv2=nn.Conv2d(32, 64, 3, padding=1, bias=False), batchNorm2=nn.BatchNorm2d(64), relu2=nn.ReLU(), maxPool2=nn.MaxPool2d(2),
            flatten1=nn.Flatten(), digit=nn.Linear(256, 10))),
        supervised(nn.CrossEntropyLoss()),
        lambda parameters: optim.Adam(parameters),
    ),
    "WineMlp": (
        lambda hidden=50: nn.Sequential(OrderedDict(
            linear1=nn.Linear(13, hidden), relu1=nn.ReLU(), linear2=nn.Linear(hidden, hidden), relu2=nn.ReLU(), linear3=nn.Linear(hidden, 3))),
        supervised(nn.CrossEntropyLoss()),
        lambda parameters: optim.Adam(parameters, lr=0.01),
    ),
    "DigitsRnn": (DigitsRnn, supervised(nn.CrossEntropyLoss()), lambda parameters: optim.Adam(parameters, lr=0.01)),
    "VerseLstm": (VerseLstm, supervised(nn.BCELoss()), lambda parameters: optim.Adam(parameters)),
    "SequenceReverser": (SequenceReverser, next_token, lambda parameters: optim.Adam(parameters)),
    "VerseGpt": (VerseGpt, next_token, lambda parameters: optim.AdamW(parameters, lr=2e-3, weight_decay=0.1)),
    "DigitGan": (DigitGan, [
        (DigitGan.tell_apart, adversarial, "judge."),
        (DigitGan.deceive, adversarial, "painter."),
    ]),
    "BertPretraining": (BertPretraining, two_heads, lambda parameters: optim.AdamW(parameters, lr=2e-3)),
    "BertClassifier": (BertClassifier, supervised(nn.CrossEntropyLoss()), lambda parameters: optim.AdamW(parameters)),
    "VerseQuestions": (VerseQuestions, two_heads, lambda parameters: optim.AdamW(parameters)),
    "DigitVae": (DigitVae, evidence_bound, lambda parameters: optim.Adam(parameters)),
}

# The largest norm of the gradients of the samples that clip them.
MAX_NORM = dict.fromkeys(["VerseGpt", "BertPretraining", "BertClassifier", "VerseQuestions"], 1.0)
