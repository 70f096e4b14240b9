"""How, where and with what something is to be done, as the original says, and the rewrite does not in any form.

A detail is a stretch of words between marks, joining words and prepositions: "in a private room", "not in the car",
"halal meals". It is gone if not one of the words that carry its matter was found again. Values, people and conditions
are looked for elsewhere; what is told, labelled or found at fault by a rule may go.
"""

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from rewriter.amounts.counting import value_of
from rewriter.answer import Concern, ConcernKind, Critique
from rewriter.guarding.alike import is_small, stem
from rewriter.guarding.concern import advice, fault
from rewriter.guarding.declared import Excused
from rewriter.guarding.given import Given
from rewriter.guarding.reworded import Rewording
from rewriter.guarding.shorthand import unit_of
from rewriter.guarding.sides import Side
from rewriter.lexicon import Lexicon
from rewriter.sentences.grammar import verb_at
from rewriter.text import Span, Word
from rewriter.vocabulary import ordinary_words
from rewriter.words import word_lists

__all__ = ["dropped_details", "is_matter", "may_go", "people_at"]

_CUTS = frozenset(
    [*",.;:()[]+/|?!\n\u2022*&", "-", "\u2013", "\u2014", "and", "plus", "but", "then", "also", "or", '"']
)
_HOW = frozenset(
    "in with w using at by for on from not within without via under during into through around next near nr opp "
    "opposite beside behind inside outside".split()
)
_OTHER = frozenset(
    "to of about as re so until til till before after while if unless when because since who which that only "
    "rather instead once where whether than up out off over".split()
)
# A stretch with one of these is a clause with a verb of its own, of being or feeling: no phrase of how or where.
_VERBS = frozenset(
    "be being been is are was were get gets have has wants want loves love likes hopes feels thinks enjoys".split()
)
# Words that say nothing of their own about how a thing is done, and those that only point or label.
_EMPTY = frozenset(
    "ensure ensuring improve improving support supporting address addressing promote promoting manage managing engage "
    "engaging front monitor monitoring consider considering "
    "longer reason first second third last 1st 2nd 3rd "
    "end aim target now current currently actual date basis plan responsible place thing things plus etc professionals "
    "agencies everyone lead action actions outcome objective goal review reviews update amber red green rag total min "
    "max approx regular regularly ongoing possible soon needed required appropriate future order following times time "
    "day days week weeks month months year years hour hours school home child children family situation issues needs "
    "case work level levels way start finish back face view regards response addition accordance line relation "
    "whole entire".split()
)
# What these rules find may be left out or put in other words.
_MAY_GO = frozenset(
    "cliche_or_universal vague_verb infinitive_mental_verb narrative ongoing_or_asap deadline_vague review_as_measure "
    "conditional_undefined negative_outcome beyond_good_enough responsibility_on_victim hides_information mutualises "
    "minimises".split()
)
_POINTING = frozenset("on in by her his their him herself himself themselves".split())
_SCOPE = 4  # words from a negation to the last of what it rules out
_LONGEST_ITEM = 4  # words
_RULED_OUT = frozenset("no not never without none nobody nothing neither nor only free instead rather cannot".split())
_AND = frozenset(("and", "&", "+", "plus"))
_WHERE = frozenset("near nr opp opposite beside behind inside outside".split())
_TOO = frozenset(("too", "also", "aswell"))
_NONE = frozenset(("no", "never", "avoid"))  # what is ruled out
_FEWEST = 2  # words of matter, where no preposition says how


def dropped_details(
    given: Given, rewrite: Side, excused: Excused, rewording: Rewording, critique: Callable[[], Critique]
) -> Iterator[Concern]:
    """Give a concern for each detail of the original that is gone. `critique` judges the original, if it is needed."""
    original = given.original
    words = original.words
    again = rewrite.whole_store.known_or_related(original.store)
    people = people_at(original)
    faulty: tuple[Span, ...] | None = None
    for first, last in _stretches(words):
        start, end = words[first].start, words[last - 1].end
        matter = [n for n in range(first, last) if n not in people and is_matter(original, n)]
        # somebody known by what they do, of whom nothing but the last word is there: "tissue viability nurse"
        whose = last - 1 in people and len(matter) >= _FEWEST and max(matter) == last - 2
        whose = whose and all(words[n].text.islower() and words[n].key in ordinary_words() for n in matter)
        if not matter or any(n in again for n in matter):
            continue
        verb = len(matter) == 1 and verb_at(words, matter[0], last) is not None
        if verb and any(n in again and words[n].key in _EMPTY for n in range(first, last)):
            continue  # "not told address"
        if not whose and any(n in again and n in people for n in range(first, last)):
            continue
        if original.in_value(words[first].start):
            continue
        if original.in_value(words[last - 1].start) and not (words[first].key in _HOW and matter[0] == first + 1):
            continue
        item = _is_item(words, first, last, matter, again)
        if not (whose or item or _says_how(words, first, last, matter) or given.is_needed(start)):
            continue  # of what somebody is allergic to, every word counts
        if given.is_told(start) or original.in_label(start) or excused.covers_from(start) or original.in_gap(start):
            continue
        if faulty is None:
            faulty = may_go(critique())
        if words[first].key not in _NONE and any(
            span.start < words[matter[-1]].end and words[matter[0]].start < span.end for span in faulty
        ):
            continue
        named = any(words[n].text[:1].isupper() for n in range(first + 1, last) if n not in again)
        goes_on = first > 0 and words[first - 1].key == "or"  # "no sweets or fizzy drinks"
        begin = max(0, first - _SCOPE) if goes_on else first
        ruled_out = not _RULED_OUT.isdisjoint([word.key for word in words[begin:last]])
        kept_out = not ruled_out or not _RULED_OUT.isdisjoint(rewrite.store.keys)  # what is ruled out stays so
        settled = (
            named
            or words[first].key in _WHERE
            or whose
            or given.is_needed(start)
            or not kept_out
            or words[last - 1].key in _TOO
        )
        settled = settled or (
            item
            and verb_at(words, first, last) is None
            and not _stands_beside(rewrite, words[first - 2], rewording.new)
        )
        if not settled and rewording.stands_for(first, last, len(matter)):
            message = "Check that the rewrite still says this: none of these words is in it."
            yield advice(ConcernKind.DROPPED, original.text, start, end, message)
            continue
        yield fault(
            ConcernKind.DROPPED, original.text, start, end, "This detail of the original is not in the rewrite."
        )
    yield from _restrictions(given, again, excused)


