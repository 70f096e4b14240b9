"""Texts for the property tests: the judged cases, and texts put together from what plans are made of."""

import json
from datetime import date
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from rewriter.people import Harm, Person
from rewriter.plan import Context

CASES = Path(__file__).parent.parent / "evals" / "cases"
_NO_KIND = ("untouched_", "masking_", "judged_")  # kept apart, or not labelled as an objective or a text

_DOERS = [
    "Mum",
    "Sarah's father",
    "the health visitor",
    "School",
    "Both parents",
    "Ms Okoro",
    "",
    "SW",
    "Kai",
    "We",
    "CAMHS",
]
_MODALS = [" to ", " will ", " must not ", " agrees to ", " to be supported to ", " ", " should never ", " to be "]
_DEEDS = [
    "attend the parenting group",
    "stop the violence",
    "engage with services",
    "keep him away from the home",
    "take Ana to nursery",
    "feel happier",
    "ensure the children are safe",
    "report any violence to the police",
    "clean",
    "move out",
    "ring the school office",
    "improve attendance to 90%",
    "not speak to police about the arguments",
    "reach her full potential",
    "fight less",
    "hit Ana",
]
_TAILS = [
    "",
    " by 12 October 2026",
    " ASAP",
    " ongoing",
    " every school night",
    " if things do not improve",
    " so that Ana is safe",
    " | HV | ongoing",
    " or the children will be removed",
    " because she cannot protect them",
    " by next review",
    ".",
    "\n- bins\n- bedding",
    " [how often] until [date]",
]
_HARMS = [
    (),
    (Harm("Mum", "Sarah's father"),),
    (Harm("Kai", ""),),
    (Harm("the children", "both parents"),),
    (Harm("Ms Okoro", "her son"),),
]


def _sentence() -> st.SearchStrategy[str]:
    parts = st.tuples(*(st.sampled_from(choices) for choices in (_DOERS, _MODALS, _DEEDS, _TAILS)))
    return parts.map("".join)


def plan_texts() -> st.SearchStrategy[str]:
    """One to three sentences of the kind plans are made of, some of them nonsense, none of them blank."""
    return st.lists(_sentence(), min_size=1, max_size=3).map(". ".join).filter(str.strip)


def contexts() -> st.SearchStrategy[Context]:
    """What a user may tell beside a text."""
    return st.builds(
        Context,
        need=st.sampled_from(["", "Ana comes to school hungry", "Sarah's father hit Mum in July"]),
        baseline=st.sampled_from(["", "38% last term", "None now"]),
        people=st.sampled_from([(), (Person("Ana", "child"), Person("Kai", "young person"))]),
        harms=st.sampled_from(_HARMS),
        today=st.sampled_from([None, date(2026, 9, 7)]),
    )


def context_of(told: dict[str, object]) -> Context:
    """The context of a judged case."""
    people = told.get("people") or []
    harms = told.get("harms") or []
    assert isinstance(people, list)
    assert isinstance(harms, list)
    today = told.get("today")
    return Context(
        need=str(told.get("need") or ""),
        baseline=str(told.get("baseline") or ""),
        people=tuple(Person(person["name"], person["role"]) for person in people),
        harms=tuple(Harm(harm["to"], harm["by"], harm.get("what") or "") for harm in harms),
        today=date.fromisoformat(str(today)) if today else None,
    )


def judged_files() -> list[Path]:
    """The given and own sets. The untouched ones are for measuring alone, so no test reads their labels."""
    return [path for path in sorted(CASES.glob("*.jsonl")) if not path.name.startswith(_NO_KIND)]


@cache
def judged_texts() -> tuple[tuple[str, Context], ...]:
    """Every judged case's text with its context, the untouched too, as no label is told."""
    found: list[tuple[str, Context]] = []
    for path in sorted(set(CASES.glob("*.jsonl")) - set(CASES.glob("masking_*.jsonl"))):
        for line in path.read_text("utf-8").splitlines():
            case = json.loads(line)
            found.append((case.get("objective") or case["text"], context_of(case["context"])))
    return tuple(found)
