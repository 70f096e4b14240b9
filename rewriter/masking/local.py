"""Finds local organisations and places: a school, a surgery, a centre by its name; a town, a street.

A kind of place ("the Children's Centre", "Primary School") is none; nor is a national name, which `lists.national` has.
"""

from collections.abc import Sequence

from rewriter.masking.found import Kind
from rewriter.masking.lists import common, given_names, listed, much_used_names, never, role_words
from rewriter.masking.words import Piece

__all__ = ["find_organisations", "is_place", "is_street", "is_town_word"]

_INSIDE = frozenset(("of the and le la upon under").split())
_FUNCTION = frozenset(
    (
        "a an the our of and for with in at on to by from their her his my your its this that which each every any "
        "another other same different first second next be is was not after before until during weekly daily monthly "
        "new"
    ).split()
)
_ROADS = frozenset(("road rd street avenue ave lane crescent terrace grove close mews estate drive").split())
_MOST = 7  # words of a name
_LEADING = frozenset(
    (
        "attend attends visit visits contact call ring email join joins start starts use uses access accesses see go "
        "goes take collect meet meets refer refers at to in from with via by and or near for of if when ensure "
        "arrange book support social worker mum dad mother father parents school staff liaise invite ask asks tell "
        "tells continue leave leaves move moves return returns enrol enrols register registers apply applies"
    ).split()
)
_SAINTS = frozenset({"st", "saint", "saints", "ss", "our", "lady", "all", "holy", "sacred", "the"})


def find_organisations(
    pieces: Sequence[Piece], taken: Sequence[bool], people: frozenset[str]
) -> list[tuple[int, int, Kind]]:
    """Give the words (first, last exclusive) of each local organisation or street, with its kind.

    `people` are the parts of known names: "Sarah's school" names only her.
    """
    found: list[tuple[int, int, Kind]] = []
    for head, piece in enumerate(pieces):
        road = piece.key in _ROADS and piece.is_capital and not piece.opens
        if (
            taken[head]
            or not (road or piece.key in listed("organisations", "heads"))
            or (found and head < found[-1][1])
        ):
            continue
        limit = found[-1][1] if found else 0
        first = _first_word(pieces, taken, head, limit)
        naming = [n for n in range(first, head) if _names(pieces[n]) or (road and _names_a_road(pieces[n]))]
        if not naming or _is_owned(pieces, naming, people):
            continue
        opener = pieces[naming[0]]
        if len(naming) == 1 and opener.opens and opener.key in common() and not piece.is_capital:
            continue  # "New school place": a sentence begins
        last = head + 1
        while last < len(pieces) and not taken[last] and _continues(pieces, last):
            last += 1
        numbered = last < len(pieces) and pieces[last].is_number and pieces[last].gap == " "
        if numbered and all(pieces[n].key in common() for n in naming):
            continue  # "Complete Unit 3"
        found.append((_lead(pieces, first, naming), last, Kind.PLACE if road else Kind.ORG))
    return found


def is_place(pieces: Sequence[Piece], first: int, last: int) -> bool:
    """Whether a run of words that are names is a town or another place, by itself or by the word before it."""
    keys = [piece.key for piece in pieces[first:last]]
    if any(key in listed("places", "towns") for key in keys) and not any(key in much_used_names() for key in keys):
        return True
    if any(key in much_used_names() for key in keys) or not first or pieces[first].opens:
        return False
    return pieces[first - 1].key in listed("organisations", "where") and pieces[last - 1].tail == ""


