"""Malformed requests, the same for the same seed: bytes as they go over the wire, each with a name in it."""

import json
import random
from collections.abc import Iterator, Sequence

__all__ = ["NAME", "malformed"]

NAME = "Quillfeather"  # must be nowhere in what the service logs or says
_PATHS = (
    *("critique", "check", "rewrite", "fill", "guard", "mask", "batch", "rules"),
    *("../critique", "%00", f"{NAME}?{NAME}"),
)
_METHODS = ("GET", "PUT", "BREW", NAME.upper())
_VERSIONS = ("1.0", "2", "9.9")
_TYPES = ("text/plain", NAME, "application/json; charset=utf-7", "")
_HEADERS = (
    "Content-Encoding: gzip",
    "Transfer-Encoding: chunked",
    f"Accept: text/event-stream, {NAME}",
    f"X-Request-Id: {NAME}",
    NAME,
    f"X-{NAME}: {'x' * 70_000}",
    "Expect: 100-continue",
    f"Authorization: Basic {NAME}",
    "Content-Length: 7",
)
_GOOD = json.dumps({"objective": f"{NAME} to ring the GP", "context": {"names": [NAME]}}).encode()
_ODD = (
    "\\ud800",
    "\\u0000",
    "\u202e",
    "\U0001f600" * 9,
    "{",
    "[" * 3000,
    "9" * 5000,
    "1e999",
    "NaN",
    "null",
    "true",
    "-0",
)


def malformed(count: int, seed: int = 1) -> Iterator[bytes]:
    """Give so many requests, of which hardly one is right: bodies, headers, encodings, lengths, methods and lines."""
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    for _ in range(count):
        body = _body(chance)
        line = (
            f"{_mostly(chance, 'POST', _METHODS)} /v1/{chance.choice(_PATHS)} HTTP/{_mostly(chance, '1.1', _VERSIONS)}"
        )
        length = _mostly(chance, str(len(body)), (str(len(body) + 1), "0", "-1", str(10**30), NAME))
        head = [
            line,
            f"Host: {_mostly(chance, '127.0.0.1', (NAME, ''))}",
            f"Content-Type: {_mostly(chance, 'application/json', _TYPES)}",
            f"X-API-Key: {_mostly(chance, 'a-key-of-the-benchmarks', (NAME, ''))}",
            f"Content-Length: {length}",
            "Connection: close",
        ]
        if chance.random() < 0.2:
            head.append(chance.choice(_HEADERS))
        if chance.random() < 0.1:
            chance.shuffle(head)
        yield "\r\n".join(head).encode("utf-8", "replace") + b"\r\n\r\n" + body


def _mostly(chance: random.Random, right: str, wrong: Sequence[str]) -> str:
    """Give what is right, or one time in ten something else."""
    return chance.choice(wrong) if chance.random() < 0.1 else right


def _body(chance: random.Random) -> bytes:
    kind = chance.randrange(6)
    if kind == 0:
        return chance.randbytes(chance.randrange(200))
    if kind == 1:
        return _GOOD[: chance.randrange(len(_GOOD))]
    if kind == 2:
        place = chance.randrange(len(_GOOD))
        return _GOOD[:place] + chance.choice(_ODD).encode("utf-8", "surrogatepass") + _GOOD[place:]
    if kind == 3:
        return _GOOD.decode().encode(chance.choice(("utf-16", "utf-32", "utf-8-sig", "cp037")))
    if kind == 4:
        return json.dumps(_value(chance, 4)).encode()
    return bytes(byte if chance.random() > 0.03 else chance.randrange(256) for byte in _GOOD)


def _value(chance: random.Random, depth: int) -> object:
    kind = chance.randrange(7 if depth else 4)
    if kind < 4:
        return (NAME, None, chance.randrange(-5, 10**9), chance.random())[kind]
    if kind == 4:
        return [_value(chance, depth - 1) for _ in range(chance.randrange(4))]
    names = ("objective", "text", "context", "need", "people", "harms", "today", "names", "items", "verb", "id", NAME)
    return {chance.choice(names): _value(chance, depth - 1) for _ in range(chance.randrange(5))}
