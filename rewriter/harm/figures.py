"""The people of a text as figures: every name, role and pronoun that means the same person, together.

Pronouns are matched by agreement with the words the writer used ("mum ... she"); a name has no gender until
the writer's own pronoun gives it one. Who harms whom is never read from either.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from rewriter.harm.pronouns import POSSESSIVES, PRONOUNS, SELF, owns
from rewriter.harm.words import gender_of
from rewriter.people import Party, PartyKind
from rewriter.plan import Act
from rewriter.text import Word

__all__ = ["Figure", "Figures", "Mention", "find_figures"]

_CHILD_ROLES = frozenset("child son daughter".split())
_BROTHERLY = frozenset("brother sister".split())
_GROUPS = frozenset("parents couple family".split())
_PLURAL_ENDS = frozenset("children kids people men women girls boys".split())
_SEVERAL = frozenset("parents grandparents child adult source neighbour".split())
_SINGULAR_S = frozenset("boss mrs ms miss missus".split())
_MR_MRS = frozenset("mr mrs ms miss mx".split())
_CLAUSE_WORDS = frozenset("so that if when because until there".split())
_OBJECT_LINKS = frozenset("with to from by at for on of towards about against".split())
_COURSES = frozenset("course courses service services programme programmes group groups work sessions".split())


@dataclass(slots=True)
class Figure:
    """One person (or group) of a text: all the names and roles the text gives them."""

    kind: PartyKind
    names: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)
    title: str = ""
    owner: str = ""
    gender: str = ""
    age: int = -1
    plural: bool = False

    @property
    def is_person(self) -> bool:
        """Whether this is someone of the family or community, not a professional or an agency."""
        return self.kind in (PartyKind.PERSON, PartyKind.PRONOUN)

    @property
    def is_child(self) -> bool:
        """Whether the text says this is a child: by an age under 18, or a child's role and no adult age."""
        if self.age >= 0:
            return self.age < 18
        return bool(self.roles & _CHILD_ROLES) and "adult" not in self.keys

    @property
    def is_group(self) -> bool:
        """Whether this is a whole couple or household ("parents", "the family")."""
        return self.plural and bool(self.roles & _GROUPS)


class Mention(NamedTuple):
    """One place where a figure is named: word indices (end exclusive), which figure, whether it owns what follows."""

    first: int
    last: int
    figure: int
    owning: bool
    pronoun: bool


class Figures(NamedTuple):
    """The figures of a text and where each is named, in order."""

    figures: tuple[Figure, ...]
    mentions: tuple[Mention, ...]
    at: dict[int, Mention]  # by first word
    named: dict[int, Mention]  # by figure: where it is first named by more than a pronoun

    def between(self, begin: int, end: int) -> list[Mention]:
        """The mentions that begin between two word indices (end exclusive)."""
        mentions = self.mentions
        return list(mentions[bisect_left(mentions, (begin,)) : bisect_left(mentions, (end,))])


def find_figures(
    words: Sequence[Word],
    sentences: Sequence[tuple[int, int]],
    parties: Sequence[Party],
    acts: Sequence[Act],
    known: frozenset[str],
) -> Figures:
    """Gather the parties and pronouns of a text into figures.

    `known` are keys of names told beside the text; they are found even where they are typed without a capital.
    """
    return _Gatherer(words, sentences, parties, acts, known).gather()


