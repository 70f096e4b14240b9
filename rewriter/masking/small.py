"""Finds people whose names were typed in small letters: by a name that is no word, or by where a word stands.

In small letters a word that is a name too ("grace", "mark") is somebody only where it stands as a person does; and so
is what no list of words has ("zofka").
"""

from collections.abc import Sequence

from rewriter.masking.acting import (
    DOING,
    LIVING,
    OF_THINGS,
    acts,
    does,
    follows_kin,
    is_asked,
    is_only_human,
    next_of,
    previous_of,
)  # fmt: skip
from rewriter.masking.fields import answers_who, has_age
from rewriter.masking.lists import common, given_names, listed, never, ordinary, role_words
from rewriter.masking.unknown import is_unknown
from rewriter.masking.words import Piece

__all__ = ["is_before_name", "is_listed_with", "is_small_name", "owner_in", "stands_as_somebody"]

# Small words that ask or tell more often than they name somebody, even before "to".
_RATHER_WORDS = frozenset("hope love trust chance promise rose favour bill patience joy comfort justice honour".split())
_VERBS = frozenset("will may mark rob sue pat drew hope trust dash bill rose skip chase grant nick wade pray".split())
_MIXED_SCRIPTS = ((0x370, 0x52F),)  # Greek and Cyrillic, whose letters look like ours
_ARTICLES = frozenset("the a an my his her their our this that".split())
_IF = frozenset(
    (
        "if when whenever whether because until unless once while say says said think thinks feel feels report reports "
        "reported states where as that how what so"
    ).split()
)
_NO_NOUNS = frozenset("mark will rob sue pat nick drew".split())
_PARENTS = frozenset("mum mam mother dad father nan gran grandma grandad uncle aunt sister brother partner".split())
_BEING = frozenset("is was has had isn't wasn't now still not doesn't doesnt isnt wasnt hasnt needs".split())
_MODALS = frozenset("will must should can could may might".split())
_HOUSEHOLD = frozenset("kids children family boys girls twins brothers sisters siblings".split())
_LISTING = frozenset(("and", "n", "or"))
_TAKING = frozenset("take takes took taking bring brings brought bringing".split())
_LETTING = frozenset("let lets".split())
_GETTING = frozenset("get gets got want wants enable allow".split())
_GIFTS = frozenset("the a an his her their my how what where why which".split())
_DIGITS = 2  # of an age
_LEAST = 3  # letters of a name that no list has


def is_small_name(pieces: Sequence[Piece], at: int, titled: bool) -> bool:  # noqa: FBT001 - a title stands before it
    """Whether a word without a capital, and none that is plain in small letters, is taken for somebody's name."""
    piece = pieces[at]
    key = piece.key
    if key in given_names():
        return True
    if not piece.text.isascii():
        return _mixes_scripts(piece.text) or (titled and key.isalpha())
    if key not in common() and has_age(pieces, at):
        return True
    if key in listed("people", "times"):
        return _is_season_somebody(pieces, at)
    if key in ordinary() or key in listed("people", "small_words") or key in listed("people", "two_faced"):
        return stands_as_somebody(pieces, at)
    return is_unknown(piece) and (titled or _unknown_stands_as_somebody(pieces, at))


def is_listed_with(pieces: Sequence[Piece], at: int, beside: int) -> bool:
    """Whether a word is one of a list of names with another, which is one: "bronwen n tomos", "Royal and Zofia"."""
    left, right = sorted((at, beside))
    between = right - left
    piece = pieces[at]
    if pieces[left].tail or pieces[right].opens:
        return False
    gap = pieces[right].gap
    linked = between == 1 and gap.strip() in (",", "/", "&", "+")
    linked |= between == 2 and pieces[left + 1].key in _LISTING and pieces[left + 1].gap == gap == " "
    if not linked or piece.key in ("will", "may") or piece.key in role_words():
        return False
    if piece.is_upper and len(piece.text) == len(pieces[beside].text) == _DIGITS and pieces[beside].is_upper:
        return piece.key not in role_words()  # "AS and PK"
    if piece.is_capital:
        named = any(piece.key in listed("people", name) for name in ("two_faced", "seldom", "virtues"))
        return named and pieces[beside].is_capital
    if is_unknown(piece):
        return gap.strip() != "," or not pieces[beside].is_capital
    named = piece.key in listed("people", "two_faced") or piece.key in listed("people", "small_words")
    seldom = len(piece.key) > _LEAST and piece.key in listed("people", "seldom")
    return (named or seldom) and not pieces[beside].is_capital


