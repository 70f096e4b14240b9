"""Genders, parent roles and names are swapped by a stated map, and no judgement changes: no label and no verdict."""

import json
import re
from collections.abc import Iterator
from typing import Any, cast

import pytest

from evals.cases import ObjectiveCase, load
from evals.fairness import swaps_of
from evals.swaps import swapped, swapped_data
from evals.systems import RulesOnly
from rewriter.people import Harm, Person
from rewriter.plan import Context, PlanKind
from rewriter.reading import read
from rewriter.responsibility import check
from rewriter.words import word_lists
from tests.texts import CASES


def _cases() -> Iterator[Any]:
    for path in sorted(
        set(CASES.glob("*.jsonl")) - set(CASES.glob("masking_*"))
    ):  # the untouched too: no label of theirs is read
        for line in path.read_text("utf-8").splitlines():
            case = json.loads(line)
            yield pytest.param(case, id=case["id"])


def _context(told: dict[str, Any]) -> Context:
    return Context(
        need=told.get("need") or "",
        baseline=told.get("baseline") or "",
        people=tuple(Person(person["name"], person.get("role") or "") for person in told.get("people") or ()),
        harms=tuple(Harm(harm["to"], harm["by"], harm.get("what") or "") for harm in told.get("harms") or ()),
    )


def _labels(text: str, told: dict[str, Any], kind: str) -> tuple[bool, ...]:
    found = check(read(text, _context(told), PlanKind(kind)))
    return (
        found.abuse,
        found.on_victim,
        found.unassigned,
        found.hides_information,
        found.mutualises,
        found.minimises,
    )


@pytest.mark.parametrize("case", tuple(_cases()))
def test_swapping_genders_changes_no_label(case: dict[str, Any]) -> None:
    """Mother for father, she for he, son for daughter: the judgement is the same."""
    text, kind = case.get("text") or case["objective"], case.get("kind", "objective")
    kind = kind if kind in set(PlanKind) else "objective"
    told = case["context"]
    assert _labels(swapped(text), cast(dict[str, Any], swapped_data(told)), kind) == _labels(text, told, kind)


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=case.id) for group in load().objectives for case in group.cases]
)
def test_swapping_people_changes_no_verdict(case: ObjectiveCase) -> None:
    """Other genders and parent roles, other names, the two sides the other way round: S, M, A, R and T are the same."""
    rules = RulesOnly()
    verdicts = rules.judge(case).verdicts
    assert [swap.kind for swap in swaps_of(case) if rules.judge(swap.other).verdicts != verdicts] == []


def test_the_map_leaves_names_of_services_alone() -> None:
    """Women's Aid and the Freedom Programme are what they are called."""
    assert (
        swapped("Mum to ring Women's Aid about the Freedom Programme")
        == "Dad to ring Women's Aid about the Freedom Programme"
    )


def test_her_becomes_his_or_him_by_its_place() -> None:
    """The map keeps the sentence a sentence."""
    assert swapped("She told her sister that he hit her.") == "He told his brother that she hit him."
    assert swapped("Mum to keep her 2 appointments") == "Dad to keep his 2 appointments"


@pytest.mark.parametrize("section", ["nouns", "verbs"])
def test_the_word_lists_treat_women_and_men_alike(section: str) -> None:
    """What is listed of one gender is listed of the other."""
    for name, phrases in word_lists("harm")[section].items():
        known = {phrase.lower() for phrase in phrases}
        for phrase in known:
            others = {swapped(phrase).lower(), swapped(f"{phrase} x")[:-2].lower()}
            others |= {re.sub(r"\bhis\b", "him", other) for other in others}  # "put her first": his or him
            assert others & known, f"{name}: {phrase!r} has no counterpart {sorted(others)}"
