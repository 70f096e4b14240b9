"""A first draft by rules alone: a goal where one is needed, objectives with gaps, and every change declared."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rewriter.answer import Critique, Gap, ModelUse, Objective, Rewrite, Status
from rewriter.brackets import find_brackets, unfit
from rewriter.critic import JUDGED, critique_of
from rewriter.drafting.agreeing import how_to_agree
from rewriter.drafting.as_drafted import as_drafted
from rewriter.drafting.assembly import assembled, checked
from rewriter.drafting.beside import left_out_note, told_plainly
from rewriter.drafting.changed import carried, texts_by_place
from rewriter.drafting.doers import said_by
from rewriter.drafting.measured import measured
from rewriter.drafting.noted import drafted_by_notes, is_several
from rewriter.drafting.part_by_part import all_turned, drafted_by_clause
from rewriter.drafting.pieces import Edit, Piece
from rewriter.drafting.planned import Planned, is_blaming, plainest, planned
from rewriter.drafting.spelling import spelled_out
from rewriter.drafting.told_only import told_only
from rewriter.drafting.whole import Guard, as_typed, line_by_line, put_back, still_missing, unaltered
from rewriter.errors import InputError
from rewriter.guarding.drafts import responsibility_of
from rewriter.guarding.open_time import open_times
from rewriter.guarding.sides import Side
from rewriter.harm.doubted import Doubt, doubt_in, supposed
from rewriter.pasted.orders import rest_of
from rewriter.people import HarmBasis
from rewriter.plan import Context, Reading
from rewriter.reading import read
from rewriter.responsibility import check
from rewriter.settings import Settings
from rewriter.smart import Criterion, Severity, Verdict
from rewriter.text import Span

__all__ = ["draft", "fill", "is_smart_already"]

_ID = re.compile(r"[a-z]{1,3}\d{1,4}")
_MOST_GAPS = 6  # in one text: more are not agreed in one conversation
_MOST_TRIES = 3
_ALREADY = "This is SMART as it stands, so nothing was changed."
_ALREADY_BUT = "The rest is SMART as it stands, so nothing else was changed."
_AGREED = "Every bracket has been answered; read it through once more before it goes into the plan."
_BY_RULES = "A first draft by rules alone:"
_NO_GAP = f"{_BY_RULES} it has no gap to fill, so please read it through, with what is asked beside it."
_AS_TYPED = "The rules could not draft this, so it stands in your words: please mend it with what is asked beside it."


def is_smart_already(critique: Critique) -> bool:
    """Whether a text can be left alone: S, M and T met, A and R not failing, and no fault but jargon."""
    verdicts = {judgement.criterion: judgement.verdict for judgement in critique.judgements}
    sure = all(verdicts.get(c) is Verdict.MET for c in (Criterion.SPECIFIC, Criterion.MEASURABLE, Criterion.TIME_BOUND))
    rest = all(verdicts.get(c) in (Verdict.MET, Verdict.UNCLEAR) for c in (Criterion.ACHIEVABLE, Criterion.RELEVANT))
    faults = {f.rule for f in critique.findings if f.severity is Severity.FAULT} - {"jargon"}
    return sure and rest and not faults and not is_blaming(critique.responsibility)


def draft(critique: Critique, context: Context, settings: Settings) -> Rewrite:
    """Draft a rewrite from a critique. Gives a `Rewrite` that passes its own responsibility and invention checks.

    An order to a tool that stands in the text, in the need or in the baseline is left out, and the note says so.
    """
    told = told_plainly(context)
    rest = rest_of(critique.objective)
    if critique.input_kind not in JUDGED:
        return _drafted(critique, told, settings)
    note = left_out_note(critique.objective, context)
    if rest == critique.objective:
        made = _drafted(critique, told, settings)
        return replace(made, note=f"{made.note} {note}") if note else made
    judged = replace(critique_of(rest, critique.input_kind, told, settings), provenance=critique.provenance)
    made = _drafted(judged, told, settings)
    if made.status is Status.UNCHANGED:
        made = replace(made, status=Status.READY, note=_ALREADY_BUT)
    note = f"{made.note} {note}"
    return replace(made, critique=critique, note=note, safety_notice=critique.safety_notice, id=critique.id)


def _drafted(critique: Critique, context: Context, settings: Settings) -> Rewrite:
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
    if is_smart_already(critique) and not _is_more_than_one(critique.objective, context):
        piece = Piece(critique.objective.strip(), _doers(critique, context), ())
        kept = assembled(base, (), (piece,), context, settings)
        if kept.objectives[0].text != piece.text:  # an odd bracket was made round
            return replace(kept, note=_ALREADY_BUT)
        return replace(kept, status=Status.NEEDS_ANSWERS if kept.gaps else Status.UNCHANGED, note=_ALREADY)
    reading = read(critique.objective, context)
    made: Planned = ((), ())
    judge = Guard(critique, context, settings)
    for made in _attempts(critique, reading, settings, judge):
        if _is_sound(made, context, judge):
            break
    drafted = assembled(base, *made, context, settings)
    if not drafted.gaps:
        as_typed = [one.text.rstrip(" .") for one in drafted.objectives] == [critique.objective.strip(" .")]
        return replace(drafted, note=_AS_TYPED if as_typed else _NO_GAP)
    return replace(drafted, note=f"{_BY_RULES} {how_to_agree(critique.responsibility)}")


def _is_more_than_one(objective: str, context: Context) -> bool:
    """Whether a text holds several tasks or a time without an end, which its verdicts do not tell."""
    return is_several(read(objective, context)) or any(open_times(Side(objective, context)))


def _doers(critique: Critique, context: Context) -> tuple[str, ...]:
    reading = read(critique.objective, context)
    return said_by([party for act in reading.asks for party in act.actors], reading)


def _attempts(critique: Critique, reading: Reading, settings: Settings, judge: Guard) -> Iterator[Planned]:
    """Give drafts to try, the best first: with everything put back that it left out, as it was typed, the plainest."""
    drafted = as_drafted(reading)
    if drafted is not None:
        yield drafted
    doubt = _checked_by(critique, reading.once(doubt_in))
    if doubt is not None and not (doubt.harmed and _is_known(critique, reading, settings)):
        as_if = supposed(reading, doubt.pair)
        yield from _by_clause(replace(critique, responsibility=check(as_if)), as_if, settings, judge, doubt)
    if critique.responsibility.abuse:
        yield from _by_clause(critique, reading, settings, judge)
    if is_blaming(critique.responsibility):
        yield all_turned(critique, reading)
        return
    told = told_only(critique, reading)
    if told is not None:
        yield told
    parted = drafted_by_clause(critique, reading, settings, parted=True) if critique.responsibility.abuse else None
    if parted is not None:
        yield from _spelled(_completed(parted, critique, reading, settings, judge), critique)
    noted = drafted_by_notes(critique, reading, settings)
    if noted is not None:
        yield from _spelled(_completed(noted, critique, reading, settings, judge), critique)
    made = planned(critique, reading)
    yield from _spelled(_completed(made, critique, reading, settings, judge), critique)
    yield as_typed(reading, apart=False)
    yield as_typed(reading, apart=True)
    if "\n" in reading.text:
        yield line_by_line(reading)
    yield unaltered(reading)
    yield made
    if critique.responsibility.abuse:
        yield all_turned(critique, reading)
    yield plainest(critique, reading)


def _checked_by(critique: Critique, doubt: Doubt | None) -> Doubt | None:
    """A doubt without names where the text is read the other way round besides."""
    ways = {(harm.by, harm.to) for harm in critique.responsibility.harms}
    return doubt._replace(harmed="", source="") if doubt is not None and doubt.pair in ways else doubt


def _is_known(critique: Critique, reading: Reading, settings: Settings) -> bool:
    """Whether a draft can name who is harmed and by whom from what the text says."""
    if not critique.responsibility.abuse:
        return False
    told = (harm for harm in critique.responsibility.harms if harm.basis is HarmBasis.STATED)
    if any(harm.to and harm.by for harm in told):
        return True  # a side that is told by a pronoun which may be two people is asked for
    made = drafted_by_clause(critique, reading, settings)
    return made is not None and not find_brackets(made[0][0].text)


def _by_clause(
    critique: Critique, reading: Reading, settings: Settings, judge: Guard, doubt: Doubt | None = None
) -> Iterator[Planned]:
    """Where somebody is harmed: clause by clause; then without what cannot stand beside the rest."""
    apart: set[int] = set()
    for telling in (True, False, True, False):
        made = drafted_by_clause(
            critique, reading, settings, telling=telling, apart=apart, parted=doubt is not None, doubt=doubt
        )
        if made is None:
            return
        whole = _completed(made, critique, reading, settings, judge)
        yield from _spelled(whole, critique)
        yield made
        if not telling:
            goals, pieces = made
            own = [piece for piece in pieces if 0 <= piece.at < len(reading.text)]
            faulty = {piece.at for piece in own if judge.is_faulty((goals, (pieces[0], piece)))}
            if not faulty - apart:
                return
            apart |= faulty


def _spelled(whole: Planned, critique: Critique) -> Iterator[Planned]:
    yield spelled_out(whole, critique)
    yield spelled_out(whole, critique, people=False)
    yield whole


def _completed(made: Planned, critique: Critique, reading: Reading, settings: Settings, judge: Guard) -> Planned:
    """A draft with all put back that it left out."""
    missing: tuple[Span, ...] = ()
    whole = made
    for _ in range(_MOST_TRIES):
        known = missing
        whole = put_back(made, critique, missing, reading, settings)
        missing = still_missing(whole, missing, reading, judge)
        if missing == known:
            break
    return whole


def _is_sound(made: Planned, context: Context, judge: Guard) -> bool:
    goals, pieces = made
    texts = [piece.text for piece in (*goals, *pieces)]
    if not pieces or any(len(find_brackets(text)) > _MOST_GAPS for text in texts):
        return False
    if any(text.count("(") != text.count(")") for text in texts) and judge.has_even_brackets:
        return False  # cut through what stands in brackets
    return not is_blaming(responsibility_of(texts, context)) and not judge.faults(made)  # the dearest last


def fill(rewrite: Rewrite, answers: Mapping[str, str], context: Context, settings: Settings) -> Rewrite:
    """Close gaps with the answers given and judge again.

    Takes a rewrite, `{gap id: answer}`, the context and settings. An empty answer leaves its gap open. Raises
    InputError for an unknown gap, or an answer with brackets, line breaks or more than 300 characters.
    """
    unknown = sorted(set(answers) - {gap.id for gap in rewrite.gaps})
    if unknown:
        # A draft comes from outside, and what stands in the place of an id may be anything.
        known = ", ".join(gap.id for gap in rewrite.gaps if _ID.fullmatch(gap.id)) or "none: every gap is closed"
        which = f"gap '{unknown[0]}'" if _ID.fullmatch(unknown[0]) else "such gap"
        raise InputError(f"there is no {which}; the open gaps are {known}")
    given = {key: answer.strip() for key, answer in answers.items() if answer.strip()}
    for key, answer in given.items():
        if why := unfit(answer):
            which = key if _ID.fullmatch(key) else "a gap"
            raise InputError(f"the answer for {which} {why}")
    context = told_plainly(context)
    texts = texts_by_place(rewrite)
    edits = {
        where: [
            Edit(gap.start, gap.end, given[gap.id]) for gap in rewrite.gaps if gap.where == where and gap.id in given
        ]
        for where in texts
    }
    kept: list[Gap] = []
    for where, text in list(texts.items()):
        here = sorted((gap for gap in rewrite.gaps if gap.where == where), key=lambda gap: gap.start)
        texts[where], still_open = _closed(text, here, given)
        kept += still_open
    goals = tuple(replace(goal, text=texts[f"goals.{n}"]) for n, goal in enumerate(rewrite.goals))
    objectives = tuple(
        _agreed(objective, texts[f"objectives.{n}"], f"objectives.{n}", rewrite.gaps, given, context)
        for n, objective in enumerate(rewrite.objectives)
    )
    status = Status.NEEDS_ANSWERS if kept else Status.READY
    how = how_to_agree(rewrite.critique.responsibility)
    still = f"{how[:1].upper()}{how[1:]}" if rewrite.model is ModelUse.USED else f"{_BY_RULES} {how}"
    note = still if kept else _AGREED
    filled = replace(
        rewrite,
        status=status,
        goals=goals,
        objectives=objectives,
        gaps=tuple(kept),
        changes=carried(rewrite, edits),
        note=note,
        context=context,
    )
    return checked(filled, context, settings)


def _agreed(
    objective: Objective, text: str, where: str, gaps: Sequence[Gap], given: Mapping[str, str], context: Context
) -> Objective:
    """An objective with its new text; what was agreed stands in who, how much and by when too."""
    if text == objective.text:
        return objective
    closed = [gap for gap in gaps if gap.where == where and gap.id in given]
    said = {objective.text[gap.start : gap.end]: given[gap.id] for gap in closed}
    responsible = tuple(_with(said, name) for name in objective.responsible)
    measure, timescale = measured(text, context)
    action = _with(said, objective.action)
    return replace(objective, text=text, responsible=responsible, action=action, measure=measure, timescale=timescale)


def _with(said: Mapping[str, str], words: str) -> str:
    for bracket, answer in said.items():
        words = words.replace(bracket, answer)
    return words


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
