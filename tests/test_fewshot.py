"""The worked examples keep their promises: quoted short, judged as the guidance judged, nothing invented."""

import copy
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from rewriter import assets, fewshot
from rewriter.errors import AssetError, ConfigurationError
from rewriter.fewshot import Example

MOST_WORDS_QUOTED = 50
TIME_CODES = {"no_deadline", "ongoing_or_asap", "deadline_vague"}
OTHER_CODES = """
    vague_verb no_actor agency_not_named_person no_quantity no_baseline conditional_undefined two_objectives_in_one
    negative_outcome service_term cliche_or_universal infinitive_mental_verb jargon review_as_measure target_jump
    beyond_good_enough not_linked_to_need narrative not_in_actor_control responsibility_on_victim
    responsibility_unassigned hides_information
"""
CODES = TIME_CODES | set(OTHER_CODES.split())
COUNTING_WORDS = """
    one two three four five six seven eight nine ten eleven twelve once twice thrice dozen half fortnight daily weekly
    fortnightly monthly termly yearly monday tuesday wednesday thursday friday saturday sunday
"""
NUMBER_WORDS = set(COUNTING_WORDS.split())
# The anchor table of the standard: S, M, A, R, T for Halton's own examples.
ANCHORS = {
    "sarah_attendance": "met partly met unclear partly",
    "parents_engagement": "partly not_met unclear unclear not_met",
    "alcohol_support_groups": "met not_met partly unclear not_met",
    "plan_not_working": "not_met not_met partly unclear not_met",
    "domestic_violence": "not_met partly unclear unclear not_met",
}

every_example = pytest.mark.parametrize("shown", fewshot.load(), ids=lambda shown: shown.id)


def outside_brackets(text: str) -> str:
    return re.sub(r"\[[^\[\]]*\]", "[]", text)


def given_by_the_user(shown: Example) -> str:
    return " ".join([shown.before, str(shown.context.model_dump(exclude_none=True))])


def numbers_in(text: str) -> set[str]:
    words = {word for word in re.findall(r"[a-z]+", text.lower()) if word in NUMBER_WORDS}
    return words | set(re.findall(r"\d+(?:[.:/]\d+)*", text))


def raw(name: str) -> dict[str, Any]:
    data = yaml.safe_load(assets.read_text("fewshot", f"{name}.yaml"))
    assert isinstance(data, dict)
    return data


def refused(name: str, spoil: Callable[[dict[str, Any]], object]) -> str:
    data = copy.deepcopy(raw(name))
    spoil(data)
    with pytest.raises(AssetError) as caught:
        fewshot.parse(f"{name}.yaml", yaml.safe_dump(data, allow_unicode=True))
    return str(caught.value)


def test_every_file_is_loaded_in_the_stated_order() -> None:
    """No file of the folder is left out, and the order is that of `ORDER`."""
    assert tuple(shown.id for shown in fewshot.load()) == fewshot.ORDER
    assert assets.file_names("fewshot", ".yaml") == tuple(sorted(f"{name}.yaml" for name in fewshot.ORDER))


def test_the_readme_lists_every_example_in_order() -> None:
    """The folder's own table of contents is current."""
    rows = re.findall(r"^\| ([a-z_]+) \| 00", assets.read_text("fewshot", "README.md"), re.MULTILINE)
    assert tuple(rows) == fewshot.ORDER


@every_example
def test_an_example_is_found_by_its_id(shown: Example) -> None:
    """`example` gives the one that was asked for."""
    assert fewshot.example(shown.id) == shown


def test_an_unknown_id_is_answered_with_the_known_ones() -> None:
    """A mistyped id gets the list and is not echoed."""
    with pytest.raises(ConfigurationError, match="sarah_attendance") as caught:
        fewshot.example("sahra")
    assert "sahra" not in str(caught.value)


@every_example
def test_quotations_are_short_and_attributed(shown: Example) -> None:
    """No quotation is over the limit, and document and place are given for each example."""
    quoted = [shown.before, *shown.guidance_after.goals, *shown.guidance_after.objectives]
    quoted += [given.guidance_says for _, given in shown.verdicts if given.guidance_says]
    assert max(len(quote.split()) for quote in quoted) <= MOST_WORDS_QUOTED
    assert re.fullmatch(r"00[0-4]_[0-9a-f]{16}\.txt", shown.source.document)
    assert len(shown.guidance_after.attribution.split()) >= 4


@every_example
def test_a_verdict_goes_with_words_of_the_guidance(shown: Example) -> None:
    """There is a verdict exactly where the guidance judged, so each has its quotation."""
    for _, verdict in shown.verdicts:
        assert (verdict.verdict is None) == (verdict.guidance_says is None)
        assert verdict.verdict not in verdict.also_ok


@pytest.mark.parametrize("name", ANCHORS)
def test_haltons_examples_follow_the_anchor_table(name: str) -> None:
    """The standard's reading of Halton's words is the one recorded here."""
    assert " ".join(str(given.verdict) for _, given in fewshot.example(name).verdicts) == ANCHORS[name]


