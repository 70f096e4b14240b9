"""Reads the acts of a sentence: who is to do what, and in which part of the sentence it stands.

One pass over the words. An act begins at a modal ("to", "will", "must"), at a finite verb after somebody named,
at a verb that opens the sentence, or at a verb that follows "and" or a comma.
"""

from collections.abc import Sequence

from rewriter.people import Party, PartyKind
from rewriter.plan import Act, Clause, Mood, Setting
from rewriter.sentences.grammar import (
    ADVERBS,
    ALLOWING,
    ASKING,
    AUXILIARIES,
    CONDITIONS,
    CONTROL,
    DETERMINERS,
    DOING,
    JOINERS,
    PROMISING,
    REASONS,
    TELLING,
    ambiguous,
    verb_at,
)
from rewriter.sentences.recording import ActRecorder
from rewriter.text import Word

__all__ = ["find_acts"]

_MODALS = ASKING | ALLOWING | TELLING | PROMISING
# At any other word an act can begin only as a finite verb.
# "anyone else", "anywhere else": others as well, and no threat.
_ANYBODY = frozenset("anyone anybody anywhere anything someone somebody somewhere something everyone".split())
_TURNS = CONDITIONS | REASONS | _MODALS | JOINERS | {"so", "otherwise", "else", "too", "2"}
# ... of the one who stands before it, or before the adverbs there.
_OPENERS = _TURNS | ADVERBS
_SAYING = frozenset("say feel think believe seem appear claim".split())


def find_acts(
    words: Sequence[Word], cuts: Sequence[tuple[int, int]], parties: Sequence[Party]
) -> tuple[tuple[Act, ...], tuple[Clause, ...]]:
    """Read every act of a text, sentence by sentence, and the clauses of condition, purpose and reason.

    Takes the words, the sentence ranges (word indices) and the parties found in the words.
    """
    ending_at = {party.after: party for party in parties} | {party.last: party for party in parties}
    starting_at = {party.first: party for party in parties}
    found: list[Act] = []
    clauses: list[Clause] = []
    for number, (first, last) in enumerate(cuts):
        reader = _ActReader(words, first, last, number, ending_at, starting_at)
        found.extend(reader.read())
        clauses.extend(reader.clauses)
    return tuple(found), tuple(clauses)


