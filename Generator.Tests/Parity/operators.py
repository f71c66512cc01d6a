"""PyTorch's side of ParityTests: runs a row's expression on the weights and inputs of the generated model, or trains with a row's optimizer."""
import torch
from torch import nn, optim
from torch.nn import functional as F

from serve import serve


class net(nn.Module):
    """A module of parts, that are modules or parameters, and of a function of itself and its inputs."""

    def __init__(self, forward, **parts):
        super().__init__()
        self.function = forward
        for name, part in parts.items():
            setattr(self, name, part)

    def forward(self, *inputs):
        return self.function(self, *inputs)


def load(module, state):
    """Gives a module the generated model's state, which must have the module's names and shapes, and returns its names in the model.

    Where the model's one layer is the whole module, the layer's name before each name is left out.
    """
    own = module.state_dict() if isinstance(module, nn.Module) else {}
    names = {name if name in own else name.partition(".")[2]: name for name in state}
    shapes, own_shapes = ({name: list(value.shape) for name, value in values.items()} for values in (
        {name: state[long] for name, long in names.items()}, own))
    if shapes != own_shapes:
        raise ValueError(f"the model's state is {shapes}, PyTorch's {own_shapes}")
    if own:
        module.load_state_dict({name: state[long] for name, long in names.items()})
    return names


def part(tensors, kind):
    """The tensors of a kind, by the rest of their names."""
    return {name.partition(" ")[2]: tensor for name, tensor in tensors.items() if name.partition(" ")[0] == kind}


def run(request, tensors):
    """Outputs, gradients and buffers in training, then in evaluation mode."""
    module = eval(request["PyTorch"], {**globals(), **request["Sizes"]})
    names = load(module, part(tensors, "state"))
    is_module = isinstance(module, nn.Module)
    parameters, buffers = (dict(module.named_parameters()), dict(module.named_buffers())) if is_module else ({}, {})
    results = {}
    for mode in ("training", "evaluation"):
        if is_module:
            module.train(mode == "training")
            module.zero_grad()
        torch.manual_seed(0)
        inputs = {name: tensor.clone().requires_grad_(tensor.is_floating_point()) for name, tensor in part(tensors, "input").items()}
        outputs = module(*inputs.values(), *part(tensors, "target").values())
        outputs = [outputs] if torch.is_tensor(outputs) else list(outputs)
        weights = list(part(tensors, f"{mode}-weight").values())
        shapes, own_shapes = ([list(tensor.shape) for tensor in each] for each in (weights, outputs))
        if shapes != own_shapes:
            raise ValueError(f"in {mode} the model's outputs have the shapes {shapes}, PyTorch's {own_shapes}")
        scalars = [(output * weight).sum() for output, weight in zip(outputs, weights) if output.requires_grad]
        if scalars:
            sum(scalars).backward()
        gradients = {f"input {name}": tensor.grad for name, tensor in inputs.items()}
        gradients |= {names[name]: parameter.grad for name, parameter in parameters.items() if parameter.requires_grad}
        results |= {f"{mode}: output {i}": output for i, output in enumerate(outputs)}
        results |= {f"{mode}: gradient of {name}": gradient.clone() for name, gradient in gradients.items() if gradient is not None}
        results |= {f"{mode}: {names[name]}": buffer.clone() for name, buffer in buffers.items() if name in names}
    return results


def train(request, tensors):
    """The weights after each step of an optimizer, which is an expression over the model m and its parameters p."""
    model = net(lambda m, x: m.b(m.a(x).tanh()), a=nn.Linear(6, 8), b=nn.Linear(8, 3))
    load(model, part(tensors, "state"))
    optimizer = eval(request["PyTorch"], globals(), {"m": model, "p": model.parameters()})
    results = {}
    for step in range(request["Steps"]):
        optimizer.zero_grad()
        F.cross_entropy(model(tensors["input x"]), tensors["target target"]).backward()
        optimizer.step()
        results |= {f"step {step + 1}: {name}": parameter.detach().clone() for name, parameter in model.named_parameters()}
    return results


serve(lambda request, tensors: train(request, tensors) if "Steps" in request else run(request, tensors))
