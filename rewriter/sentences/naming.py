"""Finds the people, roles and agencies that a text names.

A role comes from the word lists; a name is recognised by how it is written and where it stands, never from a
list of first names, so that names of every culture are read alike.
"""

from collections.abc import Sequence
from typing import NamedTuple

from rewriter.people import Party, PartyKind, Person
from rewriter.remembered import remembered
from rewriter.sentences.grammar import verb_at
from rewriter.sentences.places import is_left, is_object, is_where, is_wound
from rewriter.text import Word, is_name_shaped, words_of
from rewriter.vocabulary import AGENCY, PROFESSIONAL, is_common, is_title, organisation_endings, roles, titles

__all__ = ["find_parties", "role_of"]

_MODALS = frozenset(
    "to will must should shall can could would may might needs need has have is are agrees agreed was does doesn't "
    "don't isn't won't can't didn't cannot wouldn't".split()
)
_OWNERS = frozenset("his her their my your our its".split())
# First names that are ordinary words too: a name only where a person stands before a verb.
_TWO_FACED = frozenset(
    "mark will grace hope faith joy may april june summer dawn rose rob bill jack pat sue drew art frank ray gene "
    "max iris ivy violet daisy ruby amber jade pearl holly heather olive sky robin dale glen clay chase angel dean "
    "earl grant miles pierce carol penny sandy jet pip star blessing precious mercy patience comfort gift".split()
)
_MONTHS = frozenset("may april june summer dawn".split())
_DAYS = frozenset("mon tue tues wed weds thu thur thurs fri sat sun".split())
# A role that is an adjective too: "to be more patient with her".
_BEFORE_MANNERS = frozenset("be being more very so is less too was been stay remain".split())
_BEFORE_MONTHS = frozenset("since in until till from last early late mid".split())
_BOUNDARIES = frozenset({"\n", ".", ":", "-", "\u2013", "\u2014", "|", ";", "\u2022", "*", "(", ")", "?", "!", ","})
# "the family home" and "family time" name a thing, not the family.
_FAMILY_THINGS = frozenset("home time contact life meeting meal meals finances income house flat plan group".split())
_NOUN_ENDINGS = tuple("ed ing ings ence ance tion sion ment ness ity ism ship ive ies logy ology".split())
_PRONOUNS = frozenset("she he they i you".split())
# What may be somebody without a capital, beside the names that the user gave.
_WRITTEN_SMALL = _PRONOUNS | {f"{pronoun}'ll" for pronoun in _PRONOUNS} | {"we", "we'll"}
_ADJECTIVES = frozenset("new ex adult older younger birth own maternal paternal".split())
_MR_MRS = frozenset("mr mrs ms miss mx".split())
_ROLE_HEADS = frozenset("worker officer manager lead".split())


@remembered
def role_of(phrase: str) -> str:
    """Give the canonical role that a phrase names ("Mum" -> "mother", "IRO" -> "professional"), or ""."""
    parties = find_parties(words_of(phrase), ())
    return next((party.role for party in reversed(parties) if party.role), "")


def find_parties(words: Sequence[Word], people: Sequence[Person]) -> tuple[Party, ...]:
    """Find every party named among the words, in order, without overlaps.

    `people` are those the user named in the context: their names are known in any case, and lend their role.
    """
    return _Finder(words, people).all()


class _Named(NamedTuple):
    """What was recognised at one place, before what belongs to it on either side is read."""

    first: int
    last: int
    role: str  # canonical, "professional", "agency" or ""
    names: tuple[str, ...]
    kind: PartyKind


