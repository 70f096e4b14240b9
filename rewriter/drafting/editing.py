"""Drafts an objective by editing the user's own words: what is given stays, what is missing stands in brackets."""

from collections.abc import Sequence

from rewriter.answer import Change
from rewriter.asking import names_countable_area
from rewriter.drafting.groups import Group
from rewriter.drafting.phrases import ask_about, inside_a_sentence
from rewriter.drafting.pieces import Ask, Edit, Faults, Piece, apply_edits
from rewriter.evidence.doers import doers_of_act
from rewriter.people import Party, PartyKind
from rewriter.plan import Act, Counted, Doer, Due, Reading
from rewriter.timing.reader import TimeKind

__all__ = ["actor_words", "edited", "said_by"]

_UNTIL = "until [date]"
_BY = "by [date]"


def actor_words(reading: Reading, act: Act) -> str:
    """The doers of an act as typed ("Both parents", "Meera (mum) and Sanjay (dad)"), or ""."""
    if all(party.kind in _UNNAMED for party in act.actors):
        return ""
    words = reading.words
    first, last = act.subject_first, act.actors[-1].last
    first = act.actors[0].first if act.inherited else min(first, act.actors[0].first)
    owner = next((p for p in reading.parties if p.owning and p.last == first), None)
    first = owner.first if owner is not None else first
    while first < act.actors[0].first and words[first].key in ("for", "and", ",", "to", "then", "also"):
        first += 1
    return reading.text[words[first].start : words[last - 1].end]


def said_by(parties: Sequence[Party], reading: Reading) -> tuple[str, ...]:
    """The parties' names as typed, each once."""
    return tuple(dict.fromkeys(reading.text[party.start : party.end] for party in parties))


_UNNAMED = (PartyKind.PRONOUN, PartyKind.OURSELVES)
# Many people or nobody in particular: there is no place at which somebody could be named.
_ANYBODY = frozenset(
    "staff professionals professional everyone everybody all agencies services partners teams workers network".split()
)


class _Draft:
    """The edits, questions and changes gathered for one group."""

    def __init__(self, reading: Reading, group: Group, found: Faults) -> None:
        self.reading = reading
        self.group = group
        self.found = found
        self.edits: list[Edit] = []
        self.asks: list[Ask] = []
        self.changes: list[Change] = []
        self.tail = ""

    def insert(self, at: int, words: str, ask: Ask) -> None:
        self.edits.append(Edit(at, at, words))
        self.asks.append(ask)

    def replace(self, start: int, end: int, words: str, ask: Ask, reason: str, rule: str) -> None:
        self.edits.append(Edit(start, end, words))
        self.asks.append(ask)
        self.changes.append(Change(self.reading.text[start:end], words, reason, rule))

    def append(self, words: str, ask: Ask) -> None:
        self.tail += f" {words}"
        self.asks.append(ask)

    def inside(self, start: int, end: int) -> bool:
        return self.group.start <= start and end <= self.group.end


def edited(reading: Reading, group: Group, found: Faults) -> Piece:
    """Draft one objective from a group of asks.

    Takes the reading, the group and the faults found by rule id; gives a piece whose text is the user's words with
    gaps put in and faults replaced, each replacement declared.
    """
    draft = _Draft(reading, group, found)
    _name_the_doer(draft)
    _set_the_level(draft)
    _count(draft)
    _date(draft)
    _replace_found_words(draft)
    text = apply_edits(reading.text, group.start, group.end, draft.edits).strip().rstrip(".,;") + draft.tail
    text = _as_sentence(text)
    responsible = _responsible(reading, group)
    return Piece(text, responsible, tuple(dict.fromkeys(draft.asks)), tuple(draft.changes), _action(reading, group))


def _responsible(reading: Reading, group: Group) -> tuple[str, ...]:
    first = next((act for act in group.acts if act.actors and not act.passive and act.has_single_holder), None)
    if first is not None and len(first.actors) == 1:
        return (actor_words(reading, first),)
    named = [
        party for act in group.acts if not act.passive for party in act.actors if party.kind is not PartyKind.PRONOUN
    ]
    if named and all(party.kind is PartyKind.AGENCY for party in named):
        return tuple(f"[named person] at {name}" for name in said_by(named, reading))
    return said_by([party for party in named if party.kind is not PartyKind.AGENCY] or named, reading) or ("[who]",)


