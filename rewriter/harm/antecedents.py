"""Whom a pronoun means: the present subject for "his", somebody else for "him", the addressee for "you"."""

from collections.abc import Sequence

from rewriter.harm.mentions import Figure, Mention
from rewriter.harm.words import hurting_words
from rewriter.people import Party, PartyKind
from rewriter.text import Word

__all__ = ["Antecedents"]

_TELLING = frozenset("tell ring text phone call inform contact".split())
_SPEAKERS = frozenset("i you we".split())
_AFTER_ADDRESS = frozenset({",", "-", "\u2013", "\u2014", ":", "\n"})
_CLAUSE_OPENERS = frozenset({"-", "\u2013", "\u2014", ":", ";", "\n", "because", "since", "that"})
# What a person does something with is their own; what is done to may be anybody's.
_OWN = frozenset("hands hand fists fist foot feet fingers temper voice mind way word mates friends weight".split())
_CLAUSE_WORDS = frozenset("so that if when because until there".split())
_TOWARDS = frozenset("to at from".split())
_AFTER_PLACE = frozenset("as because while so and when if until till for on at since after by".split())
# As far as this after its subject, an object of the same clause is somebody else.
_JOINED = frozenset(("and", "&", "+"))
_CLAUSE = 7
_TINY = frozenset("baby babies infant newborn unborn bump toddler".split())
_RELATIVE_CLAUSE = 14
_SAME_CLAUSE = 20
_OBJECT_LINKS = frozenset("with to from by at for on of towards about against /".split())
# What somebody does so that another leaves off: "Priti to stand up to her so that she stops".
_OPENS_CLAUSE = frozenset("when if because as while since until that whenever where".split())
_PARTS_SENTENCE = frozenset({".", ",", ";", ":", "\n", "-", "|"})
_DEEDS = frozenset(
    "plan plans wish wishes attempt attempts threat threats violence abuse behaviour anger control messages texts "
    "calls visits demands drinking treatment".split()
)
_COUNTS = frozenset("two three four both pair all".split())
_LEAVING_OFF = frozenset("stops quits ceases leaves doesn't won't isn't can't gives calms doesnt wont".split())


