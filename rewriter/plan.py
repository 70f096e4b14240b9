"""A plan's sentence as frozen data: who is asked to do what, on what condition, for what purpose."""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar

from rewriter.amounts.reader import Amount
from rewriter.lexicon import Lexicon, Term
from rewriter.people import Harm, Party, PartyKind, Person
from rewriter.text import Word
from rewriter.timing.reader import Time

__all__ = [
    "Act",
    "Clause",
    "Context",
    "Counted",
    "Doer",
    "Doers",
    "Due",
    "Measure",
    "Mood",
    "PlanKind",
    "Reading",
    "Setting",
    "Timescale",
    "Trigger",
]


Known = TypeVar("Known")


class PlanKind(StrEnum):
    """What a text is offered as."""

    OBJECTIVE = "objective"
    GOAL = "goal"
    PLAN = "plan"


class Setting(StrEnum):
    """The part of the sentence in which an act stands."""

    MAIN = "main"  # the ask itself
    CONTENT = "content"  # "ensure that the children are at school"
    CONDITION = "condition"  # "if Kyle threatens her again, ..."
    CONSEQUENCE = "consequence"  # "... otherwise contact will be stopped"
    PURPOSE = "purpose"  # "... so that the children are safe"
    REASON = "reason"  # "... because she has not protected them"


class Mood(StrEnum):
    """Whether an act is asked for, or only told."""

    ASKED = "asked"  # to, will, must, should, agrees to; present habit; an imperative
    TOLD = "told"  # is, was, has, did: a statement about how things are or were
    ALLOWED = "allowed"  # can, may, could: an option, not a duty


class Act(NamedTuple):
    """One act: its doers, its verb and what follows the verb.

    `actors` are the parties that stand as its subject (empty: nobody, or the subject is a thing, whose words lie
    between `subject_first` and `verb`). `lemma` is the verb's base form as listed ("look at"), or the word as
    typed; `classes` are the lists of `words/verbs.toml` it stands in. `verb` and `last` are word indices: the act
    runs from `verb` up to `last` (exclusive). `carrier` is a verb that carries this one ("continue" to attend).
    """

    actors: tuple[Party, ...]
    subject_first: int
    verb: int
    last: int
    lemma: str
    classes: frozenset[str]
    setting: Setting
    mood: Mood
    negated: bool
    passive: bool
    carrier: str
    inherited: bool
    sentence: int

    @property
    def has_single_holder(self) -> bool:
        """Whether a person, or a role that one person holds, is among the doers."""
        return any(party.kind in (PartyKind.PERSON, PartyKind.PROFESSIONAL) for party in self.actors)


class Clause(NamedTuple):
    """A part of a sentence that is not the ask itself: its setting and its words (end exclusive)."""

    setting: Setting
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Context:
    """What the user told us beside the text. Everything is optional; nothing is filled in silently.

    `today` is the date the plan is written on, never read from the clock.
    """

    need: str = ""
    baseline: str = ""
    people: tuple[Person, ...] = ()
    harms: tuple[Harm, ...] = ()
    today: date | None = None
    review_date: date | None = None
    names: tuple[str, ...] = ()

    def beside(self, other: "Context") -> "Context":
        """Give this context, with whatever it does not say taken from another."""
        return Context(
            need=self.need or other.need,
            baseline=self.baseline or other.baseline,
            people=self.people or other.people,
            harms=self.harms or other.harms,
            today=self.today or other.today,
            review_date=self.review_date or other.review_date,
            names=self.names or other.names,
        )


class Doer(StrEnum):
    """Who acts, as far as criterion S asks."""

    SINGLE = "single"  # a person, or a role that one named person holds
    AGENCY = "agency"  # only a service, a team or "professionals"
    NOBODY = "nobody"


class Due(StrEnum):
    """How far a text says by when, as criterion T asks; each but DATED has its own fault."""

    DATED = "dated"  # a date, a length of time or a boundary of the school calendar
    UNDATED_EVENT = "undated_event"  # "by next review", "this year", "by Sept"
    NO_END = "no_end"  # a frequency or a start, and no end
    OPEN_ENDED_HABIT = "open_ended_habit"  # a frequency whose end is "ongoing"
    OPEN_ENDED = "open_ended"  # "ongoing", "ASAP", "regularly"
    PAST = "past"  # a date that has gone by
    NOTHING = "nothing"


class Counted(StrEnum):
    """How far it could be told whether it was done, as criterion M asks."""

    FULLY = "fully"
    IN_PART = "in_part"
    NOT = "not"


