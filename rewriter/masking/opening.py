"""Whether a sentence, a cell or a bullet that begins with a word which can be a name begins with somebody."""

from collections.abc import Sequence

from rewriter.masking.acting import acts
from rewriter.masking.fields import has_age, heads_row
from rewriter.masking.lists import common, given_names, listed, much_used_names, never
from rewriter.masking.times import MONTHS
from rewriter.masking.words import Piece

__all__ = ["DETERMINERS", "DID", "DOING", "OWNERS", "is_plain_capital", "opens_with_somebody"]

DOING = frozenset(
    (
        "to will must should shall can could would might may has is was isn't wasn't hasn't won't does doesn't did "
        "didn't"
    ).split()
)
_WANTING = frozenset(("needs wants agrees agreed and & or with who whose also then both").split())
DID = frozenset(
    (
        "drew went came said took made gave got did had ran hit left told kept saw spent began felt found held knew "
        "lost met paid put sat sent slept stood thought threw woke wrote drank drove ate fell forgot broke brought "
        "bought caught chose spoke rang swore hurt cut read led"
    ).split()
)
DETERMINERS = frozenset(("a an the this these those each every any some no another per one two three").split())
OWNERS = frozenset(("his her their my our your its").split())
_ASKED = frozenset(
    (
        "he she they we you i it there this that these those the a an his her their my our your mum dad mam mother "
        "father parents both all children everyone anyone somebody not be also only need have attend include take "
        "make help result lead continue change become need's work get give go come vary"
    ).split()
)
_FAMILY = frozenset("parents family kids foster school both grandparents other younger older little new".split())
_STILL = frozenset(
    (
        "not now also still very currently again never always often already really no doing going getting sleeping "
        "eating attending seeing staying living making taking having being"
    ).split()
)
_TELLING = frozenset("who whose aged now then still also if when with at in on to is was has baby".split())
_FELT = frozenset("hope joy faith patience comfort trust peace love charity".split())
_MARKED_OFF = frozenset("sent absent present away ill unwell to see ring attend book ask take bring sign will".split())
_MOST_DIGITS = 2  # of an age


def opens_with_somebody(pieces: Sequence[Piece], at: int, after: Piece | None) -> bool:
    """Whether the word that begins a sentence is somebody; `after` is the next word of it, if there is one."""
    if after is None:
        return _stands_alone(pieces, at)
    if after.is_capital and after.gap == " " and heads_row(pieces, at, words=2):
        return True  # "| Frank Bold | stepfather |"
    piece = pieces[at]
    asking = piece.key in listed("people", "asking")
    key = after.key
    if piece.key in ("will", "may") and not after.is_capital and key not in DOING and _asks(pieces, at):
        return False
    if piece.key in _FELT and key in ("is", "and", "to"):
        third = pieces[at + 2].key if at + 2 < len(pieces) else ""
        if third in ("that", "to", "for", "the", "a", "of", "be"):
            return key == "to" and third != "the"
    if key == "and" and _is_a_pair_of_things(pieces, at):
        return False  # "Faith and culture", "Frank and open talk"
    if asking and (key in _ASKED or key in DETERMINERS or key in OWNERS):
        return False
    if after.gap.strip():
        return _is_set_apart(pieces, at, after)
    if key in ("and", "&", "or") and at + 2 < len(pieces) and is_plain_capital(pieces[at + 2]):
        return _is_somebody_too(pieces, at + 2)  # "Faith and Culture" against "Hope and Mum", "Joy and Success"
    if key in DOING | _WANTING | DID or (key in _STILL and not asking and piece.key not in MONTHS):
        return True
    if after.is_capital and not after.is_number:
        if after.key in much_used_names() or not (after.key in common() or after.key in never()):
            return not (piece.key in ("will", "may", "grant") and _asks(pieces, at))
        family = after.key in listed("people", "family") and after.key not in never()
        return family and (not asking or acts(pieces, at + 1))
    if asking and piece.key in ("will", "may", "drew", "chase", "trust", "grant", "hope") and key in given_names():
        return False
    return _is_third(key)


