"""PyTorch's side of LowPrecisionTests: weights in Float32, forward and backward on a copy in BFloat16, written out by hand."""
import copy

import torch

from models import MODELS
from serve import serve


def train(request, tensors):
    create, judge, _ = MODELS[request["Model"]]
    model = create()
    model.load_state_dict({name.removeprefix("state "): tensor for name, tensor in tensors.items() if name.startswith("state ")})
    optimizer = torch.optim.SGD(model.parameters(), request["Rate"], momentum=0.9)
    twin = copy.deepcopy(model).bfloat16()
    for module in twin.modules():
        if isinstance(module, torch.nn.modules.batchnorm._NormBase):
            module.float()
    for _ in range(request["Steps"]):
        with torch.no_grad():
            for own, rounded in zip(model.state_dict().values(), twin.state_dict().values()):
                rounded.copy_(own)
        twin.zero_grad()
        _, loss = judge(lambda features: twin(features.bfloat16()).float(), {name: tensors[name] for name in ("features", "target")})
        loss.backward()
        for own, rounded in zip(model.parameters(), twin.parameters()):
            own.grad = rounded.grad.float()
        with torch.no_grad():
            for own, rounded in zip(model.buffers(), twin.buffers()):
                own.copy_(rounded)
        optimizer.step()
    return model.state_dict()


serve(train)