def is_street(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a word is the end of a street's name that stands right after a name: "Acacia Road"."""
    piece = pieces[at]
    return (
        piece.key in listed("places", "streets") and piece.is_capital and piece.gap == " " and not pieces[at - 1].tail
    )


def is_town_word(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a town whose name is a word (Reading, Bath) is meant: where somebody lives, moves or comes from."""
    piece = pieces[at]
    if piece.key not in listed("places", "town_words") or not piece.is_capital or piece.opens or at < 2:
        return False
    return pieces[at - 1].key in ("in", "to", "from", "near") and pieces[at - 2].key in listed(
        "organisations", "moving"
    )


def _first_word(pieces: Sequence[Piece], taken: Sequence[bool], head: int, limit: int) -> int:
    """Go back from the head over what can belong to its name."""
    first = head
    while first > limit and head - first < _MOST:
        this, before = pieces[first], pieces[first - 1]
        if (
            taken[first - 1]
            or before.is_number
            or before.key in listed("never", "calendar")
            or not _is_near(this.gap, before)
        ):
            break
        if before.key in _FUNCTION:
            between = first - 1 > limit and pieces[first - 2].is_capital and this.is_capital and not before.is_upper
            opening = before.key in ("the", "our") and before.is_capital and this.is_capital and not before.is_upper
            if not opening and (before.key not in _INSIDE or not between):
                break
        elif not before.is_capital and before.key not in listed("organisations", "generic"):
            break
        first -= 1
    while first < head and not pieces[first].is_capital:
        first += 1
    return first


def _is_near(gap: str, before: Piece) -> bool:
    return gap in (" ", "-", " & ", "' ", "\u2019 ") or (gap == ". " and before.key in ("st", "dr"))


def _names(piece: Piece) -> bool:
    """Whether a word of an organisation's name says which one it is."""
    key = piece.key
    if not piece.is_capital or key in listed("organisations", "generic"):
        return False
    if key in ("little", "young", "old"):
        return True
    brand = key in listed("never", "brands") and key in common()  # "the Hive youth club"
    if key in role_words() or (key in never() and not brand) or (piece.is_upper and _is_shouted(key)):
        return False
    return not (piece.opens and key in _LEADING)


def _names_a_road(piece: Piece) -> bool:
    """Whether a word that names no organisation names a road: "Church Lane", but not "the High Street"."""
    return piece.is_capital and not piece.is_upper and piece.key in listed("organisations", "roads")


def _is_shouted(key: str) -> bool:
    """Whether a word in capitals is one of a line in capitals, or an acronym."""
    return key in common() or key in listed("never", "acronyms")


def _is_owned(pieces: Sequence[Piece], naming: Sequence[int], people: frozenset[str]) -> bool:
    """Whether what stands before the head is only a person: "Sarah's school", "Amy school"."""
    if len(naming) > 1 and not all(pieces[n].key in people | much_used_names() for n in naming):
        return False
    last = pieces[naming[-1]]
    saint = naming[0] and pieces[naming[0] - 1].key in _SAINTS
    if saint:
        return False
    if len(last.text) == 1 and last.owns:
        return True  # "R's nursery"
    head = pieces[naming[-1] + 1]
    particle = naming[0] and pieces[naming[0] - 1].key in listed("people", "particles")
    if last.owns and not head.is_capital and (last.key not in common() or particle):
        return True  # "Moreira's housing officer", "dos Reis's housing officer"
    named = last.key in people or last.key in given_names() or last.key in listed("people", "mostly_names")
    if last.owns and named:
        return True
    return last.key in people or (last.key in given_names() and not pieces[naming[-1] + 1].is_capital)


def _lead(pieces: Sequence[Piece], first: int, naming: Sequence[int]) -> int:
    """Leave out what only leads up to the name: "Attend Oak Tree Nursery", "The Willows"."""
    while first < naming[0] and pieces[first].key not in ("st", "saint", "our", "holy", "sacred"):
        generic = pieces[first].key in listed("organisations", "generic")
        if pieces[first].key == "the" and pieces[first].is_capital and not pieces[first].opens:
            break  # "registered at The Limes Surgery"
        leads = generic or pieces[first].key in _LEADING or pieces[first].key in never()
        if not leads or pieces[first].key in ("little", "young", "old"):
            break
        first += 1
    return first


def _continues(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a word after a head still belongs to the name: "Halton Lodge Children's Centre"."""
    piece = pieces[at]
    heads, generic = listed("organisations", "heads"), listed("organisations", "generic")
    if (
        piece.opens
        or piece.gap not in (" ", "-", "\u2019 ", "' ")
        or (pieces[at - 1].tail and pieces[at - 1].key not in generic)
    ):
        return False
    if piece.is_capital and piece.key in heads:
        return True
    after = (
        at + 1 < len(pieces) and pieces[at + 1].gap == " " and pieces[at + 1].key in heads and pieces[at + 1].is_capital
    )
    return piece.is_capital and piece.key in generic and after