def _stands_alone(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a word that is all of its sentence, cell or bullet is somebody."""
    piece = pieces[at]
    if _is_cell(pieces, at):
        return piece.key not in MONTHS or _is_aged(pieces, at)
    following = pieces[at + 1] if at + 1 < len(pieces) else None
    colon = following is not None and following.gap.startswith(":")
    if colon and piece.key in listed("people", "rather_people") and not piece.is_upper:
        return True  # "Grace: calmer", though others say grace
    nobody = piece.is_upper or piece.key in listed("people", "asking") or piece.key in MONTHS or piece.key in never()
    return not nobody or _is_marked_off(pieces, at) or _is_bulleted(pieces, at)


def _is_set_apart(pieces: Sequence[Piece], at: int, after: Piece) -> bool:
    """Whether a word before a comma or another sign is somebody, and not "Faith, food and language"."""
    piece = pieces[at]
    if piece.key == "art":
        return False  # "Art, PE and Drama"
    if after.gap.strip() == ",":
        return piece.key not in _FELT or after.is_capital or not _is_plain_thing(pieces, at + 1)
    return "/" not in after.gap and piece.key not in listed("people", "asking") and piece.key not in MONTHS


def _is_a_pair_of_things(pieces: Sequence[Piece], at: int) -> bool:
    """Whether "and" joins a word with one in small letters that tells of nobody, and so with another thing."""
    second, third = at + 2, at + 3
    nobody = second < len(pieces) and _is_plain_thing(pieces, second)
    return nobody and (third >= len(pieces) or pieces[third].opens or not _is_somebody_too(pieces, third))


def _is_plain_thing(pieces: Sequence[Piece], at: int) -> bool:
    piece = pieces[at]
    person = _is_somebody_too(pieces, at) or piece.key in listed("people", "two_faced") or piece.key in DETERMINERS
    return not (piece.is_capital or piece.is_number or person) and piece.key in common() and piece.key not in _TELLING


def _is_somebody_too(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a word after "and" tells of a person: a role, "his", another name."""
    if at >= len(pieces):
        return False
    key = pieces[at].key
    name = pieces[at].is_capital and not (key in common() or key in never())
    lists = ("two_faced", "seldom", "virtues")
    named_too = pieces[at].is_capital and any(key in listed("people", each) for each in lists)
    return name or named_too or key in OWNERS or key in _FAMILY or key in listed("people", "kin_titles")


def _is_marked_off(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a dash or colon stands before what somebody does: "Will - attends", "Grace: sent apologies"."""
    after = pieces[at + 1] if at + 1 < len(pieces) else None
    if after is not None and has_age(pieces, at):
        return True  # "Will (8) lives with nan"
    if after is None or after.is_capital or after.gap.strip() not in ("-", "\u2013", "\u2014", ":"):
        return False
    return _is_third(after.key) or after.key in _MARKED_OFF


def _is_bulleted(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a word stands between a bullet and a colon: "• Hope: new shoes"."""
    piece = pieces[at]
    colon = at + 1 < len(pieces) and pieces[at + 1].gap == ": "
    return colon and not piece.is_upper and piece.gap.strip() in ("\u2022", "*") and piece.key not in MONTHS


def _is_cell(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a word stands alone between the lines of a table."""
    follows = pieces[at + 1].gap.strip() if at + 1 < len(pieces) else ""
    return follows.startswith("|") or "|" in pieces[at].gap


def _is_aged(pieces: Sequence[Piece], at: int) -> bool:
    """Whether the next cell holds what may be an age: "| Summer | 14 |"."""
    after = pieces[at + 1] if at + 1 < len(pieces) else None
    return after is not None and "|" in after.gap and after.is_number and len(after.text) <= _MOST_DIGITS


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


def is_plain_capital(piece: Piece) -> bool:
    """Whether a word has a capital, though it is a plain word and nobody's name that is much used."""
    return (
        piece.is_capital
        and piece.key not in listed("never", "calendar")
        and (piece.key in common() or piece.key in never())
        and (piece.key not in much_used_names())
    )
