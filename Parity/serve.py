"""Answers PyTorch.cs: a request and an answer are a text and named tensors, these in the format of TorchSharp's state dictionaries."""
import json
import sys

import torch

DTYPES = {0: torch.uint8, 3: torch.int32, 4: torch.int64, 6: torch.float32, 7: torch.float64, 11: torch.bool}


def serve(answer):
    """Answers requests with the tensors that answer(request, tensors) returns by name, or with its error, until there are no more."""
    source, target = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    torch.set_num_threads(1)  # These tensors are too small to share between threads.
    while source.peek(1):
        request, tensors = json.loads(read_text(source)), read_tensors(source)
        try:
            error, results = "", answer(request, tensors)
        except Exception as exception:
            error, results = f"{type(exception).__name__}: {exception}", {}
        write_text(target, error)
        write_tensors(target, results)
        target.flush()


def read_number(source):
    """A whole number in LEB128."""
    value = shift = 0
    while True:
        byte = source.read(1)[0]
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value
        shift += 7


def read_text(source):
    return source.read(read_number(source)).decode()


def read_tensors(source):
    return {read_text(source): read_tensor(source) for _ in range(read_number(source))}


def read_tensor(source):
    dtype = DTYPES[read_number(source)]
    shape = [read_number(source) for _ in range(read_number(source))]
    values = torch.empty(shape, dtype=dtype)
    source.readinto(memoryview(values.numpy()).cast("B") if values.numel() else bytearray())
    return values


def write_number(target, value):
    while value > 0x7F:
        target.write(bytes([value & 0x7F | 0x80]))
        value >>= 7
    target.write(bytes([value]))


def write_text(target, text):
    data = text.encode()
    write_number(target, len(data))
    target.write(data)


def write_tensors(target, tensors):
    write_number(target, len(tensors))
    for name, tensor in tensors.items():
        write_text(target, name)
        write_number(target, next(number for number, dtype in DTYPES.items() if dtype == tensor.dtype))
        write_number(target, tensor.dim())
        for size in tensor.shape:
            write_number(target, size)
        target.write(tensor.detach().contiguous().numpy().tobytes())
