"""Where a sentence turns from the ask to a condition, a purpose, a reason or a threat, and back."""

from rewriter.people import Party
from rewriter.plan import Clause, Mood, Setting
from rewriter.sentences.grammar import ALLOWING, ASKING, TELLING, verb_at
from rewriter.sentences.sentence import Sentence

__all__ = ["ClauseReader"]


class ClauseReader(Sentence):
    """Keeps the present setting of a sentence and notes each clause that is not the main one."""

    def _enter(self, setting: Setting, index: int) -> None:
        self._leave(index)
        self.setting, self.opened_at, self.clause, self.mode = setting, index, index + (setting is not Setting.MAIN), ""

    def _leave(self, index: int) -> None:
        """Note where a clause that is not the main one ends."""
        if self.setting not in (Setting.MAIN, Setting.CONTENT) and index > self.opened_at:
            self.clauses.append(Clause(self.setting, self.opened_at, index))

    def _opens_condition(self, index: int) -> bool:
        key = self.words[index].key
        following = self.words[index + 1].key if index + 1 < self.last else ""
        if key == "should":
            opens = index + 1 in self.starting_at or following in ("there", "any", "things", "this", "it")
            return index == self.start or (bool(self.acts) and index + 2 < self.last and opens)
        if key == "as":
            return following == "long" and index + 2 < self.last and self.words[index + 2].key == "as"
        if key == "once" and following in (
            "a",
            "every",
            "per",
            "each",
            "or",
            "more",
            "weekly",
            "within",
            "by",
            "before",
            "in",
            "this",
            "during",
        ):
            return False
        if key in ("while", "after", "before", "until", "where", "provided"):
            # "before school" and "after contact" are times; a clause has a doer of its own
            party = self.starting_at.get(index + 1)
            if key == "provided":
                return following == "that"
            if following in ("the", "a", "his", "her", "their"):
                party = party or self.starting_at.get(index + 2)
            return party is not None and not party.owning and self._verb_follows(party.after)
        return following not in ("possible", "appropriate", "necessary", "needed", "required", "and")

    def _verb_follows(self, index: int) -> bool:
        if index >= self.last:
            return False
        key = self.words[index].key
        return key in TELLING or key in ALLOWING or key in ASKING or verb_at(self.words, index, self.last) is not None

    def _condition_ends(self, index: int) -> bool:
        if self.opened_at <= self.start:
            return True  # the sentence opened with the condition: a comma closes it
        following = index + 1
        party = self.starting_at.get(following)
        if party is None and following < self.last and self.words[following].key in ("the", "both"):
            party = self.starting_at.get(following + 1)
        return party is not None and party.after < self.last and self.words[party.after].key in ASKING

    def _opens_reason(self, index: int) -> bool:
        if index == self.start:
            return False
        key = self.words[index].key
        following = self.words[index + 1].key if index + 1 < self.last else ""
        if key == "because" or (key == "due" and following == "to"):
            return True
        if self.words[index - 1].key == "long":
            return False  # "as long as he rings" is a condition
        party = self.starting_at.get(index + 1)
        if party is None and following in ("the", "this", "it", "there", "a", "his", "her", "their"):
            if following in ("this", "it", "there"):
                return key == "as" and self.words[index - 1].key not in ("same", "such", "as")
            party = self.starting_at.get(index + 2)
        return key == "as" and party is not None and self._verb_follows(party.after)

    def _threatens(self, index: int) -> bool:
        """Whether "or" opens what follows if the ask is not met: "or the local authority will issue"."""
        if not self.acts or self.setting is not Setting.MAIN:
            return False
        ahead = range(index + 1, min(index + 6, self.last))
        return any(self.words[n].key in ("will", "would", "may", "we'll") and not self._is_small(n - 1) for n in ahead)

    def _begin_clause(self, actors: tuple[Party, ...], begins: int, mood: Mood, mode: str) -> None:
        before = self.words[begins - 1].key if begins > self.start else ""
        if self.heads and self.setting in (Setting.MAIN, Setting.CONTENT):
            relative = self.acts[-1].mood is Mood.TOLD and not self.acts[-1].actors and mode == "inf"
            told_what = before == "that" or (self.head_end == begins and not relative)
            self.setting = Setting.CONTENT if told_what else Setting.MAIN
        if (self.setting in (Setting.PURPOSE, Setting.REASON) and mood is Mood.ASKED and self._breaks_out(begins)) or (
            self.setting is Setting.CONDITION and mood is Mood.ASKED and not self._inside_condition(begins)
        ):
            self._leave(begins)
            self.setting = Setting.MAIN
        self.actors, self.mood, self.mode, self.clause = actors, mood, mode, begins

    def _breaks_out(self, begins: int) -> bool:
        return begins > self.opened_at + 1 and self.words[begins - 1].key in ("and", ",", "&", "+", "then", ")", "but")

    def _inside_condition(self, begins: int) -> bool:
        return begins <= self.opened_at + (3 if self.words[self.opened_at].key == "as" else 1)  # "as long as he"
