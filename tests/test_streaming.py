"""A rewrite as it comes about: judgements while the model writes, the rewrite only after the guard."""

import asyncio

from rewriter.chat.port import Ask, Ending, FailureKind, Heard, ModelFailure, Reply
from rewriter.chat.scripted import ScriptedChat
from rewriter.plan import Context
from rewriter.service import Service
from rewriter.smart import CRITERIA, Criterion, Judgement, Verdict
from rewriter.streaming import Event, EventKind, stream
from tests import said

GROUPS = "Sarah's mother to attend alcohol support groups"
DRAFT = "Sarah's mother to attend alcohol support groups [once a week] for [12 weeks]."
WRONG = said.rewrite(said.critique(time_bound="not_met"), said.draft("Sarah's mother to go to Greenfield."))
RIGHT = said.rewrite(said.critique(time_bound="not_met"), said.draft(DRAFT))


def events_of(service: Service, text: str = GROUPS, context: Context | None = None) -> list[Event]:
    async def collect() -> list[Event]:
        return [event async for event in stream(service, text, context)]

    return asyncio.run(collect())


def test_five_judgements_in_order_then_critique_rewrite_done() -> None:
    """The order of the contract."""
    events = events_of(Service(ScriptedChat(RIGHT)))
    kinds = [event.kind for event in events]
    assert kinds == [EventKind.JUDGEMENT] * 5 + [EventKind.CRITIQUE, EventKind.REWRITE, EventKind.DONE]
    told = [event.data.criterion for event in events if isinstance(event.data, Judgement)]
    assert told == list(CRITERIA)


def test_judgements_are_told_while_the_model_is_still_writing() -> None:
    """A reader need not wait for the draft; and nothing of the draft is told with them."""
    order: list[str] = []

    class Writing:
        name = "writing"

        async def reply(self, ask: Ask, heard: Heard | None = None) -> Reply:  # noqa: ARG002 - the port
            for start in range(0, len(RIGHT), 40):
                if heard is not None:
                    heard(RIGHT[start : start + 40])
                await asyncio.sleep(0)
            order.append("written")
            return Reply(RIGHT)

    async def collect() -> None:
        async for event in stream(Service(Writing()), GROUPS):
            order.append(event.kind.value)  # noqa: PERF401 - as each arrives

    asyncio.run(collect())
    assert order.index("written") >= 4
    assert order[:4] == ["judgement"] * 4
    assert order.index("rewrite") > order.index("written")


def test_a_draft_is_never_told_before_the_guard_has_passed_it() -> None:
    """The first draft names a place nobody gave; no event holds it."""
    events = events_of(Service(ScriptedChat(WRONG, RIGHT)))
    assert "Greenfield" not in repr(events)
    assert sum(event.kind is EventKind.REWRITE for event in events) == 1


def test_judgements_told_early_are_those_of_the_critique() -> None:
    """The reconciled ones, and not the model's own."""
    generous = said.rewrite(said.critique(), said.draft(DRAFT))
    events = events_of(Service(ScriptedChat(generous)), GROUPS + ", ongoing")
    judged = {event.data.criterion: event.data for event in events if isinstance(event.data, Judgement)}
    assert judged[Criterion.TIME_BOUND].verdict is Verdict.NOT_MET
    answer = next(event.data for event in events if event.kind is EventKind.CRITIQUE)
    assert tuple(judged.values()) == answer.judgements  # type: ignore[union-attr]


def test_what_a_model_was_cut_off_from_is_told_again_as_the_rules_judge_it() -> None:
    """The last word told on each letter is that of the critique, and the notice comes before it."""
    said_otherwise = said.rewrite(said.critique(specific="not_met", measurable="not_met"), said.draft(DRAFT))
    cut = said_otherwise[: said_otherwise.index('"relevant"') + 5]
    events = events_of(Service(ScriptedChat(Reply(cut, Ending.TRUNCATED))))
    first = next(event.data for event in events if isinstance(event.data, Judgement))
    judged = {event.data.criterion: event.data for event in events if isinstance(event.data, Judgement)}
    answer = next(event.data for event in events if event.kind is EventKind.CRITIQUE)
    assert first != judged[Criterion.SPECIFIC]
    assert tuple(judged[criterion] for criterion in CRITERIA) == answer.judgements  # type: ignore[union-attr]
    kinds = [event.kind for event in events]
    again = max(at for at, event in enumerate(events) if event.kind is EventKind.JUDGEMENT)
    assert kinds.index(EventKind.NOTICE) < again < kinds.index(EventKind.CRITIQUE)


def test_danger_is_told_first() -> None:
    """Whatever the model does."""
    events = events_of(Service(), "He is outside now with a knife and she is locked in. Mum to attend the group")
    assert events[0].kind is EventKind.NOTICE
    assert "999" in str(events[0].data)


def test_without_a_model_the_rules_judgements_are_told() -> None:
    """The same events."""
    kinds = [event.kind for event in events_of(Service())]
    assert kinds == [EventKind.JUDGEMENT] * 5 + [EventKind.CRITIQUE, EventKind.REWRITE, EventKind.DONE]


def test_a_model_that_fails_is_told_of_and_the_rules_draft_follows() -> None:
    """No model, no silence."""
    events = events_of(Service(ScriptedChat(ModelFailure(FailureKind.UNREACHABLE, "nobody answers"))))
    assert [event.data for event in events if event.kind is EventKind.NOTICE] == [
        "Rules alone answered: nobody answers."
    ]
    assert events[-2].kind is EventKind.REWRITE


def test_text_that_cannot_be_used_is_an_error_event() -> None:
    """With what to do, and nothing else."""
    (only,) = events_of(Service(ScriptedChat()), "  ")
    assert only.kind is EventKind.ERROR
    assert "objective" in str(only.data)


def test_a_reader_who_leaves_stops_the_work() -> None:
    """Nothing goes on being asked for nobody."""

    async def leave() -> bool:
        stopped = asyncio.Event()

        class Endless:
            name = "endless"

            async def reply(self, ask: Ask, heard: Heard | None = None) -> Reply:  # noqa: ARG002 - the port
                if heard is not None:
                    heard(RIGHT[: len(RIGHT) // 2])
                try:
                    await asyncio.Event().wait()
                finally:
                    stopped.set()
                return Reply("")

        events = stream(Service(Endless()), GROUPS)
        await anext(events)
        await events.aclose()
        await asyncio.wait_for(stopped.wait(), 5)
        return stopped.is_set()

    assert asyncio.run(leave())
