"""Times without an end in a rewrite: "ongoing", "as soon as possible", "as needed", outside its brackets.

Source: 001 SMART planning, "T - Timely"; 000 spotlight, "Time-bound".
"""

from collections.abc import Iterator
from functools import cache

from rewriter.answer import Concern, ConcernKind
from rewriter.guarding.concern import fault
from rewriter.guarding.sides import Side
from rewriter.lexicon import Lexicon
from rewriter.words import word_lists

__all__ = ["open_times"]

# "ongoing concerns" describes the need, and "as soon as possible" may stand within a limit: those are not times.
_AS_NEEDED = frozenset(("prn",))
_DESCRIBED = frozenset("concern concerns need needs difficulty difficulties issue issues risk risks pain".split())


@cache
def _open() -> Lexicon:
    return Lexicon(word_lists("guarding")["open"])


def open_times(rewrite: Side, original: Side | None = None) -> Iterator[Concern]:
    """Give a concern for each time without an end, but for a drug that the original gives "prn"."""
    words = rewrite.words
    # a drug that the original gives as it is wanted
    prescribed = original is not None and any(word.key in _AS_NEEDED for word in original.words)
    after = 0
    for term in sorted(_open().find(words), key=lambda term: (term.first, -term.last)):
        start, end = words[term.first].start, words[term.last - 1].end
        following = words[term.last].key if term.last < len(words) else ""
        as_soon = words[term.first].key == "soon" and term.first and words[term.first - 1].key == "as"
        if term.first < after or as_soon or rewrite.in_gap(start) or following in _DESCRIBED or prescribed:
            continue
        after = term.last
        message = "This gives no time that can be kept to or checked; put a date, or [a date to agree]."
        yield fault(ConcernKind.OPEN_ENDED_TIME, rewrite.text, start, end, message)
