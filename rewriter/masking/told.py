"""Words that somebody told as a name: each is that person, unless what stands round it says that it is the word.

Told names outrank words: where a text cannot tell, what was told is masked, as it comes back unharmed. Words that hold
sentences together, and those of plans and the calendar, need a place where only somebody can stand.
"""

from collections.abc import Sequence

from rewriter.masking.acting import DOING, LIVING, does, is_only_human, next_of, previous_of
from rewriter.masking.lists import listed, never, role_words
from rewriter.masking.opening import DETERMINERS, DID, OWNERS
from rewriter.masking.times import MONTHS, is_time
from rewriter.masking.two_faced import is_fixed
from rewriter.masking.words import Piece

__all__ = ["has_place_of_told"]

_MODALS = frozenset("will may can might".split())
_BESIDE = frozenset("with from about for between by near to than like without alongside against of towards &".split())
_IF = frozenset(
    "as if when whenever whether because until unless once while that so how what where before after why".split()
)
_HOUSEHOLD = frozenset("family household kids children boys girls twins brothers sisters siblings".split())
_NO_PAST = frozenset("need feed speed proceed succeed exceed breed shed embed indeed bed".split())
_LETTING = frozenset("let lets make makes".split())
_NOT_SO = frozenset("so well now then still even given no not on in us it as is".split())
_ARTICLES = frozenset("the a an".split())
_AMONG = frozenset("and & n / or".split())
_SHARED = frozenset(
    "agree are were attend share meet live want feel like have go get need argue fight play talk".split()
)
_DEGREES = frozenset("the very more most too quite less much".split())
# Words that hold every sentence together: other evidence than this is wanted.
_TINY = frozenset(
    (
        "an my so do in on no not now then than that this she he her his you us we they it its at as by to for with "
        "and or if of is be was are has have had well still just might given"
    ).split()
)


def has_place_of_told(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a word of ours that was told as a name stands where a person does, or where nothing tells."""
    piece = pieces[at]
    before, after = previous_of(pieces, at), next_of(pieces, at)
    if piece.key in _TINY:
        return False
    if after is not None and after.key in _HOUSEHOLD and after.gap == " ":
        return piece.is_capital or (
            piece.key not in listed("told", "qualities") and (before is None or before.key == "the")
        )
    beside = before is not None and (before.key in _BESIDE or before.key in listed("told", "giving"))
    if is_fixed(piece.key, None if beside else before, None if beside and _is_followed(pieces, at) else after):
        return False
    if piece.key in MONTHS and is_time(pieces, at, before, after):
        return False
    if before is None:
        return _opens_as_told(pieces, at)
    if before.key in DETERMINERS or before.key in OWNERS or before.key in _DEGREES or before.is_number:
        return False
    if piece.is_capital and not piece.is_upper:
        if after is not None and after.gap == " " and after.is_capital:
            return False  # "Young Carers"
        if piece.key not in never() or before.key in listed("told", "giving") or before.key in _BESIDE:
            return True
    return _is_placed(pieces, at, before)


def _is_placed(pieces: Sequence[Piece], at: int, before: Piece) -> bool:
    """Whether what stands before and after a word leaves room for a person: "with will on", "give mark the"."""
    key = pieces[at].key
    done = _does_or_did(pieces, at)
    if before.key in _IF or pieces[at].gap.strip() == ",":
        return done or (key not in _MODALS and pieces[at].gap.strip() == "," and _is_followed(pieces, at))
    if pieces[at].gap.strip():
        return False
    if before.key in _LETTING or (before.key == "help" and key not in _MODALS):
        return True
    placed = before.key in listed("told", "giving") or before.key in _BESIDE or before.key in _AMONG
    if key in listed("told", "deeds") - _MODALS:
        after = next_of(pieces, at)
        doing = before.key in _AMONG and after is not None and (after.key in _ARTICLES or after.key in OWNERS)
        if doing or before.key == "to" or (before.key in role_words() and not placed):
            return False  # "to cook and park the car"
    if placed:
        return done or _is_followed(pieces, at) or (before.key in _AMONG and _share(pieces, at))
    return done and key not in listed("told", "qualities")


def _opens_as_told(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a sentence, a cell or a bullet that begins with the word begins with somebody: "Grace: calmer"."""
    key = pieces[at].key
    following = pieces[at + 1] if at + 1 < len(pieces) else None
    if following is None or "\n" in following.gap:
        return pieces[at].is_capital or (key not in never() and key not in listed("told", "qualities"))
    sign = following.gap.strip()
    if sign:
        return (
            sign[0] in ",:-\u2013\u2014&/(|"
            and (sign[0] != "," or key not in _NOT_SO)
            and not ("|" in sign and (key in never() or key in listed("told", "qualities")))
        )
    if following.is_capital or following.is_number:
        return False
    if _does_or_did(pieces, at):
        return key not in listed("told", "qualities") or not following.key.endswith("s")
    if key in _MODALS or key in listed("told", "deeds"):
        third = next_of(pieces, at + 1)
        adverb = following.key in ("not", "only", "still", "also", "always", "never", "now", "just")
        telling = (
            adverb and third is not None and (third.key in _BESIDE or third.key in ("in", "at", "on", "off", "out"))
        )
        return telling or following.key in ("seen", "and", "&", "safe", "ill", "unwell", "absent", "present", "away")
    return following.key in listed("told", "following") - {"of", "that", "for", "in", "the", "a"}


def _does_or_did(pieces: Sequence[Piece], at: int) -> bool:
    """Whether what follows has the form of what somebody does or did, which nothing has after "will" and "may"."""
    after = next_of(pieces, at)
    if after is None or after.gap != " " or after.is_capital:
        return False
    key = after.key
    if key in _MODALS or (key in DOING and key != "to") or key in DID | LIVING:
        return not (key in ("put", "let", "hit", "hurt", "cut", "read") and pieces[at].key in _MODALS)
    if key in _NO_PAST:
        return False
    return does(pieces, at) or is_only_human(pieces, at)


def _share(pieces: Sequence[Piece], at: int) -> bool:
    """Whether what follows is what several people do: "school and grace agree"."""
    after = next_of(pieces, at)
    return after is not None and after.gap == " " and after.key in _SHARED and pieces[at].key not in _MODALS


def _is_followed(pieces: Sequence[Piece], at: int) -> bool:
    """Whether what follows a word can follow a name, and is no thing of which it tells ("with black hair")."""
    after = next_of(pieces, at)
    if after is None or after.gap != " " or after.is_number:
        return True
    return after.key in listed("told", "following") or (after.key.endswith("ly") and len(after.key) > len("only"))
