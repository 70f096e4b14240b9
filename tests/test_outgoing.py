"""With masking on no name reaches the model, and none is missing from what is shown."""

import asyncio
import json
from datetime import date
from typing import Any

import pytest

from rewriter.answer import ModelUse, Rewrite
from rewriter.chat.port import Ask
from rewriter.chat.scripted import ScriptedChat
from rewriter.people import Harm, Person
from rewriter.plan import Context
from rewriter.service import Service
from rewriter.streaming import EventKind, stream
from tests import said

TEXT = "Zebedee's mother to attend alcohol support groups at Oakfield Children's Centre"
SENT = "<PERSON_1>'s mother to attend alcohol support groups at <ORG_1>"
DRAFT = f"{SENT} [once a week] for [12 weeks]."
SHOWN = f"{TEXT} [once a week] for [12 weeks]."
CANARIES = ("zebedee", "quillfeather", "oakfield", "persimmon", "throckmorton", "07700", "wa7 4qx", "runcorn")
CONTEXT = Context(
    need="zebedee is late on Mondays; ring 07700 900123",
    baseline="Persimmon Throckmorton counts 2 groups; she lives in Runcorn, WA7 4QX",
    people=(Person("Zebedee Quillfeather", "child"), Person("Persimmon", "mother"), Person("Mum", "mother")),
    harms=(Harm("Persimmon", "Dad", "Dad hits Persimmon"),),
    today=date(2026, 9, 7),
    names=("Zebedee Quillfeather", "Throckmorton"),
)
FINE = said.as_json(said.harmed("<PERSON_2>", "Dad"))


def written(text: str, **verdicts: Any) -> str:  # noqa: ANN401 - a verdict or a judgement
    return said.rewrite(
        said.critique(**{"measurable": "not_met", "time_bound": "not_met", **verdicts}), said.draft(text)
    )


def service(*script: str, **how: bool) -> tuple[ScriptedChat, Service]:
    chat = ScriptedChat(*script)
    return chat, Service(chat, **{"masked": True, **how})  # type: ignore[arg-type]


def told(ask: Ask) -> str:
    """Everything of an ask but what is the same for all."""
    return "\n".join(message.text for message in ask.messages[1:]).lower()


def rewritten(chat_and_service: tuple[ScriptedChat, Service], context: Context | None = None) -> Rewrite:
    return asyncio.run(chat_and_service[1].rewrite(TEXT, context))


def test_a_draft_comes_back_with_its_names() -> None:
    """Masked on the way out, restored before the guard, and said in the provenance."""
    both = service(written(DRAFT))
    answer = rewritten(both)
    assert answer.model is ModelUse.USED, answer.withheld_because
    assert [objective.text for objective in answer.objectives] == [SHOWN]
    assert answer.provenance.masked
    assert both[0].asked[0].masked
    assert "PERSON_1" in both[0].asked[0].messages[1].text


def test_no_name_reaches_the_model_in_any_message() -> None:
    """Text, every field of the context, the repair and the draft for its second reader: one table for all."""
    both = service(written(f"{DRAFT} Dr Amberley reviews it."), written(DRAFT), FINE, FINE, FINE, FINE)
    answer = rewritten(both, CONTEXT)
    assert len(both[0].asked) >= 3, answer.provenance.fallback
    for ask in both[0].asked:
        assert ask.masked
        assert [name for name in CANARIES if name in told(ask)] == []


def test_a_model_is_told_what_a_token_stands_for_only_where_there_is_one() -> None:
    """A case with nothing to hide goes out as the same bytes as without masking."""
    both = service(written(DRAFT))
    rewritten(both)
    assert "Each token stands for one" in both[0].asked[0].messages[1].text
    plain = "Mum to ring the school by 4 May"
    seen = []
    for masked in (True, False):
        chat, asking = service(said.as_json(said.critique()), masked=masked)
        asyncio.run(asking.critique(plain))
        seen.append(chat.asked[0].messages[1].text)
    assert seen[0] == seen[1]
    assert "token" not in seen[0]


def test_critique_and_check_are_masked_too() -> None:
    """And the words they rest on are found again in the text."""
    judged = said.critique(
        specific=said.judged("not_met", "<PERSON_1> is named.", "Which group?", "<PERSON_1>'s mother")
    )
    chat, masked = service(said.as_json(judged), said.as_json(said.harmed("<PERSON_1>", "")))
    critique = asyncio.run(masked.critique(TEXT, CONTEXT))
    assert critique.judgements[0].reason.startswith("Zebedee is named.")
    checked = asyncio.run(masked.check(TEXT, CONTEXT))
    assert checked.provenance.masked
    for ask in chat.asked:
        assert [name for name in CANARIES if name in told(ask)] == []