@every_example
def test_faults_are_codes_of_the_standard(shown: Example) -> None:
    """Every rule named anywhere is one of the standard's 24, and no fault is both required and allowed."""
    named = {*shown.faults, *shown.faults_also_ok}
    named |= {finding.rule for finding in shown.expected_findings_on_guidance_after}
    named |= {change.rule for change in shown.our_after.changes}
    assert len(CODES) == 24
    assert named <= CODES
    assert not set(shown.faults) & set(shown.faults_also_ok)
    assert {change.rule for change in shown.our_after.changes} <= {*shown.faults, *shown.faults_also_ok}


@every_example
def test_an_example_has_one_time_fault_unless_its_time_is_met(shown: Example) -> None:
    """Exactly one of the three time codes stands where time-bound is partly or not met."""
    verdict = shown.verdicts.time_bound.verdict
    if verdict is not None:
        assert len(TIME_CODES & set(shown.faults)) == (0 if verdict == "met" else 1)
    assert len(TIME_CODES & set(shown.faults)) <= 1
    assert not {"no_quantity", "no_baseline"} <= set(shown.faults)


@every_example
def test_an_expected_finding_points_at_a_line_that_is_there(shown: Example) -> None:
    """`goal 1` or `objective 2` exists in the guidance's version."""
    lines = {"goal": shown.guidance_after.goals, "objective": shown.guidance_after.objectives}
    for finding in shown.expected_findings_on_guidance_after:
        kind, number = finding.where.split()
        assert int(number) <= len(lines[kind])


@every_example
def test_every_bracket_has_a_question_and_every_gap_a_bracket(shown: Example) -> None:
    """What is to be agreed is always asked for, and nothing is asked that has no place."""
    in_texts = {bracket for text in shown.our_after.texts for bracket in fewshot.brackets(text)}
    assert in_texts == {gap.bracket for gap in shown.our_after.gaps}
    assert all(gap.question.endswith("?") for gap in shown.our_after.gaps)


@every_example
def test_a_bracket_holds_a_value_and_no_reason(shown: Example) -> None:
    """Short, no sentence, no "because"; at most six things to agree in one objective."""
    for gap in shown.our_after.gaps:
        assert len(gap.bracket.split()) <= 8
        assert not re.search(r"\b(because|since|so that|in order to|due to|if)\b|[.?!;]", gap.bracket)
    for objective in shown.our_after.objectives:
        assert len(set(fewshot.brackets(objective.text))) <= 6


@every_example
def test_no_number_stands_outside_brackets_that_the_user_did_not_give(shown: Example) -> None:
    """Digits, number words, days and frequencies of ours are the user's or stand in brackets."""
    for text in shown.our_after.texts:
        assert numbers_in(outside_brackets(text)) <= numbers_in(given_by_the_user(shown))


@every_example
def test_no_name_stands_outside_brackets_that_the_user_did_not_give(shown: Example) -> None:
    """A capital letter inside a sentence belongs to a name, and every name is the user's."""
    known = set(re.findall(r"\w+", given_by_the_user(shown)))
    for text in shown.our_after.texts:
        inside = re.sub(r"(?:^|(?<=[.:] ))\W*\w+", "", outside_brackets(text))
        assert set(re.findall(r"\b[A-Z]\w*", inside)) <= known


@every_example
def test_a_change_quotes_both_sides(shown: Example) -> None:
    """`from` stands in the original and `to` in our version, word for word."""
    for change in shown.our_after.changes:
        assert change.from_ in shown.before
        assert any(change.to in text for text in shown.our_after.texts)


@every_example
def test_whoever_is_responsible_is_named_in_the_objective(shown: Example) -> None:
    """A name in the list never stands in for an actor in the text."""
    for objective in shown.our_after.objectives:
        assert all(person in objective.text for person in objective.responsible)


@every_example
def test_nobody_harmed_is_responsible_and_each_source_of_harm_is(shown: Example) -> None:
    """Each person causing harm has an objective; no person harmed owns one; the goal names both."""
    owners = {person.lower() for objective in shown.our_after.objectives for person in objective.responsible}
    goals = " ".join(goal.text.lower() for goal in shown.our_after.goals)
    for harm in shown.harms:
        assert harm.by.lower() in owners
        assert harm.to.lower() not in owners
        assert harm.by.lower() in goals
        assert harm.to.lower() in goals


def test_harms_are_read_only_where_text_or_context_gives_them() -> None:
    """A harm given in the context is one that the answer reads, and there is no other."""
    for shown in fewshot.load():
        read = {(harm.to, harm.by) for harm in shown.harms if harm.basis == "given"}
        assert read == {(harm.to, harm.by) for harm in shown.context.harms}


def test_a_good_objective_is_left_alone() -> None:
    """Where nothing is wrong, our version is the original, with nothing to agree and nothing changed."""
    good = [shown for shown in fewshot.load() if not shown.faults]
    assert good
    for shown in good:
        assert [objective.text for objective in shown.our_after.objectives] == [shown.before]
        assert not shown.our_after.goals
        assert not shown.our_after.gaps
        assert not shown.our_after.changes


@every_example
def test_a_teaching_note_is_two_sentences(shown: Example) -> None:
    """A trainer can say it in one breath or two."""
    assert len(re.findall(r"[.?!](?=\s|$)", shown.teaching_note)) == 2