class Antecedents:
    """What has been named so far in a text, and whom the next pronoun can mean."""

    def __init__(self, words: Sequence[Word], parties: Sequence[Party]) -> None:
        self.words = words
        self.parties = {party.first: party for party in parties}
        self.figures: list[Figure] = []
        self.mentions: list[Mention] = []
        self.subject = -1  # the figure that is the subject of the present act
        self.main_subject = -1
        self.addressee = -1  # whom a letter or a line speaks to

    def antecedent(self, index: int, gender: str, *, free: bool, subject: bool) -> int:
        """The most likely figure for a pronoun: the present subject for "his", somebody else for "him"."""
        order: list[int] = self._just_named(index) if free else []
        if subject and self.main_subject >= 0 and not free:
            order += [self.subject, self.main_subject]
        elif free and self.subject >= 0:
            order.append(self.subject)
        near = self.mentions[-12:]
        recent = [mention.figure for mention in reversed(near) if not self._is_place(mention)]
        recent += [mention.figure for mention in reversed(near) if self._is_place(mention)]
        if subject and near and near[-1].owning and near[-1].last == index - 1 and self.words[index - 1].key == "and":
            order.insert(0, near[-1].figure)  # "the hitting is Caleb's and he ..."
        elif subject and not free:
            order = [*self._left_off(index), *order]
        if gender == "p":
            order = [number for number in recent if self.figures[number].plural] + order
        elif not free and not subject and self.subject >= 0 and self._new_clause(index):
            order.append(self.subject)
        order += recent
        told = self._told_if(index) if not subject else -1
        order = [number for number in order if number != told] + [told] * (told in order)
        if gender == "p" and self._is_counted(index):
            order = [number for number in order if self.figures[number].plural]
        barred = self._barred(index, gender, recent, free=free, subject=subject)
        beside = self._joined_before(barred) if not free and not subject else frozenset()
        if any(self.figures[n].gender == gender and n != barred for n in order):
            order = [n for n in order if _TINY.isdisjoint(self.figures[n].keys)]  # "Mum ... the baby ... her friends"
        for number in order:
            figure = self.figures[number]
            if (
                number == barred
                or number in beside
                or figure.kind in (PartyKind.AGENCY, PartyKind.OURSELVES)
                or figure.keys & _SPEAKERS
            ):
                continue
            if gender == "p":
                if figure.plural and not figure.is_group:
                    return number
                if figure.plural or (not figure.gender and figure.kind is PartyKind.PERSON and not figure.is_group):
                    return number
            elif not figure.plural and figure.gender in ("", gender) and figure.kind is not PartyKind.PROFESSIONAL:
                return number
        return -1

    def addressed(self, index: int) -> int:
        """The figure that "you" means: "Dear Ms Obi, ... you", "Mr Lowe \u2013 you will"; -1 for nobody."""
        for mention in reversed(self.mentions[-3:]):
            between = self.words[mention.last : index]
            if not mention.pronoun and between and all(word.key in _AFTER_ADDRESS for word in between):
                self.addressee = mention.figure
        return self.addressee

    def doer_near(self, index: int) -> int:
        """The one that "himself" means: whoever opens the clause it stands in, or -1."""
        for mention in reversed(self.mentions[-4:]):
            if mention.owning or mention.pronoun or index - mention.last > 12:
                continue
            before = self.words[mention.first - 1].key if mention.first else ""
            if before in _CLAUSE_OPENERS and self.figures[mention.figure].kind is PartyKind.PERSON:
                return mention.figure
        return -1

    def _just_named(self, index: int) -> list[int]:
        """The subject of the clause that a possessive stands in: "so ben doesn't put his hands"."""
        last = next((m for m in reversed(self.mentions[-2:]) if not m.owning), None)
        following = self.words[index + 1].key if index + 1 < len(self.words) else ""
        if last is None or last.pronoun or last.first not in self.parties or following not in _OWN:
            return []
        near = index - max(self.parties[last.first].after, last.last) <= 3
        opens = last.first == 0 or self.words[last.first - 1].key in _CLAUSE_WORDS
        return [last.figure] if near and opens else []

    def _told_if(self, index: int) -> int:
        """Who is to be told of what may happen, and is not meant: "to tell Mrs Begum if he hurts her"; or -1."""
        words = self.words
        opens = next((n for n in range(index - 1, max(0, index - 8), -1) if words[n].key in ("if", "when")), 0)
        told = next((m for m in reversed(self.mentions) if m.last == opens), None) if opens else None
        telling = told is not None and told.first > 0 and words[told.first - 1].key in _TELLING
        return told.figure if told is not None and telling else -1

    def _left_off(self, index: int) -> list[int]:
        """Who is to leave off: "A to be firmer with B so that she stops" means B, whom the act of A is done to."""
        words = self.words
        before = [words[n].key for n in range(max(0, index - 2), index)]
        following = words[index + 1].key if index + 1 < len(words) else ""
        if "so" not in before or following not in _LEAVING_OFF:
            return []
        begin = next((n for n in range(index - 1, -1, -1) if words[n].key in (".", "\n", "|")), -1)
        here = [m for m in self.mentions if m.first > begin and not m.pronoun]
        others = [m for m in here[1:] if m.figure != here[0].figure and not m.owning]
        if not others or words[others[-1].first - 1].key in _OPENS_CLAUSE:
            return []
        return [others[-1].figure]

    def _is_place(self, mention: Mention) -> bool:
        """ "a taxi to Jean's": somebody named for where they live."""
        if not mention.owning or mention.pronoun or mention.last >= len(self.words):
            return False
        before = self.words[mention.first - 1].key if mention.first else ""
        following = self.words[mention.last]
        after = following.key
        ends = not after[0].isalpha() or after in _AFTER_PLACE or not following.text.islower()
        return before in _TOWARDS | {"her", "his", "their"} and ends

    def _barred(self, index: int, gender: str, recent: Sequence[int], *, free: bool, subject: bool) -> int:
        """The figure that a pronoun cannot mean where it stands, or -1."""
        barred = self._local_subject(index) if not free and not subject else -1
        if free and index > 1 and self.words[index - 2].key == "who" and len(set(recent)) > 1:
            # "Callum, who broke her jaw": what somebody does is done to another
            barred = next((m.figure for m in reversed(self.mentions[-3:]) if m.last <= index - 2), -1)
        following = self.words[index + 1].key if index + 1 < len(self.words) else ""
        if free and index and self.words[index - 1].key == "in" and following == "face":
            # "screams in her face"
            barred = next((m.figure for m in reversed(self.mentions[-3:]) if not m.owning), barred)
        inside = next(
            (
                mention
                for mention in reversed(self.mentions[-3:])
                if mention.first in self.parties and mention.last <= index < self.parties[mention.first].after
            ),
            None,
        )
        if gender != "p" and index + 2 < len(self.words) and self.words[index + 1].key.endswith("ing"):
            ahead = self.parties.get(index + 2)  # "about him breaking Arjan's arm"
            if ahead is not None and ahead.names:
                barred = next((n for n in recent if self.figures[n].names & set(ahead.names)), barred)
        if inside is not None and not subject and not free:
            barred = inside.figure  # "Dwayne (out on licence for assaulting her)"
        deed = self._owner_of_deed(index) if not subject and not free else -1
        return deed if deed >= 0 else barred

    def _is_counted(self, index: int) -> bool:
        """ "the two of them", "them both": no one person."""
        before = [word.key for word in self.words[max(0, index - 2) : index]]
        after = [word.key for word in self.words[index + 1 : index + 2]]
        return (before[-1:] == ["of"] and before[0] in _COUNTS) or after == ["both"] or before[-1:] == ["both"]

    def _owner_of_deed(self, index: int) -> int:
        """Whose deed it is that is done to somebody else: "how Kyle's hitting has affected her", "his plan to ..."."""
        last = self.mentions[-1] if self.mentions else None
        if last is None or not last.owning or last.last >= index or index - last.last > _CLAUSE:
            return -1
        between = [self.words[n].key for n in range(last.last, index)]
        done = between[0] in _DEEDS or (between[0] in hurting_words() and between[0].endswith(("ing", "s")))
        return last.figure if done and _OPENS_CLAUSE.isdisjoint(between) else -1

    def _joined_before(self, barred: int) -> frozenset[int]:
        """Those named in one breath before somebody: in "A & B have hit her" she is neither."""
        at = next((n for n in range(len(self.mentions) - 1, -1, -1) if self.mentions[n].figure == barred), 0)
        one, other = self.mentions[at - 1 : at + 1] if at else (None, None)
        if one is None or other is None or one.owning or other.first - one.last != 1:
            return frozenset()
        return frozenset((one.figure,)) if self.words[one.last].key in _JOINED else frozenset()

    def _new_clause(self, index: int) -> bool:
        """Whether a clause begins between the last person named and a word: its object may be the subject before."""
        last = self.mentions[-1].last if self.mentions else index
        return any(self.words[n].key in _CLAUSE_WORDS for n in range(last, index))

    def _local_subject(self, index: int) -> int:
        """The subject of the verb just before an object pronoun, which it cannot mean."""
        gerund = index + 1 < len(self.words) and self.words[index + 1].key.endswith("ing")
        if gerund and index and self.words[index - 1].key in ("about", "of", "after", "over"):
            return -1  # "Dewi about him fracturing ..."
        for mention in reversed(self.mentions[-4:]):
            party = self.parties.get(mention.first)
            last = party.after if party is not None else mention.last
            relative = last + 1 < len(self.words) and "who" in (self.words[last].key, self.words[last + 1].key)
            if mention.owning or index - last > (_RELATIVE_CLAUSE if relative else _CLAUSE):
                continue
            if not relative and any(self.words[n].key == "who" for n in range(last + 2, index)):
                return -1  # "to disclose who is taking her": another does that
            if relative:
                return mention.figure
            before = self.words[mention.first - 1].key if mention.first else ""
            doing = last < index and self.words[last].key.endswith("ing")  # "about Denise slapping her"
            if before in _OBJECT_LINKS and not doing:
                continue
            return mention.figure
        return self._subject_of_clause(index)

    def _subject_of_clause(self, index: int) -> int:
        """The present subject, where nothing between parts its clause from a word: what it does is done to another."""
        own = next((m for m in reversed(self.mentions[-8:]) if m.figure == self.subject and not m.owning), None)
        if own is None or index - own.last > _SAME_CLAUSE:
            return -1
        parts = _PARTS_SENTENCE | _CLAUSE_WORDS | _OPENS_CLAUSE
        return -1 if any(self.words[n].key in parts for n in range(own.last, index)) else self.subject
