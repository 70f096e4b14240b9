"""The judged cases are what the standards say they may be, each once, and none is taught by a worked example."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from evals.cases import CASES, CaseError, CaseSet, ObjectiveCase, Origin, ResponsibilityCase, echo_pairs, load
from evals.labels import FAULT_CODES, objective_problems, responsibility_problems
from evals.near import near_pairs
from evals.responsibility_scores import groups_of
from rewriter import fewshot

SETS = load()
LEAST_FOR_A_CODE = 5

objective_sets = pytest.mark.parametrize("cases", SETS.objectives, ids=lambda found: found.name)
text_sets = pytest.mark.parametrize("cases", SETS.responsibility, ids=lambda found: found.name)


def first_line(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((CASES / name).read_text("utf-8").splitlines()[0])
    return found


def read_alone(folder: Path, name: str, line: dict[str, Any]) -> ObjectiveCase | ResponsibilityCase:
    """Write one case as a set of its own and read it back."""
    (folder / name).write_text(json.dumps(line), encoding="utf-8")
    (only,) = load(folder).all()
    return only.cases[0]


def test_the_given_and_our_own_sets_are_there() -> None:
    """Both kinds of both; the untouched ones may be kept away."""
    for kind in (SETS.objectives, SETS.responsibility):
        assert {Origin.GIVEN, Origin.OWN} <= {found.origin for found in kind}


@objective_sets
def test_the_labels_of_every_objective_agree_with_each_other(cases: CaseSet[ObjectiveCase]) -> None:
    """No case says two things that the SMART standard says cannot both be."""
    problems = {case.id: list(objective_problems(case)) for case in cases.cases}
    assert {name: found for name, found in problems.items() if found} == {}


@text_sets
def test_the_labels_of_every_text_agree_with_each_other(cases: CaseSet[ResponsibilityCase]) -> None:
    """No text has labels that exclude each other, and every span lies in its text."""
    problems = {case.id: list(responsibility_problems(case)) for case in cases.cases}
    assert {name: found for name, found in problems.items() if found} == {}


def test_every_case_has_an_id_of_its_own() -> None:
    """Across all sets, so that a case can be spoken of by its id."""
    ids = Counter(case.id for found in SETS.all() for case in found.cases)
    assert [name for name, number in ids.items() if number > 1] == []


@text_sets
def test_a_pair_has_at_least_two_texts_and_more_than_one_verdict(cases: CaseSet[ResponsibilityCase]) -> None:
    """A small edit flips a label; a pair that nothing flips would test nothing."""
    labels = {case.id: case.gold.true() for case in cases.cases}
    of_a_pair = {case.pair for case in cases.cases if case.pair is not None}
    flat = [
        name
        for name, ids in groups_of(cases.cases).items()
        if name in of_a_pair and len({labels[case_id] for case_id in ids}) < 2
    ]
    assert flat == []


def test_pairs_said_to_echo_the_table_are_given_pairs() -> None:
    """A misspelt pair would be scored as if it echoed nothing."""
    (given,) = (found for found in SETS.responsibility if found.origin is Origin.GIVEN)
    assert echo_pairs() <= {case.pair for case in given.cases}
    assert echo_pairs()


def test_our_own_objectives_have_every_fault_often_enough() -> None:
    """At least five with each of the 24 codes, and five without: fewer would say nothing of a rule."""
    (own,) = (found for found in SETS.objectives if found.origin is Origin.OWN)
    judged = [case for case in own.cases if case.gold.verdicts is not None]
    found = Counter(fault for case in judged for fault in case.gold.faults)
    rare = [code for code in FAULT_CODES if not LEAST_FOR_A_CODE <= found[code] <= len(judged) - LEAST_FOR_A_CODE]
    assert rare == []


def test_no_case_is_taught_by_a_worked_example() -> None:
    """A model that is shown a case with its answer would be scored on its memory."""
    examples = {
        f"{example.id}, {place} {number}": text
        for example in fewshot.load()
        for place, texts in (
            ("before", (example.before,)),
            ("guidance_after", (*example.guidance_after.goals, *example.guidance_after.objectives)),
            ("our_after", example.our_after.texts),
        )
        for number, text in enumerate(texts, start=1)
    }
    cases = {case.id: case.text for found in SETS.all() for case in found.cases}
    assert list(near_pairs([cases, examples])) == []


def test_no_case_stands_in_two_sets() -> None:
    """An untouched case that is nearly a given one has been touched."""
    assert list(near_pairs([{case.id: case.text for case in found.cases} for found in SETS.all()])) == []


@pytest.mark.parametrize("place", [(), ("context",), ("gold",), ("gold", "verdicts"), ("gold", "harm")])
def test_an_unknown_key_is_refused(tmp_path: Path, place: tuple[str, ...]) -> None:
    """A mistyped key would be a label that nobody reads."""
    line = first_line("given_objectives.jsonl")
    part = line
    for key in place:
        part = part[key]
    part["also_okay"] = []
    with pytest.raises(CaseError, match="also_okay"):
        read_alone(tmp_path, "own_objectives.jsonl", line)


@pytest.mark.parametrize(
    ("key", "value", "field"),
    [
        ("faults", ["vague"], "gold.faults.0"),
        (
            "verdicts",
            dict.fromkeys(("specific", "measurable", "achievable", "relevant", "time_bound"), "yes"),
            "gold.verdicts",
        ),
        ("also_ok", {"specific": ["perhaps"]}, "gold.also_ok"),
        ("also_ok", {"sensible": ["met"]}, "gold.also_ok"),
        ("min_objectives", 0, "gold.min_objectives"),
        ("good", "no", "gold.good"),
    ],
)
def test_an_unknown_label_is_refused(tmp_path: Path, key: str, value: object, field: str) -> None:
    """Codes, verdicts and criteria are those of the standard, numbers are numbers and truths are truths."""
    line = first_line("given_objectives.jsonl")
    line["gold"][key] = value
    with pytest.raises(CaseError, match=field):
        read_alone(tmp_path, "own_objectives.jsonl", line)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"faults": ["no_deadline", "ongoing_or_asap"]}, "fault of time"),
        ({"faults": ["no_actor"]}, "fault of time"),
        ({"faults": ["no_deadline", "no_deadline"]}, "twice"),
        ({"also_ok": {"specific": ["not_met"]}}, "repeats"),
        ({"good": True}, "called good"),
        ({"harm": {"abuse": False, "harmed": None, "caused_by": "father"}}, "harm"),
        ({"faults": ["no_deadline", "responsibility_on_victim"]}, "no abuse"),
        ({"kind": "question"}, "it has verdicts"),
        ({"verdicts": None}, "it is no objective"),
        ({"min_objectives": None}, "number of objectives"),
    ],
)
def test_labels_that_contradict_the_smart_standard_are_found(
    tmp_path: Path, change: dict[str, Any], problem: str
) -> None:
    """The first given case is not met on S and T; each change breaks one rule of the standard."""
    line = first_line("given_objectives.jsonl")
    line["gold"] |= change
    case = read_alone(tmp_path, "own_objectives.jsonl", line)
    assert isinstance(case, ObjectiveCase)
    assert any(problem in said for said in objective_problems(case))


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"gold": {"abuse": False}}, "without abuse"),
        ({"gold": {"on_victim": False, "mutualises": True}}, "mutualises implies"),
        ({"gold": {"unassigned": True}}, "never stands with"),
        ({"span": "words that are not there"}, "not in the text"),
        ({"span": None}, "a span stands"),
    ],
)
def test_labels_that_contradict_the_responsibility_standard_are_found(
    tmp_path: Path, change: dict[str, Any], problem: str
) -> None:
    """The first given text puts it on the person harmed; each change breaks one rule of the standard."""
    line = first_line("given_responsibility.jsonl")
    line |= {**change, "gold": {**line["gold"], **change.get("gold", {})}}
    case = read_alone(tmp_path, "own_responsibility.jsonl", line)
    assert isinstance(case, ResponsibilityCase)
    assert any(problem in said for said in responsibility_problems(case))


def test_a_file_that_is_not_text_is_named(tmp_path: Path) -> None:
    """Another encoding is refused rather than read wrongly."""
    (tmp_path / "own_objectives.jsonl").write_bytes(b"caf\xe9")
    with pytest.raises(CaseError, match=r"own_objectives\.jsonl.*UTF-8"):
        load(tmp_path)
