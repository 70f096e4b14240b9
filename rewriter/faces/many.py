"""Many texts at once: one line of JSON in, one line out, in order, on every core, in memory that does not grow.

The first lines are answered here and at once, so that a program at the other end of a pipe never waits for a chunk
to fill; only a long input is spread over the cores. At most a few chunks are under way at any time.
"""

import gc
import os
import queue
import signal
import sys
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import replace
from itertools import chain
from typing import BinaryIO, NamedTuple

from rewriter.faces.answering import answered, guarded, masked
from rewriter.faces.lines import Line, Work, asking_of, failed, lines_of
from rewriter.wire import outward

__all__ = ["Answered", "Progress", "answer_all", "answer_lines"]

_AT_A_TIME = 20  # lines written together before then, so that a reader has them soon, and one who has gone is noticed
_ALONE = 400  # lines answered before other processes are worth their start
_AHEAD = 3  # chunks under way for each process


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
    progress = Progress()
    chunks = lines_of(source, work.longest_line)
    for chunk in chunks:
        if processes > 1 and progress.count >= _ALONE:
            _spread(chain((chunk,), chunks), out, work, processes, progress)
            break
        for first in range(0, len(chunk), _AT_A_TIME):
            progress.write(out, answer_lines(work, chunk[first : first + _AT_A_TIME]))
    progress.close()
    return progress.errors


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
    asking = asking_of(work, line)
    if isinstance(asking, dict):
        return asking
    try:
        if work.verb == "guard":
            answer = guarded(asking.text, asking.rewrite, asking.context, asking.changes, work.settings)
        elif work.verb == "mask":
            answer = masked(asking.text, asking.context, work.settings, strict=work.strict)
        else:
            answer = answered(work.verb, asking.text, asking.context, work.settings, asking.kind)
    except Exception as error:  # noqa: BLE001 - one line's misfortune must not end a run of a hundred thousand
        return failed(asking.id, line, error)
    return {**answer, "id": asking.id}


def _spread(
    chunks: Iterator[tuple[Line, ...]], out: BinaryIO, work: Work, processes: int, progress: "Progress"
) -> None:
    """Answer chunks in other processes; a thread reads on while answers are written in order."""
    under_way: queue.Queue[Future[Answered] | None] = queue.Queue(processes * _AHEAD)
    out.flush()  # or each process would write what is still in the buffer
    pool = ProcessPoolExecutor(processes, initializer=_settle_in)

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


def _settle_in() -> None:
    """Leave interrupts to the process that writes, and never look for garbage among what was loaded for good."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Progress:
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
