"""One sentence under the reader's eye: its words, the parties in it, and who stands as the subject of what."""

from collections.abc import Sequence
from functools import cache

from rewriter.lexicon import Lexicon
from rewriter.people import Party, PartyKind
from rewriter.plan import Act, Clause, Mood, Setting
from rewriter.sentences.grammar import (
    ADVERBS,
    ALLOWING,
    ASKING,
    BOUNDARIES,
    CONDITIONS,
    CONTROL,
    DETERMINERS,
    JOINERS,
    PLURALS,
    PREPOSITIONS,
    REASONS,
    TELLING,
    ambiguous,
    verb_at,
)
from rewriter.text import Word
from rewriter.words import word_lists

__all__ = ["Sentence"]

_GOVERNING = frozenset("of re about from against regarding towards by".split())

_NO_ADVERBS = frozenset("apply reply supply comply rely".split())
_DENYING = frozenset("not never no cannot".split())
_RESTING = frozenset("up down it's is".split())
_WANTING = frozenset("need needs want wants expect expects require requires".split())
_LABEL_ENDS = frozenset({":", "=", "-", "\u2013"})
_MARKS = frozenset({"*", "\u2022", "-", "\u2013", "\u2014", ".", ")", "(", ":", ">", "#", "\u2192", "[", "]"})


@cache
def _labels() -> Lexicon:
    return Lexicon({"label": word_lists("vocabulary")["common"]["label"]})


