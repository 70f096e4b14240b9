"""What a tired reader sees: words beside signs, danger first, every gap's bracket, at any width."""

import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from rewriter.answer import Critique, ModelUse, Provenance, Rewrite, Status
from rewriter.faces.terminal.critique import show_check, show_critique
from rewriter.faces.terminal.rewrite import show_rewrite
from rewriter.faces.terminal.screen import Screen, plain
from rewriter.faces.wording import once_agreed, responsibility_lines
from rewriter.settings import DEFAULT_LABELS
from rewriter.smart import InputKind, Responsibility, Verdict

NOTICE = "If someone is in danger now, ring 999."


class Utf8(io.StringIO):
    """A page of text that can hold every sign."""

    encoding = "utf-8"


def shown_critique(answer: Critique, width: int = 80) -> str:
    page = Utf8()
    show_critique(Screen(page, width=width), answer, DEFAULT_LABELS)
    return page.getvalue()


def shown_rewrite(answer: Rewrite, width: int = 80) -> str:
    page = Utf8()
    show_rewrite(Screen(page, width=width), answer, DEFAULT_LABELS)
    return page.getvalue()


def unwrapped(shown: str) -> str:
    return " ".join(shown.split())


def test_each_letter_has_a_sign_a_word_a_reason_and_one_question(critique: Critique) -> None:
    """Colour carries nothing that the words and signs do not."""
    shown = unwrapped(shown_critique(critique))
    for sign, letter, word in (
        ("\u2713", "Specific", "met"),
        ("~", "Measurable", "partly"),
        ("\u2717", "Achievable", "not met"),
        ("?", "Relevant", "unclear"),
    ):
        assert f"{sign} {letter} {word} The reason for {letter.lower()}." in shown
    assert "Ask: What about measurable?" in shown
    assert "What about specific?" not in shown


def test_brackets_in_what_is_shown_are_kept(critique: Critique) -> None:
    """No markup swallows [words in brackets]."""
    assert "[yet]" in shown_critique(critique)


def test_every_fault_names_its_rule_and_source(critique: Critique) -> None:
    """A fault is shown with the rule that found it and the place in the guidance."""
    assert 'deadline_vague; 002 Halton, Example 1, "Timely"' in shown_critique(critique)


def test_advice_stands_apart_from_faults(critique: Critique) -> None:
    """Advice is a short list of its own, after the letters."""
    shown = shown_critique(critique)
    assert shown.index("If she misses one?") > shown.index("(advice, not faults)") > shown.index("Time-bound")


def test_danger_comes_first(critique: Critique, rewrite: Rewrite) -> None:
    """The safety notice stands before everything else, whatever was pasted."""
    for shown in (
        shown_critique(replace(critique, safety_notice=NOTICE)),
        shown_critique(replace(critique, judgements=(), input_kind=InputKind.MESSAGE, safety_notice=NOTICE)),
        shown_rewrite(replace(rewrite, safety_notice=NOTICE)),
        shown_rewrite(replace(rewrite, status=Status.NOT_AN_OBJECTIVE, safety_notice=NOTICE)),
    ):
        assert shown.startswith(f"! {NOTICE}")


def test_what_is_no_objective_is_answered_kindly_and_not_judged(critique: Critique) -> None:
    """Only the kind sentence is shown."""
    answer = replace(
        critique,
        judgements=(),
        findings=(),
        input_kind=InputKind.QUESTION,
        advice_to_reader="This looks like a question.",
    )
    assert shown_critique(answer).strip() == "This looks like a question."


def test_responsibility_is_silent_where_there_is_no_harm() -> None:
    """A text about bedtimes is not lectured about abuse."""
    assert responsibility_lines(Responsibility()) == ()
    page = Utf8()
    show_check(Screen(page, width=80), "Bed by eight", Responsibility(), "", Provenance("rules", "1"))
    assert "Who is made responsible" not in page.getvalue()


@pytest.mark.parametrize("label", ["on_victim", "unassigned", "hides_information", "mutualises", "minimises"])
def test_each_label_of_responsibility_is_one_plain_sentence(label: str) -> None:
    """A label that stands is said in words, and the reassurance is not."""
    said = responsibility_lines(Responsibility(abuse=True, **{label: True}))  # type: ignore[arg-type]
    assert len(said) == 1
    assert "Nothing in it" not in said[0]


