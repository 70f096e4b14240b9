"""Replies of a model kept beside the cases, so that an eval can be scored again without asking again.

One file a prompt version, one line a reply, keyed by the hash of what was asked; `seconds`, which older lines have
not, is how long it took to come, all attempts counted in. Only replies to the invented cases of `evals/cases` are ever
kept. A file whose version is not that of the prompts in use is stale: it is reported so, and nothing in it is used.
"""

import asyncio
import contextlib
import hashlib
import json
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from rewriter.chat.port import Ask, Chat, Ending, FailureKind, Heard, ModelFailure, Reply
from rewriter.prompts import version

__all__ = ["AGAIN", "CLAIMS", "FOLDER", "KeptChat", "Took", "kept_names", "key_of", "stale"]

_TELL_EVERY = 10
Line = Mapping[str, str | float]
FOLDER = Path(__file__).parent / "replies"
CLAIMS = "claims"
"""The folder within it for what a judge said of the drafts: never the model that wrote them."""
AGAIN = "again"
"""The folder within it for what the same model said when it was asked the same a second time."""


def key_of(ask: Ask) -> str:
    """Give the key of an ask: the hash of its messages and of the schema of its reply."""
    told = [[message.role.value, message.text] for message in ask.messages]
    return hashlib.sha256(json.dumps([told, ask.schema.name, ask.schema.body], sort_keys=True).encode()).hexdigest()[
        :24
    ]


def stale(folder: Path = FOLDER) -> tuple[str, ...]:
    """Give the prompt versions of kept replies that are no longer in use."""
    return tuple(sorted({path.stem.split("-")[-1] for path in folder.glob("*.jsonl")} - {version()}))


def kept_names(folder: Path = FOLDER) -> tuple[str, ...]:
    """Give the models of which replies to the prompts in use are kept."""
    ending = f"-{version()}"
    return tuple(sorted(path.stem.removesuffix(ending) for path in folder.glob(f"*{ending}.jsonl")))


class Took(NamedTuple):
    """How long replies of one kind took: the seconds of those that were timed, and how many were not."""

    seconds: tuple[float, ...]
    unknown: int


class KeptChat:
    """Gives the kept reply to an ask that was asked before; else asks `chat` and keeps what comes back.

    With no `chat`, an ask that is not kept raises ModelFailure. `label` says how the answers came about, and stands in
    every line. A reply is written as soon as it comes, so that a run that is stopped goes on where it was; a failure is
    never kept. No more than `at_once` are asked at a time, so that the seconds of a reply hold no waiting for others.
    Of asks that are the same one is sent: the rest wait for its reply, or share its failure.
    `tell` is told how many are kept already, and of every tenth new reply, since people may sit behind a model.
    """

    def __init__(
        self,
        name: str,
        label: str,
        chat: Chat | None = None,
        folder: Path = FOLDER,
        tell: Callable[[str], None] | None = None,
        *,
        at_once: int = 8,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.name = name
        self._label = label
        self._chat = chat
        self._path = folder / f"{name}-{version()}.jsonl"
        self._tell = tell or (lambda _: None)
        self._clock = clock
        self._places = asyncio.Semaphore(at_once)
        if chat is not None:
            _mend(self._path)
        self._kept = {str(line["key"]): line for line in _lines(self._path)}
        self._coming: dict[str, asyncio.Task[Reply]] = {}
        self._given: dict[str, None] = {}
        self.missing = 0  # asks to which no reply is kept and nobody could be asked for one
        if chat is not None and self._kept:
            self._tell(f"going on from {len(self._kept)} replies kept in {folder.name}: they are not asked for again")

    async def reply(self, ask: Ask, heard: Heard | None = None) -> Reply:
        """Give the reply, kept or new."""
        key = key_of(ask)
        if key in self._kept:
            self._given[key] = None
            return Reply(str(self._kept[key]["reply"]))
        if self._chat is None:
            self.missing += 1
            raise ModelFailure(FailureKind.UNREACHABLE, "no reply is kept for this, and no model is configured")
        if key not in self._coming:
            self._coming[key] = asyncio.create_task(self._ask(self._chat, key, ask, heard))
            self._coming[key].add_done_callback(lambda _: self._coming.pop(key))
        # One who no longer waits for a reply takes it from nobody else who does.
        return await asyncio.shield(self._coming[key])

    async def _ask(self, chat: Chat, key: str, ask: Ask, heard: Heard | None) -> Reply:
        async with self._places:
            began = self._clock()
            reply = await chat.reply(ask, heard)
            took = round(self._clock() - began, 2)
        if reply.ending is Ending.COMPLETE:
            self._keep(
                {"key": key, "task": ask.schema.name, "provenance": self._label, "seconds": took, "reply": reply.text}
            )
            self._given[key] = None
        return reply

    def took(self) -> dict[str, Took]:
        """Give how long the replies given so far took, by task; of those kept before they were timed nobody knows."""
        lines = [self._kept[key] for key in self._given]
        tasks = dict.fromkeys(str(line["task"]) for line in lines)
        by_task = {task: [line.get("seconds") for line in lines if line["task"] == task] for task in tasks}
        return {
            task: Took(tuple(float(s) for s in found if s is not None), sum(s is None for s in found))
            for task, found in by_task.items()
        }

    def _keep(self, line: Line) -> None:
        self._kept[str(line["key"])] = line
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
        if len(self._kept) % _TELL_EVERY == 0:
            self._tell(f"{len(self._kept)} replies kept")


def _lines(path: Path) -> Iterator[Line]:
    """Read a file of replies; a last line that was cut off when a run was killed is none."""
    if not path.exists():
        return
    whole, _, cut = path.read_text("utf-8", errors="replace").rpartition("\n")
    for line in whole.split("\n") if whole else ():
        yield json.loads(line)
    with contextlib.suppress(json.JSONDecodeError):
        yield json.loads(cut)


def _mend(path: Path) -> None:
    """End a file of replies with a whole line, so that the next one can follow."""
    if not path.exists():
        return
    written = path.read_bytes()
    whole, _, cut = written.rpartition(b"\n")
    if cut:
        with contextlib.suppress(ValueError):
            json.loads(cut)
            path.write_bytes(written + b"\n")
            return
        path.write_bytes(whole + b"\n" if whole else b"")
