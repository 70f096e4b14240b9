"""Finds the people whose names were given, in every form: capitals or none, surname alone, with or without accents."""

from collections.abc import Iterable, Sequence

from rewriter.masking.acting import does, follows_kin, goes_on, next_of, previous_of
from rewriter.masking.capitals import is_shouted, is_title
from rewriter.masking.days import DAYS, is_day, is_day_somebody
from rewriter.masking.forms import Forms
from rewriter.masking.initials import is_initial
from rewriter.masking.lists import are_roles, common, listed, much_used_names, never, role_words
from rewriter.masking.small import stands_as_somebody
from rewriter.masking.told import has_place_of_told
from rewriter.masking.two_faced import is_fixed, is_somebody
from rewriter.masking.words import Piece, pieces_of

__all__ = ["Known"]

# Words that hold every sentence together: a name only where they clearly do what a person does.
_FUNCTION = frozenset(
    (
        "will may might can my an a so even long given do in on no not now then than that this she he her his you us "
        "we they it its at as by to for with and or if of is be was are has have had new old good well still just"
    ).split()
)
_DETERMINERS = frozenset(
    "the a an this that some any no every each his her their my our your its more less much".split()
)
_SIGNS = ("(", ":", "-", "\u2013", ")", "|")
_SUBJECTS = frozenset("we i you they she he it who to will must should can would could may not always never".split())
_FELT = frozenset("hope love trust promise rose comfort favour praise".split())


class Known:
    """The names told of, each as the keys of its words. What is only a role ("Mum", "the health visitor") is none.

    `told` are the words of those that somebody told; names found in a text are known in `parts` as well.
    """

    __slots__ = ("_forms", "parts", "people", "told")

    def __init__(self, names: Iterable[str]) -> None:
        self.people: dict[tuple[str, ...], None] = {}  # in the order told
        for name in names:
            self.add(tuple(piece.key for piece in pieces_of(name) if not piece.is_number))
        self.parts = self.told = _parts(self.people)
        self._forms = Forms(self.people, self.told) if self.people else None

    def add(self, keys: tuple[str, ...]) -> None:
        """Take one more name, by the keys of its words; titles and roles before it are left out."""
        while len(keys) > 1 and _is_lead(keys[0]):
            keys = keys[1:]
        if (
            keys
            and not are_roles(frozenset(keys))
            and keys not in self.people
            and any(key not in listed("never", "words") for key in keys)
        ):
            self.people[keys] = None

    def with_names(self, names: Iterable[tuple[str, ...]]) -> "Known":
        """Give these people and more, by the keys of the words of their names."""
        new = [keys for keys in names if keys not in self.people]
        if not new:
            return self
        known = Known(())
        known.people = {**self.people}
        known.told, known._forms = self.told, self._forms
        for keys in new:
            known.add(keys)
        known.parts = self.parts | _parts(known.people.keys() - self.people.keys())
        return known

    def stands_at(self, pieces: Sequence[Piece], at: int) -> int:
        """Give how many letters of the word at a place are a known name: 0 where it is none.

        A word that was told as a name is one unless what stands round it says that it is the word.
        """
        piece = pieces[at]
        key = piece.key
        if key not in self.parts:
            if key[-1] == "s" and key[:-1] in self.parts and key not in common() and not piece.owns:
                return len(piece.text) - 1  # "sarahs mum"
            formed = self._forms is not None and self._forms.stands_at(pieces, at)
            return len(piece.text) if formed else 0
        if not (key in common() or key in never()):
            return len(piece.text)
        if any(self._is_part(pieces, at + step, piece) for step in (-1, 1)):
            return len(piece.text)
        if self._forms is not None and self._forms.has_initial_after(pieces, at):
            return len(piece.text)
        if len(piece.text) == 1:
            return int(piece.is_capital and is_initial(pieces, at))
        titled = at > 0 and not piece.opens and is_title(pieces[at - 1])
        if titled or (key not in never() and follows_kin(pieces, at) and key not in _FUNCTION):
            return len(piece.text)
        if key in DAYS:
            return len(piece.text) if is_day_somebody(pieces, at) or not is_day(pieces, at) else 0
        if piece.is_capital and not is_shouted(pieces, at):
            somebody = _is_somebody_with_capital(pieces, at)
        else:
            somebody = stands_as_somebody(pieces, at) or (piece.opens and goes_on(pieces, at))
            somebody = somebody or (key in self.told and _is_somebody_without(pieces, at))
        return len(piece.text) if somebody or (key in self.told and has_place_of_told(pieces, at)) else 0

    def _is_part(self, pieces: Sequence[Piece], at: int, beside: Piece) -> bool:
        """Whether the word at a place belongs to the same person, and stands next to it."""
        if not 0 <= at < len(pieces):
            return False
        piece = pieces[at]
        gap = piece.gap if piece.start > beside.start else beside.gap
        return gap in (" ", "-", "\u2011", "  ") and any(
            piece.key in person and beside.key in person and piece.key != beside.key for person in self.people
        )


