"""PyTorch's side of TextGeneratorTests: the probabilities of ids after temperature and top-k."""
from serve import serve


def answer(request, tensors):
    scaled = tensors["logits"].double() / request["Temperature"]
    if request["TopK"]:
        least = scaled.topk(request["TopK"], -1).values[:, -1:]
        scaled = scaled.masked_fill(scaled < least, -float("inf"))
    return {"probabilities": scaled.softmax(-1)}


serve(answer)
