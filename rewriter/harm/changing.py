"""Whether what the person harmed does is made the thing that must change so that the harm stops.

Section 3.3 of the responsibility standard.
"""

from collections.abc import Iterator

from rewriter.harm.asked import REPORTING, names_abuse
from rewriter.harm.cast import HARMED_SIDES, WORKING_SIDES, Cast, Duty, Fault, Side
from rewriter.harm.ends import ends_harm

__all__ = ["manner_faults", "must_change", "reached_by_means"]

_MANNERS = frozenset(
    "patient tolerant understanding forgiving careful considerate respectful grateful polite cooperative compliant "
    "obedient snappy demanding argumentative stubborn difficult moody rude mouthy cheeky provocative trusting naive "
    "gullible needy clingy nagging critical confrontational direct blunt loud fussy jealous assertive vigilant wary "
    "streetwise discreet guarded firm strict consistent".split()
)
_BETTER_OFF = frozenset("safer happier healthier closer better older her never further over under".split())


def reached_by_means(cast: Cast, duty: Duty) -> bool:
    """ "to live safely by being discreet": a state reached by what the person harmed does."""
    words = cast.reading.words
    for n in range(duty.verb, duty.end - 1):
        if (
            words[n].key in ("by", "through")
            and words[n + 1].key.endswith("ing")
            and not _is_called(cast, n + 1)
            and not cast.named(WORKING_SIDES | {Side.SOURCE}, n, n + 2)
        ):
            return True
    return False


def _is_called(cast: Cast, index: int) -> bool:
    """Whether a word in -ing belongs to what the one who harms is called: "by the swimming coach"."""
    spoken = " ".join(word.key for word in cast.reading.words[index : index + 2])
    return any(spoken in harm.by.lower() for harm in cast.harms)


def must_change(cast: Cast, duty: Duty) -> str:
    """Give "change" where the person harmed is to change so that the harm stops; else ""."""
    marks, lemma = cast.marks, duty.act.lemma
    if ends_harm(cast, duty):
        return "change"
    if duty.shared or duty.side is Side.BOTH or lemma in ("report", "tell", "talk about"):
        return ""
    if _be_other(cast, duty):
        return "change"
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


def _be_other(cast: Cast, duty: Duty) -> bool:
    """ "be stronger with him", "be more patient around her": another manner towards the one who harms."""
    words = cast.reading.words
    if not duty.act.lemma.startswith("be") or duty.side is not Side.HARMED or duty.verb + 2 >= duty.end:
        return False
    key = words[duty.verb + 1].key
    compared = key in ("more", "less") or (key.endswith("er") and key not in _BETTER_OFF)
    near = range(duty.verb + 2, min(duty.verb + 5, duty.end))
    if key in ("more", "less") and words[duty.verb + 2].key in _MANNERS:
        return True
    return compared and any(
        words[n].key in ("with", "to", "around", "towards", "at")
        and cast.named((Side.SOURCE,), n + 1, min(n + 3, duty.end)) is not None
        for n in near
    )


def manner_faults(cast: Cast) -> Iterator[Fault]:
    """ "... and to be less snappy when turned": another manner is asked of the person harmed, wherever it stands."""
    words = cast.reading.words
    for n in range(2, len(words)):
        if words[n].key not in _MANNERS or words[n - 1].key not in ("more", "less"):
            continue
        if words[n - 2].key not in ("be", "become", "being"):
            continue
        first, last = cast.sentence_at(n)
        who = next((m for m in reversed(cast.figures.between(first, n)) if not m.owning), None)
        asked = [m for m in cast.figures.between(first, n) if not m.owning][:1]
        if who is None or not asked or cast.side_at(asked[0]) not in HARMED_SIDES - {Side.BOTH}:
            continue
        if cast.side_at(who) is not Side.SOURCE or words[n - 3].key in ("to", "and"):
            yield Fault("change", n - 2, last)


def _touches_harm(cast: Cast, first: int, last: int) -> bool:
    return names_abuse(cast, first, last) or cast.named((Side.SOURCE,), first, last) is not None