@pytest.mark.parametrize(
    ("spoil", "field"),
    [
        (lambda data: data.update(colour="red"), "colour"),
        (lambda data: data["verdicts"].update(agreed=None), "verdicts.agreed"),
        (lambda data: data["our_after"]["gaps"][0].update(answer="x"), "our_after.gaps.0.answer"),
        (lambda data: data.pop("title"), "title"),
        (lambda data: data["verdicts"]["relevant"].update(verdict="no"), "verdicts.relevant.verdict"),
        (lambda data: data.update(before="  "), "before"),
        (lambda data: data["our_after"]["gaps"][0].update(question="Which day"), "our_after.gaps.0.question"),
        (lambda data: data.update(id="sarah"), "id"),
    ],
)
def test_a_mistake_names_its_file_and_field(spoil: Callable[[dict[str, Any]], object], field: str) -> None:
    """Unknown keys, missing keys and wrong values are refused with the place to look."""
    assert f"fewshot/sarah_attendance.yaml: {field}: " in refused("sarah_attendance", spoil)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda after: after["gaps"].pop(),
        lambda after: after["gaps"].append({"id": "x", "bracket": "[x]", "question": "x?", "suggestion": None}),
        lambda after: after["gaps"].append(after["gaps"][0]),
        lambda after: after["objectives"][0]["gaps"].pop(),
        lambda after: after["objectives"][0].update(goal="g2"),
        lambda after: after["goals"].extend([{"id": "g1", "text": "Sarah to be at school."}] * 2),
    ],
)
def test_a_bracket_gap_or_goal_that_does_not_match_is_refused(spoil: Callable[[dict[str, Any]], object]) -> None:
    """The links between texts, gaps and goals are checked when the file is read."""
    message = refused("sarah_attendance", lambda data: spoil(data["our_after"]))
    assert message.startswith("fewshot/sarah_attendance.yaml: our_after: ")


def test_an_objective_with_seven_things_to_agree_is_refused() -> None:
    """A form to fill in is not an objective."""

    def crowd(data: dict[str, Any]) -> None:
        after = data["our_after"]
        for number in range(1, 4):
            after["objectives"][0]["text"] += f" [thing {number}]"
            after["objectives"][0]["gaps"].append(f"thing_{number}")
            gap = {"id": f"thing_{number}", "bracket": f"[thing {number}]", "question": "Which?", "suggestion": None}
            after["gaps"].append(gap)

    assert "more than 6" in refused("sarah_attendance", crowd)


@pytest.mark.parametrize("text", ["", "- a", "a: [", "!!int x", "!!timestamp x", "!!bool x", "2020-99-99", "[" * 5000])
def test_what_is_not_an_example_is_refused_by_name(text: str) -> None:
    """Whatever is wrong with the YAML, the error is the product's own."""
    with pytest.raises(AssetError, match=r"fewshot/x\.yaml"):
        fewshot.parse("x.yaml", text)


@given(st.text())
def test_no_text_escapes_as_another_error(text: str) -> None:
    """Arbitrary text is never an example and never anything but an `AssetError`."""
    with pytest.raises(AssetError):
        fewshot.parse("x.yaml", text)


@given(st.sampled_from(fewshot.ORDER), st.integers(0, 6000), st.integers(0, 200), st.text(max_size=5))
def test_a_damaged_file_is_read_or_refused(name: str, start: int, length: int, put: str) -> None:
    """A file with a piece cut out or pasted in is either still an example or an `AssetError`."""
    text = assets.read_text("fewshot", f"{name}.yaml")
    try:
        found = fewshot.parse(f"{name}.yaml", text[:start] + put + text[start + length :])
    except AssetError:
        return
    assert found.id == name


def test_a_file_that_is_not_in_the_order_is_refused(tmp_path: Path) -> None:
    """An example cannot be dropped into the folder and silently never shown."""
    shutil.copytree(assets.folder("fewshot"), tmp_path / "fewshot")
    (tmp_path / "fewshot" / "stray.yaml").write_text("id: stray", encoding="utf-8")
    with pytest.raises(AssetError, match=r"fewshot/stray\.yaml"):
        fewshot.load(tmp_path / "rewriter")


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    """An incomplete folder is said to be so, by the file that is missing."""
    shutil.copytree(assets.folder("fewshot"), tmp_path / "fewshot")
    (tmp_path / "fewshot" / "rosie_school.yaml").unlink()
    with pytest.raises(AssetError, match=r"fewshot/rosie_school\.yaml"):
        fewshot.load(tmp_path / "rewriter")


def test_the_examples_are_frozen() -> None:
    """What one caller is given, no other caller can alter."""
    for field in Example.model_fields:
        with pytest.raises(ValueError, match="frozen"):
            setattr(fewshot.example("rosie_school"), field, "x")


def test_importing_the_module_loads_no_yaml() -> None:
    """A command that shows no example does not pay for reading YAML."""
    code = "import sys, rewriter.fewshot; sys.exit('yaml' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=assets.PACKAGE.parent).returncode == 0
