"""What the original rules out ("not at home", "no sweets") and the rewrite no longer does.

Where what is ruled out stands again, its sentence must rule it out too, in whatever words: "keeps away from the house"
for "not to go near the house". Where it stands nowhere, something in the rewrite has to be ruled out at all.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from rewriter.answer import Concern, ConcernKind
from rewriter.guarding.alike import is_small, meanings_at, stem
from rewriter.guarding.concern import fault
from rewriter.guarding.declared import Excused
from rewriter.guarding.given import Given
from rewriter.guarding.sides import Side
from rewriter.text import Word
from rewriter.vocabulary import ordinary_words

__all__ = ["dropped_negations"]

_NOT = frozenset(
    "no not never without nobody nothing none neither nor cannot can't cant won't don't dont mustn't isn't aren't "
    "doesn't didn't hasn't haven't wasn't weren't wouldn't shouldn't couldn't".split()
)
# Words that rule something out without saying "not".
_OTHERWISE = _NOT | frozenset(
    "zero nil 0 instead rather away avoid avoids avoiding stop stops stopped stopping free except excluding exclude "
    "excludes excluded elsewhere outside refrain refrains refuse refuses refused decline declines declined "
    "unable alone vegetarian halal sober abstain abstains abstinent absent banned barred prohibited silent".split()
)
# Words that do so only of what stands beside them.
_BESIDE = _OTHERWISE | frozenset(
    "unaided fail fails clean locked only misses missed lacks out off ends ended sole solely just unless less fewer "
    "under below apart separate separately until till leave leaves ceases cease private confidential".split()
)
# What is not to happen may be said as what always does: "no missed appts" is "goes to every appointment".
_LACKING = frozenset(
    "miss misses missed missing late lateness absent absence absences fail fails failing failed cancel cancels "
    "cancelled forget forgets forgetting skip skips skipped skipping unexcused unauthorised".split()
)
_ALWAYS = frozenset("every each all always whenever full time punctual punctually whole keeps keep".split())
_SIDES = frozenset("after before past".split())
_IDLE = frozenset("less fewer more later earlier longer than if yet one only just least".split())  # "no later than"
_AMOUNTS = frozenset("than over under w o without unless except only if".split())  # "no more than 2", "no ... w/out"
_TURNED = frozenset("or if whether and".split())  # "or not", "if not"
_ENDS = frozenset((".", ",", ";", "\n", ":", "(", ")", "+", "&", "and", "but", "or", "-"))
_SENTENCE = frozenset((".", "\n", ";", "!", "?"))
_SCOPE = 5  # words that one negation rules out


def dropped_negations(given: Given, rewrite: Side, excused: Excused) -> Iterator[Concern]:
    """Give a concern for each thing that the original rules out and the rewrite does not."""
    original = given.original
    ruled_out = list(_ruled_out(original))
    if not ruled_out:
        return
    placed = _sentences_by_name(rewrite.words)
    said = [(number, word.key) for number, word in _numbered(rewrite.words) if _is_said(word)]
    beside = {number for number, key in said if key in _BESIDE or _is_un(key)}
    anywhere = any(key in _OTHERWISE or _is_un(key) for _, key in said)
    always = not _ALWAYS.isdisjoint(key for _, key in said)
    for first, last, matter in ruled_out:
        start, end = original.words[first].start, original.words[last - 1].end
        if given.is_told(start) or original.in_label(start) or original.in_gap(start) or excused.covers_from(start):
            continue
        found = frozenset[int]().union(*(_sentences_of(original.words[n], placed) for n in matter))
        if always and original.words[matter[0]].key in _LACKING:
            continue
        if found & beside or (not found and anywhere):
            continue
        message = "The original rules this out, and the rewrite does not."
        yield fault(ConcernKind.DROPPED, original.text, start, end, message)


def _ruled_out(side: Side) -> Iterator[tuple[int, int, Sequence[int]]]:
    """Each negation with what it rules out: word indices (end exclusive), and those that carry matter."""
    words = side.words
    times = Counter([word.key for word in words])
    for n, word in enumerate(words[:-1]):
        following = words[n + 1]
        if word.key not in _NOT or following.key in _IDLE or side.in_value(following.start) or following.key in _ENDS:
            continue
        if n and words[n - 1].key in _TURNED:
            continue
        if following.key in _SIDES and n + 2 < len(words) and side.in_value(words[n + 2].start):
            continue  # "not after 7" is "before 7"
        last = next((m for m in range(n + 1, min(n + _SCOPE, len(words))) if words[m].key in _ENDS), None)
        last = min(n + _SCOPE, len(words)) if last is None else last
        matter = [
            m
            for m in range(n + 1, last)
            if words[m].key.isalpha() and not is_small(words[m].key) and not side.in_value(words[m].start)
        ]
        beyond = {each.key for each in words[last : last + _SCOPE]} | {words[m].key for m in range(n + 1, last)}
        if (
            matter
            and _AMOUNTS.isdisjoint(beyond)
            and _NOT.isdisjoint(beyond)
            and not _is_told_twice(words, matter, times)
        ):
            yield n, last, matter


def _is_un(key: str) -> bool:
    """Whether a word says the opposite of another: "unopened"."""
    return key.startswith("un") and len(key) > _SCOPE and key[2:] in ordinary_words()


def _is_told_twice(words: Sequence[Word], matter: Sequence[int], times: Mapping[str, int]) -> bool:
    """Whether some of it stands elsewhere as well: "ring X, not Y, if ...; Y if later"."""
    here = Counter([words[n].key for n in matter if words[n].text.islower()])
    return any(times[key] > count for key, count in here.items())


def _is_said(word: Word) -> bool:
    """Whether a word is no part of a name: "Stop" of "the Stop Loan Sharks team" rules nothing out."""
    return word.text.islower() or word.key in _NOT


def _numbered(words: Sequence[Word]) -> Iterator[tuple[int, Word]]:
    """The words with the number of the sentence in which each stands."""
    number = 0
    for word in words:
        number += word.key in _SENTENCE
        yield number, word


def _sentences_by_name(words: Sequence[Word]) -> Mapping[str, frozenset[int]]:
    """In which sentences each base form and each meaning stands."""
    numbers = [number for number, _ in _numbered(words)]
    found: dict[str, set[int]] = {}
    for n, word in enumerate(words):
        found.setdefault(stem(word.key), set()).add(numbers[n])
    for first, _, tag in meanings_at(words):
        found.setdefault(f"={tag}", set()).add(numbers[first])
    return {name: frozenset(numbers) for name, numbers in found.items()}


def _sentences_of(word: Word, placed: Mapping[str, frozenset[int]]) -> frozenset[int]:
    tags = (f"={tag}" for _, _, tag in meanings_at([word]))
    return frozenset().union(placed.get(stem(word.key), frozenset()), *(placed.get(tag, frozenset()) for tag in tags))
