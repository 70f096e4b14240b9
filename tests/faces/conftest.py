"""Answers to show and to send, and a way to run the command line inside the test."""

from collections.abc import Callable, Sequence

import pytest
from click.testing import CliRunner, Result

from rewriter.answer import (
    Change,
    Critique,
    Gap,
    Goal,
    Objective,
    ObjectiveMeasure,
    ObjectiveTimescale,
    Provenance,
    Rewrite,
    SelfCheck,
    Status,
)
from rewriter.faces.cli import cli
from rewriter.people import Harm, HarmBasis
from rewriter.smart import CRITERIA, Criterion, Finding, InputKind, Judgement, Responsibility, Severity, Verdict

Run = Callable[..., Result]


@pytest.fixture
def run() -> Run:
    """Run the command line with some words and, if told, with what is piped in."""

    def call(*words: str, piped: bytes | str | None = None, env: dict[str, str] | None = None) -> Result:
        return CliRunner(env=env).invoke(cli, list(words), input=piped)

    return call


@pytest.fixture
def finding() -> Finding:
    """A fault with a bracket in its words, which no markup may swallow."""
    return Finding(
        rule="deadline_vague",
        severity=Severity.FAULT,
        criterion=Criterion.TIME_BOUND,
        start=36,
        end=45,
        text="this year",
        message="\u201cthis year\u201d is not a day that anyone can check [yet].",
        question="Until which day?",
        source='002 Halton, Example 1, "Timely"; 004 LIAP',
    )


def judged(verdicts: Sequence[Verdict], finding: Finding | None = None) -> tuple[Judgement, ...]:
    """Five judgements with the verdicts given."""
    return tuple(
        Judgement(
            criterion,
            verdict,
            f"The reason for {criterion.value}.",
            "" if verdict is Verdict.MET else f"What about {criterion.value}?",
            (finding,) if finding is not None and finding.criterion is criterion else (),
        )
        for criterion, verdict in zip(CRITERIA, verdicts, strict=True)
    )


@pytest.fixture
def critique(finding: Finding) -> Critique:
    """A critique with all four verdicts, a fault, an advice and an assumed harm."""
    advice = Finding(
        "tolerance",
        Severity.ADVICE,
        Criterion.MEASURABLE,
        0,
        5,
        "Sarah",
        "No slack.",
        "If she misses one?",
        "practice judgement",
    )
    verdicts = (Verdict.MET, Verdict.PARTLY, Verdict.NOT_MET, Verdict.UNCLEAR, Verdict.PARTLY)
    return Critique(
        objective="Sarah to improve school attendance this year",
        input_kind=InputKind.OBJECTIVE,
        judgements=judged(verdicts, finding),
        findings=(finding, advice),
        needs_goal_split=True,
        responsibility=Responsibility(
            abuse=True, unassigned=True, harms=(Harm("Sarah", "her uncle", "", HarmBasis.ASSUMED),)
        ),
        provenance=Provenance("rules", "9.9.9", rules_off=("jargon",)),
        ignored=((finding, "we say \u201cthis year\u201d here"),),
        id="c1",
    )


@pytest.fixture
def rewrite(critique: Critique) -> Rewrite:
    """A rewrite with a goal, two gaps, a change, and an objective that is met once they are agreed."""
    text = "Sarah to attend school on [4 days] a week until [date]."
    return Rewrite(
        status=Status.NEEDS_ANSWERS,
        critique=critique,
        goals=(Goal("g1", "Sarah to be at school with her friends.", ""),),
        objectives=(
            Objective(
                "g1",
                text,
                ("Sarah",),
                "attend school",
                ObjectiveMeasure(what="days", target="[4 days]"),
                ObjectiveTimescale(by="[date]"),
                definitions=("A day means morning and afternoon.",),
            ),
        ),
        gaps=(
            Gap("q1", "objectives.0", text.index("["), text.index("]") + 1, "How many days?", "4 days"),
            Gap("q2", "objectives.0", text.rindex("["), text.rindex("]") + 1, "Until which day?"),
        ),
        changes=(Change("improve", "attend", "A number replaces a word that any rise would meet.", "vague_verb"),),
        responsibility=Responsibility(abuse=True, harms=(Harm("Sarah", "her uncle"),)),
        self_check=(SelfCheck(0, judged((Verdict.MET,) * 5), ("q1", "q2")),),
        note="Rules wrote this.",
        provenance=Provenance("rules", "9.9.9"),
        id="r1",
    )