class Measure(NamedTuple):
    """What is counted: how far, the level aimed at and the starting point, as word ranges (end exclusive).

    `level` is a target that every day, all or a percentage states (it needs a baseline); `baseline` says that a
    starting point stands in the text or the context; `any_change` that the smallest change would satisfy it.
    """

    counted: Counted
    level: tuple[int, int] | None
    baseline: bool
    any_change: bool


class Timescale(NamedTuple):
    """How far a text says by when, and the phrase of time that decides it (None where there is none)."""

    due: Due
    time: Time | None


class Doers(NamedTuple):
    """Who acts in a text: the best doer named, the asks nobody is named for, and the agencies asked to act."""

    doer: Doer
    missing: tuple[Act, ...]
    agencies: tuple[Party, ...]


class Trigger(NamedTuple):
    """A condition no stranger could apply, as word indices; `whole` where the entire ask hangs on it.

    Empty (`first == last`) where there is none.
    """

    first: int
    last: int
    whole: bool


class Reading(NamedTuple):
    """All that was read in one text, by kind and place. Made once; every rule looks at it."""

    text: str
    words: tuple[Word, ...]
    keys: tuple[str, ...]  # of the words
    sentences: tuple[tuple[int, int], ...]
    parties: tuple[Party, ...]
    acts: tuple[Act, ...]
    asks: tuple[Act, ...]  # the acts that the text asks for in its own right
    clauses: tuple[Clause, ...]
    times: tuple[Time, ...]
    amounts: tuple[Amount, ...]
    context: Context
    kind: PlanKind
    # What was worked out from this reading already. The first goes with this reading alone; the second rests on the
    # text and what was told, not on the judgements below, and so is handed on where one of them is replaced.
    known: dict[object, Any]
    lasting_known: dict[object, Any]
    timescale: Timescale = Timescale(Due.NOTHING, None)
    doers: Doers = Doers(Doer.NOBODY, (), ())
    trigger: Trigger = Trigger(0, 0, False)
    measure: Measure = Measure(Counted.NOT, None, False, False)

    def judged(self, **judgements: "PlanKind | Timescale | Doers | Trigger | Measure") -> "Reading":
        """Give the same reading with another kind, timescale, doers, trigger or measure."""
        changed: dict[str, Any] = {**judgements, "known": {}}
        return self._replace(**changed)

    def once(self, work_out: Callable[["Reading"], Known]) -> Known:
        """Give what a function of a reading gives, working it out the first time only."""
        if work_out not in self.known:
            self.known[work_out] = work_out(self)
        known: Known = self.known[work_out]
        return known

    def lasting(self, work_out: Callable[["Reading"], Known]) -> Known:
        """Give what `once` does, for a function that looks at no judgement (timescale, doers, trigger, measure)."""
        if work_out not in self.lasting_known:
            self.lasting_known[work_out] = work_out(self)
        known: Known = self.lasting_known[work_out]
        return known

    def terms(self, lexicon: Lexicon) -> tuple[Term, ...]:
        """Give the phrases of a lexicon in the text, looked up the first time only."""
        if lexicon not in self.lasting_known:
            self.lasting_known[lexicon] = lexicon.among(self.keys)
        terms: tuple[Term, ...] = self.lasting_known[lexicon]
        return terms

    def times_in(self, first: int, last: int) -> tuple[Time, ...]:
        """The times that begin between two word indices (end exclusive)."""
        starts = self.lasting(_time_starts)
        return self.times[bisect_left(starts, first) : bisect_left(starts, last)]

    def amounts_in(self, first: int, last: int) -> tuple[Amount, ...]:
        """The amounts that begin between two word indices (end exclusive)."""
        starts = self.lasting(_amount_starts)
        return self.amounts[bisect_left(starts, first) : bisect_left(starts, last)]

    def acts_from(self, first: int) -> Iterator[Act]:
        """The acts whose verb stands at a word index or after it, in order."""
        begin = bisect_left(self.acts, first, key=_verb_of)
        for n in range(begin, len(self.acts)):
            yield self.acts[n]

    def clauses_in(self, first: int, last: int) -> tuple[Clause, ...]:
        """The clauses of condition, purpose and reason that begin between two word indices (end exclusive)."""
        starts = self.lasting(_clause_starts)
        return self.clauses[bisect_left(starts, first) : bisect_left(starts, last)]

    def written(self, first: int, last: int) -> str:
        """The text between two word indices (end exclusive), as typed."""
        return self.text[self.words[first].start : self.words[last - 1].end] if first < last else ""


def _verb_of(act: Act) -> int:
    return act.verb


def _time_starts(reading: Reading) -> list[int]:
    return [time.first for time in reading.times]


def _amount_starts(reading: Reading) -> list[int]:
    return [amount.first for amount in reading.amounts]


def _clause_starts(reading: Reading) -> list[int]:
    return [clause.first for clause in reading.clauses]
