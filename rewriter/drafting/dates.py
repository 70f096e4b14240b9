"""By when: the dates of a draft, kept as they were typed or put in as brackets.

A date that stands apart from every ask is for each of them; words that set no date give way to one, declared.
"""

from bisect import bisect_left, bisect_right

from rewriter.answer import Change
from rewriter.drafting.groups import held
from rewriter.drafting.marked import Draft
from rewriter.drafting.pace import is_called_by_its_day, is_done_once, says_when
from rewriter.drafting.phrases import ask_about
from rewriter.drafting.pieces import Edit
from rewriter.drafting.saying import is_how_much
from rewriter.plan import Due, Reading
from rewriter.sentences.grammar import verb_at
from rewriter.timing.reader import Time, TimeKind

__all__ = ["close_others", "put_dates"]

_UNTIL = "until [date]"
_BY = "by [date]"
_STARTING = frozenset(("start", "begin", "commence"))
_EACH_TIME = frozenset(("whenever", "every", "each"))
_SAID_SO = frozenset("by until till til before".split())
_MARKS = frozenset((",", ".", ";", "|", "\n", "(", ")", "-", "\u2013", "\u2014", "&", "+", "and"))


def put_dates(draft: Draft) -> None:
    """Put in by when or until when the group is to be done, where it does not say."""
    reading, group = draft.reading, draft.group
    due, time = draft.own.timescale
    start = 0 if draft.own is reading else group.start
    ending = _UNTIL if _goes_on(draft, due) else _BY
    if due is Due.DATED or says_when(draft.reading.text, group.start, group.end):
        return
    if (
        time is not None
        and time.kind is TimeKind.START
        and time.day
        and group.acts
        and group.acts[0].lemma in _STARTING
    ):
        return  # "to start the next one 11 Feb": that is the day
    if time is not None and not (is_how_much(draft.own, time) or is_called_by_its_day(draft.own, time)):
        time = time._replace(start=time.start + start, end=time.end + start)
        if due in (Due.OPEN_ENDED, Due.OPEN_ENDED_HABIT):
            _close(draft, time, ending)
            return
        if due is Due.PAST:
            start = time.start
            while start > group.start and reading.text[start - 1] in " .":
                start -= 1
            draft.edits.append(Edit(start, time.end, " by [new date]"))
            draft.asks.append(ask_about("new_date"))
            words = reading.text[time.start : time.end]
            draft.changes.append(Change(words, "by [new date]", "The date has gone by.", "no_deadline"))
            return
        if due is Due.UNDATED_EVENT:
            if _in_brackets(draft.reading.text, time.start):
                draft.append(ending, ask_about("date"))
                return  # "(should of started in jan)"
            if time.kind is TimeKind.MONTH_DEADLINE and draft.reading.keys[time.first] in _SAID_SO:
                return  # "by June", "until sept": a deadline stated is not asked again
            on = "(by [date])" if time.kind in (TimeKind.YEAR, TimeKind.MONTH_DEADLINE) else "([date])"
            draft.insert(_end_of_event(draft, time), f" {on}", ask_about("date"))
            return
    if time is not None and time.kind is TimeKind.OPEN_UNTIL and due is Due.NOTHING and _ends_the_group(draft, time):
        draft.append("([date])", ask_about("date"))
        return  # "no phone til new one": the day of that is asked
    if draft.own is not reading and _shared_time(draft):
        return
    if not (group.acts and group.acts[0].sentence != group.acts[-1].sentence):
        draft.append(ending, ask_about("date"))
    else:
        act = group.acts[0]
        draft.insert(reading.words[act.last - 1].end, f" {ending}", ask_about("date"))


def _ends_the_group(draft: Draft, time: Time) -> bool:
    return not draft.reading.text[time.end : draft.group.end].strip(" .,;")


def _end_of_event(draft: Draft, time: Time) -> int:
    """Where what happens in the words of an event ends: "before baby moves round"."""
    words = draft.reading.words
    at = bisect_left(words, time.end, key=lambda word: word.start)
    if at >= len(words) or words[at].start >= draft.group.end:
        return time.end
    verb = verb_at(words, at, len(words))
    if time.kind is not TimeKind.EVENT_DEADLINE or verb is None or verb.form != "third" or words[at - 1].key in _MARKS:
        return time.end
    while at < len(words) and words[at].start < draft.group.end and words[at].key not in _MARKS:
        at += 1
    return words[at - 1].end


