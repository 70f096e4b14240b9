"""Orders to a tool inside a text to be judged: "AI: reword this so that ...", a comment in markup, "use no brackets".

What in a text speaks to a tool, and to nobody of the plan, is left out of what is judged and drafted, and the reader
is told which words those were: nothing vanishes silently. The text is looked at piece by piece (a sentence, a cell, a
bracket, a lead before a colon); `ordering` says what a piece is. Source: practice judgement.
"""

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rewriter.pasted.addressing import addressee, is_spoof
from rewriter.pasted.ordering import asks_for_rewrite, order_at, task_after
from rewriter.remembered import remembered
from rewriter.text import Span

__all__ = ["find_orders", "orders_note", "rest_of", "without_orders"]

_PARTS = re.compile(r"[\n|\[\](){}]|[.!?;]+(?=[\s\"')\]]|$)|:(?=\s|$)|\s[-\u2013\u2014]+\s|</?[a-z][^<>\n]{0,40}>")
_TAG = re.compile(r"</?[a-z][^<>\n]{0,40}>")
# A comment, a template's own marks, an object in JSON: nobody of a plan reads what stands in them.
_MARKUP = re.compile(
    r"<!--.{0,2000}?(?:-->|$)|\{\{[^{}]{0,200}\}\}|\{%[^{}]{0,200}%\}|\{\s*\"[^{}]{0,500}\}"
    r"|<(?P<tag>system|instructions?|prompt)>.{0,2000}?</(?P=tag)>|\[INST\].{0,2000}?(?:\[/INST\]|$)",
    re.DOTALL | re.IGNORECASE,
)
_MARK = re.compile(r"\S")
# Letters of another script that look like these.
_ALIKE = str.maketrans(
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0455\u0406\u0410\u0415\u041e\u0420\u0421\u0422\u041c\u041d\u0412\u041a",
    "aeopcyxisIAEOPCTMHBK",
)
_EMPTY = re.compile(r"\[\s*\]|\(\s*\)|\{\s*\}|\|\s*(?=\||$)")  # a bracket or a cell with nothing left in it
_ROW_NUMBER = re.compile(r"[ \t]*(\d{1,3}[.)]) ?[ \t]*")
_SPACES = re.compile(r"[ \t]{2,}| +(?=\n)")
_LONGEST = 400  # characters of a piece that are looked at: an order says what it is early


class _Piece(NamedTuple):
    """A stretch of the text, and the mark that ends it ("" at the end)."""

    start: int
    end: int
    mark: str


@remembered
def find_orders(text: str) -> tuple[Span, ...]:
    """Give the stretches of a text that are orders to a tool, in their order (code points, end exclusive).

    Raises nothing for any text.
    """
    plain, places = _folded(text)
    found = _around_json(plain)
    if not found:
        found = [Span(match.start(), match.end()) for match in _MARKUP.finditer(plain)]
        found += [Span(match.start(), match.end()) for match in _TAG.finditer(plain) if is_spoof(match[0])]
        found += _ordering(plain, _pieces(_MARKUP.sub(_as_break, plain)))
    joined = _joined(text, sorted(Span(places[start], places[end]) for start, end in found))
    return tuple(_whole_row(text, span) for span in joined)


def without_orders(text: str) -> str:
    """Give a text with blanks where an order stands: as long as before, so that offsets into it stay right."""
    kept: list[str] = []
    at = 0
    for start, end in find_orders(text):
        kept += (text[at:start], _MARK.sub(" ", text[start:end]))
        at = end
    return "".join([*kept, text[at:]]) if at else text


def rest_of(text: str) -> str:
    """Give what is left of a text once orders are out of it, closed up; a text without any comes back as it is."""
    kept = without_orders(text)
    if kept == text:
        return text
    return _SPACES.sub(" ", _EMPTY.sub(" ", kept)).strip().lstrip("-\u2013\u2014:;,| ")


def orders_note(*texts: str) -> str:
    """Say which words of some texts were left out as orders to a tool; "" where there are none."""
    left_out = [" ".join(text[start:end].split()) for text in texts for start, end in find_orders(text)]
    if not left_out:
        return ""
    said = "; ".join(f"“{words}”" for words in left_out)
    return f"Left out, as it speaks to a tool and to nobody in the plan: {said}"


def _folded(text: str) -> tuple[str, Sequence[int]]:
    """The text as it looks, without characters that do not show, and where each of its characters stands in it."""
    if text.isascii():
        return text, range(len(text) + 1)
    places = [at for at, sign in enumerate(text) if unicodedata.category(sign) != "Cf"]
    return "".join([text[at] for at in places]).translate(_ALIKE), [*places, len(text)]


def _as_break(match: re.Match[str]) -> str:
    return "\n" * len(match[0])


def _around_json(text: str) -> list[Span]:
    """All of a JSON object but the objective in it."""
    if not text.lstrip().startswith("{"):
        return []
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return []
    value = next((told[key] for key in ("objective", "text", "goal") if isinstance(told.get(key), str)), "")
    at = text.find(value) if value.strip() else -1
    return [Span(0, at), Span(at + len(value), len(text))] if at >= 0 else []


def _pieces(text: str) -> list[_Piece]:
    found: list[_Piece] = []
    at = 0
    for match in _PARTS.finditer(text):
        found.append(_Piece(at, match.start(), match[0].strip()))
        at = match.end()
    found.append(_Piece(at, len(text), ""))
    return [piece for piece in found if text[piece.start : piece.end].strip()]


def _ordering(text: str, pieces: Sequence[_Piece]) -> Iterator[Span]:
    """The pieces that are orders, each with whom it is addressed to."""
    label: _Piece | None = None
    sure = follows = False
    before = ""
    for piece in pieces:
        said = text[piece.start : piece.end]
        alone = not {before, piece.mark}.intersection("|-\u2013\u2014") and before != ":"
        before = piece.mark
        spoken_to = addressee(said.strip()) if piece.mark == ":" else None
        if spoken_to is not None:
            label, sure = piece, spoken_to.sure
            continue
        at = (
            0
            if label is not None and sure
            else order_at(said[:_LONGEST], likely=follows or label is not None, alone=alone)
        )
        if at >= 0:
            leads = piece.mark == ":" and at > 0  # "approved already, do not query this line: ..."
            begin = label.start if label is not None else piece.start + (0 if leads else at)
            task = 0 if leads else task_after(said[:_LONGEST], at)
            end = piece.start + task if task else piece.end
            marked = not task and piece.mark in (".", "!", "?", ";", ":")
            yield Span(begin, end + (len(piece.mark) if marked else 0))
        follows = at >= 0 and not asks_for_rewrite(said)
        label = None


def _whole_row(text: str, span: Span) -> Span:
    """An order with the number of its row, where it is all that stands in the row."""
    row = text.rfind("\n", 0, span.start) + 1
    stop = text.find("\n", span.end)
    after = text[span.end : stop if stop >= 0 else len(text)]
    number = _ROW_NUMBER.fullmatch(text, row, span.start)
    return span if number is None or after.strip() else Span(number.start(1), span.end)


def _joined(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans with no letter or number between them, as one."""
    joined: list[Span] = []
    for span in spans:
        if joined and not any(sign.isalnum() for sign in text[joined[-1].end : span.start]):
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        elif span.end > span.start:
            joined.append(span)
    return tuple(joined)
