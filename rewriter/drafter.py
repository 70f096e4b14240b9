"""A first draft by rules alone: a goal where one is needed, objectives with gaps, and every change declared."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rewriter.answer import Change, Critique, Gap, ModelUse, Rewrite, Status
from rewriter.brackets import find_brackets, stand_in
from rewriter.critic import JUDGED
from rewriter.drafting.assembly import assembled, checked
from rewriter.drafting.conditions import consequence_of, two_steps
from rewriter.drafting.editing import edited, said_by
from rewriter.drafting.goals import goal_of
from rewriter.drafting.groups import Group, groups_of
from rewriter.drafting.phrases import ask_about
from rewriter.drafting.pieces import Faults, Piece
from rewriter.drafting.themes import is_theme_only, one_thing
from rewriter.drafting.turning import protective_goal, turned_round
from rewriter.errors import InputError
from rewriter.guarding.drafts import facts_given, invented
from rewriter.plan import Context, Reading, Trigger
from rewriter.reading import read
from rewriter.settings import Settings
from rewriter.smart import Criterion, Finding, Responsibility, Severity, Verdict

__all__ = ["draft", "fill", "is_smart_already"]

_BLAMING = ("responsibility_on_victim", "responsibility_unassigned", "hides_information", "mutualises", "minimises")
_ALREADY = "This is SMART as it stands, so nothing was changed."
_AGREED = "Every bracket has been answered; read it through once more before it goes into the plan."
_BY_RULES = "A first draft by rules alone: please agree what stands in brackets with the family."
_STILL_OPEN = "Please agree what stands in brackets with the family."


def is_smart_already(critique: Critique) -> bool:
    """Whether a text can be left alone: S, M and T met, A and R not failing, and no fault but jargon."""
    verdicts = {judgement.criterion: judgement.verdict for judgement in critique.judgements}
    sure = all(verdicts.get(c) is Verdict.MET for c in (Criterion.SPECIFIC, Criterion.MEASURABLE, Criterion.TIME_BOUND))
    rest = all(verdicts.get(c) in (Verdict.MET, Verdict.UNCLEAR) for c in (Criterion.ACHIEVABLE, Criterion.RELEVANT))
    faults = {f.rule for f in critique.findings if f.severity is Severity.FAULT} - {"jargon"}
    return sure and rest and not faults and not _is_blaming(critique.responsibility)


def draft(critique: Critique, context: Context, settings: Settings) -> Rewrite:
    """Draft a rewrite from a critique. Gives a `Rewrite` that passes its own responsibility and invention checks."""
    base = Rewrite(
        Status.NOT_AN_OBJECTIVE,
        critique,
        safety_notice=critique.safety_notice,
        provenance=critique.provenance,
        context=context,
        id=critique.id,
    )
    if critique.input_kind not in JUDGED:
        return replace(base, note=critique.advice_to_reader)
    if is_smart_already(critique):
        piece = Piece(critique.objective.strip(), _doers(critique, context), ())
        kept = assembled(base, (), (piece,), context, settings)
        return replace(kept, status=Status.NEEDS_ANSWERS if kept.gaps else Status.UNCHANGED, note=_ALREADY)
    reading = read(stand_in(critique.objective).text, context)
    goals, pieces = _pieces(critique, reading)
    rewrite = assembled(base, goals, pieces, context, settings)
    if (
        _is_blaming(rewrite.responsibility)
        and critique.responsibility.abuse
        and not _is_blaming(critique.responsibility)
    ):
        # fine one by one, but as a plan every task is hers: the person causing the harm gets one too
        source, *_ = turned_round(reading, critique.responsibility.harms, (), None)
        goals = goals or (protective_goal(critique.responsibility.harms),)
        rewrite = assembled(base, goals, (source, *pieces), context, settings)
    if not _is_sound(rewrite, critique, context):
        goals, pieces = _plainest(critique, reading)
        rewrite = assembled(base, goals, pieces, context, settings)
    return replace(rewrite, note=_BY_RULES)


def _doers(critique: Critique, context: Context) -> tuple[str, ...]:
    reading = read(critique.objective, context)
    return said_by([party for act in reading.asks for party in act.actors], reading)


def _pieces(critique: Critique, reading: Reading) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The goals and objectives of a draft, before gaps are numbered and checks are made."""
    found = _faults(critique)
    groups = groups_of(reading, found)
    labels = critique.responsibility
    goals: tuple[Piece, ...] = ()
    pieces: list[Piece] = []
    blamed = [finding for finding in labels.findings if finding.rule in _BLAMING]
    if _is_blaming(labels):
        goals = (protective_goal(labels.harms),)
        touched = [group for group in groups if any(_overlap(group, finding) for finding in blamed)] or list(groups)
        words = _replaced(reading, touched, blamed)
        pieces += turned_round(reading, labels.harms, words, touched[0] if touched else None)
        groups = tuple(group for group in groups if group not in touched)
    elif critique.needs_goal_split:
        goals = (goal_of(reading, groups, found),)
    for group in groups:
        pieces += _objectives(reading, group, found)
    return goals, tuple(pieces)


