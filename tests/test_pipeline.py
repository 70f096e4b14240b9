"""The four entry points: what they accept, and that they answer the same each time."""

import gc
import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewriter.errors import ConfigurationError, EmptyInput, InputError, TooLong
from rewriter.people import Harm
from rewriter.pipeline import check, critique, fill, guard, mask, rewrite
from rewriter.plan import Context
from rewriter.settings import Ignore, Settings
from rewriter.smart import CRITERIA, Criterion, InputKind, Responsibility, Severity, Verdict
from rewriter.text import Word
from tests.texts import contexts, plan_texts


@pytest.mark.parametrize("text", ["", "  \n\t "])
def test_nothing_to_read_is_an_error_that_says_so(text: str) -> None:
    """White space alone is refused by every entry."""
    for entry in (critique, check, rewrite):
        with pytest.raises(EmptyInput):
            entry(text)


def test_a_text_over_the_limit_is_refused_with_the_limit() -> None:
    """The message states the limit and never the text."""
    with pytest.raises(TooLong, match="the limit is 20") as caught:
        critique("Sarah to attend school every day", settings=Settings(max_characters=20))
    assert "Sarah" not in str(caught.value)


DRAFT = rewrite("Mum to attend the group")
WRONG: dict[str, Callable[[], object]] = {
    "an objective": lambda: critique(cast("str", b"Mum to ring")),
    "the context": lambda: critique("Mum to ring", cast("Context", {"need": "x"})),
    "context.need": lambda: check("Mum to ring", Context(need=cast("str", None))),
    "context.today": lambda: critique("Mum to ring", Context(today=cast("date", "2026-09-07"))),
    "context.review_date": lambda: rewrite("Mum to ring", Context(review_date=datetime(2026, 9, 7, tzinfo=UTC))),
    "context.people": lambda: critique("Mum to ring", Context(people=cast("Any", (("Danuta", "mother"),)))),
    "context.harms": lambda: check("Mum to ring", Context(harms=(Harm(cast("str", 3), "Dad"),))),
    "context.names": lambda: mask("Mum to ring", context=Context(names=cast("Any", "Sarah"))),
    "names": lambda: mask("Mum to ring", "Sarah"),
    "what is answered": lambda: fill(DRAFT, {DRAFT.gaps[0].id: cast("str", 3)}),
    "the draft": lambda: fill(cast("Any", "Mum to ring"), {}),
    "changes": lambda: guard("Mum to ring", "Mum to ring", changes=cast("Any", [{"from": "a", "to": "b"}])),
}


@pytest.mark.parametrize("which", WRONG)
def test_what_is_of_a_wrong_type_is_named_in_an_error_of_ours(which: str) -> None:
    """Python finds what it handed over wrongly by one error that can be caught, and not by a fault deep inside."""
    with pytest.raises(InputError, match=f"^{re.escape(which)}"):
        WRONG[which]()


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        (Settings(rules_off=frozenset({"jargn"})), "did you mean jargon"),
        (Settings(ignore=(Ignore("nonsense", "x", "y"),)), "no such rule"),
        (Settings(rules_off=cast("Any", ["jargon"])), "rules_off"),
        (Settings(max_characters=-1), "max_characters"),
        (Settings(labels={Criterion.SPECIFIC: "Simple"}), "labels"),
        (cast("Settings", {"rules_off": []}), "the settings"),
    ],
)
def test_settings_made_in_python_are_refused_as_a_file_of_them_is(settings: Settings, told: str) -> None:
    """A rule mistyped would otherwise go on running without a word."""
    for entry in (critique, check, rewrite):
        with pytest.raises(ConfigurationError, match=told):
            entry("Mum to ring", settings=settings)


def test_five_judgements_come_in_the_order_of_the_letters() -> None:
    """Specific, measurable, achievable, relevant, time-bound; each with a reason, each open one with a question."""
    answer = critique("Mum to engage")
    assert [judgement.criterion for judgement in answer.judgements] == list(CRITERIA)
    for judgement in answer.judgements:
        assert judgement.reason
        assert bool(judgement.question) is (judgement.verdict is not Verdict.MET)


def test_what_is_not_an_objective_is_not_judged() -> None:
    """A question is answered kindly by kind, with no verdict."""
    answer = critique("Could you tell me who signs the form when the manager is away?")
    assert answer.input_kind is InputKind.QUESTION
    assert answer.judgements == ()
    assert answer.advice_to_reader


def test_danger_now_brings_a_notice_whatever_else_is_said() -> None:
    """The notice points to 999 and stands on the rewrite as well."""
    text = "He is outside now with a knife and says he will kill her"
    assert "999" in critique(text).safety_notice
    assert "999" in rewrite(text).safety_notice


def test_responsibility_is_the_same_alone_and_within_a_critique() -> None:
    """`check` and `critique` read the same people and give the same labels."""
    context = Context(harms=(Harm("Mum", "Dad"),))
    text = "Mum to keep Dad away from the home"
    assert check(text, context) == critique(text, context).responsibility


def test_advice_never_lowers_a_verdict() -> None:
    """With every advice rule off, the verdicts are the same."""
    text = "Joyce will attend 6 sessions of the parenting group by 12 October 2026"
    answer = critique(text)
    advice = {finding.rule for finding in answer.findings if finding.severity is Severity.ADVICE}
    without = critique(text, settings=Settings(rules_off=frozenset(advice)))
    verdicts = [judgement.verdict for judgement in answer.judgements]
    assert verdicts == [judgement.verdict for judgement in without.judgements]


@given(plan_texts(), contexts())
def test_the_same_input_gives_the_same_answer(text: str, context: Context) -> None:
    """Nothing is remembered from one text to the next, and every span lies in its text."""
    first = critique(text, context)
    assert critique(text, context) == first
    for finding in first.findings:
        assert 0 <= finding.start < finding.end <= len(text)
        assert text[finding.start : finding.end] == finding.text


@given(st.text(min_size=1, max_size=120).filter(str.strip))
def test_no_text_breaks_an_entry(text: str) -> None:
    """Whatever is pasted, an answer comes back."""
    assert critique(text).objective == text
    assert check(text) is not None
    assert rewrite(text).critique.objective == text


@pytest.fixture
def uncollected() -> Iterator[None]:
    """No garbage is collected meanwhile, and what would be is kept to be looked at."""
    gc.collect()
    gc.disable()
    gc.set_debug(gc.DEBUG_SAVEALL)
    yield
    gc.set_debug(0)
    gc.garbage.clear()
    gc.enable()


@pytest.mark.usefixtures("uncollected")
def test_a_text_is_let_go_of_as_soon_as_it_is_answered() -> None:
    """Nothing that was read holds itself, so no text of a family waits in memory for the garbage to be collected."""
    text = "Sarah's father hit Mum and Mum to stop him coming round by 12 October"
    for entry in (critique, check, rewrite):
        entry(text)
    guard(text, text)
    gc.collect()
    assert not [kept for kept in gc.garbage if isinstance(kept, Word)]


@pytest.mark.parametrize("judge", [check, lambda text: critique(text).responsibility], ids=["check", "critique"])
def test_whoever_is_a_gap_is_harmed_as_the_gap_and_under_no_made_up_name(
    judge: Callable[[str], Responsibility],
) -> None:
    """The text speaks of nobody but Dad and a gap."""
    harms = judge("[Name] to stop Dad from hitting [name].").harms
    assert {harm.by for harm in harms} == {"Dad"}
    assert all("Alex" not in harm.to for harm in harms)
