"""What was pasted is recognised by its kind: an objective however it is written, and whatever is not one."""

import json
from pathlib import Path

import pytest
import yaml
from _pytest.mark import ParameterSet
from hypothesis import given
from hypothesis import strategies as st

from rewriter.critic import critique
from rewriter.pasted.kinds import input_kind, kind_reply
from rewriter.plan import PlanKind
from rewriter.reading import read
from rewriter.smart import InputKind
from tests.texts import judged_files

JUDGED = frozenset({InputKind.OBJECTIVE, InputKind.GOAL, InputKind.PLAN})
OLDER_NAMES = {"gibberish": "unreadable", "email": "message"}

TEXTS = yaml.safe_load(Path(__file__).with_name("kinds.yaml").read_text("utf-8"))
NOT_OBJECTIVES = {InputKind(name): texts for name, texts in TEXTS["not_objectives"].items()}
ODD_OBJECTIVES = TEXTS["objectives_that_look_odd"]
TELLING = sorted({word for texts in NOT_OBJECTIVES.values() for text in texts for word in text.split()})
GOALS = (
    "Goal: Ana to feel safe at home",
    "GOAL - Donovan to enjoy his evenings",
    "Safety goal: the children can sleep through without being woken by shouting",
    "Outcome: Mr Bell is part of his community",
    "For Elowen to feel happier in herself",
    "For there to be no more fighting at number 9",
)
PLANS = (
    "Goal: Tom and Isla to be safe.\n- Laura to start the group on 6 May.\n- Health visitor to see Isla weekly.",
    "PLAN\n1. SW visits fortnightly\n2. HV to weigh Fionn",
    "Safeguarding plan: Maureen to change her PIN. Lisa to have no access to the account.",
    "Danger statement: we are worried that Phil will hurt Karen.\nSafety goal: Karen can speak freely.",
    "1. Mum to ring housing\n2. Dad to fit the gate\n3. SW to visit weekly",
)


def kind(text: str) -> InputKind:
    """The kind that the whole critique gives, with orders to a tool out of the text."""
    return critique(text).input_kind


def judged_cases() -> list[ParameterSet]:
    """Every judged case: its text, and its kind where it is not an objective."""
    found: list[ParameterSet] = []
    for path in judged_files():
        for line in path.read_text("utf-8").splitlines():
            case = json.loads(line)
            gold = case.get("gold") or {}
            name = gold.get("kind") if gold.get("not_an_objective") else None
            expected = InputKind(OLDER_NAMES.get(name, name)) if name else None
            found.append(pytest.param(case.get("objective") or case["text"], expected))
    return found


@pytest.mark.parametrize(("expected", "text"), [(name, t) for name, texts in NOT_OBJECTIVES.items() for t in texts])
def test_what_is_not_an_objective_is_recognised_by_its_kind(expected: InputKind, text: str) -> None:
    """A question, a note, a message, an instruction, another language and noise are each told apart."""
    assert kind(text) is expected


@pytest.mark.parametrize("text", ODD_OBJECTIVES)
def test_an_odd_looking_objective_stays_one(text: str) -> None:
    """Fragments, themes, rows, shorthand, narratives with an ask and a child's own words are judged."""
    assert kind(text) in JUDGED


@pytest.mark.parametrize(("text", "expected"), judged_cases())
def test_every_judged_case_is_given_its_kind(text: str, expected: InputKind | None) -> None:
    """No real objective, goal or plan is turned away, and none of the others is judged."""
    if expected is None:
        letter = {InputKind.MESSAGE} if text.startswith("Dear ") else frozenset()
        assert kind(text) in JUDGED | letter  # a letter's labels are judged, but it is no objective
    else:
        assert kind(text) is expected


@pytest.mark.parametrize("text", GOALS)
def test_a_goal_is_known_by_its_label_or_its_form(text: str) -> None:
    """A text headed as a goal or an outcome, or a bare wish "for X to ...", is a goal."""
    assert kind(text) is InputKind.GOAL


@pytest.mark.parametrize("text", PLANS)
def test_a_plan_is_known_by_its_heading_or_its_several_doers(text: str) -> None:
    """Several lines for several people, or a plan's heading over them, is a plan."""
    assert kind(text) is InputKind.PLAN


def test_a_dated_wish_is_an_objective() -> None:
    """A text that opens with "For" and states what is counted by when is more than a goal."""
    assert kind("For Dad to attend 6 sessions of the group by 3 October 2026") is InputKind.OBJECTIVE


def test_what_the_user_offers_it_as_decides_among_what_is_judged() -> None:
    """A text offered as a plan is a plan, but a question offered as one is still a question."""
    assert input_kind(read("Mum to attend the group", kind=PlanKind.PLAN)) is InputKind.PLAN
    assert input_kind(read("Who signs the plan off?", kind=PlanKind.PLAN)) is InputKind.QUESTION


def test_an_objective_with_an_order_to_the_tool_beside_it_is_still_judged() -> None:
    """A polite request to do what the tool does anyway does not hide the objective under it."""
    assert kind("Please make this SMART: Mum to attend the parenting group every Tuesday") in JUDGED


@pytest.mark.parametrize("name", list(InputKind))
def test_each_kind_that_is_not_judged_is_answered_kindly(name: InputKind) -> None:
    """The reply says what to paste instead, in one sentence, and blames nobody; what is judged needs none."""
    reply = kind_reply(name)
    if name in JUDGED:
        assert reply == ""
    else:
        assert "paste" in reply
        assert reply.endswith(".")
        assert reply.count(". ") == 0
        assert not {"wrong", "error", "invalid", "must", "failed"} & set(reply.lower().split())


@given(st.text(max_size=300))
def test_any_text_has_a_kind(text: str) -> None:
    """Nothing that can be typed makes the reader fail, and the answer is the same each time."""
    assert kind(text) is kind(text)


@given(st.lists(st.sampled_from(TELLING)))
def test_any_mixture_of_telling_words_has_a_kind(words: list[str]) -> None:
    """Marks of several kinds in one text never make the reader fail."""
    assert kind(" ".join(words)) in set(InputKind)


@given(st.sampled_from(ODD_OBJECTIVES), st.sampled_from(("\n", "  ", " \u00a0")))
def test_white_space_around_a_text_does_not_change_its_kind(text: str, space: str) -> None:
    """What was copied with a line break or blanks around it is read alike."""
    assert kind(f"{space}{text}{space}") is kind(text)


@pytest.mark.parametrize("piece", ["said ", "thanks ", "is he ", "- ", "na ", "write me a ", "visited "])
def test_a_long_text_is_read_in_time_that_grows_with_its_length(piece: str) -> None:
    """Ten thousand characters of one telling word come back at all: nothing is looked at again and again."""
    assert kind(piece * (10_000 // len(piece))) in set(InputKind)
