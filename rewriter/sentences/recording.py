"""Records the acts of a sentence: what makes a word a verb, and how an act is written down and closed."""

from rewriter.people import Party, PartyKind
from rewriter.plan import Act, Mood
from rewriter.sentences.clauses import ClauseReader
from rewriter.sentences.grammar import DETERMINERS, DOABLE, JOINERS, Verb, ambiguous, states, verb_at

__all__ = ["ActRecorder"]

# An act does not end on one of these.
_TRAILING = JOINERS | {".", "-", "so", "if", "\u2013"}
_PAID = frozenset("rent bills bill arrears fines fine board nursery maintenance".split())
_BEFORE_A_TASK = frozenset({",", "+", "&", "and", "-", "\u2013", ":", ";", "then"})
_NO_OBJECT = frozenset("to is was are were not done due of outstanding awaited overdue pending".split())


class ActRecorder(ClauseReader):
    """Writes down acts as they are found, and closes each where the next one begins."""

    def _reads_as_verb(self, index: int, verb: Verb) -> bool:
        after = index + verb.length
        if verb.length > 1:
            return True
        if after >= self.last:
            return False
        key = self.words[after].key
        if self.words[index].key == "pay" and key in _PAID:
            return True
        return key in DETERMINERS or after in self.starting_at or key[0].isdigit()

    def _is_its_own_verb(self, after: int) -> bool:
        """Whether "does", "has" or "is" is the verb itself, since no other verb follows it."""
        if after >= self.last or self._is_small(after) or after in self.starting_at:
            return True
        word = self.words[after]
        return verb_at(self.words, after, self.last) is None and not word.key.endswith(("ed", "ing", "en"))

    def _typed_too(self, index: int) -> bool:
        """Whether "too" or "2" was meant as "to": somebody stands before it and a plain verb after it."""
        verb = verb_at(self.words, index + 1, self.last) if index + 1 < self.last else None
        plain = (verb is not None and verb.form == "base") or (
            index + 1 < self.last and self.words[index + 1].key == "b"  # "mum 2 b there"
        )
        return plain and self._subject_before(index) is not None

    def _has_done(self, index: int) -> bool:
        """ "... and have the gate mended", "and have no screens": something to be had, and no auxiliary."""
        after = index + 1
        return self.words[index].key == "have" and after < self.last and self.words[after].key in DETERMINERS

    def _refuses(self, first: int, last: int) -> bool:
        return any(self.words[n].key in ("not", "never") for n in range(first, last))

    def _is_typed_short(self, begins: int, at: int, verb: Verb, actors: tuple[Party, ...]) -> bool:
        """Whether a plain verb after one worker or service is their task, typed without "to": "school ring mum"."""
        after = at + verb.length
        if actors[-1].kind not in (PartyKind.PROFESSIONAL, PartyKind.AGENCY) or not self.words[at].text.islower():
            return False
        if after >= self.last or self.words[after].key in _NO_OBJECT or not verb.classes & {"once", "habit"}:
            return False
        if begins > self.start and self.words[begins - 1].key not in _BEFORE_A_TASK:
            return False
        if self.words[after].key == "by" and after + 1 in self.starting_at:
            return False  # "nursery pick up by nan": what is done, and by whom
        return self.words[at].key not in ambiguous() or self._reads_as_verb(at, verb)

    def _looks_finite(self, index: int, actors: tuple[Party, ...]) -> bool:
        """Whether an unlisted word after somebody named is a verb by its shape: "Mr Nowak tutors Zuzia"."""
        word = self.words[index]
        if len(actors) > 1 and word.text.islower() and len(word.key) > 3 and index + 1 < self.last:
            return self.words[index + 1].key in ("in", "at", "on", "the", "a", "their", "with", "to")
        if not (word.text.islower() and len(word.key) > 3 and word.key.endswith("s")) or word.key.endswith(
            ("ss", "us", "is")
        ):
            return False
        if self.words[index + 1 : index + 2] and self.words[index + 1].key == "to" and index + 2 < self.last:
            verb = verb_at(self.words, index + 2, self.last)
            if verb is not None and verb.form == "base":
                return False  # "kids schools to stay the same": whose schools
        party = self.ending_at.get(index)
        if party is None or party.owning or (not party.names and party.role in ("professional", "agency", "")):
            return False
        return index + 1 < self.last and (index + 1 in self.starting_at or self.words[index + 1].key in DETERMINERS)

    def _verb(self, index: int, begins: int, *, negated: bool, inherited: bool) -> int:
        """Record the act whose verb phrase stands at `index`; give the index to read on from."""
        words = self.words
        carrier = ""
        passive = False
        at = index
        if not words[at].key[0].isalpha():
            return 0
        verb = verb_at(words, at, self.last)
        key = words[at].key
        if key in ("be", "b", "been", "being", "get", "is", "are") and (verb is None or verb.length == 1):
            following = self._skip_adverbs(at + 1)
            participle = verb_at(words, following, self.last) if following < self.last else None
            if following < self.last and (
                participle is not None and participle.form == "past" and words[following].key not in states()
            ):
                carrier, passive, at, verb = key, True, following, participle
            elif (
                following < self.last
                and words[following].key.endswith(("ed", "en"))
                and len(words[following].key) > 4
                and words[following].key not in states()
                and key != "get"
            ):
                passive, at, verb = True, following, None
        elif self.mood is Mood.TOLD and (verb.form == "past" if verb else key.endswith("ed")):
            passive = any(
                words[n].key in ("is", "are", "was", "were", "been") for n in range(max(begins, index - 4), index)
            )
        hops = 0
        while verb is not None and "carrier" in verb.classes and hops < 3:
            next_at = at + verb.length
            if next_at < self.last and words[next_at].key == "to":
                ahead = self._skip_adverbs(next_at + 1)
                inner = verb_at(words, ahead, self.last) if ahead < self.last else None
                if inner is None and (
                    ahead >= self.last or not words[ahead].key.isalpha() or words[ahead].key in DETERMINERS
                ):
                    break
                negated = negated or self._negation(next_at, ahead)
                carrier, at, verb = verb.lemma, ahead, inner
                hops += 1
            else:
                break
        if carrier.startswith("be ") and carrier not in DOABLE:
            passive = True
        lemma = verb.lemma if verb is not None else self._base_of(words[at].key)
        classes = verb.classes if verb is not None else frozenset()
        self.heads.append(at)
        self.head_end = at + (verb.length if verb is not None else 1)
        self.acts.append(
            Act(
                actors=self.actors,
                subject_first=begins,
                verb=at,
                last=self.last,
                lemma=lemma,
                classes=classes,
                setting=self.setting,
                mood=self.mood,
                negated=negated,
                passive=passive,
                carrier=carrier,
                inherited=inherited,
                sentence=self.number,
            )
        )
        return at + (verb.length if verb is not None else 1)

    def _base_of(self, key: str) -> str:
        """The base form of a verb that is in no list, by its ending: "hears"."""
        if key == "b":
            return "be"
        plain = self.mode != "finite" or not key.endswith("s") or key.endswith("ss") or len(key) < 4
        return key if plain else key.removesuffix("s")

    def _closed(self, n: int) -> Act:
        """Give the act its end: where the next one begins, without the joiner between them."""
        act = self.acts[n]
        last = self.acts[n + 1].subject_first if n + 1 < len(self.acts) else self.last
        last = max(last, act.verb + 1)
        if act.mood is Mood.TOLD:
            # "(for people who have been violent) Mondays 6-8pm": what follows the bracket or comma is not the aside's
            closers = (")", ",") if act.subject_first > self.first else (")",)
            last = next((n for n in range(act.verb + 1, last) if self.words[n].key in closers), last)
        while last - 1 > act.verb and self.words[last - 1].key in _TRAILING:
            last -= 1
        return act._replace(last=last)
