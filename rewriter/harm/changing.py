"""Whether what the person harmed does is made the thing that must change so that the harm stops.

Section 3.3 of the responsibility standard.
"""

from rewriter.harm.asked import REPORTING, names_abuse
from rewriter.harm.cast import WORKING_SIDES, Cast, Duty, Side
from rewriter.harm.policing import CHANGES, FINE, brings_help

__all__ = ["must_change", "reached_by_means"]

_GENTLE_ENDS = frozenset("safe safer protected protect peace without".split())
_TO_STOP = frozenset("stop prevent avoid reduce end minimise break lessen".split())
_MOODS = frozenset("stays stay is are remains remain keeps keep feels feel settles settle gets get knows know".split())
_LOCKS = frozenset("locks lock door doors windows camera cameras doorbell chain knives alarm alarms".split())


def reached_by_means(cast: Cast, duty: Duty) -> bool:
    """ "to live safely by being discreet": a state reached by what the person harmed does."""
    words = cast.reading.words
    for n in range(duty.verb, duty.end - 1):
        if (
            words[n].key in ("by", "through")
            and words[n + 1].key.endswith("ing")
            and not cast.named(WORKING_SIDES | {Side.SOURCE}, n, n + 2)
        ):
            return True
    return False


def must_change(cast: Cast, duty: Duty) -> str:
    """Give "change" where the person harmed is to change so that the harm stops; else ""."""
    marks, lemma = cast.marks, duty.act.lemma
    if _result(cast, duty):
        return "change"
    if duty.shared or duty.side is Side.BOTH or lemma in ("report", "tell", "talk about"):
        return ""
    if marks.first("change_self", duty.verb, duty.own_end):
        return (
            "change"
            if duty.side is not Side.CHILD or cast.exploited or _touches_harm(cast, duty.verb, duty.end)
            else ""
        )
    if marks.first("change_guarded", duty.verb, duty.own_end):
        grown = duty.side is Side.HARMED and duty.act.lemma not in REPORTING
        return "change" if grown or cast.exploited or names_abuse(cast, duty.verb, duty.end) else ""
    gentle = marks.first("change_gently", duty.verb, duty.own_end)
    return "change" if gentle is not None and _touches_harm(cast, gentle.last, duty.end) else ""


def _touches_harm(cast: Cast, first: int, last: int) -> bool:
    return names_abuse(cast, first, last) or cast.named((Side.SOURCE,), first, last) is not None


def _result(cast: Cast, duty: Duty) -> bool:
    """Whether the words after "so that", "to", "until" make the act the thing that ends the harm."""
    words, marks = cast.reading.words, cast.marks
    for n in range(duty.verb + 1, duty.end):
        key = words[n].key
        if (
            (key == "so" and n + 1 < duty.end and words[n + 1].key not in ("far", "much", "many"))
            or (key in ("until", "then", "which", "otherwise") and n > duty.verb + 1)
            or (key in ("to", "and") and n + 1 < duty.end and words[n + 1].key in _TO_STOP)
            or (key in ("means", "help", "helps") and n + 1 < duty.end)
        ):
            begin = n + 1
        else:
            continue
        ending = marks.first("ending", begin, duty.end)
        if key == "so" and ending is None and _for_the_source(cast, duty, begin):
            return True
        if ending is None:
            continue
        subject = next(
            (
                m
                for m in cast.figures.between(begin, min(begin + 5, duty.end))
                if words[m.first - 1].key not in ("at", "in", "from", "to")
            ),
            None,
        )
        if subject is not None and cast.side_at(subject) in WORKING_SIDES:
            continue
        harm = (
            names_abuse(cast, begin, duty.end)
            or cast.named((Side.SOURCE,), begin, duty.end) is not None
            or bool(marks.first("hurting", begin, duty.end))
            or bool(marks.first("property", begin, duty.end))
        )
        if not harm:
            continue
        gentle = words[ending.first].key in _GENTLE_ENDS
        if (
            duty.act.lemma in REPORTING
            or brings_help(cast, duty, begin)
            or marks.first("legal", duty.verb, begin)
            or _locks(cast, duty, begin)
        ) and not marks.any(CHANGES, duty.verb, begin):
            continue
        if gentle and duty.act.lemma in FINE:
            continue
        return True
    return False


def _for_the_source(cast: Cast, duty: Duty, begin: int) -> bool:
    """ "so that Lou stays settled": what the person harmed does is for the mood of the source."""
    words = cast.reading.words
    subject = next(iter(cast.figures.between(begin, min(begin + 3, duty.end))), None)
    if subject is None or subject.owning or cast.side_at(subject) is not Side.SOURCE or subject.last >= duty.end:
        return False
    return words[subject.last].key in _MOODS and not brings_help(cast, duty, begin)


def _locks(cast: Cast, duty: Duty, end: int) -> bool:
    """Whether the act is about doors, locks or alarms: a safety measure, not a change of hers."""
    words = cast.reading.words
    return any(
        words[n].key in _LOCKS and not (n + 1 < end and words[n + 1].key in ("box", "his", "her"))
        for n in range(duty.verb, end)
    )
