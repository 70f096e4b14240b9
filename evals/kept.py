"""Replies of a model kept beside the cases, so that an eval can be scored again without asking again.

One file a prompt version, one line a reply, keyed by the hash of what was asked. Only replies to the invented cases
of `evals/cases` are ever kept. A file whose version is not that of the prompts in use is stale: it is reported so,
and nothing in it is used.
"""

import hashlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path

from rewriter.chat.port import Ask, Chat, Ending, FailureKind, Heard, ModelFailure, Reply
from rewriter.prompts import version

__all__ = ["AGAIN", "CLAIMS", "FOLDER", "KeptChat", "kept_names", "key_of", "stale"]

_TELL_EVERY = 10
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


class KeptChat:
    """Gives the kept reply to an ask that was asked before; else asks `chat` and keeps what comes back.

    With no `chat`, an ask that is not kept raises ModelFailure. `label` says how the answers came about, and stands in
    every line. A failure is never kept. `tell` is told of every tenth new reply, since people may sit behind a model.
    """

    def __init__(
        self,
        name: str,
        label: str,
        chat: Chat | None = None,
        folder: Path = FOLDER,
        tell: Callable[[str], None] | None = None,
    ) -> None:
        self.name = name
        self._label = label
        self._chat = chat
        self._path = folder / f"{name}-{version()}.jsonl"
        self._tell = tell or (lambda _: None)
        self._kept = {line["key"]: line["reply"] for line in _lines(self._path)}

    async def reply(self, ask: Ask, heard: Heard | None = None) -> Reply:
        """Give the reply, kept or new."""
        key = key_of(ask)
        if key in self._kept:
            return Reply(self._kept[key])
        if self._chat is None:
            raise ModelFailure(FailureKind.UNREACHABLE, "no reply is kept for this, and no model is configured")
        reply = await self._chat.reply(ask, heard)
        if reply.ending is Ending.COMPLETE:
            self._kept[key] = reply.text
            line = {"key": key, "task": ask.schema.name, "provenance": self._label, "reply": reply.text}
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("a", encoding="utf-8") as file:
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
            if len(self._kept) % _TELL_EVERY == 0:
                self._tell(f"{len(self._kept)} replies kept")
        return reply


def _lines(path: Path) -> Iterator[dict[str, str]]:
    if path.exists():
        for line in path.read_text("utf-8").splitlines():
            yield json.loads(line)
