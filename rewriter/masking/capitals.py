"""Finds people by their capitals, and fails closed: what is no word of ours and has a capital is a name.

A name of every culture is read alike: nothing here asks whether a name is a common one, but for words that are names
too, and for names typed without a capital.
"""

from collections.abc import Sequence

from rewriter.masking.lists import given_names, listed, much_used_names, never, ordinary
from rewriter.masking.two_faced import is_somebody
from rewriter.masking.words import Piece

__all__ = ["is_name", "is_title", "joins", "particles_before"]

_DOING = frozenset(("to will must should shall can could would is was has needs agrees and & attends").split())
_LETTERED = frozenset(
    (
        "child person plan option step vitamin hepatitis class group section category form part appendix type year "
        "level adult parent male female service school grade block house unit zone column row table annex schedule "
        "tier band set route model team patient client worker party mr mrs ms miss dr a key stage triple"
    ).split()
)
_LINEAGE = frozenset("ap ab ferch verch bint ibn bin".split())
_NEWBORN = frozenset({"baby", "girl", "boy"})
# Small words that ask or tell more often than they name somebody, even before "to".
_RATHER_WORDS = frozenset("hope love trust chance promise rose favour bill patience joy comfort justice honour".split())
_MIXED_SCRIPTS = ((0x370, 0x52F),)  # Greek and Cyrillic, whose letters look like ours


def is_title(piece: Piece) -> bool:
    """Whether a word stands before a name and makes what follows one: "Mrs", "Dr", "PC"."""
    return piece.key in listed("people", "titles") and (piece.is_capital or piece.key in ("mr", "mrs", "ms", "dr"))


def is_name(pieces: Sequence[Piece], at: int) -> bool:
    """Whether the word at a place is taken for somebody's name (or a place's, which is told apart later)."""
    piece = pieces[at]
    key = piece.key
    if piece.is_number or key in listed("people", "titles"):
        return False
    before = pieces[at - 1] if at else None
    after = pieces[at + 1] if at + 1 < len(pieces) else None
    if _touches_digits(piece, before, after) and (len(key) < 3 or piece.is_upper):
        return False  # "KS2", "Y7"
    titled = before is not None and is_title(before) and piece.gap in (" ", ". ", ".")
    if not piece.is_capital:
        return _is_small_name(piece, titled) or _is_small_and_acts(pieces, at)
    if len(piece.text) == 1:
        return _is_initial(piece, before, after, titled)
    if titled and (key not in never() or key in listed("people", "family")):
        return not piece.is_upper or key not in listed("never", "acronyms")
    if piece.is_upper:
        return _is_name_in_capitals(pieces, at)
    family = before is not None and not piece.opens and key in listed("people", "family")
    if family and (_is_initial_before(pieces, at) or (pieces[at - 1].key in _NEWBORN and pieces[at - 1].is_capital)):
        return True  # "J. Smith", "Baby Girl Smith"
    if key in listed("people", "mostly_names"):
        return True
    if key in listed("people", "times") or key in listed("people", "two_faced"):
        return is_somebody(pieces, at)
    plural = key.endswith("s") and key[:-1] in ordinary() and len(key) > 4 and key not in much_used_names()
    return key not in ordinary() and not plural


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
    while at and not taken[at - 1] and joins(pieces[at - 1], pieces[at]):
        piece = pieces[at - 1]
        if piece.key not in listed("people", "particles") or (piece.is_upper and not pieces[first].is_upper):
            break
        if piece.key in ("a", "o", "do", "den", "ten", "bat", "ben", "st", "la") and not piece.is_capital:
            break
        at -= 1
    sure = at < first and pieces[at].key in _LINEAGE
    if sure and at and not taken[at - 1] and pieces[at - 1].is_capital and joins(pieces[at - 1], pieces[at]):
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


def _is_small_name(piece: Piece, titled: bool) -> bool:  # noqa: FBT001 - whether a title stands before it
    if piece.key in given_names():
        return True
    if titled and piece.key not in ordinary() and piece.key.isalpha():
        return True
    if piece.text.isascii():
        return False
    # a letter of another alphabet among ours hides a name, or a word: nobody types it so
    latin = any(sign.isascii() and sign.isalpha() for sign in piece.text)
    return latin and any(low <= ord(sign) <= high for sign in piece.text for low, high in _MIXED_SCRIPTS)


def _is_small_and_acts(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a word typed small is somebody by what follows: "mark to text", "will's mum"."""
    piece = pieces[at]
    if piece.key not in listed("people", "two_faced") and piece.key not in listed("people", "small_words"):
        return False
    after = pieces[at + 1] if at + 1 < len(pieces) and not pieces[at + 1].opens else None
    if after is None or piece.key in _RATHER_WORDS or after.gap != " ":
        return False
    if piece.tail:
        return piece.owns and after.key in listed("people", "kin_titles")
    return piece.opens and after.key == "to" and at + 2 < len(pieces) and not pieces[at + 2].is_number


def _is_initial(piece: Piece, before: Piece | None, after: Piece | None, titled: bool) -> bool:  # noqa: FBT001
    if titled:
        return True
    if not piece.text.isupper():  # a single sign of an alphabet without capitals
        return not piece.text.isascii()
    if (
        before is not None
        and not piece.opens
        and (before.key in _LETTERED or before.is_number or piece.gap in ("&", " & "))
    ):
        return False
    if after is not None and after.gap == "." and len(after.text) == 1 and after.text.isupper():
        return piece.key + after.key not in listed("never", "acronyms")  # "J.K."
    if before is not None and piece.gap == "." and len(before.text) == 1 and before.text.isupper():
        return before.key + piece.key not in listed("never", "acronyms")
    if piece.key in ("i", "a") or after is None:
        return False
    if piece.owns:
        return True
    return after.gap == " " and after.key in _DOING - {"and", "&"}


def _is_name_in_capitals(pieces: Sequence[Piece], at: int) -> bool:
    piece = pieces[at]
    key = piece.key
    if key in listed("people", "mostly_names") | given_names():
        return key not in listed("never", "acronyms") or piece.owns
    if key in listed("never", "acronyms") or (key.endswith("s") and key[:-1] in listed("never", "acronyms")):
        return False
    if key in listed("people", "times") or key in listed("people", "two_faced"):
        beside = [pieces[n] for n in (at - 1, at + 1) if 0 <= n < len(pieces)]
        shouted = any(one.is_upper and one.key in ordinary() for one in beside)
        return is_somebody(pieces, at) and (not shouted or piece.owns or _acts(pieces, at))
    return key not in ordinary() and not (key.endswith("s") and key[:-1] in ordinary())


def _acts(pieces: Sequence[Piece], at: int) -> bool:
    return at + 1 < len(pieces) and not pieces[at + 1].opens and pieces[at + 1].key in _DOING
