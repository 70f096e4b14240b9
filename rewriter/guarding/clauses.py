"""Whole clauses of the original of which no word is found again, and in whose place nothing new stands.

One word may be put in another; that all of a clause is gone, and the words beside it stand side by side, is no wording.
"""

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from rewriter.answer import Concern, ConcernKind, Critique
from rewriter.guarding.alike import is_small, stem
from rewriter.guarding.concern import fault
from rewriter.guarding.declared import Excused
from rewriter.guarding.details import is_matter, may_go, people_at
from rewriter.guarding.given import Given
from rewriter.guarding.reworded import LIGHT, Rewording
from rewriter.guarding.sides import Side
from rewriter.text import Word
from rewriter.vocabulary import is_common

__all__ = ["dropped_clauses"]

_MARKS = frozenset([*",.;:()[]|?!\n\u2022&+", "-", "\u2013", "\u2014", "and", "plus", "but", "then"])
_CUT_WORDS = frozenset("app appt ref no tel max min info doc".split())  # words in their own right too
_HEADING = 3  # words, at most, of what a text is about
_ANY_VERB = frozenset("bring brings use uses make makes".split())
_WEAK = frozenset("together there again both later home".split())  # known by any word of the like
_OF_THE_TEXT = frozenset("whoever text print prompt instructions assistant reader".split())
_IDLE = frozenset("decide continue review idea best want wants everyone".split())


def dropped_clauses(
    given: Given,
    rewrite: Side,
    excused: Excused,
    rewording: Rewording,
    details: Sequence[Concern],
    critique: Callable[[], Critique],
) -> Iterator[Concern]:
    """Give a concern for each clause that is gone and was not told of among the `details`.

    `critique` judges the original, if it is needed: what its rules find at fault may go.
    """
    original = given.original
    words = original.words
    people = people_at(original)
    again = rewrite.whole_store.known_or_related(original.store)
    for first, last in _clauses(words):
        said = [n for n in range(first, last) if words[n].key[0].isalnum() and not is_small(words[n].key)]
        matter = [n for n in said if n not in people and is_matter(original, n) and words[n].key not in _IDLE]
        gone = any(n not in again for n in matter)  # then "bring" or "take" is no sign: "bring iPad"
        start, end = words[first].start, words[last - 1].end
        if (
            not matter
            or last - first == 1
            or any(_is_there(original, n, again) for n in said if not (gone and _is_light(words[n])))
        ):
            continue
        if any(words[n].key in _OF_THE_TEXT for n in said):
            continue  # "whoever reads this must print the text" asks nobody in the plan for anything
        if _is_heading(words, first, last) or any(each.start < end and start < each.end for each in details):
            continue
        if given.is_told(start) or original.in_label(start) or original.in_gap(start) or excused.covers_from(start):
            continue
        if any(span.start < end and start < span.end for span in may_go(critique())):
            continue
        if not rewording.stands_for(first, last, len(matter)):
            message = "Nothing of this part of the original is in the rewrite."
            yield fault(ConcernKind.DROPPED, original.text, start, end, message)


def _is_light(word: Word) -> bool:
    """Whether a word is a verb that any plan has."""
    return stem(word.key) in LIGHT or word.key in _ANY_VERB


def _clauses(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Word indices (end exclusive) between marks; what stands before a colon says what the rest is about."""
    first = 0
    for n, word in enumerate(words):
        if word.key in _MARKS and not _ends_a_cut_word(words, n):
            if n > first and word.key != ":":
                yield first, n
            first = n + 1
    if first < len(words):
        yield first, len(words)


def _ends_a_cut_word(words: Sequence[Word], index: int) -> bool:
    """Whether a full stop belongs to the word before it: "his app. gone in"."""
    if words[index].key != "." or not 0 < index < len(words) - 1:
        return False
    before, after = words[index - 1], words[index + 1]
    cut = before.key in _CUT_WORDS or not is_common(before.key)
    return cut and before.end == words[index].start and after.text.islower()


def _is_there(original: Side, index: int, again: AbstractSet[int]) -> bool:
    """Whether a word is found again that says something, or is part of a value, which is looked for as such."""
    told = index in again and original.words[index].key not in _WEAK
    return told or original.in_value(original.words[index].start)


def _is_heading(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a clause only names what the text or somebody's state is: "Adult protection plan. ..."."""
    return last - first <= _HEADING and (not first or words[first - 1].key == "\n")
