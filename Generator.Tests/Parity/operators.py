"""PyTorch's side of ParityTests: runs a row's expression on the weights and inputs of the generated model, trains with a row's optimizer, or begins."""
import math

import torch
from torch import nn, optim
from torch.distributions import Normal, kl_divergence
from torch.nn import functional as F, init
from torch.optim import lr_scheduler as lr

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


def begin(initialize, **parts):
    """A module of parts that begin in another way."""
    module = net(None, **parts)
    with torch.no_grad():
        initialize(module)
    return module


def recurrent(module, x, *states, p=0.0):
    """A recurrent layer's outputs and last states, these with the batch in front; p drops elements of the state in the recurrence."""
    states = [state.transpose(0, 1).contiguous() for state in states]
    if module.training and p > 0:
        outputs, last = recur(module, x, states, p)
    else:
        outputs, last = module(x, *([tuple(states)] if len(states) > 1 else states))
    return outputs, *(state.transpose(0, 1) for state in (last if isinstance(last, tuple) else [last]))


def recur(module, x, states, p):
    """Step by step, a layer and a direction after the other, with one mask of the state for all steps."""
    directions = ["", "_reverse"] if module.bidirectional else [""]
    last = []
    for layer in range(module.num_layers):
        x = F.dropout(x, module.dropout) if layer > 0 else x
        made = []
        for reverse in directions:
            w_ih, w_hh, b_ih, b_hh = (getattr(module, f"{name}_l{layer}{reverse}", None) for name in ("weight_ih", "weight_hh", "bias_ih", "bias_hh"))
            h, *c = [state[len(last)] for state in states] or [x.new_zeros(len(x), module.hidden_size)] * (2 if module.mode == "LSTM" else 1)
            mask = F.dropout(torch.ones_like(h), p)
            outputs = []
            for step in (x.flip(1) if reverse else x).unbind(1):
                a, b = F.linear(step, w_ih, b_ih), F.linear(h * mask, w_hh, b_hh)
                if module.mode == "LSTM":
                    i, f, g, o = (a + b).chunk(4, 1)
                    c = [f.sigmoid() * c[0] + i.sigmoid() * g.tanh()]
                    h = o.sigmoid() * c[0].tanh()
                elif module.mode == "GRU":
                    (ar, az, an), (br, bz, bn) = a.chunk(3, 1), b.chunk(3, 1)
                    r, z = (ar + br).sigmoid(), (az + bz).sigmoid()
                    h = (1 - z) * (an + r * bn).tanh() + z * h
                else:
                    h = (a + b).relu() if module.mode == "RNN_RELU" else (a + b).tanh()
                outputs.append(h)
            made.append(torch.stack(outputs[::-1] if reverse else outputs, 1))
            last.append([h, *c])
        x = torch.cat(made, -1)
    return x, tuple(torch.stack(state) for state in zip(*last))


def waves(length, dims, base=10000.0):
    """Sines on even axes and cosines on odd ones, of angles that grow with the position."""
    angles = torch.arange(length)[:, None] * base ** (-torch.arange(0, dims, 2) / dims)
    return torch.stack([angles.sin(), angles.cos()], -1).flatten(-2)


def rotate(x, base=10000.0):
    """Rotary positions with the first half of the features paired with the second, as GPT-NeoX and Hugging Face's Llama have them."""
    angles = torch.arange(x.shape[-2])[:, None] * base ** (-torch.arange(0, x.shape[-1], 2) / x.shape[-1])
    angles = torch.cat([angles, angles], -1)
    first, second = x.chunk(2, -1)
    return x * angles.cos() + torch.cat([-second, first], -1) * angles.sin()


def weigh(q, k, v, added=0, scale=None):
    """What scaled dot product attention makes, and its weights."""
    weights = (q @ k.transpose(-2, -1) * (scale or q.shape[-1] ** -0.5) + added).softmax(-1)
    return weights @ v, weights


def hide(hidden):
    """What is added to the scores of keys that are hidden."""
    return torch.zeros(hidden.shape).masked_fill(hidden, -torch.inf)


def causal(length):
    return hide(torch.ones(length, length, dtype=torch.bool).triu(1))


def heads(x, count):
    return x.unflatten(-1, (count, -1)).transpose(1, 2)


