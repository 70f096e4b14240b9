"""Many texts at once: one line of JSON in, one line out, in order, on every core, in memory that does not grow.

The first lines are answered here and at once, so that a program at the other end of a pipe never waits for a chunk
to fill; only a long input is spread over the cores. At most a few chunks are under way at any time.
"""

import os
import queue
import signal
import sys
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, replace
from itertools import chain
from typing import BinaryIO, NamedTuple

from rewriter.errors import InputError, NotText, RewriterError, TooLong
from rewriter.faces.answering import Verb, answered, guarded
from rewriter.plan import Context, PlanKind
from rewriter.settings import Settings
from rewriter.wire import outward
from rewriter.wire.inward import CheckLine, GuardIn, ObjectiveLine, parsed, request_of

__all__ = ["Answered", "Work", "answer_all", "answer_lines", "lines_of"]

_BLOCK = 32 * 1024  # bytes read at a time; what arrives sooner is answered sooner
_ALONE = 400  # lines answered before other processes are worth their start
_AHEAD = 3  # chunks under way for each process
_ESCAPE = 12  # the most bytes that JSON needs for a character
_LINES: dict[str, type[CheckLine] | type[GuardIn]] = {"check": CheckLine, "guard": GuardIn}
_CONTEXT = 1 << 20  # bytes of a line besides its text


@dataclass(frozen=True, slots=True)
class Work:
    """What to do with each line; what a line does not say of its context or kind is taken from here."""

    verb: Verb
    context: Context
    settings: Settings
    kind: PlanKind = PlanKind.OBJECTIVE

    @property
    def longest_line(self) -> int:
        """The most bytes a line may have."""
        texts = 2 if self.verb == "guard" else 1
        return self.settings.max_characters * _ESCAPE * texts + _CONTEXT


class Line(NamedTuple):
    """One line as read: its number from 1, and its bytes, or None where it was too long to keep."""

    number: int
    raw: bytes | None


class Answered(NamedTuple):
    """Answers to some lines: the JSON lines to write, how many they are, and how many were errors."""

    written: bytes
    lines: int
    errors: int


def answer_all(source: BinaryIO, out: BinaryIO, work: Work, processes: int | None = None) -> int:
    """Answer every line of `source` on `out`, in order. Gives the number of lines that were in error.

    `processes` is how many to use for a long input (None: one a core).
    """
    work = replace(work, settings=replace(work.settings, labels=dict(work.settings.labels)))  # so that it can be sent
    processes = processes or _cores()
    progress = _Progress()
    chunks = lines_of(source, work.longest_line)
    for chunk in chunks:
        if processes > 1 and progress.count >= _ALONE:
            _spread(chain((chunk,), chunks), out, work, processes, progress)
            break
        progress.write(out, answer_lines(work, chunk))
    progress.close()
    return progress.errors


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


def answer_lines(work: Work, lines: Iterable[Line]) -> Answered:
    """Answer some lines; a line that cannot be used gives one error object with its number."""
    written: list[bytes] = []
    errors = 0
    for line in lines:
        answer = _answer(work, line)
        errors += "error" in answer
        written.append(outward.line(answer))
    return Answered(b"".join(part + b"\n" for part in written), len(written), errors)


def _answer(work: Work, line: Line) -> outward.Json:
    identity: object = None
    try:
        data = _data(line, work)
        if isinstance(data, dict) and type(data.get("id")) in (str, int):
            identity = data["id"]
        request = request_of(data, _LINES.get(work.verb, ObjectiveLine))
        context = request.context.to_context(work.context) if request.context else work.context
        if work.verb == "guard":
            said = guarded(request.text, request.rewrite, context, request.changes, work.settings)
            return {**said, "id": request.id}
        kind = request.kind or work.kind
        return {**answered(work.verb, request.text, context, work.settings, kind), "id": request.id}
    except RewriterError as error:
        message = str(error)
    except Exception as error:  # noqa: BLE001 - one line's misfortune must not end a run of a hundred thousand
        message = f"internal error ({type(error).__name__}); please report it"
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
    key = "text" if work.verb == "check" else "objective"
    try:
        data = parsed(text)
    except RewriterError:
        if text.lstrip().startswith(("{", '"')):
            raise
        if work.verb == "guard":
            raise InputError("the line must be an object with an objective and a rewrite") from None
        return {key: text}  # a text as it is, without JSON around it
    return {key: data} if isinstance(data, str) else data


def _spread(
    chunks: Iterator[tuple[Line, ...]], out: BinaryIO, work: Work, processes: int, progress: "_Progress"
) -> None:
    """Answer chunks in other processes; a thread reads on while answers are written in order."""
    under_way: queue.Queue[Future[Answered] | None] = queue.Queue(processes * _AHEAD)
    out.flush()  # or each process would write what is still in the buffer
    pool = ProcessPoolExecutor(processes, initializer=_leave_interrupts_alone)

    def feed() -> None:
        try:
            for chunk in chunks:
                under_way.put(pool.submit(answer_lines, work, chunk))
        except BaseException as error:  # noqa: BLE001 - handed to the writer, who raises it
            failed: Future[Answered] = Future()
            failed.set_exception(error)
            under_way.put(failed)
        under_way.put(None)

    try:
        under_way.put(pool.submit(answer_lines, work, next(chunks)))  # all processes start before the thread does
        threading.Thread(target=feed, daemon=True).start()
        while (future := under_way.get()) is not None:
            progress.write(out, future.result())
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _leave_interrupts_alone() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class _Progress:
    """Counts what was written, and shows it on standard error where somebody watches."""

    def __init__(self) -> None:
        self.count = self.errors = 0
        self._shown = sys.stderr is not None and sys.stderr.isatty()

    def write(self, out: BinaryIO, answer: Answered) -> None:
        """Write some answers, and flush: the reader may be waiting for them."""
        out.write(answer.written)
        out.flush()
        self.count += answer.lines
        self.errors += answer.errors
        if self._shown:
            sys.stderr.write(f"\r{self.count:,} lines")
            sys.stderr.flush()

    def close(self) -> None:
        """Clear the count from the screen."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
