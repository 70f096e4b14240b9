"""What the people harmed are asked to do, and whether it makes them answer for the harm.

Sections 3.1 to 3.3, 3.6 and 3.7 of the responsibility standard: guarantor, police, the thing that must change,
watched, treated as the source. Works on who acts, on what, in which part of the sentence.
"""

from collections.abc import Iterator

from rewriter.harm.allowed import unallowed
from rewriter.harm.asked import is_chosen, is_state, names_abuse
from rewriter.harm.cast import HARMED_SIDES, Cast, Duty, Fault, Side
from rewriter.harm.changing import manner_faults, must_change, reached_by_means
from rewriter.harm.doerless import doerless_faults
from rewriter.harm.ends import ends_harm
from rewriter.harm.fending import fends_for_themself
from rewriter.harm.narrowing import curtailed, gives_up, keeps_hours, negated_habits, tied_to_source, unspoken_asks
from rewriter.harm.policing import FINE, polices, tells_somebody
from rewriter.harm.presumed import is_presumed_hers
from rewriter.harm.sending import is_sent_away, is_sent_on_course, sending_faults
from rewriter.harm.vouching import vouching_faults
from rewriter.harm.watching import watch_faults
from rewriter.plan import Mood

__all__ = ["duty_faults"]

_GUARDING = frozenset(
    "prevent stop avoid reduce minimise end eliminate protect safeguard keep deal cope handle control tackle "
    "address resolve refrain cease manage calm limit defuse break sort sort_out manage_ contain curb".split()
) | {
    "keep safe",
    "deal with",
    "cope with",
    "take responsibility",
    "be responsible",
    "put a stop",
    "put an end",
    "de escalate",
    "cut down",
    "see to it",
    "sort out",
}
# Keeping one of these is evidence, or the person's own account: never keeping somebody in check.
_KEPT = frozenset("log diary record records note notes list screenshots copies copy photos journal".split())
_HOME = frozenset("home house property flat address".split())
_SPARED = frozenset({"be expected", "be asked", "be required", "need", "have", "be made"})
_ASKED_OF = frozenset("need needn't have expected asked required".split())
_ENDING = frozenset(
    part.strip()
    for part in (
        "stop, avoid, refrain, cease, end, quit, give up, stay away, keep away, prevent, cut down, reduce"
    ).split(",")
)
_TOLD_ON = frozenset("reported report reports recorded logged rings calls tells ring call tell".split())
_STAYING = frozenset("stay stop live sleep move remain".split())
_LEAVING = frozenset(part.strip() for part in ("leave, stay away, keep away, move, move out, stay out, go").split(","))


def duty_faults(cast: Cast) -> Iterator[Fault]:
    """Give every duty that makes a person harmed guarantor, police, or the thing that must change, and every watch."""
    for duty in cast.duties:
        if duty.side in HARMED_SIDES:
            kind = _judge(cast, duty)
            if kind:
                yield Fault(kind, duty.first, duty.end if kind == "change" else max(duty.own_end, duty.verb + 1))
    yield from manner_faults(cast)
    yield from watch_faults(cast)
    yield from vouching_faults(cast)
    yield from sending_faults(cast)
    yield from unspoken_asks(cast)
    yield from negated_habits(cast)
    yield from curtailed(cast)
    yield from doerless_faults(cast)


def _judge(cast: Cast, duty: Duty) -> str:
    act = duty.act
    if act.mood is Mood.ALLOWED or (act.negated and act.carrier in _SPARED) or _spared(cast, duty):
        return ""
    if is_chosen(cast, duty):
        return ""
    if duty.shared and act.lemma in FINE:
        return ""
    if not act.lemma:
        return _as_source(cast, duty) or must_change(cast, duty) or ("change" if keeps_hours(cast, duty) else "")
    words = cast.reading.words
    near = {words[n].key for n in range(max(0, duty.verb - 5), min(duty.verb + 2, len(words)))}
    if "being" in near and not near & {"to", "will", "must"}:
        return ""  # "keeps being tripped and spat on": what is done to them
    if is_sent_away(cast, duty):
        return "as_source"
    if is_state(cast, duty):
        return "change" if reached_by_means(cast, duty) or ends_harm(cast, duty) else ""
    found = _guarantor(cast, duty) or polices(cast, duty) or _as_source(cast, duty) or must_change(cast, duty)
    if found or duty.shared:
        return found
    presumed = (
        fends_for_themself(cast, duty)
        or tied_to_source(cast, duty)
        or gives_up(cast, duty)
        or is_presumed_hers(cast, duty)
        or unallowed(cast, duty)
    )
    return "change" if presumed else ""


