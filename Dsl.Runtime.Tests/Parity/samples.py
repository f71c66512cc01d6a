"""PyTorch's side of SampleParityTests: a sample trained from the weights and on the batch given."""
from models import MODELS
from serve import serve


def train(request, tensors):
    create, loss_function, create_optimizer = MODELS[request["Model"]]
    model = create()
    model.load_state_dict({name.removeprefix("state "): tensor for name, tensor in tensors.items() if name.startswith("state ")})
    model.train(request["Training"])
    optimizer = create_optimizer(model.parameters())
    results = {}
    for step in range(request["Steps"] + 1):
        optimizer.zero_grad()
        output = model(tensors["features"])
        loss = loss_function(output, tensors["target"])
        results[f"loss {step}"] = loss
        loss.backward()
        if step == 0:
            results["output"] = output
            results |= {f"gradient of {name}": parameter.grad.clone() for name, parameter in model.named_parameters()}
        if step < request["Steps"]:
            optimizer.step()
    return results | {f"trained {name}": tensor for name, tensor in model.state_dict().items()}


serve(train)
