"""How much and by when, of an objective as it is drafted: the words that say it, or the bracket that will.

Nothing is worked out: each part is a stretch of the objective's own text, "" where it does not say. What is said of
now comes from the text's bracket for it, else from what was told beside it.
"""

from bisect import bisect_left, bisect_right

from rewriter.amounts.reader import Amount, AmountKind
from rewriter.answer import ObjectiveMeasure, ObjectiveTimescale
from rewriter.brackets import BracketRole, find_brackets
from rewriter.evidence.reviews import review_words
from rewriter.filled import Filled, stand_in
from rewriter.plan import Act, Context, Due, Reading
from rewriter.reading import read
from rewriter.timing.reader import Time, TimeKind

__all__ = ["measured"]

_BY = frozenset(
    (
        TimeKind.DEADLINE,
        TimeKind.MONTH_DEADLINE,
        TimeKind.WEEKDAY_DEADLINE,
        TimeKind.EVENT_DEADLINE,
        TimeKind.WITHIN,
        TimeKind.DATE,
        TimeKind.YEAR,
        TimeKind.TERM,
        TimeKind.OPEN_UNTIL,
    )
)
_LASTING = frozenset((TimeKind.SPAN, TimeKind.WINDOW, TimeKind.RUN))
_TARGETS = frozenset(
    (
        AmountKind.COUNT,
        AmountKind.RATE,
        AmountKind.PERCENTAGE,
        AmountKind.SCORE,
        AmountKind.SHARE,
        AmountKind.LEVEL,
        AmountKind.MEASURE_UNIT,
        AmountKind.CLOCK_LEVEL,
        AmountKind.ZERO,
    )
)
_SOFT = frozenset((AmountKind.SCORE, AmountKind.SOFT_MEASURE))
_ALL = frozenset("both each every all any".split())
_RECORDING = frozenset(("record", "note", "write", "write down", "tick", "mark", "log", "count", "add up", "measure"))
_METHODS = frozenset("measured evidenced counted recorded shown monitored".split())
_CHECKING = frozenset("checked recorded counted ticked noted".split())
_ENDS = frozenset((",", ";", ".", "(", ")", "|", "\n"))
_TRAILING = frozenset("at for to in on of a an the least most minimum maximum from up with by and about".split())


def measured(text: str, context: Context) -> tuple[ObjectiveMeasure, ObjectiveTimescale]:
    """Give the measure and the timescale of one objective, each part as it is written in its text."""
    written = _Written(text, context)
    return written.measure(), written.timescale()


