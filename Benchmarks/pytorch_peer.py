"""PyTorch's side of the step-time benchmark: for every line "MODEL STEPS" it trains so many steps and answers with the seconds that they took."""
import sys
import time

import torch

from models import MODELS

torch.set_num_threads(int(sys.argv[1]))
ROWS = 32
FEATURES = {"SimpleNN": (ROWS, 100), "BreastCancerNet": (ROWS, 30), "DigitsCnn": (ROWS, 1, 8, 8)}

peers = {}
for name, size in FEATURES.items():
    create, judge, create_optimizer = MODELS[name]
    torch.manual_seed(1)
    model = create()
    target = torch.randint(10, (ROWS,)) if name == "DigitsCnn" else torch.randint(2, (ROWS, 1)).float()
    peers[name] = (model, judge, create_optimizer(model.parameters()), {"features": torch.rand(size), "target": target})

print(torch.__version__, flush=True)
for line in sys.stdin:
    name, steps = line.split()
    model, judge, optimizer, batch = peers[name]
    start = time.perf_counter()
    for _ in range(int(steps)):
        optimizer.zero_grad()
        _, loss = judge(model, batch)
        loss.backward()
        optimizer.step()
        loss.item()
    print(time.perf_counter() - start, flush=True)