class Sentence:
    """The state of reading one sentence from left to right, and the look-ups that need only look."""

    def __init__(
        self,
        words: Sequence[Word],
        first: int,
        last: int,
        number: int,
        ending_at: dict[int, Party],
        starting_at: dict[int, Party],
    ) -> None:
        self.words = words
        self.first = first
        self.last = last
        self.number = number
        self.ending_at = ending_at
        self.starting_at = starting_at
        self.start = self._after_labels(first)
        self.acts: list[Act] = []
        self.heads: list[int] = []  # where each act's verb begins
        self.head_end = -1  # the word after the last act's verb
        self.setting = Setting.MAIN
        self.opened_at = self.start  # where the present setting began
        self.mode = ""  # how the last verb was introduced: "inf", "finite" or ""
        self.actors: tuple[Party, ...] = ()
        self.mood = Mood.ASKED
        self.clause = self.start  # first word of the present clause

        self.clauses: list[Clause] = []

    def _skip_adverbs(self, index: int) -> int:
        words = self.words
        while index < self.last:
            key = words[index].key
            if key == "continue":
                if index + 1 >= self.last or words[index + 1].key != "to":
                    return index
                index += 2
            elif key in ADVERBS or (key.endswith("ly") and len(key) > 4 and key not in _NO_ADVERBS):
                index += 1
            else:
                return index
        return index

    def _negation(self, first: int, last: int) -> bool:
        return not _DENYING.isdisjoint([word.key for word in self.words[first : min(last, self.last)]])

    def _is_small(self, index: int) -> bool:
        return self.words[index].key in DETERMINERS or self.words[index].key in PREPOSITIONS

    def _plural_subject(self) -> bool:
        return len(self.actors) > 1 or any(
            len(party.names) > 1
            or self.words[party.last - 1].key.endswith("s")
            or self.words[party.last - 1].key in PLURALS
            for party in self.actors
        )

    def _subject_before(self, index: int) -> tuple[tuple[Party, ...], int] | None:
        """The parties that stand as the subject of a verb at `index`, and where their words begin."""
        words = self.words
        at = index
        while at > self.start and words[at - 1].key in ADVERBS and words[at - 1].key != "and/or":
            at -= 1
        party = self._set_off(at) or self.ending_at.get(at)
        if party is None or party.owning or party.first < self.start:
            return None
        chain = [party]
        begin = self._noun_phrase_start(party.first)
        while begin > self.start:
            joiner = begin - 1
            while joiner > self.start and words[joiner].key in JOINERS and words[joiner - 1].key in JOINERS:
                joiner -= 1
            if words[joiner].key not in ("and", "&", ",", "+", "/", "or", "with") or words[joiner].key == "with":
                break
            if words[begin - 1].key == "and" and words[joiner].key == "," and chain[0].kind is PartyKind.PRONOUN:
                break  # "he does not ring Isla, and he keeps away": a new clause, and he alone is its subject
            previous = self.ending_at.get(joiner)
            if previous is None or previous.owning or previous.first < self.start:
                break
            if self.acts and self.heads and previous.first > self.heads[-1] and not self._clean_before(previous):
                break
            chain.insert(0, previous)
            begin = self._noun_phrase_start(previous.first)
        if begin > self.clause and begin > self.start and not self._opens_clause(begin, index):
            return None
        return tuple(chain), begin

    def _set_off(self, index: int) -> Party | None:
        """The one named before what is set off between commas: "Babak, single father, to cook"."""
        words = self.words
        aside = self.ending_at.get(index - 1)
        if index - 1 <= self.start or words[index - 1].key != "," or aside is None or aside.names:
            return None
        at = aside.first
        while at > self.start and at > aside.first - 3 and words[at - 1].text.islower() and words[at - 1].key.isalpha():
            at -= 1
        return self.ending_at.get(at - 1) if at - 1 > self.start and words[at - 1].key == "," else None

    def _opens_clause(self, begin: int, verb: int) -> bool:
        """Whether words at `begin` can be the subject of a clause, and are not the object of what stands before."""
        before = self.words[begin - 1].key
        if before == "for":
            return begin - 1 == self.start or self.words[begin - 2].key in BOUNDARIES - {"for"}
        if (
            before in BOUNDARIES
            or before in CONDITIONS
            or before in REASONS
            or before in ("then", "means", "says", "agreed")
        ):
            return True
        if (
            before in ("to", "on")
            and begin >= 2
            and self.words[begin - 2].key in _RESTING
            and self.words[verb].key == "to"
        ):
            return True  # "it is up to Rosa to ..."
        if before in _WANTING and self.words[verb].key == "to":
            return True  # "we need you to give one"
        if before == "with" and self.words[verb].key == "to" and begin >= 2 and self.words[begin - 2].key == ",":
            return True  # "..., with Mrs Lowe to give it back"
        if before in PREPOSITIONS or before in DETERMINERS or self._governed(begin):
            return False
        listed = verb_at(self.words, begin - 1, self.last)
        if self.heads and self.heads[-1] >= self.clause:
            if self.head_end == begin:
                return bool({"guarantee", "carrier"} & self.acts[-1].classes) and self.words[verb].key != "to"
            return (
                self.setting is Setting.CONDITION
                and self.words[verb].key in ASKING
                and self.words[begin - 1].key not in CONTROL
            )
        if self.setting is Setting.CONDITION and self.words[verb].key in ASKING and before not in CONTROL:
            return True  # "if things do not improve SW to go to LPM"
        return listed is None or listed.form != "base" or before in ambiguous()

    def _governed(self, begin: int) -> bool:
        """Whether a preposition stands before the nouns that lead up to a party: "alerts re night staff"."""
        at = begin - 1
        while at > self.start and at > begin - 3 and self.words[at].text.islower() and self.words[at].key.isalpha():
            if self.words[at - 1].key in _GOVERNING and verb_at(self.words, at, self.last) is None:
                return True
            at -= 1
        return False

    def _clean_before(self, party: Party) -> bool:
        """Whether a party that could be the object of the last verb rather opens a new clause."""
        begin = self._noun_phrase_start(party.first)
        return begin <= self.start or self.words[begin - 1].key in BOUNDARIES

    def _noun_phrase_start(self, first: int) -> int:
        words = self.words
        begin = first
        steps = 0
        while begin > self.start and steps < 4:
            key = words[begin - 1].key
            party = self.ending_at.get(begin)
            if party is not None and party.owning:
                begin = party.first
            elif key in (
                "the",
                "a",
                "his",
                "her",
                "their",
                "both",
                "all",
                "each",
                "either",
                "new",
                "allocated",
                "my",
                "our",
                "one",
                "any",
                "older",
                "younger",
                "class",
                "two",
                "named",
                "own",
                "every",
                "x",
            ):
                begin -= 1
            elif (
                words[begin - 1].text.islower()
                and key.isalpha()
                and begin - 2 >= self.start
                and words[begin - 2].key in ("the", "his", "her", "their", "a")
                and key not in BOUNDARIES
            ):
                begin -= 2
            else:
                break
            steps += 1
        return begin

    def _thing_before(self, index: int) -> int | None:
        """Where a subject that is not a person begins ("Contact arrangements for Yusuf to be agreed"), or None."""
        words = self.words
        at = index
        while at > self.start and words[at - 1].key in ADVERBS and words[at - 1].key not in ("all", "both", "each"):
            at -= 1
        begin = at
        while begin > self.clause and begin > self.start:
            key = words[begin - 1].key
            if key in BOUNDARIES and key not in ("for", "and", "/", "or", "&", "that", ")", "("):
                break
            if key in ASKING or key in TELLING or key in ALLOWING or key in CONDITIONS:
                if key == "to" and self.heads and (words[begin].key in DETERMINERS or begin in self.starting_at):
                    return None  # "to go to the Jobcentre on Tues to make his claim": where, and no new subject
                break
            begin -= 1
        if begin == at:
            return None
        if self.heads and self.heads[-1] >= begin:
            # since the last act only what follows "and" can be a new subject: "... and incidents to reduce"
            last_join = next(
                (n for n in range(at - 1, self.heads[-1], -1) if words[n].key in ("and", "&", ",", "+")), None
            )
            if last_join is None or at - last_join > 6 or last_join + 1 >= at or self.actors:
                return None
            begin = last_join + 1
        if words[begin].key in ("in", "with", "by", "at", "on") or words[at - 1].key in CONTROL:
            return None
        return begin

    def _after_labels(self, index: int) -> int:
        words = self.words
        moved = True
        while moved and index < self.last:
            moved = False
            while index < self.last and (
                words[index].key in _MARKS
                or (
                    words[index].key.rstrip(".").replace(".", "").isdigit()
                    and index + 1 < self.last
                    and words[index + 1].key in (".", ")", ":", "-")
                )
            ):
                index += 1
                moved = True
            ahead = words[index : min(self.last, index + 6)]
            for term in _labels().find(ahead) if self._is_marked(index) else ():
                end = index + term.last
                if term.first == 0 and end < self.last:
                    if words[end].key[0].isdigit() and end + 1 < self.last:
                        end += 1
                    if words[end].key in (":", "=") or (
                        words[end].key in ("-", "\u2013") and words[end].start > words[end - 1].end
                    ):
                        index, moved = end + 1, True
                        break
        return index

    def _is_marked(self, index: int) -> bool:
        """Whether one of the marks that end a label stands near, where alone it is worth looking for one."""
        return not _LABEL_ENDS.isdisjoint([word.key for word in self.words[index : min(self.last, index + 8)]])

    def _labelled(self, index: int) -> int:
        """Skip "Denzil:" or "Bronwen -" at the head of a line; an imperative after it has that person as its doer."""
        party = self.starting_at.get(index)
        if party is None or party.after >= self.last:
            return index
        mark = self.words[party.after]
        if mark.key == ":" or (mark.key in ("-", "\u2013") and mark.start > self.words[party.after - 1].end):
            self.actors = (party,)
            return party.after + 1
        return index
