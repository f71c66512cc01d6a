"""Draws the packages' icon, a small network between brackets, into the file named: 128x128 PNG, the same bytes each time."""
import struct
import sys
import zlib

SIZE = 128
BACKGROUND, LINE, NODE, BRACKET = (22, 33, 62), (120, 140, 190), (255, 190, 60), (235, 240, 250)
LAYERS = [[(42, y) for y in (38, 64, 90)], [(64, y) for y in (51, 77)], [(86, 64)]]
EDGES = [(a, b) for left, right in zip(LAYERS, LAYERS[1:]) for a in left for b in right]
BRACKETS = [((16, 20), (16, 108)), ((16, 20), (28, 20)), ((16, 108), (28, 108)), ((112, 20), (112, 108)), ((100, 20), (112, 20)), ((100, 108), (112, 108))]


def distance(x, y, segment):
    (ax, ay), (bx, by) = segment
    dx, dy = bx - ax, by - ay
    t = max(0, min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)))
    return ((x - ax - t * dx) ** 2 + (y - ay - t * dy) ** 2) ** 0.5


def over(color, other, cover):
    cover = max(0, min(1, cover))
    return tuple(round(a + (b - a) * cover) for a, b in zip(color, other))


def pixel(x, y):
    color = BACKGROUND
    for segment in EDGES:
        color = over(color, LINE, 1.5 - distance(x, y, segment))
    for segment in BRACKETS:
        color = over(color, BRACKET, 4 - distance(x, y, segment))
    for cx, cy in (node for layer in LAYERS for node in layer):
        color = over(color, NODE, 8 - ((x - cx) ** 2 + (y - cy) ** 2) ** 0.5)
    return bytes(color)


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


rows = b"".join(b"\0" + b"".join(pixel(x, y) for x in range(SIZE)) for y in range(SIZE))
with open(sys.argv[1], "wb") as file:
    file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", SIZE, SIZE, 8, 2, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b""))
