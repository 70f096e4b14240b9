"""Reads a text once, from its words to its acts, for every rule to look at."""

from collections.abc import Sequence

from rewriter.amounts.reader import Amount, find_amounts
from rewriter.evidence.by_doer import parts_by_doer
from rewriter.evidence.doers import doers_of
from rewriter.evidence.measures import measure_of
from rewriter.evidence.parts import measure_of_parts, timescale_of_parts
from rewriter.evidence.timescale import timescale_of
from rewriter.evidence.triggers import undefined_trigger
from rewriter.people import Person
from rewriter.plan import Act, Clause, Context, Mood, PlanKind, Reading, Setting
from rewriter.remembered import remembered
from rewriter.sentences.acts import find_acts
from rewriter.sentences.naming import find_parties
from rewriter.text import Word, sentences, words_of
from rewriter.timing.reader import find_times
from rewriter.vocabulary import is_common

__all__ = ["read"]


def read(text: str, context: Context | None = None, kind: PlanKind = PlanKind.OBJECTIVE) -> Reading:
    """Read an objective, goal or short plan.

    Takes the text as received (any string; offsets point into it), what the user told beside it, and what the
    text is offered as. Raises nothing; an unreadable text gives a reading with little in it.
    """
    return _read(text, context or Context(), kind)


@remembered
def _read(text: str, context: Context, kind: PlanKind) -> Reading:
    words = words_of(text)
    cuts = sentences(words)
    parties = find_parties(words, (*context.people, *_names_told(context)))
    times = find_times(words, text)
    acts, clauses = find_acts(words, cuts, parties)
    reading = Reading(
        text=text,
        words=words,
        keys=tuple([word.key for word in words]),
        sentences=cuts,
        parties=parties,
        acts=acts,
        asks=tuple([act for act in acts if act.setting is Setting.MAIN and act.mood is not Mood.TOLD]),
        clauses=clauses,
        times=times,
        amounts=tuple(
            [amount for amount in find_amounts(words, times, text) if not _is_small_word(amount, words, acts, clauses)]
        ),
        context=context,
        kind=kind,
        known={},
        lasting_known={},
    )
    reading = reading.judged(timescale=timescale_of(reading), doers=doers_of(reading))
    trigger = undefined_trigger(reading)
    # a new reading knows less of what was worked out already, so one is made only where it says something else
    if trigger != reading.trigger:
        reading = reading.judged(trigger=trigger)
    reading = reading.judged(measure=measure_of(reading))
    if len(reading.asks) < 2 and not reading.lasting(parts_by_doer):
        return reading
    timescale, measure = timescale_of_parts(reading), measure_of_parts(reading)
    if (timescale, measure) == (reading.timescale, reading.measure):
        return reading
    return reading.judged(timescale=timescale, measure=measure)


def _is_small_word(amount: Amount, words: Sequence[Word], acts: Sequence[Act], clauses: Sequence[Clause]) -> bool:
    """Whether what looks like a number is none: the "once" of a condition, or "2" written for "to" or "too"."""
    key = words[amount.first].key
    if key == "once":
        return any(clause.first == amount.first for clause in clauses)
    return key == "2" and any(act.subject_first < amount.first < act.verb and amount.last > act.verb for act in acts)


def _names_told(context: Context) -> tuple[Person, ...]:
    """The names told beside the text in other ways than as people: a list of names, and those in the harms."""
    phrases = [*context.names, *(side for harm in context.harms for side in (harm.to, harm.by))]
    names = [word.text for phrase in phrases for word in words_of(phrase)]
    return tuple(
        Person(name, "") for name in dict.fromkeys(names) if name[:1].isupper() and not is_common(name.lower())
    )
