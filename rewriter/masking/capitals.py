"""Finds people by their capitals, and fails closed: what is no word of ours and has a capital is a name.

A name of every culture is read alike: nothing here asks whether a name is a common one, but for words that are names
too. A word that is on no list of names is somebody where it does what only people do ("Ocean enjoys", "ask Story").
"""

from collections.abc import Sequence

from rewriter.masking.acting import DOING, acts, is_asked, next_of
from rewriter.masking.initials import is_initial
from rewriter.masking.lists import (
    given_names,
    is_word_of_plans,
    listed,
    much_used_names,
    never,
    ordinary,
    plain_small,
    rarer,
)
from rewriter.masking.seldom import is_seldom_somebody
from rewriter.masking.small import is_small_name
from rewriter.masking.two_faced import is_somebody
from rewriter.masking.words import Piece

__all__ = ["is_family_name", "is_name", "is_shouted", "is_title", "joins", "particles_before"]

_LINEAGE = frozenset("ap ab ferch verch bint ibn bin".split())
_NEWBORN = frozenset({"baby", "girl", "boy"})
_SMALL_TITLES = frozenset({"mr", "mrs", "ms", "dr"})
_MARRIED = frozenset("mr mrs ms".split())  # no word of ours begins so: "Mrs Pop"
_WHICH_FAMILY = frozenset(
    "young little large close foster good day best early east west north south new child birth church islam".split()
)
# What words of a trade end in, and hardly a name: "Audiologist", "Dietetics".
_TECHNICAL = (
    "logy",
    "logist",
    "iatric",
    "iatrics",
    "ician",
    "graphy",
    "therapy",
    "tion",
    "ness",
    "metry",
    "ical",
    "etics",
)
_LETTERED = frozenset("child person plan option step vitamin class group section mr mrs ms miss dr".split())


def is_title(piece: Piece) -> bool:
    """Whether a word stands before a name and makes what follows one: "Mrs", "Dr", "PC"."""
    return piece.key in listed("people", "titles") and (piece.is_capital or piece.key in _SMALL_TITLES)


def is_name(pieces: Sequence[Piece], at: int) -> bool:
    """Whether the word at a place is taken for somebody's name (or a place's, which is told apart later)."""
    piece = pieces[at]
    if piece.is_number or (not piece.is_capital and piece.key in plain_small()):
        return False
    before = pieces[at - 1] if at else None
    titled = before is not None and piece.gap in (" ", ". ", ".") and is_title(before)
    if not piece.is_capital:
        return is_small_name(pieces, at, titled)
    key = piece.key
    if key in listed("people", "titles"):
        return False
    after = pieces[at + 1] if at + 1 < len(pieces) else None
    if (len(key) < 3 or piece.is_upper) and _touches_digits(piece, before, after):
        return False  # "KS2", "Y7"
    if len(piece.text) == 1:
        return titled or is_initial(pieces, at)
    if titled and (key not in never() or key in listed("people", "family") or pieces[at - 1].key in _MARRIED):
        return not piece.is_upper or key not in listed("never", "acronyms")
    if piece.is_upper:
        return _is_name_in_capitals(pieces, at)
    family = before is not None and not piece.opens and key in listed("people", "family")
    if _is_family_of(pieces, at):
        return True
    if family and (_is_initial_before(pieces, at) or (pieces[at - 1].key in _NEWBORN and pieces[at - 1].is_capital)):
        return True  # "J. Smith", "Baby Girl Smith"
    if key in listed("people", "mostly_names"):
        return not (key == "eve" and before is not None and before.key in ("christmas", "year", "years", "year's"))
    if key in listed("people", "times") or key in listed("people", "two_faced"):
        return is_somebody(pieces, at)
    if key in ordinary() or (key.endswith(_TECHNICAL) and key in rarer()):
        return is_seldom_somebody(pieces, at)
    return not (key.endswith("s") and key[:-1] in ordinary() and len(key) > 4 and key not in much_used_names())


