"""The texts that every measurement reads: the guidance's worked examples and the eval cases."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from rewriter import fewshot
from rewriter.text import sentences, words_of

__all__ = ["SHAPES", "lines", "of_length", "single_sentences", "texts"]

_CASES = Path(__file__).parent.parent / "evals" / "cases"

# What a slow pattern or a loop within a loop would choke on, beside ordinary prose.
SHAPES = {
    "prose": "",
    "one long word": "a",
    "no full stop": "Mum to attend the group and ",
    "conditions": "if he comes round then ",
    "numbers": "3 of 4 by 12 ",
    "frequencies": "every day each week ",
    "names": "Danuta Kowalska and ",
    "violence": "Dad hit Mum and Mum to ",
    "brackets": "[the [",
    "table": "Mum | attend | weekly | ",
    "full stops": ". ",
    "quotes": "“'\"’ ",
}


@cache
def texts() -> tuple[str, ...]:
    """Give every objective and plan text at hand, each once, in a fixed order."""
    found = [example.before for example in fewshot.load()]
    found += [str(case.get("objective") or case.get("text") or "") for case in _cases()]
    return tuple(dict.fromkeys(text for text in found if text.strip()))


@cache
def single_sentences() -> tuple[str, ...]:
    """Give every sentence of the texts by itself, each once, as the product cuts them."""
    found = []
    for text in texts():
        words = words_of(text)
        found += [text[words[first].start : words[last - 1].end] for first, last in sentences(words) if first < last]
    return tuple(dict.fromkeys(found))


def of_length(shape: str, size: int) -> str:
    """Give a text of `size` characters in one of the `SHAPES`."""
    unit = SHAPES[shape] or " ".join(texts()) + " "
    return (unit * (size // len(unit) + 1))[:size]


def lines(count: int) -> Iterator[str]:
    """Give `count` requests as JSON lines for `rewriter critique --jsonl`, going round the texts."""
    known = texts()
    for number in range(count):
        yield json.dumps({"id": str(number), "objective": known[number % len(known)]}) + "\n"


def _cases() -> Iterator[dict[str, object]]:
    for path in sorted(_CASES.glob("**/*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            if line.strip():
                yield json.loads(line)
