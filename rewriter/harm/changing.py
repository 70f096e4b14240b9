"""Whether what the person harmed does is made the thing that must change so that the harm stops.

Section 3.3 of the responsibility standard.
"""

from rewriter.harm.asked import REPORTING, names_abuse
from rewriter.harm.cast import WORKING_SIDES, Cast, Duty, Side
from rewriter.harm.ends import ends_harm

__all__ = ["must_change", "reached_by_means"]


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
    if ends_harm(cast, duty):
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