def may_go(judged: Critique) -> tuple[Span, ...]:
    """Give where the original has what the rules find may be left out or put in other words."""
    found = (*judged.findings, *judged.responsibility.findings)
    return tuple(Span(finding.start, finding.end) for finding in found if finding.rule in _MAY_GO)


def _stretches(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Word indices (end exclusive) between marks and prepositions; a preposition goes with what follows it."""
    first = 0
    for index, word in enumerate(words):
        if word.key in _CUTS or word.key in _HOW or word.key in _OTHER:
            if index > first and not (index == first + 1 and words[first].key == "not"):
                yield first, index
                first = index
            if word.key in _CUTS:
                first = index + 1
    if first < len(words):
        yield first, len(words)


def is_matter(original: Side, index: int) -> bool:
    """Whether a word of the original says something of its own about how a thing is done."""
    word = original.words[index]
    if is_small(word.key) or any(word.key in each for each in (_HOW, _OTHER, _EMPTY, _NONE)):
        return False
    return (
        len(word.key) > 1
        and word.key.isalpha()
        and not unit_of(word.key)
        and value_of(word.key) is None
        and not original.in_value(word.start)
    )


def _is_item(words: Sequence[Word], first: int, last: int, matter: Sequence[int], again: frozenset[int]) -> bool:
    """Whether a stretch is one more thing of a list of which the rest is there: "a perching stool and a bath board"."""
    if last - first > _LONGEST_ITEM or not _VERBS.isdisjoint([word.key for word in words[first:last]]):
        return False
    joined = first > 1 and words[first - 1].key in _AND and first - 2 in again
    joined = joined or words[last - 1].key in _TOO  # "boiler too"
    small = all(words[n].text.islower() for n in matter) or first in matter
    if len(words) > first + 1 and words[first + 1].key in ("it", "them", "him", "her"):
        return False  # "and share it with both": an act of its own
    return joined and small and is_small(words[first].key) is False and words[first].key not in _OTHER


def _stands_beside(rewrite: Side, neighbour: Word, new: AbstractSet[int]) -> bool:
    """Whether something new is listed where the one before it in the list stands in the rewrite."""
    places = (n for n, word in enumerate(rewrite.words) if stem(word.key) == stem(neighbour.key))
    for at in places:
        for n in range(at + 1, min(at + _LONGEST_ITEM + 1, len(rewrite.words))):
            if rewrite.words[n].key in (".", "\n"):
                break
            if n in new:
                return True
    return False


def _says_how(words: Sequence[Word], first: int, last: int, matter: Sequence[int]) -> bool:
    """Whether a stretch is a detail: after a preposition of manner or place, or a phrase inside its sentence."""
    if words[first].key in _HOW or words[first].key in _NONE:
        return True
    if words[first].key in _OTHER or (last < len(words) and words[last].key == ":"):
        return False
    opens = first == 0 or words[first - 1].key in (".", "\n", ":", "|", "\u2022", "-", "\u2013", "\u2014", "*", ")")
    verb = last < len(words) and words[last].key in ("to", "of")
    return (
        len(matter) >= _FEWEST and not opens and not verb and not any(word.key in _VERBS for word in words[first:last])
    )


def people_at(original: Side) -> frozenset[int]:
    """The word indices at which people stand: whoever is dropped is told of as a person."""
    starts = {word.start: n for n, word in enumerate(original.words)}
    found: set[int] = set()
    for party in original.reading.parties:
        if party.role != "adult":
            at = starts.get(original.place(party.first, party.last).start)
            if at is not None:
                found.update(range(at, at + party.last - party.first))
    return frozenset(found)


@cache
def _limits() -> Lexicon:
    return Lexicon(word_lists("guarding")["limits"])


def _restrictions(given: Given, again: frozenset[int], excused: Excused) -> Iterator[Concern]:
    """The words that limit who or how ("female", "alone", "halal") of which the rewrite has none that says the same."""
    words = given.original.words
    for term in _limits().find(words):
        start, end = words[term.first].start, words[term.last - 1].end
        inside = [n for n in range(term.first, term.last) if words[n].key not in _POINTING] or [term.first]
        if any(n in again for n in inside) or given.is_told(start) or excused.covers_from(start):
            continue
        message = "The original limits how this is done, and the rewrite does not."
        yield fault(ConcernKind.DROPPED, given.original.text, start, end, message)