def _action(reading: Reading, group: Group) -> str:
    if not group.acts:
        return reading.text[group.start : group.end]
    act = group.acts[0]
    return reading.text[reading.words[act.verb].start : reading.words[act.last - 1].end]


def _name_the_doer(draft: _Draft) -> None:
    reading, group = draft.reading, draft.group
    for act in group.acts[:1]:
        doer = doers_of_act(act, reading)
        if act.inherited and act.actors and not act.passive:
            verb = reading.words[act.verb + len(act.lemma.split()) - 1]
            to = "not to" if act.negated else "to"
            lead = f"{actor_words(reading, act) or '[Who]'} {to} {act.lemma}"
            draft.edits.append(Edit(group.start, verb.end, lead))
        elif doer is Doer.AGENCY and not act.passive:
            _name_one_of(draft, next(p for p in act.actors if p.kind is not PartyKind.PERSON))
        elif doer is Doer.NOBODY and reading.doers.doer is not Doer.SINGLE:
            if act.passive:
                draft.insert(_end_of_verb(reading, act), " by [who]", ask_about("who"))
            elif (
                not act.actors
                and reading.words[act.verb].start <= group.start + 12
                and act.subject_first >= act.verb - 2
            ):
                start = reading.words[act.verb].start
                lead = reading.text[group.start : start].lower().strip()
                begin = group.start if lead in ("to", "") else start
                word = reading.words[act.verb].text
                draft.edits.append(Edit(begin, reading.words[act.verb].end, f"[Who] to {word[:1].lower()}{word[1:]}"))
                draft.asks.append(ask_about("Who"))
            else:
                draft.append("by [who]", ask_about("who"))
    if not group.acts and reading.doers.doer is Doer.NOBODY:
        draft.edits.append(Edit(group.start, group.start, "[Who] to [what will be done]: "))
        draft.asks += [ask_about("Who"), ask_about("done")]


def _name_one_of(draft: _Draft, party: Party) -> None:
    """Put a person's name in the place of an agency's, or before it."""
    ask = Ask("[named person]", "Who there, by name, will do this?")
    last = draft.reading.words[party.last - 1].key
    if party.kind is PartyKind.OURSELVES or last in _ANYBODY:
        draft.edits.append(Edit(party.start, party.end, ask.bracket))
        draft.asks.append(ask)
        return
    name = draft.reading.text[party.start : party.end]
    draft.edits.append(Edit(party.start, party.end, f"{ask.bracket} at {inside_a_sentence(name)}"))
    draft.asks.append(ask)


def _end_of_verb(reading: Reading, act: Act) -> int:
    return (
        reading.words[act.verb + len(act.lemma.split()) - 1].end
        if act.verb + len(act.lemma.split()) <= act.last
        else reading.words[act.verb].end
    )


def _set_the_level(draft: _Draft) -> None:
    jump, beyond, baseline = (draft.found.get(rule) for rule in ("target_jump", "beyond_good_enough", "no_baseline"))
    if beyond is not None and draft.inside(beyond.start, beyond.end):
        draft.replace(
            beyond.start, beyond.end, "[a good-enough level]", ask_about("reach"),
            "It asked for more than a reasonable parent or carer would do.", "beyond_good_enough",
        )  # fmt: skip
    elif jump is not None and draft.inside(jump.start, jump.end):
        draft.replace(
            jump.start, jump.end, "[a first step]", ask_about("first_step"),
            "It leapt from the starting point to the end without a step between.", "target_jump",
        )  # fmt: skip
    elif baseline is not None and draft.inside(baseline.start, baseline.end):
        draft.insert(baseline.end, " (now: [level now])", ask_about("level_now"))


def _count(draft: _Draft) -> None:
    reading, group = draft.reading, draft.group
    if reading.measure.counted is Counted.FULLY or not group.acts:
        return
    act = group.acts[0]
    end = reading.words[_before_time(reading, act) - 1].end
    if names_countable_area(reading, [act]):
        draft.insert(end, " from [level now] to [target level]", ask_about("target"))
        draft.asks.append(ask_about("level_now"))
    elif "habit" in act.classes and "once" not in act.classes and not act.negated:
        counted = bool(reading.amounts_in(act.verb + 1, act.last))
        often = any(time.kind is TimeKind.FREQUENCY for time in reading.times_in(act.verb + 1, act.last))
        if not counted and not often:
            draft.insert(end, " [how often]", ask_about("often"))
    elif "once" in act.classes:
        draft.insert(end, " ([what counts as done])", ask_about("count_as_done"))
    else:
        draft.insert(end, " ([what will be seen])", ask_about("seen"))