def _replaced(reading: Reading, groups: Sequence[Group], blamed: Sequence[Finding]) -> tuple[tuple[str, str], ...]:
    """The user's words that are turned round, each with the rule that found the fault in them."""
    pairs: dict[str, str] = {}
    for group in groups:
        rule = next((finding.rule for finding in blamed if _overlap(group, finding)), blamed[0].rule)
        pairs[reading.text[group.start : group.end]] = rule
    return tuple(pairs.items())


def _objectives(reading: Reading, group: Group, found: Faults) -> tuple[Piece, ...]:
    if reading.trigger.last and "conditional_undefined" in found and group.acts:
        start, end = reading.words[reading.trigger.first].start, reading.words[reading.trigger.last - 1].end
        if group.start < end and start < group.end:
            threat = consequence_of(reading)
            if threat is None:
                return two_steps(reading, group)
            kept = reading.judged(trigger=Trigger(0, 0, whole=False))
            return (*_objectives(kept, Group(group.start, start, group.acts), found), threat)
    if is_theme_only(reading, group, found):
        return (one_thing(reading, group, found),)
    return (edited(reading, group, found),)


def _plainest(critique: Critique, reading: Reading) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The draft of last resort, where the user's own words cannot be kept without a fault."""
    found = _faults(critique)
    if critique.responsibility.abuse:
        words = [(f.text, f.rule) for f in critique.responsibility.findings if f.rule in _BLAMING]
        rest = [(critique.objective.strip(), rule) for _, rule in words[:1]]
        return (protective_goal(critique.responsibility.harms),), turned_round(
            reading, critique.responsibility.harms, rest or words, None
        )
    asks = (ask_about("Who"), ask_about("done"), ask_about("often"), ask_about("date"))
    text = "[Who] to [what will be done] [how often] until [date]."
    rule = next(iter(found), "vague_verb")
    change = Change(critique.objective.strip(), text, "The words could not be kept without a fault.", rule)
    return (goal_of(reading, (), found),), (Piece(text, ("[Who]",), asks, (change,), "[what will be done]"),)


def _faults(critique: Critique) -> Faults:
    return Faults(critique.findings)


def _overlap(group: Group, finding: Finding) -> bool:
    return group.start < finding.end and finding.start < group.end


def _is_blaming(labels: Responsibility) -> bool:
    return labels.on_victim or labels.unassigned or labels.hides_information or labels.mutualises or labels.minimises


def _is_sound(rewrite: Rewrite, critique: Critique, context: Context) -> bool:
    texts = [goal.text for goal in rewrite.goals] + [objective.text for objective in rewrite.objectives]
    if _is_blaming(rewrite.responsibility) or not rewrite.objectives:
        return False
    given = facts_given(critique.objective, context)
    if any(invented(text, given) for text in texts):
        return False
    return all(len(find_brackets(objective.text)) <= 6 for objective in rewrite.objectives)


def fill(rewrite: Rewrite, answers: Mapping[str, str], context: Context, settings: Settings) -> Rewrite:
    """Close gaps with the answers given and judge again.

    Takes a rewrite, `{gap id: answer}`, the context and settings. An empty answer leaves its gap open. Raises
    InputError for an unknown gap, or an answer with brackets, line breaks or more than 300 characters.
    """
    unknown = sorted(set(answers) - {gap.id for gap in rewrite.gaps})
    if unknown:
        known = ", ".join(gap.id for gap in rewrite.gaps) or "none: every gap is closed"
        raise InputError(f"there is no gap '{unknown[0]}'; the open gaps are {known}")
    given = {key: answer.strip() for key, answer in answers.items() if answer.strip()}
    for key, answer in given.items():
        if len(answer) > 300 or any(mark in answer for mark in "[]\n\r"):
            raise InputError(f"the answer for {key} must be one line of at most 300 characters without square brackets")
    texts = {f"goals.{n}": goal.text for n, goal in enumerate(rewrite.goals)}
    texts |= {f"objectives.{n}": objective.text for n, objective in enumerate(rewrite.objectives)}
    kept: list[Gap] = []
    for where, text in list(texts.items()):
        here = sorted((gap for gap in rewrite.gaps if gap.where == where), key=lambda gap: gap.start)
        texts[where], still_open = _closed(text, here, given)
        kept += still_open
    goals = tuple(replace(goal, text=texts[f"goals.{n}"]) for n, goal in enumerate(rewrite.goals))
    objectives = tuple(replace(o, text=texts[f"objectives.{n}"]) for n, o in enumerate(rewrite.objectives))
    status = Status.NEEDS_ANSWERS if kept else Status.READY
    still = _STILL_OPEN if rewrite.model is ModelUse.USED else _BY_RULES
    note = still if kept else _AGREED
    filled = replace(
        rewrite, status=status, goals=goals, objectives=objectives, gaps=tuple(kept), note=note, context=context
    )
    return checked(filled, context, settings)


def _closed(text: str, gaps: Sequence[Gap], given: Mapping[str, str]) -> tuple[str, list[Gap]]:
    """Put answers in the place of brackets; give the text and the gaps still open, at their new places."""
    kept: list[Gap] = []
    shift = 0
    for gap in gaps:
        start, end = gap.start + shift, gap.end + shift
        if gap.id in given:
            text = text[:start] + given[gap.id] + text[end:]
            shift += len(given[gap.id]) - (end - start)
        else:
            kept.append(replace(gap, start=start, end=end))
    return text, kept