class _Written:
    """An objective read with every gap agreed, and the way back to its own words."""

    def __init__(self, text: str, context: Context) -> None:
        self._text = text
        self._context = context
        self._filled: Filled = stand_in(text)
        self._reading: Reading = read(self._filled.text, context)
        self._brackets = find_brackets(text)

    def _said(self, start: int, end: int) -> str:
        back = self._filled
        first, last = back.back(start), back.back(end, is_end=True)
        last += self._text[last : last + 1] == ")" and "(" in self._text[first:last]
        return self._text[first:last].strip(" ,;")

    def _is_stand_in(self, start: int) -> bool:
        """Whether something was read only in what stands in for a sign or an act to be agreed."""
        place = self._filled.back(start)
        at = bisect_right(self._brackets, place, key=lambda bracket: bracket.start) - 1
        if at < 0 or place >= self._brackets[at].end:
            return False
        return self._brackets[at].role in (BracketRole.SIGN, BracketRole.ACT)

    def _words(self, first: int, last: int) -> str:
        words = self._reading.words
        return self._said(words[first].start, words[last - 1].end) if first < last else ""

    def _bracket(self, *roles: BracketRole) -> str:
        found = (self._text[b.start : b.end] for b in self._brackets if b.role in roles)
        return next(found, "")

    def timescale(self) -> ObjectiveTimescale:
        """When it starts, by when or for how long it is done, how often, and when it is looked at."""
        reading = self._reading
        looked_at = reading.lasting(review_words)
        reviews = [time for time in reading.times if any(n in looked_at for n in range(time.first, time.last))]
        stated = [time for time in reading.times if not self._is_stand_in(time.start)]
        times = [time for time in stated if time not in reviews] or stated
        due, decisive = reading.timescale
        ends = [time for time in times if time.kind in _BY]
        if due is not Due.NO_END:
            ends = [time for time in ends if time == decisive] or ends
        return ObjectiveTimescale(
            start=self._time([time for time in times if time.kind is TimeKind.START][:1]),
            by=self._time(ends[:1]),
            frequency=self._time([time for time in times if time.kind is TimeKind.FREQUENCY]),
            duration=self._time([time for time in times if time.kind in _LASTING][:1]),
            review=self._time([time for time in reviews if time not in times][:1]),
        )

    def _time(self, times: list[Time]) -> str:
        return "; ".join(dict.fromkeys(self._said(time.start, time.end) for time in times))

    def measure(self) -> ObjectiveMeasure:
        """What is counted, how much of it is wanted, where it stands now, how it is known and who keeps count."""
        reading = self._reading
        act = next(iter(reading.asks), None)
        amounts = [amount for amount in reading.amounts if self._is_target(amount)]
        wanted = self._bracket(BracketRole.LEVEL_NEXT) or self._bracket(BracketRole.NUMBER)
        target = wanted or "; ".join(dict.fromkeys(self._said(a.start, a.end) for a in self._of(act, amounts)))
        sign = self._bracket(BracketRole.SIGN)
        soft = any(amount.kind in _SOFT for amount in reading.amounts)
        return ObjectiveMeasure(
            what=sign or (self._counted(act) if act is not None and target else ""),
            baseline=self._bracket(BracketRole.LEVEL_NOW) or self._context.baseline,
            target=target,
            method=self._method(),
            recorded_by=self._recorded_by(),
            kind="soft" if soft else "hard",
        )

    def _of(self, act: Act | None, amounts: list[Amount]) -> list[Amount]:
        """The amounts of the first ask, else of the whole."""
        if act is None:
            return amounts
        own = [amount for amount in amounts if act.subject_first <= amount.first < act.last]
        return own or amounts

    def _is_target(self, amount: Amount) -> bool:
        alone = amount.last - amount.first == 1 and self._reading.keys[amount.first] in _ALL
        return amount.kind in _TARGETS and not (alone or self._is_now(amount) or self._is_stand_in(amount.start))

    def _is_now(self, amount: Amount) -> bool:
        """Whether an amount says how it is now: "(was 3 in 5 in July)", "now: 35%"."""
        before = self._reading.keys[max(0, amount.first - 2) : amount.first]
        after = self._reading.keys[amount.last : amount.last + 1]
        return bool({"now", "was", "currently", "from"} & set(before)) or after == ("now",)

    def _counted(self, act: Act) -> str:
        """What is done so many times: the act's words up to how much and when."""
        reading = self._reading
        stops = [amount.first for amount in reading.amounts_in(act.verb + 1, act.last)]
        stops += [time.first for time in reading.times_in(act.verb + 1, act.last)]
        stops += [n for n in range(act.verb + 1, act.last) if reading.keys[n] in _ENDS]
        last = min([*stops, act.last])
        while last > act.verb + 1 and (reading.keys[last - 1] in _TRAILING or not reading.keys[last - 1][0].isalnum()):
            last -= 1
        return self._words(act.verb, last)

    def _method(self) -> str:
        """How it is known: "evidenced by weekly tests", or what somebody writes down."""
        reading = self._reading
        for n in range(len(reading.words) - 1):
            if reading.keys[n] in _METHODS and reading.keys[n + 1] in ("by", "on", "in", "at", "through"):
                end = next((m for m in range(n, len(reading.words)) if reading.keys[m] in _ENDS), len(reading.words))
                return self._words(n, end)
        act = self._recording()
        return self._words(act.verb, act.last) if act is not None else ""

    def _recorded_by(self) -> str:
        reading = self._reading
        act = self._recording()
        if act is not None and act.actors:
            return self._words(act.actors[0].first, act.actors[-1].last)
        for n in range(len(reading.words) - 2):
            if reading.keys[n] in _CHECKING and reading.keys[n + 1] == "by":
                at = bisect_left(reading.parties, n + 2, key=lambda party: party.first)
                if at < len(reading.parties) and reading.parties[at].first <= n + 3:
                    return self._words(n + 2, reading.parties[at].last)
        return ""

    def _recording(self) -> Act | None:
        """The act by which a record is kept, beside the one asked for first."""
        return next((act for act in self._reading.asks[1:] if act.lemma in _RECORDING), None)
