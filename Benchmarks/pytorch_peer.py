"""PyTorch's side of the benchmark of steps: a model in a process of its own, which takes steps as it is told. A line of JSON in, a line of JSON out."""
import ctypes
import json
import math
import resource
import sys
import time
from itertools import islice

import torch
from torch import nn

from models import MAX_NORM, MODELS
from serve import DTYPES, read_number, read_tensors, read_text

# After so many steps a model begins anew, so that no time is that of numbers next to zero, which a batch learned by heart leaves.
STEPS_OF_A_LIFE = 400


class Contestant:
    def __init__(self, spec, hypers):
        create, *rest = MODELS[spec["Sample"]]
        self.model = create(**hypers)
        phases = rest[0] if len(rest) == 1 else [(*rest, "")]
        self.phases = [(judge, create_optimizer, [parameter for name, parameter in self.model.named_parameters() if name.startswith(prefix)])
                       for judge, create_optimizer, prefix in phases]
        self.optimizers = []
        self.max_norm = MAX_NORM.get(spec["Sample"])
        self.folder = spec["Folder"]
        with open(f"{self.folder}/batches.bin", "rb") as file:
            self.batches = split(read_tensors(file))
        self.inputs = [list(islice(batch.values(), spec["Inputs"])) for batch in self.batches]
        self.modes = {"train": self.train, "predict": self.predict}

    def begin(self, mode):
        """Gives the model its first weights and new optimizers."""
        self.optimizers = []
        restore(self.model, f"{self.folder}/weights.bin")
        self.model.train(mode == "train")
        if mode == "train":
            self.optimizers = [create_optimizer(parameters) for _, create_optimizer, parameters in self.phases]

    def train(self, index):
        batch = self.batches[index]
        for (judge, _, parameters), optimizer in zip(self.phases, self.optimizers):
            optimizer.zero_grad()
            _, loss = judge(self.model, batch)
            loss.backward()
            if self.max_norm:
                nn.utils.clip_grad_norm_(parameters, self.max_norm)
            optimizer.step()
            value = loss.item()
        return value

    def predict(self, index):
        with torch.inference_mode():
            return self.model(*self.inputs[index])

    def time(self, mode, steps, untimed):
        """Seconds, those of processors and minor page faults of so many steps, each life after some that do not count."""
        take, seconds, processor, faults = self.modes[mode], 0, 0, 0
        while steps > 0:
            now = min(steps, STEPS_OF_A_LIFE)
            steps -= now
            self.begin(mode)
            for step in range(untimed):
                take(step % len(self.batches))
            faults -= minor_faults()
            processor -= time.process_time()
            seconds -= time.perf_counter()
            for step in range(untimed, untimed + now):
                result = take(step % len(self.batches))
            seconds += time.perf_counter()
            processor += time.process_time()
            faults += minor_faults()
            if mode == "train" and not math.isfinite(result):
                raise ArithmeticError(f"the loss became {result}")
        return {"Seconds": seconds, "ProcessorSeconds": processor, "Faults": faults}


def check(spec, steps):
    """The first losses, and numbers of the first prediction."""
    contestant = Contestant(spec, spec["CheckedHypers"])
    contestant.begin("predict")
    torch.manual_seed(0)
    outputs = contestant.predict(0)
    outputs = [outputs] if isinstance(outputs, torch.Tensor) else outputs
    contestant.begin("train")
    losses = []
    for step in range(steps):
        torch.manual_seed(step)
        losses.append(contestant.train(step % len(contestant.batches)))
    return {"Losses": losses, "Predictions": [spread(output) for output in outputs]}


def spread(tensor, count=64):
    """Numbers of a tensor, from its first to its last at even distances."""
    numbers = tensor.flatten()
    return [numbers[i * (len(numbers) - 1) // (count - 1)].item() for i in range(count)]


def warm(contestant, mode, least):
    """Takes steps for so many seconds, and gives the seconds of one at the end."""
    steps, seconds = 1, 0
    while True:
        took = contestant.time(mode, steps, 0)["Seconds"]
        seconds += took
        if seconds >= least:
            return took / steps
        steps *= 2


def profile(contestant, request):
    """Calls of operators and the nanoseconds in each itself, a line an operator."""
    library = ctypes.CDLL(request["Library"])
    library.operators_start()
    times = contestant.time(request["Mode"], request["Steps"], 0)
    library.operators_stop()
    text = ctypes.create_string_buffer(1 << 20)
    library.operators_report(text, len(text))
    return times | {"Operators": text.value.decode()}


def split(tensors):
    """Batches out of tensors named NUMBER.FIELD."""
    batches = {}
    for name, tensor in tensors.items():
        number, field = name.split(".", 1)
        batches.setdefault(number, {})[field] = tensor
    return list(batches.values())


def restore(model, path):
    """Reads weights to where they are, without memory of their own."""
    state = model.state_dict()
    with open(path, "rb") as file:
        for _ in range(read_number(file)):
            weight = state.pop(read_text(file))
            dtype = DTYPES[read_number(file)]
            shape = [read_number(file) for _ in range(read_number(file))]
            assert weight.dtype == dtype and list(weight.shape) == shape and weight.is_contiguous()
            file.readinto(memoryview(weight.numpy()).cast("B"))
    assert not state, f"{path} has no {', '.join(state)}"


def minor_faults():
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt


def status(field):
    with open("/proc/self/status") as file:
        return next(int(line.split()[1]) for line in file if line.startswith(field)) * 1024


def forget_peak():
    with open("/proc/self/clear_refs", "w") as file:
        file.write("5")


def serve(spec, threads):
    torch.set_num_threads(threads)
    torch.zeros(1)
    say({"Version": torch.__version__, "Resident": status("VmRSS")})
    contestant = None
    for line in sys.stdin:
        request = json.loads(line)
        command, mode = request["Command"], request["Mode"]
        if command == "check":
            say(check(spec, request["Steps"]))
            continue
        contestant = contestant or Contestant(spec, spec["Hypers"])
        if command == "warm":
            forget_peak()
            say({"Seconds": warm(contestant, mode, request["Seconds"])})
        elif command == "run":
            say(contestant.time(mode, request["Steps"], request["Untimed"]))
        elif command == "peak":
            say({"Peak": status("VmHWM")})
        elif command == "profile":
            say(profile(contestant, request))


def say(answer):
    print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    with open(sys.argv[1]) as spec:
        serve(json.load(spec), int(sys.argv[2]))
