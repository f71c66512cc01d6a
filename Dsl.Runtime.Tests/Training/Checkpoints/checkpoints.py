"""PyTorch's side of SafetensorsTests: the format, read and written by its specification."""
import json
import math
import struct

import torch

from serve import serve

DTYPES = {
    "F64": torch.float64, "F32": torch.float32, "F16": torch.float16, "BF16": torch.bfloat16,
    "I64": torch.int64, "I32": torch.int32, "I16": torch.int16, "I8": torch.int8, "U8": torch.uint8, "BOOL": torch.bool,
}


def read(path):
    with open(path, "rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(length))
        data = bytearray(file.read())
    header.pop("__metadata__", None)
    tensors = {}
    for name, entry in header.items():
        begin, end = entry["data_offsets"]
        dtype, shape = DTYPES[entry["dtype"]], entry["shape"]
        element = torch.empty(0, dtype=dtype).element_size()
        assert end - begin == math.prod(shape) * element and begin % element == 0 and (8 + length) % 8 == 0
        tensors[name] = torch.frombuffer(data, dtype=dtype, count=math.prod(shape), offset=begin).reshape(shape) if end > begin else torch.empty(shape, dtype=dtype)
    return tensors


def write(path, tensors):
    header, data = {"__metadata__": {"format": "pt"}}, b""
    for name, tensor in tensors.items():
        dtype = next(name for name, dtype in DTYPES.items() if dtype == tensor.dtype)
        content = tensor.contiguous().numpy().tobytes()
        header[name] = {"dtype": dtype, "shape": list(tensor.shape), "data_offsets": [len(data), len(data) + len(content)]}
        data += content
    text = json.dumps(header).encode()
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + data)


def answer(request, tensors):
    if request["Writes"]:
        write(request["Path"], tensors)
        return {}
    # As floating-point numbers: all of these are exact in 64 bits.
    return {name: tensor.to(torch.float64) for name, tensor in read(request["Path"]).items()}


serve(answer)