def owner_in(pieces: Sequence[Piece], at: int) -> int:
    """Give how many letters are a name where the apostrophe of an owner was left out: "jaydens mum"; 0 for none."""
    piece = pieces[at]
    after = next_of(pieces, at)
    if not piece.key.endswith("s") or piece.tail or after is None or after.gap != " ":
        return 0
    name = piece.key[:-1]
    two_faced = (
        name in listed("people", "two_faced")
        and name not in _RATHER_WORDS
        and ((piece.is_capital and after.key in listed("people", "owned")) or (piece.opens and after.key in _PARENTS))
    )  # "Miracles attendance", "wills mum"
    named = name in given_names() and piece.key not in ordinary() and after.key in listed("people", "kin_titles")
    return len(piece.text) - 1 if named or two_faced else 0


def is_before_name(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a word, typed small, belongs to the name after it: "t. adebayo", "support: hope obeng"."""
    piece, after = pieces[at], pieces[at + 1]
    if piece.is_capital and after.is_capital:
        lists = ("two_faced", "seldom", "virtues")
        named = any(piece.key in listed("people", name) for name in lists) and piece.key not in _VERBS
        named = named and len(piece.key) > _LEAST and piece.key not in listed("people", "kin_titles")
        return named and piece.opens and after.gap == " " and not (piece.tail or piece.is_upper or after.is_upper)
    if piece.is_capital or piece.is_number or piece.tail or after.is_capital:
        return False
    if after.gap in ("-", "\u2011"):
        return len(piece.key) >= _LEAST and piece.key.isalpha() and piece.key not in never()  # "smith-jones"
    if len(piece.key) == 1:
        return piece.key.isalpha() and after.gap in (". ", ".") and not piece.gap.endswith(".")
    listed_too = any(piece.key in listed("people", name) for name in ("two_faced", "small_words", "times"))
    verb = piece.key in _VERBS and piece.gap.strip() != ":"
    return listed_too and piece.opens and after.gap == " " and not verb and after.key not in given_names()


def stands_as_somebody(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a word that is a name too, typed small, is somebody: "mark to text", "will's mum", "ask grace to"."""
    piece = pieces[at]
    key = piece.key
    before, after = previous_of(pieces, at), next_of(pieces, at)
    if piece.tail:
        people = key in listed("people", "rather_people") or key in _NO_NOUNS
        sure = people and piece.text != piece.text.upper() and piece.tail[1:] == "s"
        owned = after is not None and (sure or after.key in listed("people", "kin_titles"))
        return piece.owns and owned and (before is None or before.key not in _ARTICLES)  # "pat's car"
    if after is not None and after.key == key:
        return piece.opens  # "rose rose early"
    if before is not None and before.key == key:
        return not before.opens and not before.is_capital  # "we hope hope will attend", but not "Will will"
    if follows_kin(pieces, at) and (key not in _VERBS or acts(pieces, at)):
        return acts(pieces, at) or after is None or after.key == "and" or bool(after.gap.strip())
    if answers_who(pieces, at):
        return True
    if is_asked(pieces, at) or (key not in _RATHER_WORDS and _is_taken(pieces, at)):
        return key not in ("will", "may") or (after is not None and after.key in ("to", "if", "about", "whether"))
    if after is None or after.gap != " ":
        return False
    if _is_given(pieces, at):
        return True
    third = next_of(pieces, at + 1)
    if piece.opens and _lives(key, after.key):
        return True
    if piece.opens and key in ("bill", "rose", "patience", "favour"):
        return after.key == "to" and third is not None and _is_deed(third.key)
    if piece.opens and key not in _RATHER_WORDS:
        to = after.key == "to" and third is not None and not third.is_number
        surely = key in listed("people", "rather_people") or (third is not None and third.key not in ("be", "have"))
        will = after.key in _MODALS and key not in _MODALS and third is not None and surely
        return (
            to
            or will
            or after.key in ("hasn't", "isn't", "won't", "hasnt", "isnt", "wont")
            or is_only_human(pieces, at)
        )
    if before is not None and before.key in _IF and (key in listed("people", "rather_people") or key in _NO_NOUNS):
        return acts(pieces, at) or does(pieces, at) or after.key in LIVING | _BEING  # "if mark turns up"
    joined = before is not None and before.key in ("and", "&", "n") and at > 1 and pieces[at - 2].key in role_words()
    return joined and (key not in _VERBS or after.key == "to") and acts(pieces, at)


def _is_given(pieces: Sequence[Piece], at: int) -> bool:
    """Whether something is given to, shown to or left to a word: "give mark the number", "let sky pick"."""
    before, after = previous_of(pieces, at), next_of(pieces, at)
    key = pieces[at].key
    if before is None or after is None or key not in listed("people", "two_faced") or pieces[at].gap != " ":
        return False
    if before.key in _LETTING or (before.key in _GETTING and after.key == "to" and key not in _RATHER_WORDS):
        return True
    return before.key in listed("people", "given_to") and after.key in _GIFTS


def _is_deed(key: str) -> bool:
    return key in ordinary() and key not in OF_THINGS and key not in _ARTICLES


def _lives(key: str, done: str) -> bool:
    """Whether a word at the start of a sentence is somebody by what follows: "faith goes to", "grace is still"."""
    if done in _BEING:
        return key in listed("people", "rather_people")
    return done in LIVING and key not in _RATHER_WORDS and key not in _VERBS


def _is_season_somebody(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a month or season typed small is somebody: "by 4 may may to see", "ask june to", "summer says"."""
    before = previous_of(pieces, at)
    if before is not None and before.key == pieces[at].key:
        return True
    after, pair = next_of(pieces, at), at > 1 and before is not None and before.key in ("and", "&", "n")
    if pair and pieces[at - 2].key in listed("people", "kin_titles") and after is not None and after.key == "to":
        return True  # "mum and june to attend"
    return is_only_human(pieces, at) or is_asked(pieces, at) or (follows_kin(pieces, at) and acts(pieces, at))


def _is_taken(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a word is who is taken somewhere: "take grace to the dentist"."""
    before, after = previous_of(pieces, at), next_of(pieces, at)
    return before is not None and before.key in _TAKING and after is not None and after.key in ("to", "home", "from")


def _unknown_stands_as_somebody(pieces: Sequence[Piece], at: int) -> bool:
    piece = pieces[at]
    after = next_of(pieces, at)
    if piece.tail:
        return piece.owns
    if piece.opens or follows_kin(pieces, at):
        doing = after is not None and after.gap == " " and (after.key in DOING or after.key == "not")
        if piece.opens and after is not None and after.gap == " " and after.key in _HOUSEHOLD:
            return True  # "macdonald kids"
        return (doing and not piece.key.endswith("s")) or is_only_human(pieces, at)
    return is_asked(pieces, at)


def _mixes_scripts(text: str) -> bool:
    """Whether a letter of another alphabet stands among ours: it hides a name, or a word, and nobody types it so."""
    latin = any(sign.isascii() and sign.isalpha() for sign in text)
    return latin and any(low <= ord(sign) <= high for sign in text for low, high in _MIXED_SCRIPTS)
