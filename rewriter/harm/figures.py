"""The people of a text as figures: every name, role and pronoun that means the same person, together.

Pronouns are matched by agreement with the words the writer used ("mum ... she"); a name has no gender until
the writer's own pronoun gives it one. Who harms whom is never read from either.
"""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from rewriter.harm.antecedents import Antecedents
from rewriter.harm.mentions import Figure, Figures, Mention
from rewriter.harm.pronouns import POSSESSIVES, PRONOUNS, SELF, owns
from rewriter.harm.registry import ANYBODY, HARMED, Registry, owner_of
from rewriter.harm.words import gender_of
from rewriter.people import Party, PartyKind
from rewriter.plan import Act
from rewriter.text import Word

__all__ = ["find_figures"]

_TYPED_OWNING = frozenset("dads mums mams nans grans stepdads stepmums".split())
_OF_SEVERAL = frozenset("both two three the all some other".split())
_OF_ONE = frozenset(
    "temper violence behaviour aggression drinking abuse anger moods mood threats shouting hitting controlling house "
    "flat home phone money partner partners friend friends mate mates girlfriend boyfriend ex".split()
)
_PARENTS = frozenset("mum dad mother father mam".split())
_FOR_CARERS = frozenset("assessment assessments assmt asst ass allowance centre group".split())
_JOINING = frozenset(("and", "&", "+"))
_PLURAL_ENDS = frozenset("children kids people men women girls boys".split())
_SEVERAL = frozenset("parents grandparents child adult source neighbour".split())
_SINGULAR_S = frozenset("boss mrs ms miss missus".split())
_CROWDS = frozenset("group gang crew lot mob line boys lads girls".split())
_MR_MRS = frozenset("mr mrs ms miss mx".split())
_COURSES = frozenset("prog course courses service services programme programmes group groups work sessions".split())


def find_figures(
    words: Sequence[Word],
    parties: Sequence[Party],
    acts: Sequence[Act],
    known: frozenset[str],
) -> Figures:
    """Gather the parties and pronouns of a text into figures.

    `known` are keys of names told beside the text; they are found even where they are typed without a capital.
    """
    return _Gatherer(words, parties, acts, known).gather()


