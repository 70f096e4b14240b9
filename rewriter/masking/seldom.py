"""Words that are seldom names: somebody only where they do what people do, or stand where a person stands.

Some are names in one culture and everyday words here ("Van", "Long", "My", "Gift"), some name countries and days
("India", "Sunday"), and any other word may be a name that nobody has met yet ("Legend", "Ocean").
"""

from collections.abc import Sequence

from rewriter.masking.acting import LIVING, OF_THINGS, acts, follows_kin, is_asked, is_only_human, next_of, previous_of
from rewriter.masking.days import DAYS, is_day_somebody
from rewriter.masking.fields import has_age
from rewriter.masking.lists import is_word_of_plans, listed, never, ordinary, role_words
from rewriter.masking.two_faced import is_somebody
from rewriter.masking.words import Piece

__all__ = ["is_seldom_somebody"]

# Small words, and people who are nobody in particular: no name wherever they stand.
_NOBODY = frozenset(
    (
        "he she they we you it i this that these those who everyone everybody anyone someone somebody nobody all both "
        "each some many most few others another neither either one none people person parent parents child children "
        "family families boy boys girl girls man men woman women adult adults teenager teenagers siblings twins "
        "couple neighbour neighbours landlord friend friends peer peers class group team pupil pupils student "
        "students resident residents tenant tenants and or but if when while because so then also not what which "
        "where how why there here still often always never only now already sometimes again once twice today "
        "yesterday tonight overnight ever just"
    ).split()
)
_PARENTS = frozenset(
    "mum mam mummy mother dad daddy father nan gran granny grandma grandad uncle aunt aunty auntie sister brother son "
    "daughter cousin partner boyfriend girlfriend stepdad stepmum parents".split()
)
_PAPERS_TOO = frozenset("says said asks tells wants".split())  # "Letter says", "Education wants"
_DETERMINERS = frozenset("the a an this that his her their our my your its each every any no some".split())
_NOT_NAMES = ("er", "or", "ist", "ian", "ant", "ent", "ed", "ing", "ous", "able", "ible", "ful", "s", "ly")
_WILLING = frozenset("keen eager ready due able free loath prone likely glad sorry slow quick hard easy ought".split())
_DONE = frozenset(
    (
        "took came went gave began knew ate fell wrote drove spoke rang swore threw woke drank chose needs does did "
        "doesn't didn't attended told"
    ).split()
)
_WHERE = frozenset("at from to in near via outside behind by".split())