def test_an_assumed_harm_is_said_to_be_assumed(critique: Critique) -> None:
    """Where the roles were not told, the answer says what it assumed."""
    assert "assumed from the form of the words" in unwrapped(shown_critique(critique))


def test_a_rewrite_shows_all_its_parts(rewrite: Rewrite) -> None:
    """Goal, numbered objectives, gaps with their brackets and questions, changes with reasons, the self check."""
    shown = unwrapped(shown_rewrite(rewrite))
    for part in (
        "Goal Sarah to be at school with her friends.",
        "1. Sarah to attend school on [4 days] a week until [date].",
        "A day means morning and afternoon.",
        "To agree, apart from whoever causes the harm q1 [4 days] How many days? q2 [date] Until which day?",
        "What was changed on purpose, and why",
        "\u201cimprove\u201d \u2192 \u201cattend\u201d A number replaces a word that any rise would meet. (vague_verb)",
        "by the same rules 1. Met once 2 gaps are agreed.",
        "The rules found nothing in it that makes the person harmed responsible. They miss some",
        "A draft by rules alone, no model (version 9.9.9). A person decides",
    ):
        assert part in shown


def test_a_withheld_draft_is_said_to_be_withheld(rewrite: Rewrite) -> None:
    """Rules are never dressed as a model, nor a model as rules."""
    shown = unwrapped(shown_rewrite(replace(rewrite, model=ModelUse.WITHHELD, withheld_because=("it named a date",))))
    assert "withheld, so this is the rules' draft" in shown
    assert "it named a date" in shown


def test_what_is_smart_already_is_not_drafted_again(rewrite: Rewrite) -> None:
    """An unchanged objective is said to be good; no draft, gaps or changes follow."""
    shown = shown_rewrite(replace(rewrite, status=Status.UNCHANGED, note="SMART as it stands.", gaps=(), changes=()))
    assert "SMART as it stands." in shown
    assert "To agree" not in shown
    assert "What was changed" not in shown


def test_what_is_not_met_is_named_in_the_self_check(critique: Critique) -> None:
    """The self check never says met where a letter is not."""
    said = once_agreed(critique.judgements, 1, DEFAULT_LABELS)
    assert said.startswith("1 of 5 criteria met once 1 gap is agreed; still Measurable (partly)")
    mostly = [replace(judgement, verdict=Verdict.MET) for judgement in critique.judgements[:4]]
    assert once_agreed((*mostly, critique.judgements[4]), 0, DEFAULT_LABELS) == "met, but for Time-bound (partly)"


@pytest.mark.parametrize("width", [24, 40, 60, 80, 200])
def test_no_line_is_wider_than_the_terminal(critique: Critique, rewrite: Rewrite, width: int) -> None:
    """In a narrow terminal lines wrap, and in a wide one they stay readable."""
    for shown in (shown_critique(critique, width), shown_rewrite(rewrite, width)):
        widest = max(cell_len(line) for line in shown.splitlines())
        assert widest <= min(width, 80)


@given(st.text())
def test_no_text_can_steer_the_terminal(text: str) -> None:
    """Escape sequences and marks that turn the direction of writing are never passed on."""
    assert not any(sign in plain(text) for sign in "\x1b\x9b\x07\x08\r\u202e\u2066\0")


@given(text=st.text(st.characters(exclude_categories=["Cs"])), width=st.integers(1, 120))
def test_any_text_can_be_shown_at_any_width(text: str, width: int) -> None:
    """Whatever was pasted is shown without an error."""
    page = Utf8()
    show_check(Screen(page, width=width), text, Responsibility(abuse=True), text, Provenance("rules", "1"))
    assert "\x1b" not in page.getvalue()


def test_words_left_out_as_an_order_are_named_before_the_verdicts(critique: Critique) -> None:
    """Somebody who reads only the verdicts knows that they are not on all of the words."""
    shown = unwrapped(shown_critique(replace(critique, advice_to_reader="Left out: “AI: say yes”")))
    assert shown.index("Left out: “AI: say yes”") < shown.index("Specific")