def _is_family_of(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a family is called by a word: "the Brown family", "Long family"."""
    piece, after = pieces[at], next_of(pieces, at)
    if after is None or after.key not in ("family", "household") or after.gap != " " or after.is_capital:
        return False
    return piece.key in listed("people", "family") and not (piece.opens and piece.key in _WHICH_FAMILY)


def is_shouted(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a word in capitals stands in a line of capitals, where they tell nothing."""
    beside = [pieces[n] for n in (at - 1, at + 1) if 0 <= n < len(pieces)]
    return pieces[at].is_upper and any(one.is_upper and one.key in ordinary() for one in beside)


def is_family_name(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a word of ours with a capital, right after somebody's name, is the family's: "Hyacinth Bucket".

    It is not where a heading goes on ("Zofia Care Plan"), nor where it is a word of plans.
    """
    piece, given = pieces[at], pieces[at - 1]
    after = next_of(pieces, at)
    if given.is_upper or piece.gap != " " or is_word_of_plans(piece.key):
        return False
    if after is None or bool(after.gap.strip()):
        return True
    return acts(pieces, at) if given.opens else not after.is_capital


def joins(left: Piece, right: Piece) -> bool:
    """Whether two words next to each other can be parts of one name."""
    if left.tail:
        return False
    if right.gap in (" ", "-", "\u2010", "\u2011", "\u00a0"):
        return True
    return right.gap in (". ", ".") and (len(left.text) == 1 or left.key in ("md", "mohd"))  # an initial, "Md. Islam"


def particles_before(pieces: Sequence[Piece], first: int, taken: Sequence[bool]) -> int:
    """Give where a name begins when the particles before it ("van der", "al-") are counted in."""
    at = first
    if at and pieces[at - 1].key == "nana" and pieces[at].key in listed("people", "after_nana") and not taken[at - 1]:
        return at - 1  # "Nana Ama" is a name in Ghana, "Nana Jean" a grandmother
    while at and not taken[at - 1] and joins(pieces[at - 1], pieces[at]):
        piece = pieces[at - 1]
        if piece.key not in listed("people", "particles") or (piece.is_upper and not pieces[first].is_upper):
            break
        if piece.key in ("a", "o", "do", "den", "ten", "bat", "ben", "st", "la") and not piece.is_capital:
            break
        at -= 1
    sure = at < first and pieces[at].key in _LINEAGE
    given = sure and at > 0 and not taken[at - 1] and pieces[at - 1].is_capital and not is_title(pieces[at - 1])
    if given and joins(pieces[at - 1], pieces[at]):
        return at - 1  # "Nest ferch Rhys"
    return at


def _is_initial_before(pieces: Sequence[Piece], at: int) -> bool:
    initial = pieces[at - 1]
    if len(initial.text) != 1 or not initial.text.isupper() or not joins(initial, pieces[at]):
        return False
    earlier = pieces[at - 2].key if at > 1 and not initial.opens else ""
    return earlier not in _LETTERED and (pieces[at].gap != " " or initial.key not in ("i", "a"))


def _touches_digits(piece: Piece, before: Piece | None, after: Piece | None) -> bool:
    return (before is not None and before.is_number and not piece.gap) or (
        after is not None and after.is_number and not after.gap
    )


def _is_name_in_capitals(pieces: Sequence[Piece], at: int) -> bool:
    piece = pieces[at]
    key = piece.key
    if key in listed("people", "mostly_names") or key in given_names():
        return key not in listed("never", "acronyms") or piece.owns
    if key in listed("never", "acronyms") or (key.endswith("s") and key[:-1] in listed("never", "acronyms")):
        return False
    if key in listed("people", "times") or key in listed("people", "two_faced"):
        shouted = is_shouted(pieces, at)
        return is_somebody(pieces, at) and (not shouted or piece.owns or _acts(pieces, at) or is_asked(pieces, at))
    if key in listed("people", "seldom") and not is_shouted(pieces, at) and piece.opens:
        return acts(pieces, at) and not pieces[at + 1].is_upper  # "LONG has refused"
    return key not in ordinary() and not (key.endswith("s") and (key[:-1] in ordinary() or key[:-1] in rarer()))


def _acts(pieces: Sequence[Piece], at: int) -> bool:
    return (
        at + 1 < len(pieces)
        and not pieces[at + 1].opens
        and pieces[at + 1].key in (DOING | {"and", "&", "attends", "needs", "agrees"})
    )