class _Finder:
    """Finds the parties of one text; holds its words, the roles in them and the names the user gave."""

    def __init__(self, words: Sequence[Word], people: Sequence[Person]) -> None:
        self.words = words
        self.given = {
            word.key: person.role
            for person in people
            for word in words_of(person.name)
            if word.key not in titles() and word.key[0].isalpha()
        }
        self.role_at: dict[int, tuple[int, str]] = {}
        for term in roles().find(words):
            known = self.role_at.get(term.first)
            # the same words may be a role and a service; the one listed first (the person) wins
            if known is None or term.last > known[0]:
                self.role_at[term.first] = (term.last, term.tag)

    def all(self) -> tuple[Party, ...]:
        found: list[Party] = []
        taken = 0
        for index in self._places():
            if index < taken:
                continue
            named = self._titled(index) or self._in_role(index) or self._by_itself(index)
            if named is not None:
                party = self._party(named, found[-1] if found else None)
                found.append(party)
                taken = max(party.after, party.last)
        return tuple(found)

    # -- what can stand at a place ----------------------------------------------------------------

    def _places(self) -> list[int]:
        """Where somebody may be named; at a glance most words are nobody, as numbers, marks and small words are."""
        titled, role_at, given = titles(), self.role_at, self.given
        followed = [*(word.key for word in self.words[1:]), ""]
        return [
            index
            for index, (word, following) in enumerate(zip(self.words, followed, strict=False))
            if (word.key[0].isalpha() and not word.text.islower())
            or following in ("to", "(")
            or index in role_at
            or word.key in _WRITTEN_SMALL
            or word.key in given
            or word.key in titled
        ]

    def _titled(self, index: int) -> _Named | None:
        """A title and a name ("Mr O'Rourke", "Aunt Lowri"); "Mr and Mrs Obi" is a role of its own."""
        words = self.words
        if words[index].key not in titles():
            return None
        at = index + 1
        if words[index].possessive and at < len(words) and words[at].key in _DAYS:
            return None  # "sleeps at Nan's Fri-Sun"
        while at < len(words) and is_title(words, at):
            at += 1
        if at >= len(words) or not (is_name_shaped(words[at]) or self._is_initial(at)):
            return None
        if words[at].key in organisation_endings() and index not in self.role_at:
            return None
        last = self._names_end(at)
        names = self._keys(at, last)
        stop, role = self.role_at.get(index, (0, ""))
        return self._named(index, last, role if stop and stop <= at else "", names)

    def _is_initial(self, index: int) -> bool:
        """ "Mr O.": one capital with a full stop that belongs to it; "mrs okafor": all typed small."""
        text, title = self.words[index].text, self.words[index - 1]
        if title.text.islower() and title.key in _MR_MRS and len(text) > 2:
            return text.isalpha() and not is_common(text)
        return len(text) == 1 and text.isupper() and index + 1 < len(self.words) and self.words[index + 1].key == "."

    def _in_role(self, index: int) -> _Named | None:
        words = self.words
        if index not in self.role_at:
            return None
        last, role = self.role_at[index]
        manner = index > 0 and words[index].key == "patient" and words[index - 1].key in _BEFORE_MANNERS
        following = words[last].key if last < len(words) else ""
        if manner or following in (_FAMILY_THINGS if words[index].key == "family" else ("crime",)):
            return None  # "mate crime"
        if role == AGENCY and not any(word.text.isupper() for word in words[index:last]):
            # "health worker": a service's name before a role's is not the service
            longer = self.role_at.get(last)
            if longer is not None and longer[1] == PROFESSIONAL and words[last].key in _ROLE_HEADS:
                last, role = longer
        names: tuple[str, ...] = ()
        titled = self._titled(last) if role == PROFESSIONAL and following in _MR_MRS else None
        if titled is not None:
            return self._named(index, titled.last, role, titled.names)  # "TA Mrs Nowak"
        if not words[last - 1].possessive and last < len(words) and (self.is_name(last) or self._is_called(last, role)):
            at, plural = last, words[last - 1].key.endswith("s")
            last = self._names_end(last)
            pair = last + 1 < len(words) and words[last].key in ("and", "&") and plural and self.is_name(last + 1)
            if pair:  # "foster carers Pam and Dilip"
                last = self._names_end(last + 1)
            names = tuple(key for key in self._keys(at, last) if key not in ("and", "&"))
        return self._named(index, last, role, names)

    def _is_called(self, index: int, role: str) -> bool:
        """Whether a word after a role can only be a name: "foster carer Jan to text", "wife Sue not to buy"."""
        words = self.words
        if role == AGENCY or index + 1 >= len(words) or not is_name_shaped(words[index]) or index in self.role_at:
            return False
        following = words[index + 1]
        return (
            following.key in _MODALS
            or following.key == "not"
            or (following.text.islower() and following.key[-1] == "s")
        )

    def _by_itself(self, index: int) -> _Named | None:
        word = self.words[index]
        follows = self.words[index + 1].key if index + 1 < len(self.words) else ""
        if word.text.isupper() and 2 <= len(word.key) <= 5 and follows == "to" and self._opens_line(index):
            return self._named(index, index + 1, PROFESSIONAL, ())  # initials of a role: "CC to ..."
        if word.key.endswith("'ll") and word.key[:-3] in _PRONOUNS:
            return _Named(index, index + 1, "", (), PartyKind.PRONOUN)
        if word.key == "we'll":
            return _Named(index, index + 1, "", (), PartyKind.OURSELVES)
        if word.key in _PRONOUNS and (word.key != "i" or word.text == "I" or follows in _MODALS):
            return _Named(index, index + 1, "", (), PartyKind.PRONOUN)
        if word.key == "we":
            return _Named(index, index + 1, "", (), PartyKind.OURSELVES)
        if self.is_name(index):
            last = self._names_end(index)
            return self._named(index, last, "", self._keys(index, last))
        return None

    def _named(self, first: int, last: int, role: str, names: tuple[str, ...]) -> _Named:
        if not role:
            told = next((self.given[name] for name in names if name in self.given), "") if self.given else ""
            role = role_of(told) if told else ""
        kind = {AGENCY: PartyKind.AGENCY, PROFESSIONAL: PartyKind.PROFESSIONAL}.get(role, PartyKind.PERSON)
        return _Named(first, last, role, names, kind)

    # -- what belongs to it -------------------------------------------------------------------------

    def _party(self, named: _Named, before: Party | None) -> Party:
        words = self.words
        first, last, role, names, kind = named
        # "Dad's to ring school" is "Dad is to ring school"
        owning = words[last - 1].possessive and not (
            last < len(words) and words[last].key in ("to", "got", "been", "going")
        )
        after = last
        if last < len(words) and words[last].key == "(":
            after, told_role, told_names = self._aside(last)
            names = names or told_names
            if told_role and not role and kind is PartyKind.PERSON:
                role = told_role
                kind = PartyKind.PROFESSIONAL if role == PROFESSIONAL else kind
        elif role and not names and self._is_set_off(last):
            names, after = (words[last + 1].key,), last + 3  # "Ola's mum, Bukola, gives ..."
        start, end = words[first].start, words[last - 1].end
        return Party(kind, role, names, self._owner(first, before), first, last, after, start, end, owning)

    def _is_set_off(self, index: int) -> bool:
        words = self.words
        return index + 2 < len(words) and words[index].key == words[index + 2].key == "," and self.is_name(index + 1)

    def _aside(self, opening: int) -> tuple[int, str, tuple[str, ...]]:
        """Read "(mum)", "(14)" or "(Year 1)" after a party: where it ends, and the role or name it gives."""
        words = self.words
        limit = min(len(words), opening + 14)
        closing = next((i for i in range(opening + 1, limit) if words[i].key == ")"), None)
        if closing is None:
            return opening, "", ()
        told = [term.tag for term in roles().find(words[opening + 1 : closing]) if term.tag != AGENCY]
        role = told[-1] if told and closing - opening <= 6 else ""
        alone = closing == opening + 2 and self.is_name(opening + 1)
        return closing + 1, role, (words[opening + 1].key,) if alone else ()

    def _owner(self, index: int, before: Party | None) -> str:
        back = index - 1
        while back >= 0 and self.words[back].key in _ADJECTIVES:
            back -= 1
        if before is not None and before.owning and before.last == back + 1:
            return before.names[-1] if before.names else before.role
        return self.words[back].key if back >= 0 and self.words[back].key in _OWNERS else ""

    # -- names --------------------------------------------------------------------------------------------

    def is_name(self, index: int) -> bool:
        """Whether the word at a place is somebody's name."""
        word, key = self.words[index], self.words[index].key
        if key in self.given:
            return True
        if not key[0].isalpha() or len(key) < 2 or key in _DAYS:
            return False
        following = self.words[index + 1] if index + 1 < len(self.words) else None
        opens = self._opens_line(index)
        as_subject = following is not None and (following.key in _MODALS or following.key in ("and", "&", "("))
        if not is_name_shaped(word):
            return (opens and self._is_typed_small(index)) or self._is_aged(index)
        if is_left(self.words, index) or is_where(self.words, index):
            return False
        if key in _MONTHS and index and self.words[index - 1].key in _BEFORE_MONTHS:
            return False  # "since June and ..."
        if key in _TWO_FACED:
            verb_next = following is not None and following.text.islower() and following.key.endswith("s") and opens
            aged = following is not None and following.key == "," and self._is_number(index + 2)
            inside = bool(index) and key not in _MONTHS and is_object(self.words, index)
            verb_next = verb_next and is_common(following.key if following else "")
            return as_subject or aged or word.possessive or inside or verb_next
        if is_common(key):
            return False
        if opens and key.endswith(_NOUN_ENDINGS) and not as_subject and not word.possessive:
            return False  # "Permanence for Ottilie", "Differentiated learning": a thing opens the line
        if opens and is_wound(key):
            return False  # "Bruises to back + arm"
        return not self._in_organisation(index)

    def _is_number(self, index: int) -> bool:
        return index < len(self.words) and self.words[index].key.isdecimal()

    def _is_aged(self, index: int) -> bool:
        """Typed without a capital, with an age and then what they do: "isla (7) gives up"."""
        words = self.words
        if index + 4 >= len(words) or [words[index + 1].key, words[index + 3].key] != ["(", ")"]:
            return False
        key = words[index].key
        if not words[index + 2].key.isdecimal() or key.endswith("s") or is_common(key) or not key.isalpha():
            return False
        following = words[index + 4].key
        return following in _MODALS or following.endswith(("n't", "s")) or following in ("can", "not", "and")

    def _is_typed_small(self, index: int) -> bool:
        """Typed without capitals where nothing but a name can stand: "dave to walk away"."""
        words = self.words
        word = words[index]
        if index + 2 >= len(words) or words[index + 1].key != "to":
            return False
        if words[index + 2].key == "be" and not (index and words[index - 1].key == "for"):
            return False
        closed = index + 3 < len(words) and not words[index + 3].key[0].isalnum()
        if closed and verb_at(words, index + 2, len(words)) is None:
            return False  # "bruise to ear - medical done": where, and nothing to do
        return word.text.islower() and not word.key.endswith("s") and not is_common(word.key)

    def _opens_line(self, index: int) -> bool:
        return index == 0 or self.words[index - 1].key in _BOUNDARIES

    def _in_organisation(self, index: int) -> bool:
        """Whether the capitalised run that starts here ends in a word such as "Programme" or "Centre"."""
        words, endings = self.words, organisation_endings()
        for last in range(index + 1, min(index + 6, len(words))):
            word = words[last]
            capital = word.text[:1].isupper()
            if word.key in endings and (capital or not words[last - 1].possessive):
                return True
            if len(word.text) == 1 and capital and word.key != "i":
                return True  # "Triple P"
            if not capital and word.key not in ("of", "the", "for", "and", "'"):
                return False
            if word.key == "and" and not (last + 1 < len(words) and words[last + 1].text[:1].isupper()):
                return False
        return False

    def _names_end(self, first: int) -> int:
        words = self.words
        last = first + 1
        while (
            last < min(len(words), first + 4)
            and not words[last - 1].possessive
            and is_name_shaped(words[last])
            and words[last].start == words[last - 1].end + 1
            and not is_common(words[last].key)
            and words[last].key not in _TWO_FACED
            and words[last].key not in _DAYS
        ):
            last += 1
        return last

    def _keys(self, first: int, last: int) -> tuple[str, ...]:
        return tuple(word.key for word in self.words[first:last])