class _Gatherer:
    def __init__(
        self,
        words: Sequence[Word],
        sentences: Sequence[tuple[int, int]],
        parties: Sequence[Party],
        acts: Sequence[Act],
        known: frozenset[str],
    ) -> None:
        self.words = words
        self.starts = dict(sentences)
        self.parties = {party.first: party for party in parties}
        self.known = known
        self.subjects = {act.verb: act for act in acts}
        self.figures: list[Figure] = []
        self.mentions: list[Mention] = []
        self.subject = -1  # the figure that is the subject of the present act
        self.main_subject = -1

    def gather(self) -> Figures:
        words = self.words
        index, count = 0, len(words)
        while index < count:
            act = self.subjects.get(index)
            if act is not None and act.actors:
                begun = next((m for m in reversed(self.mentions) if m.first == act.actors[-1].first), None)
                if begun is not None:
                    self.main_subject = self.subject if self.subject >= 0 else begun.figure
                    self.subject = begun.figure
            party = self.parties.get(index)
            key = words[index].key
            if party is not None and party.kind not in (PartyKind.PRONOUN, PartyKind.OURSELVES):
                if not self._names_place(party):
                    self._add(self._figure_of(party), party.first, party.last, owning=party.owning, pronoun=False)
                index = max(party.last, index + 1)
                continue
            if key in PRONOUNS and not (key in ("i", "us", "im") and words[index].text.islower()):
                self._pronoun(index, PRONOUNS[key])
            elif key in self.known and party is None:
                word = words[index]
                named = Party(
                    PartyKind.PERSON, "", (key,), "", index, index + 1, index + 1, word.start, word.end, word.possessive
                )
                self._add(self._figure_of(named), index, index + 1, owning=word.possessive, pronoun=False)
            elif key in self.known or (key.endswith("s") and key[:-1] in self.known and len(key) > 3):
                self._known_genitive(index)
            index += 1
        first_named: dict[int, Mention] = {}
        for mention in self.mentions:
            if not mention.pronoun:
                first_named.setdefault(mention.figure, mention)
        at = {mention.first: mention for mention in self.mentions}
        return Figures(tuple(self.figures), tuple(self.mentions), at, first_named)

    def _names_place(self, party: Party) -> bool:
        """Whether a role only names a place or a course: "the mother and baby unit", "the perpetrator service"."""
        after = [word.key for word in self.words[party.last : party.last + 3]]
        if party.role == "source" and after[:1] and after[0] in _COURSES:
            return True
        return (
            len(after) == 3
            and after[0] in ("&", "and")
            and after[1] == "baby"
            and after[2] in ("unit", "placement", "group", "home")
        )

    def _known_genitive(self, index: int) -> None:
        """ "Amys address": the apostrophe left out."""
        word = self.words[index]
        key = word.key if word.key in self.known else word.key[:-1]
        named = Party(PartyKind.PERSON, "", (key,), "", index, index + 1, index + 1, word.start, word.end, True)
        self._add(self._figure_of(named), index, index + 1, owning=True, pronoun=False)

    def _add(self, figure: int, first: int, last: int, *, owning: bool, pronoun: bool) -> None:
        self.mentions.append(Mention(first, last, figure, owning, pronoun))

    # -- names and roles -----------------------------------------------------------------------

    def _figure_of(self, party: Party) -> int:
        keys = [self.words[n].key for n in range(party.first, max(party.after, party.last))]
        spoken = keys[: party.last - party.first]
        title = next((key for key in spoken if key in _MR_MRS), "") if party.role not in ("parents", "couple") else ""
        age = next((int(key) for key in keys[party.last - party.first :] if key.isdecimal() and len(key) < 3), -1)
        plural = (
            party.role in ("family", "couple")
            or (len(party.names) > 1 and "and" in spoken)
            or spoken[-1] in _PLURAL_ENDS
        )
        plural = plural or (party.role in _SEVERAL and spoken[0] not in ("parent", "his") and spoken[-1].endswith("s"))
        plural = plural or (party.role == "parents" and spoken[0] != "parent")
        plural = plural or (
            bool(party.role)
            and party.role not in ("professional", "agency")
            and spoken[-1].endswith("s")
            and spoken[-1] not in _SINGULAR_S
        )
        gender = "" if plural else gender_of(keys)
        owner = party.owner
        for number, figure in enumerate(self.figures):
            if self._same(figure, party, title, owner, plural=plural):
                figure.names.update(party.names)
                if party.role:
                    figure.roles.add(party.role)
                figure.keys.update(spoken)
                figure.title = figure.title or title
                figure.gender = figure.gender or gender
                figure.age = figure.age if figure.age >= 0 else age
                return number
        made = Figure(
            party.kind,
            set(party.names),
            {party.role} if party.role else set(),
            set(spoken),
            title,
            owner,
            gender,
            age,
            plural,
        )
        self.figures.append(made)
        return len(self.figures) - 1

    @staticmethod
    def _same(figure: Figure, party: Party, title: str, owner: str, *, plural: bool) -> bool:
        if figure.kind is not party.kind or figure.plural is not plural:
            return False
        if figure.title and title and figure.title != title:
            return False
        names = figure.names
        if names and party.names:
            return bool(names & set(party.names)) and not (
                title != figure.title and len(names | set(party.names)) == 1 and (title and figure.title)
            )
        if not party.role or party.role not in figure.roles:
            return False
        if party.kind is not PartyKind.PERSON:
            return True
        known_owner = figure.owner if figure.owner not in PRONOUNS else ""
        said_owner = owner if owner not in PRONOUNS else ""
        if known_owner and said_owner and known_owner != said_owner:
            return False
        return party.role not in ("adult", "neighbour", "relative") or bool(figure.keys & {"victim", "survivor"})

    # -- pronouns ------------------------------------------------------------------------------

    def _pronoun(self, index: int, gender: str) -> None:
        key = self.words[index].key
        party = self.parties.get(index)
        if gender in "iw":
            kind = PartyKind.PRONOUN if gender == "i" else PartyKind.OURSELVES
            number = next((n for n, figure in enumerate(self.figures) if figure.kind is kind and key[0] != "y"), -1)
            if number < 0:
                self.figures.append(Figure(kind, keys={key}, plural=gender == "w"))
                number = len(self.figures) - 1
            self._add(number, index, index + 1, owning=key in ("my", "our", "your"), pronoun=True)
            return
        owning = key in POSSESSIVES or (key == "her" and owns(self.words, index))
        number = self._antecedent(index, gender, free=owning or key in SELF, subject=party is not None)
        if number < 0:
            self.figures.append(
                Figure(PartyKind.PRONOUN, keys={key}, gender="" if gender == "p" else gender, plural=gender == "p")
            )
            number = len(self.figures) - 1
        elif gender != "p" and not self.figures[number].gender:
            self.figures[number].gender = gender
        self._add(number, index, index + 1, owning=owning, pronoun=True)

    def _antecedent(self, index: int, gender: str, *, free: bool, subject: bool) -> int:
        """The most likely figure for a pronoun: the present subject for "his", somebody else for "him"."""
        order: list[int] = []
        if subject and self.main_subject >= 0 and not free:
            order += [self.subject, self.main_subject]
        elif free and self.subject >= 0:
            order.append(self.subject)
        near = self.mentions[-12:]
        recent = [mention.figure for mention in reversed(near) if not self._is_place(mention)]
        recent += [mention.figure for mention in reversed(near) if self._is_place(mention)]
        if subject and near and near[-1].owning and near[-1].last == index - 1 and self.words[index - 1].key == "and":
            order.insert(0, near[-1].figure)  # "the hitting is Caleb's and he ..."
        if gender == "p":
            order = [number for number in recent if self.figures[number].plural] + order
        elif not free and not subject and self.subject >= 0 and self._new_clause(index):
            order.append(self.subject)
        order += recent
        barred = self._local_subject(index) if not free and not subject else -1
        if free and index > 1 and self.words[index - 2].key == "who" and len(set(recent)) > 1:
            # "Callum, who broke her jaw": what somebody does is done to another
            barred = next((m.figure for m in reversed(self.mentions[-3:]) if m.last <= index - 2), -1)
        inside = next(
            (
                mention
                for mention in reversed(self.mentions[-3:])
                if mention.first in self.parties and mention.last <= index < self.parties[mention.first].after
            ),
            None,
        )
        if inside is not None and not subject:
            barred = inside.figure  # "Dwayne (out on licence for assaulting her)"
        for number in order:
            figure = self.figures[number]
            if (
                number == barred
                or figure.kind in (PartyKind.AGENCY, PartyKind.OURSELVES)
                or "i" in figure.keys
                or "my" in figure.keys
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

    def _is_place(self, mention: Mention) -> bool:
        """ "a taxi to Jean's": somebody named for where they live."""
        if not mention.owning or mention.pronoun or mention.last >= len(self.words):
            return False
        before = self.words[mention.first - 1].key if mention.first else ""
        return before in ("to", "at", "from") and not self.words[mention.last].key[0].isalpha()

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
            if mention.owning or index - (party.after if party is not None else mention.last) > 4:
                continue
            before = self.words[mention.first - 1].key if mention.first else ""
            if before in _OBJECT_LINKS:
                continue
            return mention.figure
        return -1
