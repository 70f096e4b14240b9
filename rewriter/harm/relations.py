"""Harm as a relation between the figures of a text, and the places around a word where its people stand."""

from collections.abc import Container, Sequence
from typing import NamedTuple

from rewriter.harm.mentions import Figures, Mention
from rewriter.harm.words import Marks
from rewriter.lexicon import Term
from rewriter.people import PartyKind
from rewriter.plan import Act
from rewriter.text import Word

__all__ = ["Relation", "Surroundings", "harm_nouns", "is_abuse"]

# Words that make another thing of an abuse word: "panic attacks", "substance abuse".
_NOT_BEFORE = frozenset(
    "panic heart asthma anxiety epileptic alcohol substance drug drugs solvent personal pet dog self art "
    "toddler".split()
)
_NOT_AFTER = frozenset("game games film films video videos target targets snooze roof music poetry".split())
_LOOSE = frozenset("hitting beating controlling exploiting smacking violent attacks attack threats cutting".split())
_LESSONS = frozenset(
    "coursework homework essay history revision book novel film lesson lessons gcse module elearning learning "
    "training workshop awareness course policy exam poem project curriculum".split()
)
_ENDS_NOUN = frozenset(
    ". ; at in by from towards and or relationship partner to has is must will behaviour".split()
) | {"", ",", "\n"}
_BEFORE_PERSON = frozenset(
    "the a any either both these those this that other unknown some own again named two three older his her s".split()
)
_STOPS_OBJECT = frozenset("so and to that with".split()) | {","}
_STOPS_OWNER = frozenset("the of and to no any".split())
_OBJECT_LINKS = frozenset("with to at towards against about of off /".split())
# People whose work is with others: of an agency, but they may harm with their own hands.
_HANDS = frozenset("staff carers nurses workers hcas hca assistants attendants wardens aides keepers".split())
_ASKING_WHO = frozenset(
    "disclose disclosing say says saying name naming know knows tell identify reveal out about".split()
)
_TELLING_WHOM = frozenset("tell tells telling told inform ask asks".split())
_SUBJECTS = frozenset("she he they i we you who".split())
_JOINING = frozenset({"and", ",", "&", "+", "then", "or"})
_NO_VERBS = frozenset("as unless whereas perhaps this always sometimes besides".split())


# Not harm as bare nouns: "no following", "the touching story", "running", "cutting".
_ORDINARY = frozenset(
    "following touching tracking targeting breaking cutting running burning shaking pinning conning using spending "
    "taking keeping holding selling emptying draining controlling borrowing changing chasing pushing nicking docking "
    "helping hanging mocking restraining isolating grabbing setting having going".split()
)
_OPENS_OBJECT = frozenset("a the his her their my your it them food things toys".split())
_BEFORE_VERB = frozenset("is are was were been keeps kept keep starts started by for when and not to".split())


class Relation(NamedTuple):
    """One harm read in a text: figure numbers (-1 unknown), the words it stands on, and whether the text says it."""

    source: int
    harmed: int
    first: int
    last: int
    stated: bool
    described: bool = False  # the source is described but not named: "the one who hits her"
    unknown: bool = False  # the words before the verb say who, though it is nobody that is read: "Year 8 lot"


def is_abuse(words: Sequence[Word], term: Term) -> bool:
    """Whether an abuse word means abuse where it stands ("panic attacks" and "hitting the snooze button" do not)."""
    first, last = term.first, term.last
    key = words[first].key
    before = words[first - 1].key if first else ""
    after = words[last].key if last < len(words) else ""
    if before in _NOT_BEFORE or after in _NOT_AFTER:
        return False
    if key == "da" and not words[first].text.isupper():
        return False
    if last - first == 1 and key in _LOOSE and key not in ("violent", "threats", "attacks"):
        return after in _ENDS_NOUN
    if after == "awareness":
        return False
    near = range(max(0, first - 8), min(len(words), last + 6))
    return not any(words[n].key in _LESSONS for n in near) or any(
        words[n].key in ("victim", "survivor", "perpetrator") for n in near
    )


def harm_nouns(words: Sequence[Word], figures: Figures, marks: Marks) -> list[Term]:
    """Give the verbs of hurting and taking that stand as nouns: "no slapping", "the pushing stops", "the stealing"."""
    found = []
    for term in (*marks.all("hurting"), *marks.all("taking")):
        key = words[term.first].key
        if not key.endswith("ing") or key in _ORDINARY or term.last >= len(words):
            continue
        following, before = figures.at.get(term.last), words[term.first - 1].key if term.first else ""
        if (
            following is None
            and words[term.last].key not in _OPENS_OBJECT
            and before not in _BEFORE_VERB
            and not any(
                mention.last == term.first and not mention.owning
                for mention in figures.between(term.first - 3, term.first)
            )
        ):
            found.append(term)
    return found


