"""PyTorch's side of SampleParityTests: a sample trained from the weights and on the batch given."""
import torch

from models import MODELS
from serve import serve


def train(request, tensors):
    create, *rest = MODELS[request["Model"]]
    phases = rest[0] if len(rest) == 1 else [(*rest, "")]
    model = create(**request["Hypers"]).double()
    model.load_state_dict(those_of("state", tensors))
    model.train(request["Training"])
    optimizers = [create_optimizer([parameter for name, parameter in model.named_parameters() if name.startswith(prefix)])
                  for _, create_optimizer, prefix in phases]
    results = {}
    for step in range(request["Steps"] + 1):
        for phase, ((judge, _, prefix), optimizer) in enumerate(zip(phases, optimizers)):
            torch.manual_seed(step)
            model.zero_grad()
            output, loss = judge(model, those_of("batch", tensors))
            results[f"loss {phase} {step}"] = loss
            loss.backward()
            if step == 0:
                results[f"output {phase}"] = output
                results |= {f"gradient {phase} of {name}": parameter.grad.clone()
                            for name, parameter in model.named_parameters() if name.startswith(prefix)}
            if step < request["Steps"]:
                optimizer.step()
    return results | {f"trained {name}": tensor for name, tensor in model.state_dict().items()}


def those_of(kind, tensors):
    return {name.removeprefix(f"{kind} "): tensor for name, tensor in tensors.items() if name.startswith(f"{kind} ")}


serve(train)
