"""Words that are names too (Will, May, Grace, Hope, Summer, Mark): what stands round one decides.

The doubt goes to the name: what is masked needlessly comes back unharmed.
"""

from collections.abc import Sequence

from rewriter.masking.acting import is_asked
from rewriter.masking.fields import answers_who, has_age
from rewriter.masking.lists import listed, never, role_words
from rewriter.masking.opening import DETERMINERS, DID, DOING, OWNERS, is_plain_capital, opens_with_somebody
from rewriter.masking.times import MONTHS, TIME_OWNED, is_time
from rewriter.masking.words import Piece

__all__ = ["is_fixed", "is_somebody"]

_LINKS = frozenset("in for from with a of".split())
_KIN = frozenset(("aunt aunty auntie uncle cousin baby named called nan nana granny grandma grandad").split())


def is_somebody(pieces: Sequence[Piece], at: int) -> bool:
    """Whether the word at a place, which can be a name and can be none, is somebody here."""
    piece = pieces[at]
    if _is_thing(pieces, at) or (piece.key == "amber" and _is_rating(pieces, at)):
        return False
    before = pieces[at - 1] if at and not piece.opens else None
    after = pieces[at + 1] if at + 1 < len(pieces) and not pieces[at + 1].opens else None
    if piece.tail and piece.owns:
        return piece.key not in MONTHS or before is None or before.key not in TIME_OWNED
    if any(beside is not None and beside.key == piece.key for beside in (before, after)):
        return True  # "May may attend", "over the summer Summer will"
    if (before is None and _is_said_who(pieces, at)) or (piece.key in MONTHS and is_asked(pieces, at)):
        return True  # "May, his key worker, agrees", "spoke to Jun about"
    if piece.key in MONTHS and (_are_two(pieces, at) or (before is not None and at > 1 and _are_two(pieces, at - 2))):
        return True  # "May and June are sisters"
    if _is_said_by_place(pieces, at, before, after):
        return True
    if piece.key in MONTHS and is_time(pieces, at, before, after):
        return False
    if before is not None and before.key in _KIN and piece.gap == " ":
        return True
    odd = _is_odd_capital(piece, before)
    plain = after is None or after.key in _LINKS or piece.key in listed("people", "asking")
    if is_fixed(piece.key, None if odd else before, None if odd and plain else after):
        return False  # not "moved in with Patience", "asked Bill for proof"
    if before is None and not _in_brackets(piece):
        return opens_with_somebody(pieces, at, after)
    if before is not None and (before.key in DETERMINERS or (before.key in OWNERS and not before.tail)):
        return after is not None and after.key in DOING and piece.key not in ("will", "may")
    if after is not None and after.gap == " " and is_plain_capital(after):
        seldom = after.key in listed("people", "seldom") and before is not None and before.key in role_words()
        return seldom or (after.key in listed("people", "family") and after.key not in never())
    if before is not None and piece.gap == " " and is_plain_capital(before) and not before.opens:
        # "Sticker Star": a title-case heading; "Mum Joy", "Social Worker Grace": somebody
        return before.key in listed("people", "kin_titles") and piece.key not in listed("people", "asking")
    return True


def _is_odd_capital(piece: Piece, before: Piece | None) -> bool:
    """Whether a word has a capital of its own, which "with patience" would not have: "moved in with Patience"."""
    own = piece.is_capital and not piece.is_upper and piece.key not in listed("people", "times")
    if not own or before is None or not before.key.isalpha() or before.key in DETERMINERS:
        return False
    return not before.is_capital or (before.opens and not before.is_upper)  # "Offer Mark a lift"


def _is_said_who(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a comma and somebody's role follow: ", his key worker,"."""
    following = pieces[at + 1 : at + 4]
    if len(following) < 2 or following[0].gap != ", " or following[0].key not in OWNERS | {"the", "a"}:
        return False
    return not pieces[at].tail and any(piece.key in role_words() for piece in following[1:])


def _is_said_by_place(pieces: Sequence[Piece], at: int, before: Piece | None, after: Piece | None) -> bool:
    """Whether a word alone answers who, or did something since or before which: "Sister: Summer", "since May came"."""
    if answers_who(pieces, at) and not (pieces[at].key in MONTHS and pieces[at - 1].key in ("from", "to", "by")):
        return True
    since = before is not None and before.key in ("since", "until", "till", "after", "before", "when", "because")
    if has_age(pieces, at) or (before is not None and _is_with_family(pieces, at, before, after)):
        return True
    return since and after is not None and after.gap == " " and after.key in DID | {"moved", "started", "joined"}


def _is_with_family(pieces: Sequence[Piece], at: int, before: Piece, after: Piece | None) -> bool:
    """Whether a month's name stands with family: "Mother of May to ring", "between May and her dad"."""
    if after is None or pieces[at].tail or pieces[at].key not in MONTHS:
        return False
    if before.key == "of" and at > 1 and pieces[at - 2].key in listed("people", "kin_titles"):
        return True
    if before.key == "by" and at > 1 and pieces[at - 2].key == "seen":
        return True
    third = pieces[at + 2].key if at + 2 < len(pieces) else ""
    return after.key == "and" and third in ("her", "his", "their")


def _are_two(pieces: Sequence[Piece], at: int) -> bool:
    """Whether two of the names that are months share what people do or are."""
    words = [piece.key for piece in pieces[at : at + 5]]
    names = words[0:1] + words[2:3]
    joined = pieces[at].opens and words[1:2] == ["and"] and all(name in listed("people", "times") for name in names)
    return joined and (words[3:4] == ["share"] or words[4:5] in (["sisters"], ["twins"], ["siblings"]))


def _is_thing(pieces: Sequence[Piece], at: int) -> bool:
    """ "Rose to 40%", "Bill to be paid": what a person does not do."""
    following = [piece.key for piece in pieces[at + 1 : at + 4]]
    if pieces[at].tail or following[:1] != ["to"] or len(following) < 2:
        return False
    if pieces[at].key in MONTHS and following[1] in MONTHS:
        return True
    return following[1][0].isdecimal() or following[1:] in (["be", "paid"], ["be", "settled"], ["be", "split"])


def _is_rating(pieces: Sequence[Piece], at: int) -> bool:
    """ "Red, Amber, Green"."""
    return any(pieces[n].key in ("red", "green", "rag") for n in (at - 1, at + 1) if 0 <= n < len(pieces))


def _in_brackets(piece: Piece) -> bool:
    return piece.gap.rstrip(" ").endswith("(")


def is_fixed(key: str, before: Piece | None, after: Piece | None) -> bool:
    """Whether a word makes a thing with the one beside it: "grace period", "saving grace"."""
    things = listed("people", "things")
    if after is not None and after.gap in (" ", "-", "\u2011", "\n") and f"{key} {after.key}" in things:
        return True
    return before is not None and f"{before.key} {key}" in things
