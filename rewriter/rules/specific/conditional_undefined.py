"""A condition that nobody could apply.

What it flags: "if concerns arise", "if no improvement", "as long as he behaves", "as needed", "or else": something
    hangs on a trigger, or leads to a consequence, that a stranger could not recognise.
Why it matters: the family lives under a threat and cannot know when it falls due; workers decide each in their own
    way, and a child may be left too long or moved too soon.
Example: If the placement is not working, SW to call a meeting.
Rather write: If Kit is away overnight twice in a month, SW calls a meeting within 5 working days.
Question to ask: What exactly would have to happen, how often, and who says that it has?
When it is wrong to flag: the condition can be seen or counted ("if he is ill", "2 missed in a row", "if the answer is
    no"), or is a bracketed gap. "As and when" by itself is an open time, not a trigger.
Source: 002 Halton, Example 4, "Specific"; 002 Halton, closing paragraph ("when that line has been crossed")
"""

from collections.abc import Iterator

from rewriter.evidence.asides import gap_words
from rewriter.evidence.places import place_of_words
from rewriter.plan import Act, Mood, Reading
from rewriter.rules.rule import Flag, Rule, rule
from rewriter.smart import Criterion, Severity

_FLAGS = (
    "If the placement is not working, SW to call a meeting.",
    "Dad to be tested if there are concerns",
    "Jo to step up visits should Mrs Lowe deteriorate",
    "Kit can stay with Nan as long as he behaves",
    "Mum to attend, otherwise the matter will be escalated",
    "EHC needs assessment as required",
    "Return to panel if no progress | SW | 6 weeks",
    "SW to refer to housing if appropriate",
)
_PASSES = (
    "If Kit misses 2 days in a row, SW rings Dad the same day.",
    "Mum rings Jo by 9am if Kit is ill.",
    "If the answer is no, Ana's PA raises it at her review on 4 May.",
    "PA to visit as and when",
    "Dad walks round the block when Kit shouts at him, until 4 May",
    "If [sign agreed with the family], SW calls a meeting within [number] days.",
    "Jo arranges cover if Nan cannot come, until 4 May",
    "Mr Lowe rings 111 straight away if the wound bleeds.",
)

_LEFT_OPEN = frozenset("needed required necessary appropriate indicated".split())
_FELT = frozenset(
    "worried unsafe scared frightened threatened upset ill unwell sad low anxious unhappy angry overwhelmed "
    "danger struggling".split()
)
_PRONOUNS = frozenset("he she they i".split())
_POINTING_BACK = frozenset(
    {
        "if there are",
        "if there is",
        "if so",
        "if not",
        "if this happens",
        "if it happens",
        "if this continues",
        "if it happens again",
    }
)
_ACTED_ON = frozenset(
    "referral assessment review meeting conference intervention support input ehcna ehcp respite package "
    "escalation sanction response".split()
)


def check(reading: Reading) -> Iterator[Flag]:
    """Flag the condition or consequence that decides the ask and that nobody could apply."""
    trigger = reading.trigger
    gaps = gap_words(reading)
    if trigger.first < trigger.last and not _is_own_feeling(reading, trigger.first, trigger.last):
        if not gaps.intersection(range(trigger.first, trigger.last)):
            yield _flag(reading, trigger.first, trigger.last)
        return
    for clause in reading.clauses:
        if (
            clause.setting.value == "condition"
            and clause.first not in gaps
            and _says_as_before(reading, clause.first, clause.last)
        ):
            yield _flag(reading, clause.first, clause.last)
            return
    for first, last in _as_needed(reading):
        if first not in gaps:
            yield _flag(reading, first, last)
            return


def _is_own_feeling(reading: Reading, first: int, last: int) -> bool:
    """Whether somebody acts on their own fear or illness ("999 if she feels unsafe"), which they can tell."""
    keys = [word.key.partition("'")[0] for word in reading.words[first:last]]
    if not any(key in _FELT for key in keys):
        return False
    if "feel" in keys or "feels" in keys:
        return len(keys) > 1 and keys[1] in _PRONOUNS
    inside = {key for party in reading.parties if first <= party.first < last for key in (*party.names, party.role)} - {
        ""
    }
    actors = {key for act in reading.asks for party in act.actors for key in (*party.names, party.role)}
    return bool(inside & actors) or (not inside and any(key in _PRONOUNS for key in keys))


def _says_as_before(reading: Reading, first: int, last: int) -> bool:
    """Whether a condition only points back at harm or trouble named before: "If there are, ..."."""
    return " ".join(word.key for word in reading.words[first:last] if word.key[0].isalnum()) in _POINTING_BACK


def _as_needed(reading: Reading) -> Iterator[tuple[int, int]]:
    """An act done "as needed": a trigger, where a single act or a service hangs on it."""
    for first, last in _openings(reading):
        act = next((act for act in reading.acts if act.verb <= first < act.last), None)
        sentence = next((cut for cut in reading.sentences if cut[0] <= first < cut[1]), (0, 0))
        before = reading.words[sentence[0] : first]
        if (act is not None and _is_single_act(act)) or (act is None and any(word.key in _ACTED_ON for word in before)):
            yield first, last


def _openings(reading: Reading) -> Iterator[tuple[int, int]]:
    words = reading.words
    for index in range(len(words) - 1):
        if words[index].key in ("as", "if", "when", "where") and words[index + 1].key in _LEFT_OPEN:
            yield index, index + 2


def _is_single_act(act: Act) -> bool:
    return (
        "once" in act.classes and "vague" not in act.classes and "habit" not in act.classes and act.mood is Mood.ASKED
    )


def _flag(reading: Reading, first: int, last: int) -> Flag:
    while last - 1 > first and not reading.words[last - 1].key[0].isalnum():
        last -= 1
    written = reading.written(first, last)
    return Flag(
        *place_of_words(reading, first, last),
        f"Nobody could tell from \u201c{written}\u201d when this has come about, or what then follows.",
    )


RULE: Rule = rule(
    __name__, __doc__, criterion=Criterion.SPECIFIC, severity=Severity.FAULT, flags=_FLAGS, passes=_PASSES, check=check
)
