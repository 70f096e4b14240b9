"""A case with claims, and models that answer by what is asked of them and not by turn, since many are asked at once."""

import json

from evals.cases import ObjectiveCase
from rewriter.chat.port import Ask, FailureKind, Heard, ModelFailure, Reply

CASE = ObjectiveCase.model_validate_json(
    json.dumps(
        {
            "id": "groups",
            "domain": "substance_misuse",
            "objective": "Sarah's mother to attend alcohol support groups",
            "context": {},
            "gold": {
                "verdicts": dict.fromkeys(("specific", "measurable", "achievable", "relevant", "time_bound"), "partly"),
                "why": dict.fromkeys(("specific", "measurable", "achievable", "relevant", "time_bound"), "Because."),
                "faults": [],
                "needs_goal_split": False,
                "min_objectives": 1,
                "harm": {"abuse": False, "harmed": None, "caused_by": None},
                "good": False,
                "must": ["asks how often", "gives a date"],
                "must_not": ["names a group"],
            },
        }
    )
)


class Desk:
    """Gives one reply to every ask, whatever it is, and keeps the asks; None raises a failure instead."""

    def __init__(self, reply: str | None, name: str = "desk") -> None:
        self.name = name
        self.asked: list[Ask] = []
        self._reply = reply

    async def reply(self, ask: Ask, heard: Heard | None = None) -> Reply:  # noqa: ARG002 - the port has it
        """Give the reply."""
        self.asked.append(ask)
        if self._reply is None:
            raise ModelFailure(FailureKind.UNREACHABLE, "nobody is there")
        return Reply(self._reply)


def claims(**truths: bool) -> str:
    """Give a judge's reply: claim numbers as `n1`, `n2`, and whether each is true."""
    return json.dumps(
        {"claims": [{"number": int(n[1:]), "reason": "So it reads.", "true": truth} for n, truth in truths.items()]}
    )