class _ActReader(ActRecorder):
    """Finds the places where acts begin."""

    def read(self) -> list[Act]:
        words, index = self.words, self.start
        if index < self.last:
            index = self._opening(index)
        for place in self._places(index):
            if place >= index:
                index = self._step(place)
        self._leave(self.last)
        return [self._closed(n) for n in range(len(self.acts))] if words else []

    def _places(self, index: int) -> list[int]:
        """Where an act or a clause can begin: at a word that turns the sentence, or after somebody named."""
        words, ending_at = self.words, self.ending_at
        return [
            n
            for n in range(index, self.last)
            if (key := words[n].key) in _OPENERS or n in ending_at or key[-2:] == "ly" or words[n - 1].key == ","
        ]

    def _step(self, index: int) -> int:
        words, key = self.words, self.words[index].key
        if key not in _TURNS:
            return self._finite(index) or index + 1
        if key in CONDITIONS and self._opens_condition(index):
            self._enter(Setting.CONDITION, index)
            return index + 1
        if key == "," and self.setting is Setting.CONDITION and self._condition_ends(index):
            self._enter(Setting.MAIN, index + 1)
            return index + 1
        if (
            key == "so"
            and index > self.start
            and index + 1 < self.last
            and (
                words[index + 1].key in ("that", "as", "things", "nothing", "nobody")
                or index + 1 in self.starting_at
                or words[index + 1].key in DETERMINERS
            )
        ):
            self._enter(Setting.PURPOSE, index)
            return index + 1
        if (
            key == "otherwise"
            or (key == "else" and words[index - 1].key not in _ANYBODY)
            or (key == "or" and self._threatens(index))
        ):
            self._enter(Setting.CONSEQUENCE, index)
            return index + 1
        if key in REASONS and self._opens_reason(index):
            self._enter(Setting.REASON, index)
            return index + 1
        if key in _MODALS and words[index].text != "May":
            after = self._modal(index)
            if after:
                return after
        elif key in ("too", "2") and self._typed_too(index):
            after = self._infinitive(index, self._subject_before(index))
            if after:
                return after
        elif key in JOINERS:
            after = self._joined(index)
            if after:
                return after
        else:
            after = self._finite(index)
            if after:
                return after
        return index + 1

    def _opening(self, index: int) -> int:
        """An imperative or gerund at the head of the sentence: "Improve attendance", "Reducing absences"."""
        words = self.words
        index = at = self._labelled(index)
        if index >= self.last:
            return index
        negated = False
        while at < self.last and words[at].key in (
            "to",
            "not",
            "never",
            "do",
            "don't",
            "continue",
            "please",
            "always",
            "no",
        ):
            if words[at].key == "no":
                return index
            negated = negated or words[at].key in ("not", "never", "don't")
            if words[at].key == "continue":
                break
            at += 1
        verb = verb_at(words, at, self.last) if at < self.last else None
        in_cell = self.start > self.first and verb is not None and verb.form == "third"  # "What: rings the GP"
        if verb is None or (verb.form not in ("base", "ing") and not (in_cell and self._reads_as_verb(at, verb))):
            return index
        if at in self.starting_at:
            return index
        opened_by_to = at > index
        if (
            not opened_by_to
            and (words[at].key in ambiguous() or verb.form == "ing")
            and not self._reads_as_verb(at, verb)
        ):
            return index
        if (
            at + verb.length < self.last
            and words[at + verb.length].key in ("to", "will", "must", "should")
            and verb.form == "base"
            and not opened_by_to
            and "carrier" not in verb.classes
        ):
            return index  # "Contact to take place": a noun
        self.mode = {"base": "inf", "third": "finite"}.get(verb.form, "ing")
        self.mood = Mood.ASKED
        return self._verb(at, index, negated=negated, inherited=False)

    def _modal(self, index: int) -> int:
        words, key = self.words, self.words[index].key
        subject = self._subject_before(index)
        if key == "to":
            return self._infinitive(index, subject)
        if subject is None:
            thing = self._thing_before(index)
            if thing is None or key in PROMISING or key in ("need", "needs"):
                return 0
            subject = ((), thing)
        actors, begins = subject
        after = self._skip_adverbs(index + 1)
        negated = self._negation(index + 1, after) or key.endswith("n't")
        mood, stop = self._mood(index, after)
        if mood is None:
            return 0
        if stop > after:
            negated = negated or self._negation(after, stop)
            after = stop
        self._begin_clause(actors, begins, mood, "inf" if mood is not Mood.TOLD else "finite")
        if mood is Mood.ASKED and after + 1 < self.last and words[after].key == "have" and words[after + 1].key == "to":
            after = self._skip_adverbs(after + 2)
        if mood is Mood.TOLD and not (negated and key in AUXILIARIES) and self._is_its_own_verb(after):
            # "Hamza does the teeth" asks, "Hamza has had the letter" tells
            finished = after < self.last and words[after].key in ("had", "been")
            self.mood = Mood.ASKED if key in DOING and actors and not finished else Mood.TOLD
            return self._verb(index, begins, inherited=False, negated=negated)
        if after >= self.last:
            return 0
        return self._verb(after, begins, inherited=False, negated=negated)

    def _mood(self, index: int, after: int) -> tuple[Mood | None, int]:
        """Whether a modal asks, allows or tells, and where its verb begins; None where it is no modal after all."""
        words, key = self.words, self.words[index].key
        following = words[after].key if after < self.last else ""
        beyond = words[after + 1].key if after + 1 < self.last else ""
        if key in ALLOWING:
            return Mood.ALLOWED, after
        if key in TELLING:
            if following == "to":
                return Mood.ASKED, self._skip_adverbs(after + 1)  # "is to", "has to", "have to"
            if following == "going" and beyond == "to":
                return Mood.ASKED, self._skip_adverbs(after + 2)
            if following in ("expected", "required", "asked", "agreed", "committed") and beyond in ("to", "that"):
                return Mood.ASKED, after + 2
            return (Mood.ASKED, after + 1) if following == "agreed" else (Mood.TOLD, after)
        if key in ("need", "needs", "ought") or key in PROMISING:
            if following in ("to", "that"):
                stop = self._skip_adverbs(after + 1)
                return (None, stop) if following == "that" and stop in self.starting_at else (Mood.ASKED, stop)
            if key in PROMISING:
                return None, after
            return (Mood.ASKED if key == "ought" else Mood.TOLD), after
        return Mood.ASKED, after

    def _infinitive(self, index: int, subject: tuple[tuple[Party, ...], int] | None) -> int:
        words = self.words
        after = self._skip_adverbs(index + 1)
        if after >= self.last or not words[after].key[0].isalpha() or words[after].key in DETERMINERS - {"up"}:
            return 0
        if words[after].key == "have" and after + 1 < self.last:
            done = verb_at(words, after + 1, self.last)
            after += done is not None and done.form == "past"  # "violence to have ended"
        negated = self._negation(index + 1, after) or (index > self.start and words[index - 1].key in ("not", "never"))
        if subject is not None:
            actors, begins = subject
            self._begin_clause(actors, begins, Mood.ASKED, "inf")
            return self._verb(after, begins, negated=negated, inherited=False)
        before = words[index - 1].key if index > self.start else ""
        if before in ("not", "never") and index - 2 >= self.start:
            before = words[index - 2].key
        if (before in JOINERS or before == ":") and self.mode in ("inf", "ing") and self.acts:
            return self._verb(after, index, negated=negated, inherited=True)
        if not self.mode or self.mode == "finite" or before not in CONTROL:
            thing = self._thing_before(index)
            if thing is not None and (words[after].key == "be" or verb_at(words, after, self.last) is not None):
                self._begin_clause((), thing, Mood.ASKED, "inf")
                return self._verb(after, thing, negated=negated, inherited=False)
        verb = verb_at(words, after, self.last)
        if verb is None or verb.form != "base" or before in CONTROL or not self.acts:
            return 0
        if words[index - 1].key != "order" and (index == self.head_end or index in self.ending_at):
            return 0  # "arrange to", "ask Lowri to": what is arranged or asked is the act's own content
        if self.setting is Setting.MAIN:
            self.setting, self.opened_at = Setting.PURPOSE, index
        return self._verb(after, index, negated=negated, inherited=True)

    def _joined(self, index: int) -> int:
        """A verb after "and" or a comma that shares the doer: "attend the group and ring Bal if she cannot"."""
        words = self.words
        if not self.mode or not self.acts:
            return 0
        at = index + 1
        while at < self.last and words[at].key in JOINERS:
            at += 1
        at = self._skip_adverbs(at)
        if at < self.last and words[at].key == "to" and self.mode == "inf":
            return 0  # handled when "to" is reached
        if at >= self.last or at in self.starting_at:
            return 0
        verb = verb_at(words, at, self.last)
        if verb is None:
            if self.mode == "inf" and (words[at].key == "be" or self._has_done(at)):
                return self._verb(at, index + 1, negated=self._negation(index + 1, at), inherited=True)
            if (
                self.mode == "inf"
                and self._refuses(index + 1, at)
                and words[at].text.islower()
                and not self._is_small(at)
            ):
                return self._verb(at, index + 1, negated=True, inherited=True)  # "and not re-offend"
            return 0
        wanted = {"inf": ("base",), "ing": ("ing",), "finite": ("third", "past", "base")}[self.mode]
        if verb.form not in wanted:
            return 0
        if self.mode == "finite" and verb.form == "base" and not self._plural_subject():
            return 0
        if words[at].key in ambiguous() and not self._reads_as_verb(at, verb):
            return 0
        if at + 1 < self.last and words[at + verb.length - 1].possessive:
            return 0
        return self._verb(at, index + 1, negated=self._negation(index + 1, at), inherited=True)

    def _finite(self, index: int) -> int:
        """A finite verb right after somebody named: "Maureen writes down his words"."""
        words = self.words
        at = self._skip_adverbs(index)
        if index not in self.ending_at and at == index and self._set_off(index) is None:
            return 0  # "Phil, his foster father, takes ..." has its subject before the commas
        subject = self._subject_before(index)
        if subject is None:
            return 0
        actors, begins = subject
        verb = verb_at(words, at, self.last) if at < self.last else None
        if verb is None:
            if not self._looks_finite(index, actors):
                return 0
            self._begin_clause(actors, begins, Mood.ASKED, "finite")
            return self._verb(index, begins, negated=False, inherited=False)
        if verb.form == "ing":
            if self.heads or self.setting is not Setting.MAIN or "negative" in verb.classes:
                return 0
            self._begin_clause(actors, begins, Mood.ASKED, "ing")
            return self._verb(at, begins, negated=self._negation(index, at), inherited=False)
        self.actors = actors
        if words[index - 1].key.endswith("'ll"):
            if verb.form != "base":
                return 0
            self._begin_clause(actors, begins, Mood.ASKED, "inf")  # "he'll sort it": the modal is glued to its subject
            return self._verb(at, begins, negated=self._negation(index, at), inherited=False)
        plural = self._plural_subject()
        if verb.form == "base" and not plural and self._is_typed_short(begins, at, verb, actors):
            self._begin_clause(actors, begins, Mood.ASKED, "inf")  # "HV weigh weekly": "to" is left out
            return self._verb(at, begins, negated=self._negation(index, at), inherited=False)
        if verb.form == "base" and (not plural or (words[at].key in ambiguous() and not self._reads_as_verb(at, verb))):
            return 0
        spoken_of = actors[-1].kind is PartyKind.PRONOUN  # "he starts DAPP": no noun follows "he"
        if verb.form == "third" and words[at].key in ambiguous() and not (spoken_of or self._reads_as_verb(at, verb)):
            return 0
        if verb.form == "past" and self.setting is Setting.MAIN and not self._reads_as_verb(at, verb):
            return 0
        # "Mum says", "the family feel": what somebody says or feels is told, not asked
        mood = Mood.TOLD if verb.form == "past" or verb.lemma in _SAYING else Mood.ASKED
        self._begin_clause(actors, begins, mood, "finite")
        return self._verb(at, begins, negated=self._negation(index, at), inherited=False)