def is_seldom_somebody(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a word of ours with a capital is somebody by what it does or by where it stands."""
    piece = pieces[at]
    key = piece.key
    if _is_quoted(pieces, at) and key not in never() and not is_word_of_plans(key):
        return True
    virtue = key in listed("people", "virtues")
    if virtue or key in listed("people", "seldom"):
        after = next_of(pieces, at)
        if after is not None and after.gap == " " and (after.is_number or len(after.text) == 1):
            return False  # "Wing B"
        if not piece.opens:
            return is_somebody(pieces, at)
        done = LIVING | _DONE
        living = after is not None and after.gap == " " and after.key in done and not piece.tail
        if _is_in_brackets(pieces, at) or has_age(pieces, at) or _has_family(pieces, at):
            return True
        if virtue and acts(pieces, at):
            return is_only_human(pieces, at)
        return (bool(piece.tail) and piece.owns) or living or acts(pieces, at) or _is_labelled(pieces, at)
    if key in DAYS:
        return is_day_somebody(pieces, at)
    if key in listed("people", "lands"):
        return _stands_as_somebody(pieces, at) or _owns_kin(pieces, at)
    if key in never() or key in _NOBODY:
        return False
    if _owns_kin(pieces, at) and not is_word_of_plans(key):
        return True  # "Story's mum"
    if piece.opens:
        after = next_of(pieces, at)
        speaks = after is not None and after.key in _PAPERS_TOO
        human = is_only_human(pieces, at) and not key.endswith(("s", "ly")) and not speaks
        return human or _is_labelled(pieces, at) or _opens_as_doer(pieces, at)
    return _stands_as_somebody(pieces, at) or _is_lone_capital(pieces, at)


def _is_in_brackets(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a word alone stands in brackets after somebody's role: "Dad (Van) to ring"."""
    closes = at + 1 == len(pieces) or pieces[at + 1].gap.startswith(")")
    named = at > 0 and pieces[at - 1].key in listed("people", "kin_titles")
    return pieces[at].gap == " (" and closes and named


def _has_family(pieces: Sequence[Piece], at: int) -> bool:
    """Whether "and her mum" follows."""
    words = [piece.key for piece in pieces[at + 1 : at + 4]]
    kin = words[2:3] and words[2] in listed("people", "kin_titles")
    return bool(kin) and words[0] == "and" and words[1] in ("his", "her", "their")


def _is_quoted(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a word alone stands in quotation marks, as what somebody is called does."""
    marks = "'\"\u2018\u2019\u201c\u201d"
    gap = pieces[at + 1].gap if at + 1 < len(pieces) else ""
    return pieces[at].gap[-1:] in marks and gap[:1] in marks and bool(gap) and bool(pieces[at].gap)


def _is_lone_capital(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a word that is not of plans has a capital for no reason but a name: "at Hillside", "and Story by bus"."""
    piece, before, after = pieces[at], previous_of(pieces, at), next_of(pieces, at)
    if before is None or piece.gap not in (" ", ", ") or is_word_of_plans(piece.key) or piece.key.endswith("ly"):
        return False
    heading = before.is_capital and piece.gap == " " and before.key not in listed("people", "kin_titles")
    if heading or before.is_number or (after is not None and after.is_capital and after.gap == " "):
        return False
    if before.key in _DETERMINERS:
        return before.key == "the" and at > 1 and pieces[at - 2].key in _WHERE and not pieces[at - 1].opens
    return True


def _opens_as_doer(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a word that begins a sentence and is not of plans is to do a deed: "Jubilee to see dentist".

    "Ready to leave" and "Plumber to mend" tell of nobody by name.
    """
    key = pieces[at].key
    if is_word_of_plans(key) or key.endswith(_NOT_NAMES) or key in _WILLING or not _is_to_do(pieces, at):
        return False
    deed = pieces[at + 2].key
    return deed in ordinary() and deed not in role_words() and deed not in _DETERMINERS


def _stands_as_somebody(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a single capital word stands where a person does: "ask Story", "Mum and Ocean to walk"."""
    before, after = previous_of(pieces, at), next_of(pieces, at)
    if before is not None:
        heading = before.is_capital and not before.opens and before.key not in role_words()
        if heading or before.key in _DETERMINERS or pieces[at].gap not in (" ", ", "):
            return False
    if after is not None and after.is_capital and after.gap == " ":
        return False
    if is_only_human(pieces, at) or _is_to_do(pieces, at):
        return True
    return is_asked(pieces, at) or (follows_kin(pieces, at) and acts(pieces, at))


def _is_to_do(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a word is to do, or will do, what only people do."""
    after = next_of(pieces, at)
    if pieces[at].tail or after is None or after.gap != " " or after.key not in ("to", "will", "must", "should", "can"):
        return False
    done = next_of(pieces, at + 1)
    return done is not None and not done.is_capital and not done.is_number and done.key not in OF_THINGS


def _is_labelled(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a word alone says who somebody is: "Key worker: Story"."""
    before = pieces[at - 1] if at else None
    alone = at + 1 == len(pieces) or pieces[at + 1].opens
    label = before is not None and not before.tail and before.key in listed("people", "kin_titles")
    return alone and label and pieces[at].gap.strip() in (":", "-", "\u2013") and "\n" not in pieces[at].gap


def _owns_kin(pieces: Sequence[Piece], at: int) -> bool:
    after = next_of(pieces, at)
    return pieces[at].owns and after is not None and (after.key in _PARENTS or after.key in role_words())
