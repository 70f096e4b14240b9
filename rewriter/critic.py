"""Critique: a text in, its kind, findings, five judgements and responsibility labels out. No model needed."""

from collections.abc import Sequence
from dataclasses import replace

from rewriter.answer import Critique, Provenance
from rewriter.filled import Filled, stand_in
from rewriter.pasted.danger import safety_notice
from rewriter.pasted.kinds import input_kind, kind_reply
from rewriter.pasted.orders import orders_note, without_orders
from rewriter.people import PartyKind
from rewriter.plan import Context, PlanKind, Reading
from rewriter.reading import read
from rewriter.remembered import remembered
from rewriter.responsibility import asked, check, with_gaps_named
from rewriter.rules import SMART_RULES, find
from rewriter.settings import Settings
from rewriter.smart import Criterion, Finding, InputKind, Judgement, Responsibility, Severity, Verdict
from rewriter.split import needs_goal_split
from rewriter.verdict.verdict import verdicts_on
from rewriter.version import VERSION

__all__ = ["JUDGED", "critique", "critique_of", "judge", "mapped", "provenance"]

JUDGED = frozenset({InputKind.OBJECTIVE, InputKind.GOAL, InputKind.PLAN})

_SPOKEN_TO = frozenset({PartyKind.PRONOUN, PartyKind.OURSELVES})  # "you can do anything" may be meant for the tool

# What to ask where no finding of the criterion brings a question of its own.
_QUESTIONS = {
    Criterion.SPECIFIC: "Who will do what, exactly?",
    Criterion.MEASURABLE: "What would we see or count if this were done?",
    Criterion.ACHIEVABLE: "Where are we now, and what would be a fair next step?",
    Criterion.RELEVANT: "What is happening for this child or adult now that makes this worth doing?",
    Criterion.TIME_BOUND: "By what date, and when will it be looked at?",
}


def critique(
    text: str, context: Context | None = None, settings: Settings | None = None, *, id: str | None = None
) -> Critique:
    """Judge one objective, goal or short plan.

    Takes the text as received, what the user told beside it, and settings. Gives a `Critique` whose offsets point
    into that text. Text that is not an objective is answered by kind with nothing judged; an order to a tool beside
    one is left out of what is judged, and `advice_to_reader` says so. Raises nothing for text.
    """
    judged = _critique(text, context or Context(), settings or Settings())
    return judged if id is None else replace(judged, id=id)


@remembered
def _critique(text: str, context: Context, settings: Settings) -> Critique:
    judged = without_orders(text)
    filled = stand_in(judged)
    reading = read(filled.text, context)
    whole = reading if judged == text else read(text, context)
    kind = _kind(reading, whole)
    notice = safety_notice(whole)  # whoever the words are meant for
    if kind not in JUDGED:
        return Critique(
            objective=text,
            input_kind=kind,
            judgements=(),
            findings=(),
            needs_goal_split=False,
            responsibility=Responsibility(),
            provenance=provenance(settings),
            advice_to_reader=kind_reply(kind),
            safety_notice=notice,
        )
    if kind is not InputKind.OBJECTIVE:
        reading = reading.judged(kind=PlanKind(kind.value))
    found = _judged(judged, filled, reading, kind, settings, safety_notice=notice)
    return found if judged == text else replace(found, objective=text, advice_to_reader=orders_note(text))


def _kind(reading: Reading, whole: Reading) -> InputKind:
    """The kind of what is left once orders are out; where that asks nothing of anybody, the kind of all of it."""
    kind = input_kind(reading)
    named = any(party.kind not in _SPOKEN_TO for act in reading.asks for party in act.actors)
    if reading is whole or named:
        return kind
    of_all = input_kind(whole)
    if any(sign.isalnum() for sign in reading.text):
        return of_all if of_all is InputKind.INSTRUCTION else kind
    return InputKind.INSTRUCTION if of_all in JUDGED else of_all


