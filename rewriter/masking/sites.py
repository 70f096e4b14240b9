"""Local names that do not say what kind of place they are: "at Holy Cross", "goes to Busy Bees", "The Limes".

Capitals are all there is to go by, so what stands before them has to be a word that places are named after.
"""

from collections.abc import Iterator, Sequence

from rewriter.masking.acting import previous_of
from rewriter.masking.lists import is_word_of_plans, listed, much_used_names, never, ordinary, rarer, role_words
from rewriter.masking.words import Piece

__all__ = ["find_sites"]

_BEFORE = frozenset("at to from near for in via outside behind past beside attends attend attended".split())
_SAINTS = frozenset("st saint".split())
_MOST = 3  # words of such a name
_OF_PLACES = frozenset("room little rainbow club cross corner rescue house".split())
_SMALL = frozenset("the a an of and his her their my our i no not all any every this that".split())


def find_sites(
    pieces: Sequence[Piece], taken: Sequence[bool], people: frozenset[str]
) -> Iterator[tuple[int, int, bool]]:
    """Give the words (first, last exclusive) of each, and whether the possessive at its end is its own.

    `people` are the parts of known names.
    """
    done = 0
    for at in range(len(pieces)):
        if at < done or taken[at] or not pieces[at].is_capital:
            continue
        saint = _saint(pieces, taken, at)
        last = saint or _with_article(pieces, taken, people, at) or _run(pieces, taken, people, at)
        if last:
            done = last
            yield at, last, bool(saint)


def _saint(pieces: Sequence[Piece], taken: Sequence[bool], at: int) -> int:
    """Give where "St Chad's" ends, which owns nothing by the next word; 0 where it is none."""
    last = at + 1
    if pieces[at].key not in _SAINTS or last == len(pieces) or taken[last] or pieces[last].gap not in (" ", ". "):
        return 0
    name = pieces[last]
    return last + 1 if name.is_capital and name.owns and not name.is_upper else 0


def _with_article(pieces: Sequence[Piece], taken: Sequence[bool], people: frozenset[str], at: int) -> int:
    """Give where a name ends that begins with "The" within a sentence; 0 where none does."""
    if pieces[at].text != "The" or pieces[at].opens:
        return 0
    last = _end(pieces, taken, people, at + 1)
    return last if last > at + 1 else 0


def _run(pieces: Sequence[Piece], taken: Sequence[bool], people: frozenset[str], at: int) -> int:
    """Give where two or three words with a capital end after a word that places are named after; 0 for none."""
    before = previous_of(pieces, at)
    if before is None or before.is_capital or before.key not in _BEFORE or pieces[at].gap != " ":
        return 0
    last = _end(pieces, taken, people, at)
    return last if last > at + 1 else 0


def _end(pieces: Sequence[Piece], taken: Sequence[bool], people: frozenset[str], at: int) -> int:
    """Give where the words end that may be a place's from here on; the same place where what follows has a capital."""
    last = at
    while last < len(pieces) and last - at <= _MOST and not taken[last] and _may_name(pieces, last, people):
        if last > at and (pieces[last].gap != " " or pieces[last - 1].tail):
            break
        last += 1
    if last == at or last - at > _MOST or all(_is_of_a_kind(piece.key) for piece in pieces[at:last]):
        return at
    goes_on = last < len(pieces) and pieces[last].is_capital and pieces[last].gap == " " and not pieces[last - 1].tail
    return at if goes_on and pieces[last].key not in listed("never", "calendar") else last


def _is_of_a_kind(key: str) -> bool:
    """Whether a word tells of plans or of a kind of place, and not which one: "Primary School"."""
    heads, generic = listed("organisations", "heads"), listed("organisations", "generic")
    return is_word_of_plans(key) or key in heads or key in generic


def _may_name(pieces: Sequence[Piece], at: int, people: frozenset[str]) -> bool:
    """Whether a word of ours with a capital is of no plan, role, nation or person, so that it may be of a place."""
    piece = pieces[at]
    key = piece.key
    if not piece.is_capital or piece.is_upper or piece.is_number or len(key) < 3 or key in _SMALL or key in people:
        return False
    if key in _OF_PLACES or key in listed("places", "streets") or key in listed("organisations", "roads"):
        return True
    nobody = key not in much_used_names() and key not in never() and key not in role_words()
    return nobody and (key in ordinary() or key in rarer())