def attend(q, k, v, out, count, keys=None, turn=lambda x: x, **options):
    """Attention of what is projected already, with fewer heads of keys and values where asked."""
    keys = keys or count
    q, k, v = turn(heads(q, count)), turn(heads(k, keys)), heads(v, keys)
    k, v = (x.repeat_interleave(count // keys, 1) for x in (k, v))
    return out(weigh(q, k, v, **options)[0].transpose(1, 2).flatten(2))


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


def contrastive(a, b, same, margin=1, reduction=torch.mean):
    """Hadsell et al. 2006, with 1 for pairs of one kind."""
    distance = F.pairwise_distance(a, b)
    return reduction(same * distance ** 2 / 2 + (1 - same) * (margin - distance).clamp(min=0) ** 2 / 2)


def info_nce(a, b, temperature=0.07, symmetric=False, reduction="mean"):
    """van den Oord et al. 2018, with cosines as scores."""
    scores = F.cosine_similarity(a[:, None], b[None], -1) / temperature
    partners = torch.arange(len(a))
    losses = [F.cross_entropy(scores, partners, reduction=reduction), F.cross_entropy(scores.T, partners, reduction=reduction)]
    return sum(losses) / 2 if symmetric else losses[0]


def focal(logits, target, gamma=2, alpha=0.25, reduction=torch.mean):
    """Lin et al. 2017, equation 5, between the values 0 and 1 of the target as its cross-entropy is."""
    p = torch.sigmoid(logits)
    right = p * target + (1 - p) * (1 - target)
    entropy = F.binary_cross_entropy(p, target, reduction="none")
    return reduction((alpha * target + (1 - alpha) * (1 - target)) * (1 - right) ** gamma * entropy)


def class_focal(logits, target, gamma=2, weights=None, ignored=-100):
    """The same over classes, whose mean is cross-entropy's."""
    p = F.softmax(logits, 1)
    return F.nll_loss((1 - p) ** gamma * p.log(), target, weights, ignore_index=ignored)


def dice(p, y, smooth=1, reduction=torch.mean):
    """1 less the overlap of each row and channel."""
    places = tuple(range(2, p.dim()))
    return reduction(1 - (2 * (p * y).sum(places) + smooth) / (p.sum(places) + y.sum(places) + smooth))


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
    """The weights and learning rates after each step of an optimizer, which is an expression over the model m and its parameters p.

    With it stand schedules: functions of the number of steps that were made, and of the loss at the end of an epoch, else None; and limits
    of gradients: functions of nothing.
    """
    model = net(lambda m, x: m.b(m.a(x).tanh()), a=nn.Linear(6, 8), b=nn.Linear(8, 3)).to(tensors["input x"].dtype)
    load(model, part(tensors, "state"))
    optimizer, schedules, limits = (*eval(request["PyTorch"], globals() | {"m": model, "p": list(model.parameters())}), [], [])[:3]
    results = {}

    def closure():
        optimizer.zero_grad()
        loss = F.cross_entropy(model(tensors["input x"]), tensors["target target"])
        loss.backward()
        for limit in limits:
            limit()
        return loss

    for step in range(1, request["Steps"] + 1):
        loss = optimizer.step(closure).item()
        results |= {f"step {step}: {name}": parameter.detach().clone() for name, parameter in model.named_parameters()}
        for schedule in schedules:
            schedule(step, loss if step % request["StepsPerEpoch"] == 0 else None)
        results |= {f"step {step}: rate {i}": torch.tensor(group["lr"], dtype=torch.float64) for i, group in enumerate(optimizer.param_groups)}
    return results


def each_step(schedule, until=math.inf):
    """A schedule of PyTorch's that counts steps; one of a given length may not be stepped beyond its end, after the last step."""
    return lambda step, loss: step < until and schedule.step()


def each_epoch(schedule):
    """A schedule of PyTorch's that counts epochs."""
    return lambda step, loss: loss is not None and (schedule.step(loss) if isinstance(schedule, lr.ReduceLROnPlateau) else schedule.step())


def create(request):
    """The state of a new module."""
    torch.manual_seed(request["Seed"])
    return {name: tensor.clone() for name, tensor in eval(request["PyTorch"]).state_dict().items()}


def answer(request, tensors):
    if "Seed" in request:
        return create(request)
    return train(request, tensors) if "Steps" in request else run(request, tensors)


serve(answer)