@remembered
def critique_of(text: str, kind: InputKind, context: Context, settings: Settings) -> Critique:
    """Judge a text that is known to be an objective, a goal or a plan. Gaps in brackets are read as agreed."""
    filled = stand_in(text)
    return _judged(text, filled, read(filled.text, context, PlanKind(kind.value)), kind, settings)


def _judged(
    text: str,
    filled: Filled,
    reading: Reading,
    kind: InputKind,
    settings: Settings,
    *,
    safety_notice: str = "",
) -> Critique:
    labels = reading.once(check)
    # the responsibility rules have been run by `check`; the people of a text are read only once
    findings = [*find(reading, [rule for rule in SMART_RULES if rule.id not in settings.rules_off])]
    findings += [f for f in (*labels.findings, *reading.once(asked)) if f.rule not in settings.rules_off]
    shown, ignored = _sift(sorted(findings, key=lambda finding: (finding.start, finding.end)), settings)
    shown = _back(shown, filled, text)  # a verdict looks at which rules found something, never at where
    return Critique(
        objective=text,
        input_kind=kind,
        judgements=judge(reading, shown),
        findings=shown,
        needs_goal_split=needs_goal_split(reading),
        responsibility=mapped(labels, filled, text),
        provenance=provenance(settings),
        safety_notice=safety_notice,
        ignored=ignored,
    )


def mapped(labels: Responsibility, filled: Filled, text: str) -> Responsibility:
    """Give responsibility labels as the text with its brackets has them: offsets of findings, and who is a gap."""
    if not filled.brackets:
        return labels
    return with_gaps_named(replace(labels, findings=_back(labels.findings, filled, text)), [text])


def _back(findings: Sequence[Finding], filled: Filled, text: str) -> tuple[Finding, ...]:
    if not filled.brackets:
        return tuple(findings)
    moved: list[Finding] = []
    for finding in findings:
        start, end = filled.back(finding.start), filled.back(finding.end, is_end=True)
        moved.append(replace(finding, start=start, end=end, text=text[start:end]))
    return tuple(moved)


def judge(reading: Reading, findings: Sequence[Finding]) -> tuple[Judgement, ...]:
    """Give the five judgements of a reading from the findings on it. Advice never lowers a verdict."""
    faults = [finding for finding in findings if finding.severity is Severity.FAULT]
    judgements: list[Judgement] = []
    for criterion, ground in verdicts_on(reading, faults).items():
        met = ground.verdict is Verdict.MET
        resting = [f for f in (faults if met else findings) if f.rule in ground.rules]
        decided = {f.rule for f in resting}
        about = [f for f in findings if f.criterion is criterion and f.rule not in decided]
        judgements.append(
            Judgement(
                criterion=criterion,
                verdict=ground.verdict,
                reason=ground.reason,
                question="" if met else ground.question or _asked(resting, about) or _QUESTIONS[criterion],
                findings=(*resting, *about),
            )
        )
    return tuple(judgements)


def _asked(resting: Sequence[Finding], about: Sequence[Finding]) -> str:
    """The first question that a finding brings, those that the verdict rests on before other faults."""
    faults = [finding for finding in about if finding.severity is Severity.FAULT]
    return next((finding.question for finding in (*resting, *faults) if finding.question), "")


def provenance(settings: Settings) -> Provenance:
    """Say that the rules alone answered, in which version, and which rules were switched off."""
    return Provenance(engine="rules", rules_version=VERSION, rules_off=tuple(sorted(settings.rules_off)))


def _sift(
    findings: Sequence[Finding], settings: Settings
) -> tuple[tuple[Finding, ...], tuple[tuple[Finding, str], ...]]:
    """Part the findings to show from those the settings say to ignore, with the reasons given."""
    shown: list[Finding] = []
    ignored: list[tuple[Finding, str]] = []
    for finding in findings:
        entry = next(
            (i for i in settings.ignore if i.rule == finding.rule and i.text.casefold() == finding.text.casefold()),
            None,
        )
        if entry is None:
            shown.append(finding)
        else:
            ignored.append((finding, entry.reason))
    return tuple(shown), tuple(ignored)