def _spared(cast: Cast, duty: Duty) -> bool:
    """Whether the words free the person harmed from the act: "need not reply", "does not have to"."""
    words = cast.reading.words
    for n in range(max(duty.first, 1), min(duty.verb, len(words) - 1)):
        if words[n].key in _ASKED_OF:
            after, before = words[n + 1].key, words[n - 1].key
            if after == "not" or (after == "to" and before in ("not", "don't", "doesn't", "never")):
                return True
    return False


def _guarantor(cast: Cast, duty: Duty) -> str:
    act, words = duty.act, cast.reading.words
    lemma = act.lemma
    guarantees = "guarantee" in act.classes or act.carrier in ("ensure", "make sure")
    if guarantees:
        inner = cast.marks.begins("safe", duty.verb + (2 if lemma == "make sure" else 1))
        told = any(words[n].key in _TOLD_ON for n in range(duty.verb, duty.end))
        if (
            not inner
            and not told
            and (
                names_abuse(cast, duty.verb, duty.end)
                or cast.named((Side.SOURCE,), duty.verb, duty.end)
                or any(words[n].key in ("safe", "protected", "exposed", "safety") for n in range(duty.verb, duty.end))
            )
        ):
            return "guarantor"
        if duty.side is Side.CHILD and _cares_for_others(cast, duty):
            return "guarantor"
    if lemma in ("protect", "safeguard") or (
        lemma in ("keep", "keep safe")
        and any(words[n].key == "safe" for n in range(duty.verb, min(duty.verb + 6, duty.end)))
    ):
        return "guarantor"
    if (lemma in _GUARDING or "negative" in act.classes) and not act.negated:
        record = lemma == "keep" and any(
            word.key in _KEPT for word in words[duty.verb + 1 : min(duty.verb + 4, duty.end)]
        )
        plain = not record and names_abuse(cast, duty.verb + 1, duty.own_end)
        if plain and not tells_somebody(cast, duty):
            return "guarantor"
        if lemma in _ENDING and cast.named((Side.SOURCE,), duty.verb, duty.own_end):
            return "police"
    return ""


def _cares_for_others(cast: Cast, duty: Duty) -> bool:
    """ "Tyler (11) to make sure the little ones have had tea": a child harmed answers for the care of others."""
    doer = {cast.figures.at[party.first].figure for party in duty.act.actors if party.first in cast.figures.at}
    return any(
        mention.figure not in doer and not mention.owning and cast.side_at(mention) in (Side.CHILD, Side.SOURCE)
        for mention in cast.figures.between(duty.verb + 1, duty.end)
    )


def _as_source(cast: Cast, duty: Duty) -> str:
    words, lemma = cast.reading.words, duty.act.lemma
    if duty.side is Side.BOTH:
        return ""
    if is_sent_on_course(cast, duty.verb, duty.own_end) and lemma not in (
        "ask",
        "be offered",
    ):
        return "as_source"
    away = next((m for m in cast.figures.between(duty.verb + 1, duty.own_end) if cast.side_at(m) is Side.OTHER), None)
    if (
        lemma in _STAYING
        and away is not None
        and away.first <= duty.verb + 4
        and any(words[n].key in ("until", "till", "til") for n in range(duty.verb, duty.end))
    ):
        return "as_source"
    place = any(words[n].key in _HOME for n in range(duty.verb, duty.own_end))
    if (
        place
        and lemma in _LEAVING
        and (
            lemma not in ("go", "move") or any(words[n].key in ("out", "away") for n in range(duty.verb, duty.own_end))
        )
    ):
        return "as_source"
    return ""
