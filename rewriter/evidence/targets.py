"""Where things stand and where they are to get to: starting point and target, and whether the step is too big.

Steps from the starting point are fine, and so is 80% to 100%; 25% to 100% at once is not (002 Halton, "Attainable";
001 SMART planning, "A - Achievable" and "R - Realistic"). The lines between them are practice judgement.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from rewriter.amounts.counting import MONEY, value_of
from rewriter.amounts.reader import Amount, AmountKind, find_amounts
from rewriter.evidence.paces import EVERY, Pace, is_daily, paces_of
from rewriter.evidence.places import sentence_of, words_in
from rewriter.lexicon import Lexicon, Term
from rewriter.plan import Mood, Reading, Setting
from rewriter.text import Word, words_of
from rewriter.timing.reader import TimeKind, exact_date, find_times
from rewriter.words import word_lists

__all__ = ["Jump", "absence_of_use", "full_levels", "jump_of", "told_ranges"]


class Jump(NamedTuple):
    """A target too far from the starting point: the words of the target, as word indices, and where things stand."""

    first: int
    last: int
    baseline: str


_ONWARD = frozenset("on to and until till".split())
_HARMFUL = frozenset(
    "violence abuse assault assaults hit hits hitting bruise bruises bruising injuries injury marks violent "
    "domestic dv da threats "
    "exploitation harm's attack attacks slap slaps".split()
)
_MISSING = frozenset(
    "missed misses missing absent late turned refused declined cancelled skipped unauthorised absence".split()
)
_NONE = frozenset("no none never nothing not hasn't hardly rarely zero 0".split())
_BREAKS = frozenset(", - from and \u2013".split(" "))
_STOPS = frozenset(". ; | ( ) \n : = \u2022".split(" "))


@cache
def _lexicon() -> Lexicon:
    lists = word_lists("targets")
    return Lexicon({**lists["levels"], **lists["standing"]})


@cache
def _baseline_lexicon() -> Lexicon:
    return Lexicon(word_lists("targets")["baseline"])


def absence_of_use(reading: Reading, first: int = 0, last: int | None = None) -> tuple[Term, ...]:
    """Give the phrases, between two words, that ask for no drink or drugs at all."""
    return _tagged("use", reading, first, last)


def full_levels(reading: Reading, first: int = 0, last: int | None = None) -> tuple[Term, ...]:
    """Give the phrases, between two words, that set a known standard as the level: a full timetable."""
    return _tagged("full", reading, first, last)


def _tagged(tag: str, reading: Reading, first: int, last: int | None) -> tuple[Term, ...]:
    end = len(reading.words) if last is None else last
    return tuple(
        term for term in reading.terms(_lexicon()) if term.tag == tag and first <= term.first and term.last <= end
    )


def told_ranges(reading: Reading) -> tuple[tuple[int, int], ...]:
    """Give the word ranges that say where things stand now or stood before ("was 3 in 5 in July", "now: 5 cans")."""
    words = reading.words
    found: list[tuple[int, int]] = []
    for term in reading.terms(_lexicon()):
        if term.tag != "mark":
            continue
        key = words[term.first].key
        before = words[term.first - 1].key if term.first else ""
        after = words[term.last].key if term.last < len(words) else ""
        if key == "now" and (after in _ONWARD or before in ("from", "between", "by", "until")):
            continue
        first, last = term.first, term.last
        colon = after == ":"
        out_of = words[last - 1].key == "from"  # "down from 30 a day to 10"
        while (
            not (colon or out_of)
            and first
            and words[first - 1].key not in _STOPS
            and words[first - 1].key not in _BREAKS
        ):
            first -= 1
        last += colon
        while last < len(words) and words[last].key not in _STOPS and not (out_of and words[last].key == "to"):
            last += 1
        found.append((first, last))
    found.extend(_from_to(reading))
    return tuple(found)


def _from_to(reading: Reading) -> Iterable[tuple[int, int]]:
    """ "from 5 to 2", "from 35% to 60%": the first figure is the starting point, unless it is a time."""
    words = reading.words
    for n, word in enumerate(words[:-2]):
        if word.key != "from" or any(time.first <= n < time.last or time.first == n + 1 for time in reading.times):
            continue
        reach = min(len(words), n + 9)
        to = next((m for m in range(n + 2, reach) if words[m].key in ("to", "until")), None)
        if to is not None and any(_is_figure(w) for w in words[n + 1 : to]):
            yield n, to


def _is_figure(word: Word) -> bool:
    return word.key[0].isdigit() or value_of(word.key) is not None


def _told_beside(baseline: str) -> tuple[Pace, ...]:
    if not baseline:
        return ()
    words = words_of(baseline)
    times = find_times(words, baseline)
    paces = [_turned(words, pace) for pace in paces_of(words, times, find_amounts(words, times, baseline))]
    none = any(word.key in _NONE for word in words[:3]) or any(
        term.tag == "nothing" for term in _baseline_lexicon().find(words)
    )
    if none and not any(p.share is not None for p in paces):
        paces.append(Pace(0.0, 0.0, "", 0, 0))
    if not paces and any(w.key == "last" for w in words[:1]) and any(w.key == "ago" for w in words):
        paces.append(Pace(0.0, 0.0, "", 0, 0))
    return tuple(paces)


def _turned(words: Sequence[Word], pace: Pace) -> Pace:
    """ "Missed 4 of 9": the part that was kept is what a target is compared with."""
    near = {word.key for word in words[max(0, pace.first - 3) : pace.last + 3]}
    return pace._replace(share=1 - pace.share) if pace.share is not None and near & _MISSING else pace


def jump_of(reading: Reading) -> Jump | None:
    """Give the target that leaps from the starting point, or None: no starting point, no jump."""
    words, stated = reading.words, reading.context.baseline
    ranges = reading.lasting(told_ranges)
    told = words_in(ranges)
    if not stated and not ranges:
        return _too_many_weeks(reading, told)
    paces = paces_of(words, reading.times, reading.amounts)
    aims = [*(pace for pace in paces if pace.first not in told), *_bare_percentages(reading)]
    if _has_steps(reading, aims):
        return None
    said = stated or " ".join(reading.written(first, last) for first, last in ranges)
    found = None
    if aims or _wants_all(reading, told):  # else what was told beside the text need not be read
        starts = (*_told_beside(stated), *(pace for pace in paces if pace.first in told))
        found = _at_once(reading, told, starts, said) or _leap(reading, aims, starts)
    found = found or _too_many_weeks(reading, told)
    return found and found._replace(baseline=said)


def _wants_all(reading: Reading, told: frozenset[int]) -> bool:
    """Whether a whole level or none of something is wanted: what `_at_once` looks for."""
    return any(term.first not in told for term in (*absence_of_use(reading), *full_levels(reading))) or any(
        amount.kind is AmountKind.ZERO and amount.first not in told for amount in reading.amounts
    )


def _bare_percentages(reading: Reading) -> list[Pace]:
    """ "From 22 per cent to 97": the second figure is a percentage too."""
    shares = [amount for amount in reading.amounts if amount.kind is AmountKind.PERCENTAGE]
    return [
        Pace(amount.value / 100, None, "%", amount.first, amount.last)
        for amount in reading.amounts
        if amount.kind is AmountKind.COUNT and amount.value is not None and amount.value <= 100
        if any(share.last < amount.first <= share.last + 2 for share in shares)
        and reading.words[amount.first - 1].key == "to"
    ]


def _at_once(reading: Reading, told: frozenset[int], starts: Sequence[Pace], said: str) -> Jump | None:
    """A whole level at once: no drink at all from daily drinking, a full week from no days."""
    low = min((start.share for start in starts if start.share is not None), default=1.0) <= 0.5
    often = any(term.tag == "often" for term in _baseline_lexicon().find(words_of(said)))
    for term in reading.terms(_lexicon()):
        if term.first not in told and ((term.tag == "use" and often) or (term.tag == "full" and low)):
            return Jump(term.first, term.last, said)
    if not often or not _HARMFUL.isdisjoint(reading.keys):
        return None
    for amount in reading.amounts:
        if amount.kind is AmountKind.ZERO and amount.first not in told and _is_whole_aim(reading, amount):
            return Jump(amount.first, min(amount.last + 1, len(reading.words)), said)
    return None


def _leap(reading: Reading, aims: Sequence[Pace], starts: Sequence[Pace]) -> Jump | None:
    """The first of several aims that is too far from where things stand."""
    if any(aim.unit != EVERY and aim.share is not None for aim in aims):
        aims = [aim for aim in aims if aim.unit != EVERY]  # "every school day ... on track = 4 days in 5"
    if _is_offered_weekly(reading):
        aims = [aim for aim in aims if aim.share is None or aim.unit or aim.share >= 0.9]
    for aim in aims:
        far = any(_is_leap(start, aim) for start in starts) and not _is_record(reading, aim)
        if far or (aim.unit in MONEY and aim.weekly and _takes_half(starts, aim.weekly)):
            return Jump(aim.first, aim.last, "")
    return None


def _is_offered_weekly(reading: Reading) -> bool:
    """Whether it is done on a few named days a week: "8 of the 12" are then occasions, and no share of all days."""
    return any(time.kind is TimeKind.FREQUENCY and not is_daily(reading.words, time) for time in reading.times)


def _is_leap(start: Pace, aim: Pace) -> bool:
    if start.share is not None and aim.share is not None:
        step = aim.share - start.share
        return step > 0.55 or (aim.share >= 0.95 and step > 0.35)
    if start.weekly is not None and aim.weekly is not None:
        if start.weekly == 0.0:
            return aim.unit in ("hours", "hrs") and aim.weekly >= 14
        if start.unit in MONEY or aim.unit in MONEY:
            return False
        if start.unit == aim.unit or not start.unit or start.unit == "times":
            return aim.weekly >= 6 * start.weekly and aim.weekly >= 7
    return False


def _takes_half(starts: Sequence[Pace], weekly: float) -> bool:
    """Whether somebody who puts nothing by now is to put by half of all the money there is."""
    has_none = any(start.weekly == 0.0 for start in starts)
    return has_none and any(start.unit in MONEY and start.weekly and weekly >= start.weekly / 2 for start in starts)


def _is_whole_aim(reading: Reading, amount: Amount) -> bool:
    """Whether "no further ..." opens an aim, and is not one of several small conditions."""
    return amount.first <= reading.sentences[sentence_of(reading, amount.first)][0] + 4


def _has_steps(reading: Reading, aims: Sequence[Pace]) -> bool:
    """Whether the text goes there in dated steps: "from 14 Sept 4 a day, from 28 Sept 3, by 16 Oct 2"."""
    dates = [t for t in reading.times if t.kind in (TimeKind.START, TimeKind.DATE, TimeKind.DEADLINE, TimeKind.WINDOW)]
    numbers = [
        a
        for a in reading.amounts
        if a.value is not None
        and a.kind in (AmountKind.COUNT, AmountKind.RATE, AmountKind.PERCENTAGE, AmountKind.SHARE)
    ]
    keys = set(reading.keys)
    return (len(dates) >= 2 and len(numbers) >= 3 and len(aims) >= 1 and bool(keys & {"then", "from"})) or (
        "then" in keys and len(aims) >= 2
    )


def _is_record(reading: Reading, pace: Pace) -> bool:
    """Whether a pace belongs to the recording of the aim: "ticks a chart each morning"."""
    return any(
        act.subject_first <= pace.first < act.last
        and (
            act.lemma
            in ("tick", "record", "note", "write", "mark", "log", "check", "text", "ring", "count", "write down")
            or any(p.role == "professional" for p in act.actors)
        )
        and act.mood is not Mood.TOLD
        and act.setting is Setting.MAIN
        for act in reading.acts
    )


def _too_many_weeks(reading: Reading, told: frozenset[int]) -> Jump | None:
    """More weekly sessions than there are weeks before the date."""
    today = reading.context.today
    if today is None or "weekly" not in reading.keys:
        return None
    ends = [day for time in reading.times if (day := exact_date(time, today)) is not None and day >= today]
    counts = [a for a in reading.amounts if a.kind is AmountKind.COUNT and a.value is not None and a.first not in told]
    if not ends or not counts:
        return None
    weeks = (max(ends) - today).days / 7
    return next(
        (
            Jump(a.first, a.last, "")
            for a in counts
            if a.value is not None and 3 < a.value <= 104 and a.value > 2 * (weeks + 1)
        ),
        None,
    )