class Surroundings:
    """A text's words with its figures, acts and words of harm; answers who stands around a word."""

    def __init__(
        self,
        words: Sequence[Word],
        sentences: Sequence[tuple[int, int]],
        figures: Figures,
        acts: Sequence[Act],
        marks: Marks,
    ) -> None:
        self.words = words
        self.keys = [word.key for word in words]
        self.figures = figures
        self.acts = acts
        self.marks = marks
        self.begins = [0] * (len(words) + 1)
        self.ends = [len(words)] * (len(words) + 1)
        for first, last in sentences:
            self.begins[first:last] = [first] * (last - first)
            self.ends[first:last] = [last] * (last - first)
        self.starting = figures.at
        self.ending = {mention.last: mention for mention in figures.mentions}

    def joined_with(self, mention: Mention) -> list[int]:
        """A person and those joined before by "and": "Tom and baby Isla"."""
        found = [mention.figure]
        begin = mention.first
        while begin >= 2 and self.words[begin - 1].key in ("and", ",", "&"):
            joined = self.ending.get(begin - 1)
            if joined is None or joined.owning or not self.is_person(joined):
                break
            found.append(joined.figure)
            begin = joined.first
        return found

    def is_person(self, mention: Mention) -> bool:
        """Whether somebody of the family or community is named, not a professional or an agency."""
        return self.figures.figures[mention.figure].kind in (PartyKind.PERSON, PartyKind.PRONOUN)

    def may_harm(self, mention: Mention) -> bool:
        """Whether somebody is named who may harm with their own hands: a person, a worker, "night staff"."""
        figure = self.figures.figures[mention.figure]
        return figure.kind is not PartyKind.OURSELVES and (
            figure.kind is not PartyKind.AGENCY or not figure.keys.isdisjoint(_HANDS)
        )

    def hand_at(self, index: int) -> Mention | None:
        """Whoever may harm, named at a word past an article: a person, or "night staff"."""
        for n in range(index, min(index + 3, len(self.words))):
            mention = self.starting.get(n)
            if mention is not None and not self.is_person(mention):
                return mention if self.may_harm(mention) else None
        return self.person_at(index)

    def person_at(self, index: int) -> Mention | None:
        """A person named at a word, past an article or an adverb."""
        for n in range(index, min(index + 4, len(self.words))):
            mention = self.starting.get(n)
            if mention is not None:
                if mention.owning:
                    owned = self.starting.get(mention.last)
                    if owned is not None and self.is_person(owned):
                        return owned
                return mention if self.is_person(mention) else None
            if self.words[n].key not in _BEFORE_PERSON:
                return None
        return None

    def object_after(self, index: int, links: Container[str], begin: int) -> int:
        """The figure named after a linking word ("by", "towards") near a word, or -1."""
        end = self.ends[begin]
        for n in range(index, min(index + 5, end)):
            if self.words[n].key in links and not (self.words[n].key == "of" and n > index):
                found = self.person_at(n + 1)
                if found is not None:
                    return found.figure
                if self.words[n].key in ("by", "from"):
                    return -1
            elif self.words[n].key == "," or (self.words[n].key in _STOPS_OBJECT and n > index):
                return -1
        return -1

    def owner_of(self, index: int) -> Mention | None:
        """The possessor of the noun at a word: "Ryan's", "his", with up to two words between."""
        if index > 3 and self.words[index - 1].key == ")":
            index = next((n for n in range(index - 2, max(index - 6, 0), -1) if self.words[n].key == "("), index)
        for back in range(3):
            mention = self.ending.get(index - back)
            if mention is not None:
                return mention if mention.owning and self.is_person(mention) else None
            if (
                index - back - 1 < self.begins[index]
                or not self.words[index - back - 1].key.isalpha()
                or self.words[index - back - 1].key in _STOPS_OWNER
            ):
                return None
        return None

    def _is_done_to(self, mention: Mention, index: int) -> bool:
        """ "she calls Ines names, locks up her toys": the one the first is done to does not do the second."""
        words = self.words
        if mention.last >= index or words[index - 1].key not in _JOINING or mention.first <= self.begins[index]:
            return False
        before = words[mention.first - 1]
        verbal = before.key.endswith(("s", "ed", "ing")) and before.text.islower() and not before.possessive
        verbal = (verbal and before.key not in _NO_VERBS) or before.key in _OBJECT_LINKS
        return verbal and mention.first - 1 not in self.starting and words[mention.first].key not in _SUBJECTS

    def _asked_who(self, begin: int, index: int) -> int:
        """Where a question opens that says nobody ("to disclose who is taking her to hotels"); -1 if none does."""
        for n in range(index - 1, max(begin, index - 5), -1):
            if self.words[n].key == "who":
                told = self.words[n - 1].key in _ASKING_WHO or (n > 1 and self.words[n - 2].key in _TELLING_WHOM)
                return n if told else -1
        return -1

    def subject_of(self, index: int, *, who: bool, but: int = -1) -> Mention | None:
        """Who does the verb at a word: the nearest person before it in the sentence that is not an object."""
        begin = self.begins[index]
        asked = self._asked_who(begin, index)
        for mention in reversed(self.figures.between(max(begin, index - 18), index)):
            if mention.owning or mention.last > index or mention.figure == but:
                continue
            if mention.first < asked:
                return None
            if self._is_done_to(mention, index):
                continue
            if self.figures.figures[mention.figure].kind is PartyKind.AGENCY and index - mention.last > 4:
                continue
            before = self.words[mention.first - 1].key if mention.first > begin else ""
            relative = (
                who
                and mention.last < index
                and any(self.words[n].key in ("who", "that") for n in range(mention.last, min(index, mention.last + 6)))
            )
            if before in _OBJECT_LINKS and not relative and index - mention.last > 2:
                continue
            return mention
        return None
