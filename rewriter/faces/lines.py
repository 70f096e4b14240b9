"""The lines of `--jsonl`: read as they arrive, each one what is asked, or an error in the contract's own shape."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, NamedTuple

from rewriter.answer import Change
from rewriter.errors import InputError, NotText, RewriterError, TooLong
from rewriter.faces.answering import Verb
from rewriter.plan import Context, PlanKind
from rewriter.settings import Settings
from rewriter.wire import outward
from rewriter.wire.inward import CheckLine, GuardIn, MaskLine, ObjectiveLine, parsed, request_of

__all__ = ["Asking", "Line", "Work", "asking_of", "failed", "lines_of"]

_BLOCK = 32 * 1024  # bytes read at a time; what arrives sooner is answered sooner
_ESCAPE = 12  # the most bytes that JSON needs for a character
_LINES: dict[str, type[CheckLine] | type[GuardIn] | type[MaskLine]] = {
    "check": CheckLine,
    "guard": GuardIn,
    "mask": MaskLine,
}
_CONTEXT = 1 << 20  # bytes of a line besides its text


@dataclass(frozen=True, slots=True)
class Work:
    """What to do with each line; what a line does not say of its context or kind is taken from here."""

    verb: Verb
    context: Context
    settings: Settings
    kind: PlanKind = PlanKind.OBJECTIVE
    strict: bool = False  # for `mask`

    @property
    def longest_line(self) -> int:
        """The most bytes a line may have."""
        texts = 2 if self.verb == "guard" else 1
        return self.settings.max_characters * _ESCAPE * texts + _CONTEXT


class Line(NamedTuple):
    """One line as read: its number from 1, and its bytes, or None where it was too long to keep."""

    number: int
    raw: bytes | None


class Asking(NamedTuple):
    """What one line asks, with what stands beside it in the line or for all lines; the last two for `guard` alone."""

    id: str | int | None
    text: str
    context: Context
    kind: PlanKind
    rewrite: str
    changes: tuple[Change, ...]


def lines_of(source: BinaryIO, longest: int) -> Iterator[tuple[Line, ...]]:
    """Give the lines of a stream in chunks, as they arrive; blank lines are counted and left out."""
    # Without Python's buffer: it would wait for a full block, and hold a lock that a stopped run could not get back.
    raw = getattr(source, "raw", source)
    number, tail, too_long = 0, b"", False
    while block := raw.read(_BLOCK):
        pieces = (tail + block).split(b"\n")
        tail = pieces.pop()
        found: list[Line] = []
        for piece in pieces:
            number += 1
            if too_long or len(piece) > longest:
                found.append(Line(number, None))
            elif piece.strip():
                found.append(Line(number, piece))
            too_long = False
        if len(tail) > longest:
            tail, too_long = b"", True
        if found:
            yield tuple(found)
    if too_long or tail.strip():
        yield (Line(number + 1, None if too_long else tail),)


def asking_of(work: Work, line: Line) -> Asking | outward.Json:
    """Give what a line asks, or the error object that stands in its place where it cannot be used."""
    identity: object = None
    try:
        data = _data(line, work)
        if isinstance(data, dict) and type(data.get("id")) in (str, int):
            identity = data["id"]
        request = request_of(data, _LINES.get(work.verb, ObjectiveLine))
    except RewriterError as error:
        return failed(identity, line, error)
    context = request.context.to_context(work.context) if request.context else work.context
    return Asking(request.id, request.text, context, request.kind or work.kind, request.rewrite, request.changes)


def failed(identity: object, line: Line, error: Exception) -> outward.Json:
    """Give the error object for a line. Of an error that is not ours only the name is told."""
    ours = isinstance(error, RewriterError)
    message = str(error) if ours else f"internal error ({type(error).__name__}); please report it"
    return {"id": identity, "line": line.number, "error": message}


def _data(line: Line, work: Work) -> object:
    if line.raw is None:
        raise TooLong(f"the line is longer than {work.longest_line:,} bytes")
    try:
        text = line.raw.decode("utf-8-sig" if line.number == 1 else "utf-8").strip("\r\n")
    except UnicodeDecodeError:
        raise NotText("the line is not UTF-8 text") from None
    if "\0" in text:
        raise NotText("the line is binary")
    key = "text" if work.verb in ("check", "mask") else "objective"
    try:
        data = parsed(text)
    except RewriterError:
        if text.lstrip().startswith(("{", '"')):
            raise
        if work.verb == "guard":
            raise InputError("the line must be an object with an objective and a rewrite") from None
        return {key: text}  # a text as it is, without JSON around it
    return {key: data} if isinstance(data, str) else data
