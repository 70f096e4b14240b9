"""Words that are names too (Will, May, Grace, Hope, Summer, Mark): what stands round one decides.

The doubt goes to the name: what is masked needlessly comes back unharmed.
"""

from collections.abc import Sequence

from rewriter.masking.lists import common, given_names, listed, much_used_names, never, role_words
from rewriter.masking.times import MONTHS, TIME_OWNED, is_time
from rewriter.masking.words import Piece

__all__ = ["is_fixed", "is_somebody"]

_DOING = frozenset(("to will must should shall can could would might has is was isn't wasn't hasn't won't").split())
_WANTING = frozenset(("needs wants agrees agreed and & or with who whose also then both").split())
_DID = frozenset(
    (
        "drew went came said took made gave got did had ran hit left told kept saw spent began felt found held knew "
        "lost met paid put sat sent slept stood thought threw woke wrote drank drove ate fell forgot broke brought "
        "bought caught chose spoke rang swore hurt cut read led"
    ).split()
)
_DETERMINERS = frozenset(("a an the this these those each every any some no another per one two three").split())
_OWNERS = frozenset(("his her their my our your its").split())
_ASKED = frozenset(
    (
        "he she they we you i it there this that these those the a an his her their my our your mum dad mam mother "
        "father parents both all children everyone anyone somebody not be also only need have attend include take "
        "make help result lead continue change become need's work get give go come vary"
    ).split()
)
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
    if piece.key in MONTHS and is_time(pieces, at, before, after):
        return False
    if before is not None and before.key in _KIN and piece.gap == " ":
        return True
    if is_fixed(piece.key, before, after):
        return False
    if before is None and not _in_brackets(piece):
        return _opens_with_somebody(pieces, at, after)
    if before is not None and (before.key in _DETERMINERS or (before.key in _OWNERS and not before.tail)):
        return after is not None and after.key in _DOING and piece.key not in ("will", "may")
    if after is not None and after.gap == " " and _is_plain_capital(after):
        return after.key in listed("people", "family") and after.key not in never()
    if before is not None and piece.gap == " " and _is_plain_capital(before) and not before.opens:
        # "Sticker Star": a title-case heading; "Mum Joy", "Social Worker Grace": somebody
        return before.key in listed("people", "kin_titles") and piece.key not in listed("people", "asking")
    return True


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


def _opens_with_somebody(pieces: Sequence[Piece], at: int, after: Piece | None) -> bool:
    piece = pieces[at]
    if after is None and _is_cell(pieces, at):
        return piece.key not in MONTHS
    if after is None:
        return (
            not piece.is_upper
            and piece.key not in listed("people", "asking")
            and piece.key not in MONTHS
            and piece.key not in never()
        )
    asking = piece.key in listed("people", "asking")
    key = after.key
    if piece.key in ("will", "may") and not after.is_capital and key not in _DOING and _asks(pieces, at):
        return False
    if piece.key in ("hope", "joy", "faith", "patience", "comfort", "trust") and key in ("is", "and", "to"):
        third = pieces[at + 2].key if at + 2 < len(pieces) else ""
        if third in ("that", "to", "for", "the", "a", "of", "be"):
            return key == "to" and third != "the"
    if asking and (key in _ASKED or key in _DETERMINERS or key in _OWNERS):
        return False
    if after.gap.strip() == ",":
        return True
    if after.gap.strip():
        return "/" not in after.gap and not asking and piece.key not in MONTHS
    if key in ("and", "&", "or") and at + 2 < len(pieces) and _is_plain_capital(pieces[at + 2]):
        return pieces[at + 2].key in role_words()  # "Faith and Culture" against "Hope and Mum"
    if key in _DOING | _WANTING | _DID:
        return True
    if after.is_capital and not after.is_number:
        if after.key in much_used_names() or not (after.key in common() or after.key in never()):
            return not (piece.key in ("will", "may", "grant") and _asks(pieces, at))
        return after.key in listed("people", "family") and after.key not in never() and not asking
    if asking and piece.key in ("will", "may", "drew", "chase", "trust", "grant", "hope") and key in given_names():
        return False
    return _is_third(key)


def _is_cell(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a word stands alone between the lines of a table."""
    follows = pieces[at + 1].gap.strip() if at + 1 < len(pieces) else ""
    return follows.startswith("|") or "|" in pieces[at].gap


def _asks(pieces: Sequence[Piece], at: int) -> bool:
    """Whether the sentence ends in a question mark."""
    for piece in pieces[at + 1 : at + 60]:
        if "?" in piece.gap:
            return True
        if piece.opens:
            return False
    return False


def _is_third(key: str) -> bool:
    """Whether a word has the form of what somebody does or did: "attends", "reported"."""
    if key.endswith(("ss", "us", "is", "ness")) or key in ("based", "led", "related", "groups", "sessions", "needs"):
        return key == "is"
    if key.endswith("ed") and len(key) > 4:
        return True
    return key.endswith("s") and len(key) > 3


def _is_plain_capital(piece: Piece) -> bool:
    return (
        piece.is_capital
        and piece.key not in listed("never", "calendar")
        and (piece.key in common() or piece.key in never())
        and (piece.key not in much_used_names())
    )