class _Gatherer(Antecedents):
    def __init__(
        self,
        words: Sequence[Word],
        parties: Sequence[Party],
        acts: Sequence[Act],
        known: frozenset[str],
    ) -> None:
        super().__init__(words, parties)
        self.known = known
        self.subjects = {act.verb: act for act in acts}
        self.registry = Registry()

    def gather(self) -> Figures:
        words, known = self.words, self.known
        taken = 0
        for index in self._places():
            if index < taken:
                continue
            word = words[index]
            act = self.subjects.get(index)
            if act is not None and act.actors:
                begun = next((m for m in reversed(self.mentions) if m.first == act.actors[-1].first), None)
                if begun is not None:
                    self.main_subject = self.subject if self.subject >= 0 else begun.figure
                    self.subject = begun.figure
            party = self.parties.get(index)
            key = word.key
            if party is not None and party.kind not in (PartyKind.PRONOUN, PartyKind.OURSELVES):
                if not self._names_place(party):
                    dear = index and words[index - 1].key == "dear"
                    number = self._figure_of(party)
                    owning = party.owning or self._owns_typed_plainly(party)
                    self._add(number, party.first, party.last, owning=owning, pronoun=False)
                    self.addressee = number if dear else self.addressee
                taken = party.last
            elif key in PRONOUNS and not (key in ("i", "us", "im") and word.text.islower()):
                self._pronoun(index, PRONOUNS[key])
            elif key in known and party is None:
                named = Party(
                    PartyKind.PERSON, "", (key,), "", index, index + 1, index + 1, word.start, word.end, word.possessive
                )
                self._add(self._figure_of(named), index, index + 1, owning=word.possessive, pronoun=False)
            elif key in known or (key.endswith("s") and key[:-1] in known and len(key) > 3):
                self._known_genitive(index)
        first_named: dict[int, Mention] = {}
        for mention in self.mentions:
            if not mention.pronoun:
                first_named.setdefault(mention.figure, mention)
        at = {mention.first: mention for mention in self.mentions}
        return Figures(tuple(self.figures), tuple(self.mentions), at, first_named)

    def _places(self) -> list[int]:
        """Where somebody may be named, or an act have its verb: at most words there is neither."""
        parties, subjects, known = self.parties, self.subjects, self.known
        return [
            index
            for index, word in enumerate(self.words)
            if index in parties or index in subjects or word.key in PRONOUNS or known
        ]

    def _names_place(self, party: Party) -> bool:
        """Whether a role only names a place, a course or a way: "mother and baby unit", "the work as a couple"."""
        if party.role == "couple" and [word.key for word in self.words[max(0, party.first - 2) : party.first]] == [
            "as",
            "a",
        ]:
            return True
        after = [word.key for word in self.words[party.last : party.last + 3]]
        if party.role == "source" and after[:1] and after[0] in _COURSES:
            return True
        if self.words[party.last - 1].key in ("carer", "carers") and after[:1] and after[0] in _FOR_CARERS:
            return True
        return (
            len(after) == 3
            and after[0] in ("&", "and")
            and after[1] == "baby"
            and after[2] in ("unit", "placement", "group", "home")
        )

    def _owns_typed_plainly(self, party: Party) -> bool:
        """ "dads mother", "dads temper": one dad, the apostrophe left out, since what is his follows."""
        if party.last - party.first != 1 or self.words[party.first].key not in _TYPED_OWNING:
            return False
        before = self.words[party.first - 1].key if party.first else ""
        following = self.words[party.last] if party.last < len(self.words) else None
        if following is None or before in _OF_SEVERAL:
            return False
        other = self.parties.get(party.last)
        if other is not None:
            if other.kind is PartyKind.PERSON and not other.names:
                self.parties[party.last] = other._replace(owner=self.words[party.first].key.removesuffix("s"))
            return other.kind is PartyKind.PERSON
        return following.key in _OF_ONE

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
        if self._owns_typed_plainly(party):
            spoken = [spoken[0].removesuffix("s")]
        title, age = "", -1
        if not _MR_MRS.isdisjoint(spoken) and party.role not in ("parents", "couple"):
            title = next(key for key in spoken if key in _MR_MRS)
        if party.after > party.last:
            age = next((int(key) for key in keys[len(spoken) :] if key.isdecimal() and len(key) < 3), -1)
        plural = (
            party.role in ("family", "couple")
            or (len(party.names) > 1 and not _JOINING.isdisjoint(spoken))
            or spoken[-1] in _PLURAL_ENDS
        )
        plural = plural or (party.role in _SEVERAL and spoken[0] not in ("parent", "his") and spoken[-1].endswith("s"))
        plural = plural and not (len(party.names) == 1 and spoken[-1] in party.names)  # "Grandad Lewis"
        plural = plural or (party.role == "parents" and spoken[0] != "parent")
        plural = plural or (
            bool(party.role)
            and party.role not in ("professional", "agency")
            and spoken[-1].endswith("s")
            and spoken[-1] not in _SINGULAR_S
            and (len(party.names) > 1 or spoken[-1] not in party.names)
        )
        following = self.words[party.last].key if party.last < len(self.words) else ""
        plural = plural or (not party.owning and bool(party.names) and following in _CROWDS)  # "the Kray Rd group"
        gender = "" if plural else gender_of(keys)
        for number in self.registry.candidates(party, spoken, plural=plural):
            figure = self.figures[number]
            if self._same(figure, party, spoken, title, plural=plural):
                figure.names.update(party.names)
                if party.role:
                    figure.roles.add(party.role)
                figure.keys.update(spoken)
                figure.title = figure.title or title
                figure.gender = figure.gender or gender
                figure.age = figure.age if figure.age >= 0 else age
                self.registry.enter(number, figure, party, spoken)
                return number
        made = Figure(
            party.kind,
            set(party.names),
            {party.role} if party.role else set(),
            set(spoken),
            title,
            party.owner,
            gender,
            age,
            plural,
        )
        self.figures.append(made)
        self.registry.enter(len(self.figures) - 1, made, party, spoken)
        return len(self.figures) - 1

    @staticmethod
    def _same(figure: Figure, party: Party, spoken: Sequence[str], title: str, *, plural: bool) -> bool:
        if figure.kind is not party.kind or figure.plural is not plural:
            return False
        if figure.title and title and figure.title != title:
            return False
        names = figure.names
        if names and party.names:
            return _share_name(names, party.names) and not (
                title != figure.title and len(names | set(party.names)) == 1 and (title and figure.title)
            )
        if not party.role or party.role not in figure.roles:
            return False
        if party.kind is not PartyKind.PERSON:
            return party.kind is PartyKind.PROFESSIONAL or not figure.keys.isdisjoint(spoken)
        known_owner, said_owner = owner_of(figure), owner_of(party)
        if known_owner and said_owner and known_owner != said_owner:
            return False
        if known_owner != said_owner and not _PARENTS.isdisjoint((known_owner, said_owner)):
            return False  # "dad's mother" is not "mum"
        return party.role not in ANYBODY or not HARMED.isdisjoint(figure.keys)

    # -- pronouns ------------------------------------------------------------------------------

    def _pronoun(self, index: int, gender: str) -> None:
        key = self.words[index].key
        party = self.parties.get(index)
        if key.startswith("you") and self.addressed(index) >= 0:
            self._add(self.addressed(index), index, index + 1, owning=key == "your", pronoun=True)
            return
        if gender in "iw":
            voice = "you" if key.startswith("you") else "we" if gender == "w" else "i"
            kind = PartyKind.OURSELVES if gender == "w" else PartyKind.PRONOUN
            number = next((n for n, figure in enumerate(self.figures) if voice in figure.keys), -1)
            if number < 0:
                self.figures.append(Figure(kind, keys={voice, key}, plural=gender == "w"))
                number = len(self.figures) - 1
            self._add(number, index, index + 1, owning=key in ("my", "our", "your"), pronoun=True)
            return
        owning = key in POSSESSIVES or (key == "her" and owns(self.words, index))
        number = self.doer_near(index) if key in SELF else -1
        if number < 0:
            number = self.antecedent(index, gender, free=owning or key in SELF, subject=party is not None)
        if number < 0:
            self.figures.append(
                Figure(PartyKind.PRONOUN, keys={key}, gender="" if gender == "p" else gender, plural=gender == "p")
            )
            number = len(self.figures) - 1
        elif gender != "p" and not self.figures[number].gender:
            self.figures[number].gender = gender
        self._add(number, index, index + 1, owning=owning, pronoun=True)


def _share_name(names: AbstractSet[str], others: Iterable[str]) -> bool:
    """Whether two people bear a name in common, or the initial of one: "Mr O." and "Mr Okafor"."""
    return any(
        one == other or (1 in (len(one), len(other)) and one[0] == other[0]) for one in names for other in others
    )
