"""PyTorch's side of SampleParityTests: a sample trained from the weights and on the batch given."""
from models import MODELS
from serve import serve


def train(request, tensors):
    create, judge, create_optimizer = MODELS[request["Model"]]
    model = create(**request["Hypers"]).double()
    model.load_state_dict(those_of("state", tensors))
    model.train(request["Training"])
    optimizer = create_optimizer(model.parameters())
    results = {}
    for step in range(request["Steps"] + 1):
        optimizer.zero_grad()
        output, loss = judge(model, those_of("batch", tensors))
        results[f"loss {step}"] = loss
        loss.backward()
        if step == 0:
            results["output"] = output
            results |= {f"gradient of {name}": parameter.grad.clone() for name, parameter in model.named_parameters()}
        if step < request["Steps"]:
            optimizer.step()
    return results | {f"trained {name}": tensor for name, tensor in model.state_dict().items()}


def those_of(kind, tensors):
    return {name.removeprefix(f"{kind} "): tensor for name, tensor in tensors.items() if name.startswith(f"{kind} ")}


serve(train)
