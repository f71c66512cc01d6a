"""PyTorch's side of the parity tests: reads a model's name, weights and batch from standard input as JSON, writes what PyTorch makes of them."""
import json
import sys

import torch

from models import MODELS


def to_tensor(array):
    return torch.tensor(array["Values"], dtype=getattr(torch, array["DType"].lower())).reshape(array["Shape"])


def to_arrays(tensors):
    return {name: tensor.detach().double().flatten().tolist() for name, tensor in tensors}


request = json.load(sys.stdin)
create, loss_function, create_optimizer = MODELS[request["Model"]]
model = create()
model.load_state_dict({name: to_tensor(array) for name, array in request["State"].items()}, strict=True)
model.train(request["Training"])
features, target = to_tensor(request["Features"]), to_tensor(request["Target"])
optimizer = create_optimizer(model.parameters())

losses = []
for step in range(4):
    optimizer.zero_grad()
    output = model(features)
    loss = loss_function(output, target)
    losses.append(loss.item())
    loss.backward()
    if step == 0:
        first_output = output.detach()
        gradients = to_arrays((name, parameter.grad) for name, parameter in model.named_parameters())
    if step < 3:
        optimizer.step()

json.dump({
    "Output": first_output.double().flatten().tolist(),
    "Losses": losses,
    "Gradients": gradients,
    "State": to_arrays(model.state_dict().items()),
}, sys.stdout)
