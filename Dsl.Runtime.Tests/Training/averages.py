"""PyTorch's side of WeightAverageTests: AveragedModel over the weights that a training had after each step."""
import torch
from torch.optim.swa_utils import AveragedModel

from serve import serve


def average(request, tensors):
    decay = request["Decay"]
    model = torch.nn.Linear(2, 3, bias=False)
    averaged = AveragedModel(model, avg_fn=lambda average, weight, steps: decay * average + (1 - decay) * weight)
    results = {}
    for name, weight in tensors.items():
        with torch.no_grad():
            model.weight.copy_(weight)
        averaged.update_parameters(model)
        results[name] = averaged.module.weight.detach().clone()
    return results


serve(average)
