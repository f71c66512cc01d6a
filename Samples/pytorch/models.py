"""The samples' models as one writes them in PyTorch: what parity tests and benchmarks compare with."""
from collections import OrderedDict

from torch import nn, optim


class DigitsRnn(nn.Module):
    def __init__(self):
        super().__init__()
        self.gru1 = nn.GRU(8, 64, batch_first=True)
        self.digit = nn.Linear(64, 10)

    def forward(self, rows):
        return self.digit(self.gru1(rows)[0][:, -1])


class VerseLstm(nn.Module):
    """The layers of the sample; PyTorch has no dropout of the recurrent state, so it is its peer in evaluation only."""

    def __init__(self):
        super().__init__()
        self.embedding1 = nn.Embedding(10000, 32)
        self.dropout1 = nn.Dropout(0.2)
        self.lstm1 = nn.LSTM(32, 32, batch_first=True)
        self.linear1 = nn.Linear(32, 1)

    def forward(self, words):
        return self.linear1(self.lstm1(self.dropout1(self.embedding1(words)))[0][:, -1]).sigmoid()


def supervised(loss_function):
    """The prediction and the loss of a model that takes all tensors of a batch but the last, which is the target."""
    def judge(model, batch):
        *inputs, target = batch.values()
        prediction = model(*inputs)
        return prediction, loss_function(prediction, target)
    return judge


# Name: the model, what makes of it and a batch (tensors by the names of their fields) the prediction and the loss, and its optimizer. A model is made
# with the hyper-parameters of the training in small. Layers have the names that they have in the samples, so that the state dicts agree.
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
        lambda: nn.Sequential(OrderedDict(
            linear1=nn.Linear(13, 50), relu1=nn.ReLU(), linear2=nn.Linear(50, 50), relu2=nn.ReLU(), linear3=nn.Linear(50, 3))),
        supervised(nn.CrossEntropyLoss()),
        lambda parameters: optim.Adam(parameters, lr=0.01),
    ),
    "DigitsRnn": (DigitsRnn, supervised(nn.CrossEntropyLoss()), lambda parameters: optim.Adam(parameters, lr=0.01)),
    "VerseLstm": (VerseLstm, supervised(nn.BCELoss()), lambda parameters: optim.Adam(parameters)),
}
