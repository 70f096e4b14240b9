"""What OpenAPI shows as examples of requests. The tests send each of them, and hold the answer against its schema."""

from typing import Any, TypeAlias

from rewriter import pipeline
from rewriter.wire import outward

__all__ = ["BATCHES", "CHECKS", "GUARDS", "MASKS", "OBJECTIVES", "fills"]

_Examples: TypeAlias = dict[str, Any]

_GROUPS = "Sarah's mother to attend alcohol support groups"


def _example(summary: str, **value: object) -> dict[str, object]:
    return {"summary": summary, "value": value}


OBJECTIVES: _Examples = {
    "an objective": _example("One objective", objective=_GROUPS),
    "with what is known beside it": _example(
        "What is told beside the text is used, and never guessed",
        id="plan-7-objective-2",
        objective="Sarah to improve her school attendance this year",
        context={
            "need": "Sarah is missing lessons and falling behind",
            "baseline": "at school 2 days a week",
            "people": [{"name": "Sarah", "role": "child"}],
            "today": "2026-09-07",
            "review_date": "2026-12-14",
            "names": ["Sarah"],
        },
    ),
}
CHECKS: _Examples = {
    "who harms whom is told": _example(
        "Does it make the person harmed responsible?",
        text="Mum to keep Dad away from the house",
        context={"harms": [{"to": "Mum", "by": "Dad", "what": "hits her"}]},
    ),
    "a goal": _example("A goal rather than an objective", text="No more domestic violence", kind="goal"),
}
GUARDS: _Examples = {
    "an invention": _example(
        "A rewrite that states what nobody gave",
        objective="Mum to ring the GP",
        rewrite="Mum rings Dr Patel at Greenfield Surgery by 4 May",
    ),
    "with a declared change": _example(
        "A change that the rewrite declares",
        objective=_GROUPS,
        rewrite="Sarah's mother goes to the alcohol support group [once a week] until [date]",
        changes=[{"from": "groups", "to": "the group", "reason": "One group is enough to start with."}],
    ),
}
MASKS: _Examples = {
    "names told": _example(
        "Exactly what would leave", text="Zofia Kowalska to ring Avedon Medical Centre", names=["Zofia Kowalska"]
    ),
}
BATCHES: _Examples = {
    "two objectives": _example(
        "Two objectives, one context beside both",
        verb="critique",
        context={"today": "2026-09-07"},
        items=[{"id": 1, "objective": _GROUPS}, {"id": 2, "objective": "Dad to engage with services"}],
    ),
}


def fills() -> _Examples:
    """Give the examples for `fill`: they hold a draft, which is made when it is asked for."""
    return {
        "what was agreed": _example(
            "Two gaps of a draft, agreed with the family",
            rewrite=outward.rewrite_json(pipeline.rewrite(_GROUPS)),
            answers={"q1": "once a week", "q2": "14 December 2026"},
        ),
    }