def _is_somebody_with_capital(pieces: Sequence[Piece], at: int) -> bool:
    piece = pieces[at]
    key = piece.key
    if key in never() and key not in listed("never", "brands"):
        return piece.owns or goes_on(pieces, at)  # not "follows Islam"
    if key in much_used_names() or key in listed("people", "times"):
        return is_somebody(pieces, at)
    if not piece.opens or piece.owns or goes_on(pieces, at) or does(pieces, at):
        return True
    following = pieces[at + 1] if at + 1 < len(pieces) else None
    if following is None or following.opens:
        return following is None or following.gap.strip()[:1] in _SIGNS  # "Van: see GP", "(Long)"
    return following.key in ("and", "&", "family")


def _is_somebody_without(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a word that was told as a name is one in small letters, or in a line of capitals."""
    piece = pieces[at]
    key = piece.key
    before, after = previous_of(pieces, at), next_of(pieces, at)
    doubled = before is not None and before.opens and before.key == key  # "rose rose early": the first is somebody
    if doubled or (key in _FUNCTION and piece.opens and after is not None and after.key in role_words()):
        return False
    if piece.owns or (after is not None and after.key in ("family", "household")):
        return True
    subject = before is None or not (before.key in _SUBJECTS or before.key in role_words())
    if subject and key not in _FUNCTION and (goes_on(pieces, at) or (piece.opens and does(pieces, at))):
        return True
    brand = key in listed("never", "brands")
    if key in _FUNCTION or (key in never() and not brand) or (after is not None and after.key in ("of", "that")):
        return False
    if before is None:
        return key not in listed("people", "asking") or (after is not None and after.key in ("and", "&"))
    if before.is_number or before.key in _DETERMINERS or is_fixed(key, before, after):
        return False
    verb = key in listed("people", "asking") or key in _FELT or key in listed("told", "deeds")
    return not (verb and (before.key in _SUBJECTS or before.key in role_words()))


def _is_lead(key: str) -> bool:
    return key in ("the", "and") or key in listed("people", "titles") or key in listed("people", "kin_titles")


def _parts(people: Iterable[tuple[str, ...]]) -> frozenset[str]:
    """The words that name somebody by themselves."""
    parts = [part for person in people for at, part in enumerate(person) if not _is_small(person, at)]
    return frozenset((*parts, *(part.replace("'", "") for part in parts if "'" in part)))


def _is_small(person: tuple[str, ...], at: int) -> bool:
    """Whether a word of a name is a particle of it, or an initial: the last word is no particle ("Zofia Van")."""
    if len(person) == 1 or at + 1 == len(person):
        return len(person) > 1 and len(person[at]) == 1
    part = person[at]
    return len(part) == 1 or part in listed("people", "particles") or part in listed("people", "between")