@pytest.mark.parametrize("stranger", ["<PERSON_9> is late.", "Ask Ottoline about it."])
def test_a_critique_that_names_a_stranger_is_not_used(stranger: str) -> None:
    """A token that nobody gave out, or a name that is nowhere in what was sent: rules answer, and say why."""
    judged = said.critique(specific=said.judged("partly", stranger, "When?"))
    _, masked = service(said.as_json(judged))
    answer = asyncio.run(masked.critique(TEXT))
    assert answer.provenance.engine == "rules"
    assert "not in what was sent" in answer.provenance.fallback
    assert "Ottoline" not in repr(answer)


@pytest.mark.parametrize(
    "wrong",
    [
        DRAFT.replace("<PERSON_1>", "<PERSON_7>"),
        DRAFT.replace("<PERSON_1>'s mother", "The worker"),
        f"{DRAFT} Ottoline helps.",
    ],
    ids=["unknown token", "vanished", "new name"],
)
def test_a_draft_with_a_stranger_or_without_a_person_is_withheld(wrong: str) -> None:
    """After two repairs; the rules' draft is shown with its reasons."""
    both = service(*[written(wrong)] * 3)
    answer = rewritten(both)
    assert answer.model is ModelUse.WITHHELD
    assert len(both[0].asked) == 3
    assert all("zebedee" not in told(ask) for ask in both[0].asked)


ASKED = "Mum to attend alcohol support groups (Zofka's idea)"
LOST = "Mum to attend alcohol support groups [once a week] for [12 weeks]."


def test_a_draft_that_loses_a_person_the_guard_does_not_miss_goes_back() -> None:
    """Her token stands in what was sent and in nothing written; the concern names her by her token."""
    kept = f"{LOST[:-1]}, as <PERSON_1> suggested."
    chat, masked = service(written(LOST), written(kept))
    answer = asyncio.run(masked.rewrite(ASKED))
    assert len(chat.asked) == 2
    assert "<PERSON_1>" in chat.asked[1].messages[-1].text
    assert "zofka" not in told(chat.asked[1])
    assert [objective.text for objective in answer.objectives] == [kept.replace("<PERSON_1>", "Zofka")]


def test_a_draft_that_declares_why_a_person_is_gone_does_not_go_back() -> None:
    """The change says her words."""
    change = {"from": "(<PERSON_1>'s idea)", "to": "", "reason": "It is no part of the act.", "rule": "narrative"}
    reply = said.rewrite(said.critique(measurable="not_met", time_bound="not_met"), said.draft(LOST, changes=(change,)))
    chat, masked = service(reply)
    answer = asyncio.run(masked.rewrite(ASKED))
    assert len(chat.asked) == 1, answer.withheld_because
    assert answer.model is ModelUse.USED


@pytest.mark.parametrize("form", ["<person_1>", "Person 1", "PERSON-1", "\\u003cPERSON_1\\u003e"])
def test_a_token_in_another_form_comes_back(form: str) -> None:
    """As models write them."""
    answer = rewritten(service(written(DRAFT.replace("<PERSON_1>", form))))
    assert [objective.text for objective in answer.objectives] == [SHOWN]


def test_judgements_come_restored_while_the_model_is_still_writing() -> None:
    """And no token is ever shown."""
    judged = said.judged("partly", "<PERSON_1> is named.", "How often?", "<PERSON_1>'s mother")
    _, masked = service(written(DRAFT, specific=judged))

    async def heard() -> list[str]:
        return [repr(event.data) async for event in stream(masked, TEXT) if event.kind is not EventKind.DONE]

    events = asyncio.run(heard())
    assert "Zebedee is named." in events[0]
    assert not any("PERSON_" in event for event in events)


def test_strict_sends_nothing_where_something_looks_unmasked() -> None:
    """The rules answer, and say that nothing was sent; no number is repeated."""
    chat, masked = service(strict=True)
    answer = asyncio.run(masked.critique("Mum to pay \u00a31234567 of rent by 4 May"))
    assert chat.asked == []
    assert "nothing was sent" in answer.provenance.fallback
    assert "1234567" not in answer.provenance.fallback


def test_without_masking_all_goes_out_as_it_is() -> None:
    """To this machine, or to the council's own."""
    chat, open_ = service(written(SHOWN), masked=False)
    answer = asyncio.run(open_.rewrite(TEXT))
    assert not answer.provenance.masked
    assert json.dumps(TEXT)[1:-1] in chat.asked[0].messages[1].text
    assert [objective.text for objective in answer.objectives] == [SHOWN]
