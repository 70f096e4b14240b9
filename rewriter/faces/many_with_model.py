"""Many texts at once with a model: as many asks under way as are allowed, answers in the order of the lines."""

import asyncio
import gc
from collections import deque
from typing import BinaryIO

from rewriter.faces.answering import answered_by, guarded_by
from rewriter.faces.lines import Line, Work, asking_of, failed, lines_of
from rewriter.faces.many import Answered, Progress
from rewriter.sealed import Sealed
from rewriter.service import Service
from rewriter.wire import outward

__all__ = ["answer_all_with"]


async def answer_all_with(service: Service, source: BinaryIO, out: BinaryIO, work: Work, at_once: int) -> int:
    """Answer every line of `source` on `out` with at most `at_once` under way. Gives the number of lines in error."""
    # The libraries for a model are some hundred thousand objects that are here to stay: to go through them again and
    # again for garbage takes a quarter of the time of an answer.
    gc.freeze()
    progress = Progress()
    under_way: deque[asyncio.Task[Sealed[outward.Json]]] = deque()

    async def write_first() -> None:
        answer = (await under_way.popleft()).open()
        progress.write(out, Answered(outward.line(answer) + b"\n", 1, int("error" in answer)))

    chunks = lines_of(source, work.longest_line)
    try:
        while (chunk := await asyncio.to_thread(next, chunks, None)) is not None:
            for line in chunk:
                if len(under_way) >= at_once:
                    await write_first()
                under_way.append(asyncio.create_task(Sealed.of(_answer(service, work, line))))
        while under_way:
            await write_first()
    finally:
        for task in under_way:
            task.cancel()
        progress.close()
    return progress.errors


async def _answer(service: Service, work: Work, line: Line) -> outward.Json:
    asking = asking_of(work, line)
    if isinstance(asking, dict):
        return asking
    try:
        if work.verb == "guard":
            answer = await guarded_by(service, asking.text, asking.rewrite, asking.context, asking.changes)
        else:
            answer = await answered_by(service, work.verb, asking.text, asking.context, asking.kind)
    except Exception as error:  # noqa: BLE001 - one line's misfortune must not end a long run
        return failed(asking.id, line, error)
    return {**answer, "id": asking.id}
