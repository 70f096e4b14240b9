"""A rewrite as it comes about: judgements while the model is still writing, the rewrite only after the guard.

Events, in this order: `notice` (immediate danger), `judgement` (as each is complete), `notice` (a fallback),
`judgement` (those not told yet, and again those that came out otherwise), `critique`, `rewrite`, `done`; or `error`,
where the text itself cannot be used.
"""

import asyncio
from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass
from enum import StrEnum

from pydantic import ValidationError

from rewriter import pipeline, prompts
from rewriter.answer import Critique, Rewrite
from rewriter.errors import InputError
from rewriter.plan import Context
from rewriter.reconcile import reconciled_judgement, reconciled_responsibility
from rewriter.replies.echoes import repeats
from rewriter.replies.shapes import JudgementReply, ResponsibilityReply
from rewriter.sealed import Sealed
from rewriter.service import Service
from rewriter.smart import CRITERIA, Judgement

__all__ = ["Event", "EventKind", "stream"]


class EventKind(StrEnum):
    """What an event brings."""

    NOTICE = "notice"
    JUDGEMENT = "judgement"
    CRITIQUE = "critique"
    REWRITE = "rewrite"
    ERROR = "error"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Event:
    """One event: `data` is a text for a notice or an error, else what its name says; None for `done`.

    `urgent` tells a notice of immediate danger from one of how the answer came about.
    """

    kind: EventKind
    data: str | Judgement | Critique | Rewrite | None = None
    urgent: bool = False


async def stream(
    service: Service, text: str, context: Context | None = None, *, id: str | None = None
) -> AsyncGenerator[Event]:
    """Rewrite an objective and give each event as it comes about. Raises nothing for the text: that is an `error`."""
    context = context or Context()
    try:
        rules = pipeline.critique(text, context, service.settings)
    except InputError as error:
        yield Event(EventKind.ERROR, str(error))
        return
    if rules.safety_notice:
        yield Event(EventKind.NOTICE, rules.safety_notice, urgent=True)
    events: asyncio.Queue[Event | None] = asyncio.Queue()
    listener = _Listener(rules, context, lambda judged: events.put_nowait(Event(EventKind.JUDGEMENT, judged)))
    work = asyncio.create_task(Sealed.of(service.rewrite(text, context, id=id, heard=listener.hear)))
    work.add_done_callback(lambda _: events.put_nowait(None))
    try:
        while (event := await events.get()) is not None:
            yield event
        rewrite = (await work).open()
    finally:
        work.cancel()
    if rewrite.provenance.fallback:
        yield Event(EventKind.NOTICE, f"Rules alone answered: {rewrite.provenance.fallback}.")
    for judged in rewrite.critique.judgements:
        if judged not in listener.told:  # a reply that was cut off or repaired is judged otherwise in the end
            yield Event(EventKind.JUDGEMENT, judged)
    yield Event(EventKind.CRITIQUE, rewrite.critique)
    yield Event(EventKind.REWRITE, rewrite)
    yield Event(EventKind.DONE)


class _Listener:
    """Reads a reply while it is being written and tells each judgement once it is complete, in order."""

    def __init__(self, rules: Critique, context: Context, tell: Callable[[Judgement], None]) -> None:
        self._rules = rules
        self._context = context
        self._tell = tell
        self._text = ""
        self.told: list[Judgement] = []

    def hear(self, piece: str) -> None:
        """Take the next piece of the reply."""
        self._text += piece
        if ("}" not in piece and '"' not in piece) or len(self.told) == len(CRITERIA):
            return
        critique = self._so_far()
        names = list(critique)
        for criterion in CRITERIA[len(self.told) :]:
            # complete once the next field has begun
            if criterion.value not in names[:-1]:
                return
            try:
                reply = JudgementReply.model_validate(critique[criterion.value])
                blaming = ResponsibilityReply.model_validate(critique.get("responsibility"))
            except ValidationError:
                return  # the whole reply will be found out by `consult`
            if repeats(reply, prompts.instructions("rewrite").text):
                return  # likewise
            labels = reconciled_responsibility(
                self._rules.objective, self._rules.responsibility, blaming, self._context
            )
            rules = next(judged for judged in self._rules.judgements if judged.criterion is criterion)
            judged = reconciled_judgement(rules, reply, self._rules, self._context, blamed=labels.on_victim)
            self.told.append(judged)
            self._tell(judged)

    def _so_far(self) -> dict[str, object]:
        """The critique as far as it has been written."""
        import jiter  # noqa: PLC0415 - comes with the model's client, and only a stream needs it

        try:
            written = jiter.from_json(self._text.encode(), partial_mode="trailing-strings")
        except ValueError:
            return {}
        critique = written.get("critique") if isinstance(written, dict) else None
        return critique if isinstance(critique, dict) else {}
