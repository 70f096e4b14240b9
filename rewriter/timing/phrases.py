"""Set phrases of time: "as soon as possible", "the same day", and the senses in which they are not about time."""

from collections.abc import Sequence
from functools import cache

from rewriter.lexicon import Lexicon, phrases
from rewriter.text import Word
from rewriter.timing.words import TimeKind

__all__ = ["phrase_times"]

_PHRASES = {
    "vague": """
        asap, as soon as possible, as soon as practicable, as soon as poss, as soon as practical,
        as soon as they can, as soon as he can, as soon as she can, a s a p, ongoing, on going,
        on an ongoing basis, going forward, going forwards, moving forward, moving forwards, as and when,
        as and when required, as and when needed, as and when necessary, if and when, as needed, as required,
        as necessary, as appropriate, when needed, when required, when necessary, when appropriate,
        when possible, whenever possible, where possible, where needed, where necessary, where appropriate,
        where required, wherever possible, whenever needed, if needed, if required, if necessary,
        if appropriate, regularly, on a regular basis, at regular intervals, frequently, often, periodically,
        intermittently, from time to time, occasionally, now and then, every so often, every now and then,
        in due course, in time, over time, in the fullness of time, at the earliest opportunity,
        at the first opportunity, at the earliest, at earliest convenience, in a timely manner,
        in a timely fashion, in a timely way, timely, in good time, promptly, swiftly, quickly, speedily, soon,
        shortly, very soon, without delay, without undue delay, urgently, as a matter of urgency, continuously,
        continually, continuous, indefinitely, in the long term, in the longer term, over the long term,
        in the short term, in the near future, in the future, in future, in the coming weeks,
        in the coming months, over the coming weeks, over the coming months, in the next few weeks,
        in the next few months, over the next few weeks, over the next few months, within the next few weeks,
        in the next few days, in a few weeks, in a few months, until further notice, till further notice,
        for the foreseeable future, for the foreseeable, for now, for the time being, for the duration,
        for as long as needed, for as long as necessary, for as long as required, as long as necessary,
        eventually, at some point, at some stage, in the meantime, when able, when ready, when he is ready,
        when she is ready,
        when they are ready, sooner rather than later, round the clock, 24/7
        """,
    "now": "immediately, straight away, straightaway, right away, at once, instantly",
    "event": """
        as soon as, the same day, same day, on the same day, that day, the same evening, the same night,
        that evening, that night, on the day, the day before, the day after, the evening before,
        the night before, the morning after, the next day, the next morning, the following day,
        the following morning, next working day, the next working day, the following working day,
        the next school day, the day itself, straight after, immediately after, immediately afterwards,
        immediately following
        """,
    "start": (
        "with immediate effect, from now on, from now onwards, from the outset, with effect from today, from "
        "today onwards"
    ),
    "frequency": (
        "on a daily basis, on a weekly basis, on a monthly basis, on a fortnightly basis, every single day, "
        "day to day"
    ),
}  # fmt: skip
_KINDS = {"vague": TimeKind.VAGUE, "event": TimeKind.EVENT, "start": TimeKind.START, "frequency": TimeKind.FREQUENCY}
_NEEDS = frozenset(
    "concern concerns issue issues abuse violence conflict risk risks neglect need needs difficulty "
    "difficulties problem problems "
    "dispute disputes proceedings investigation harm bullying harassment pain illness worry worries".split()
)
_NAMED_BY_DAY = frozenset("centre center care service services trip trips unit hospital nursery room release".split())
_CONDITIONS = frozenset("if when whenever after following any once should each every".split())


@cache
def _phrases() -> Lexicon:
    return Lexicon({tag: phrases(block) for tag, block in _PHRASES.items()})


def phrase_times(words: Sequence[Word]) -> list[tuple[TimeKind, int, int]]:
    """Give the set phrases of time as kind and word indices; where two start together, the longer one."""
    terms = _phrases().find(words)
    if not terms:
        return []
    found: list[tuple[TimeKind, int, int]] = []
    for term in sorted(terms, key=lambda term: (term.first, -term.last)):
        if found and term.first < found[-1][2]:
            continue
        after = words[term.last].key if term.last < len(words) else ""
        if term.tag == "now":
            if after.endswith("ed") or after in ("dangerous", "available", "obvious", "at"):
                continue  # "immediately threatened" tells how, not when
            near = words[max(0, term.first - 14) : term.last + 4]
            kind = TimeKind.EVENT if any(word.key in _CONDITIONS for word in near) else TimeKind.VAGUE
        else:
            kind = _KINDS[term.tag]
            head = words[term.first].key
            if head == "on" and words[term.last - 1].key == "day" and after in _NAMED_BY_DAY:
                continue  # "on the day centre minibus" names a place
            if (head in ("ongoing", "on", "continuous") and after in _NEEDS) or (
                head == "on" and after in ("to", "out", "into", "for")
            ):
                continue  # "ongoing concerns" describes the need
            if head in ("in", "over") and words[term.last - 1].key == "time" and after in ("for", "to", "with"):
                continue  # "in time for school"
            if head == "that" and term.first and words[term.first - 1].key in ("say", "says", "so"):
                continue
        found.append((kind, term.first, term.last))
    return found