def _close(draft: Draft, time: Time, ending: str) -> None:
    """A date in the place of words that set none, and of the dash or comma that led up to them."""
    start = time.start
    while start > draft.group.start and draft.reading.text[start - 1] in " ,-\u2013(":
        start -= 1
    close = time.end
    if draft.reading.text[start : time.start].rstrip().endswith("(") and draft.reading.text[close : close + 1] == ")":
        close += 1
    words = draft.reading.text[time.start : time.end]
    draft.edits.append(Edit(start, close, f" {ending}" if start > draft.group.start else ending))
    draft.asks.append(ask_about("date"))
    draft.changes.append(Change(words, ending, "The words about time set no date.", "ongoing_or_asap"))


def close_others(draft: Draft) -> None:
    """Words that set no date and stand in other sentences of the group: each gives way to a date of its own."""
    reading, group = draft.reading, draft.group
    replaced = [(edit.start, edit.end) for edit in draft.edits if edit.end > edit.start]
    for time in held(reading.times, group):
        if (
            time.kind is not TimeKind.VAGUE
            or is_how_much(reading, time)
            or any(s < time.end and time.start < e for s, e in replaced)
        ):
            continue
        first, last = _sentence_of(reading, time)
        alone = all(other.kind in (TimeKind.VAGUE, TimeKind.FREQUENCY) for other in reading.times_in(first, last))
        start = time.start
        while start > group.start and reading.text[start - 1] in " ,-\u2013":
            start -= 1
        draft.edits.append(Edit(start, time.end, f" {_BY}" if alone else ""))
        words = reading.text[time.start : time.end]
        draft.changes.append(
            Change(words, _BY if alone else "", "The words about time set no date.", "ongoing_or_asap")
        )
        if alone:
            draft.asks.append(ask_about("date"))


def _shared_time(draft: Draft) -> bool:
    """Whether a date that stands apart from every ask is for this one too; it is then put here as well."""
    reading, group = draft.reading, draft.group
    due, time = reading.timescale
    if due not in (Due.DATED, Due.UNDATED_EVENT) or time is None or group.start <= time.start < group.end:
        return False
    if "next" in reading.keys[max(0, time.first - 2) : time.first]:
        return False  # "core groups - next one 12th Dec"
    if _in_brackets(reading.text, time.start):
        return False  # "b4 18 (bday 2 sept)": what is in brackets is said of the one before them
    first, last = _sentence_of(reading, time)
    same = time.start >= group.end and bool(group.acts) and reading.sentences[group.acts[-1].sentence] == (first, last)
    at = bisect_left(reading.asks, first, key=lambda act: act.verb)
    asked = at < len(reading.asks) and reading.asks[at].verb < last
    apart = not asked or reading.words[first].key in ("all", "both")
    if not (same or apart):
        return False
    words = reading.text[time.start : time.end]
    if due is Due.UNDATED_EVENT:
        draft.append(f"{words} ([date])", ask_about("date"))
    else:
        draft.tail += f" {words}"
    return True


def _in_brackets(text: str, at: int) -> bool:
    return text.count("(", 0, at) > text.count(")", 0, at)


def _sentence_of(reading: Reading, time: Time) -> tuple[int, int]:
    at = bisect_right(reading.sentences, time.first, key=lambda sentence: sentence[0]) - 1
    return reading.sentences[max(at, 0)]


def _goes_on(draft: Draft, due: Due) -> bool:
    """Whether what is asked is done again and again, and so needs an end rather than a day."""
    if due in (Due.NO_END, Due.OPEN_ENDED_HABIT):
        return True
    acts = draft.group.acts
    if acts and not _EACH_TIME.isdisjoint(draft.reading.keys[acts[0].verb : acts[0].last + 1]):
        return True  # "ring the police whenever he turns up"
    if acts and is_done_once(draft.reading, acts[0]):
        return False
    return bool(acts) and "habit" in acts[0].classes and "once" not in acts[0].classes
