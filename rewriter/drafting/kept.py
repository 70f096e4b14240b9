"""What a draft leaves out of the user's words, and how it is put back, so that nothing asked or told gets lost.

A stretch is looked for word by word, as the guard looks for facts: in any form, and as what an abbreviation stands
for. History, labels and what a declared change replaces may go.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from rewriter.evidence.history import history_words
from rewriter.guarding.alike import is_small
from rewriter.guarding.store import store_of
from rewriter.plan import Reading
from rewriter.text import Span, Word

__all__ = ["left_out", "stretches_at"]

_PARTS = frozenset((",", ";", "|", "\n", "-", "\u2013", "\u2014", "(", ")"))
_DASHES = frozenset(("-", "\u2013", "\u2014"))
_HEADING = 2  # words before a dash that only head what follows: "CAMHS - therapy for Lottie"
_LEADING = frozenset(("and", "or", "but", "so", "then", ":", ".", "*", "\u2022", ">", "&", "+", "/"))


def left_out(reading: Reading, draft: str, excused: Sequence[Span]) -> tuple[Span, ...]:
    """Give the stretches of a text (offsets, end exclusive) of which a draft has lost the matter, in order and apart.

    `excused` are the stretches that a declared change has replaced.
    """
    known = store_of(draft).known(store_of(reading.text))
    story = reading.once(history_words)
    kept = _merged(excused)
    found: list[Span] = []
    for first, last in _stretches(reading):
        matter = [
            n
            for n in range(first, last)
            if not is_small(reading.words[n].key) and n not in story and not _covered(kept, reading.words[n].start)
        ]
        lost = [n for n in matter if n not in known]
        if lost and 2 * len(lost) > len(matter):
            start, end = reading.words[first].start, reading.words[last - 1].end
            if found and not reading.text[found[-1].end : start].strip(" ,;:|-*\u2022\u2013&+()\n"):
                found[-1] = Span(found[-1].start, end)
            else:
                found.append(Span(start, end))
    return tuple(found)


def stretches_at(reading: Reading, offsets: Sequence[int]) -> tuple[Span, ...]:
    """Give the stretches of a text in which some offsets lie."""
    places = sorted(offsets)
    found: list[Span] = []
    for first, last in _stretches(reading) if places else ():
        start, end = reading.words[first].start, reading.words[last - 1].end
        at = bisect_left(places, start)
        if at < len(places) and places[at] < end:
            found.append(Span(start, end))
    return tuple(found)


def _stretches(reading: Reading) -> Iterator[tuple[int, int]]:
    """The parts of each sentence between its marks, without what only leads up to them; a label goes with its words."""
    words = reading.words
    for begin, end in reading.sentences:
        first = begin
        for n in range(begin, end + 1):
            if n < end and (not _parts(words, n) or (n - begin <= _HEADING and words[n].key in _DASHES)):
                continue
            last = n
            while first < last and (words[first].key in _LEADING | _PARTS or _is_number(words, first, last)):
                first += 1
            while last > first and words[last - 1].key in _LEADING | _PARTS:
                last -= 1
            if first < last:
                yield first, last
            first = n + 1


def _is_number(words: Sequence[Word], n: int, last: int) -> bool:
    """Whether a word only numbers its line: "2. Nursery 15 hours"."""
    if not words[n].key.isdigit() or n + 1 >= last or words[n + 1].key not in (".", ")"):
        return False
    return n == 0 or words[n - 1].key == "\n"


def _parts(words: Sequence[Word], n: int) -> bool:
    if words[n].key not in _PARTS:
        return False
    dash = words[n].key in _DASHES
    return not dash or (n > 0 and words[n - 1].end < words[n].start)


def _merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def _covered(spans: Sequence[Span], offset: int) -> bool:
    at = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return at >= 0 and offset < spans[at].end