def _before_time(reading: Reading, act: Act) -> int:
    """The word index at which the act's own words end: before its phrase of time, its condition or its purpose."""
    stops = [time.first for time in reading.times_in(act.verb + 1, act.last)]
    stops += [clause.first for clause in reading.clauses_in(act.verb + 1, act.last)]
    stops += [n for n in range(act.verb + 1, act.last) if reading.words[n].key in ("|", "\n", ".", "(", ";")]
    stop = min([*stops, act.last])
    while stop - 1 > act.verb and not reading.words[stop - 1].key[0].isalnum():
        stop -= 1
    return stop


def _date(draft: _Draft) -> None:
    reading, group = draft.reading, draft.group
    due, time = reading.timescale
    if due is Due.DATED:
        if time is not None and time.end <= group.start:
            # the date stands with an earlier ask, and says nothing of this one
            draft.append(_UNTIL if _goes_on(draft) else _BY, ask_about("date"))
        elif time is not None and time.start >= group.end:
            draft.tail += f" {reading.text[time.start : time.end]}"  # one date at the end is for all before it
        return
    ending = _UNTIL if _goes_on(draft) else _BY
    if time is not None and draft.inside(time.start, time.end):
        if due in (Due.OPEN_ENDED, Due.OPEN_ENDED_HABIT):
            draft.replace(
                time.start, time.end, ending, ask_about("date"), "The words about time set no date.", "ongoing_or_asap"
            )
            return
        if due is Due.PAST:
            draft.replace(
                time.start, time.end, "by [new date]", ask_about("new_date"), "The date has gone by.", "no_deadline"
            )
            return
        if due is Due.UNDATED_EVENT:
            on = "by" if time.kind in (TimeKind.YEAR, TimeKind.MONTH_DEADLINE) else "on"
            comma = "" if reading.text[time.end : time.end + 1] == "," else ","
            draft.insert(time.end, f"{comma} {on} [date]", ask_about("date"))
            return
    if due is Due.UNDATED_EVENT and time is not None:
        draft.append(f"({reading.text[time.start : time.end]}, on [date])", ask_about("date"))
        return
    if not (group.acts and group.acts[0].sentence != group.acts[-1].sentence):
        draft.append(ending, ask_about("date"))
    else:
        act = group.acts[0]
        draft.insert(reading.words[act.last - 1].end, f" {ending}", ask_about("date"))


def _goes_on(draft: _Draft) -> bool:
    """Whether what is asked is done again and again, and so needs an end rather than a day."""
    due = draft.reading.timescale.due
    if due in (Due.NO_END, Due.OPEN_ENDED_HABIT):
        return True
    return (
        bool(draft.group.acts) and "habit" in draft.group.acts[0].classes and "once" not in draft.group.acts[0].classes
    )


def _replace_found_words(draft: _Draft) -> None:
    for told in draft.found.every("narrative"):
        if draft.inside(told.start, told.end):
            draft.edits.append(Edit(told.start, told.end, ""))
            reason = "History belongs in the assessment, not in the plan."
            draft.changes.append(Change(told.text, "", reason, "narrative"))
    review = draft.found.get("review_as_measure")
    if review is not None:
        draft.append("measured by [what will be counted]", ask_about("counts"))
    cliche = draft.found.get("cliche_or_universal")
    if cliche is not None and draft.inside(cliche.start, cliche.end):
        draft.replace(
            cliche.start, cliche.end, "[what will be seen]", ask_about("seen"),
            "The words would be true of any child or adult.", "cliche_or_universal",
        )  # fmt: skip


def _as_sentence(text: str) -> str:
    cleaned = " ".join(text.split(" ")).strip(" ,;:-|")
    cleaned = cleaned.lstrip(". ")
    head = cleaned[:1].upper() + cleaned[1:]
    return head if head.endswith((".", "!", "?")) else head + "."
