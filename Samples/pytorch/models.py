"""The samples' models as one writes them in PyTorch: what parity tests and benchmarks compare with."""
from collections import OrderedDict

from torch import nn, optim

# Name: the model, its loss, its optimizer. Layers have the names that they have in the samples, so that the state dicts agree.
MODELS = {
    "SimpleNN": (
        lambda: nn.Sequential(OrderedDict(linear1=nn.Linear(100, 64), relu1=nn.ReLU(), linear2=nn.Linear(64, 1))),
        nn.BCEWithLogitsLoss(),
        lambda parameters: optim.SGD(parameters, lr=0.01),
    ),
    "BreastCancerNet": (
        lambda: nn.Sequential(OrderedDict(
            linear1=nn.Linear(30, 64), relu1=nn.ReLU(), linear2=nn.Linear(64, 1), sigmoid1=nn.Sigmoid())),
        nn.BCELoss(),
        lambda parameters: optim.Adam(parameters),
    ),
    "DigitsCnn": (
        lambda: nn.Sequential(OrderedDict(
            conv1=nn.Conv2d(1, 32, 3, padding=1, bias=False), batchNorm1=nn.BatchNorm2d(32), relu1=nn.ReLU(), maxPool1=nn.MaxPool2d(2),
            conv2=nn.Conv2d(32, 64, 3, padding=1, bias=False), batchNorm2=nn.BatchNorm2d(64), relu2=nn.ReLU(), maxPool2=nn.MaxPool2d(2),
            flatten1=nn.Flatten(), digit=nn.Linear(256, 10))),
        nn.CrossEntropyLoss(),
        lambda parameters: optim.Adam(parameters),
    ),
}
