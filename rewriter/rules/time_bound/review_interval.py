"""Too long without a look at how it goes.

What it flags: something that runs for more than three months with no look at it on the way, or reviews further apart
    than that.
Why it matters: a plan that is not working should be found out in weeks, not in half a year of a childhood.
Example: Ellis to go to mentoring every week until July 2027.
Rather write: Ellis to go to mentoring every week until July 2027; Bea and Ellis look at how it goes on [date within
    six weeks].
Question to ask: When do we sit down and see whether this is helping?
When it is wrong to flag: a review or check is named on the way; it ends within three months; its length cannot be
    told. This is advice: the verdict stays as it is.
Source: 001 SMART planning, closing paragraph (six weeks is good practice, three months the most)
"""

from collections.abc import Iterator
from datetime import date, timedelta

from rewriter.amounts.counting import value_of
from rewriter.plan import Context, Reading
from rewriter.rules.rule import Flag, Line, Rule, rule
from rewriter.smart import Criterion, Severity
from rewriter.timing.reader import Time, TimeKind, exact_date

_NOW = Context(today=date(2026, 9, 7))
_FLAGS = (
    Line("Ellis to go to mentoring every week until 16 July 2027", _NOW),
    "Mum to take part in baby massage weekly for 6 months",
    "Carers to walk with Mr Low twice a week for 30 weeks",
    "Plan to be reviewed every 6 months by the social worker",
    "Dad to save \u00a310 a week for a year",
    Line("Rosa pays \u00a315 a week off her rent until 1 May 2027", _NOW),
)
_PASSES = (
    Line("Ellis to go to mentoring every week until 23 October 2026", _NOW),
    "Mum to take part in baby massage weekly for 8 weeks",
    "Carers to walk with Mr Low twice a week for 30 weeks, reviewed every 6 weeks",
    "Plan to be reviewed every 6 weeks by the social worker",
    Line(
        "Rosa pays \u00a315 a week off her rent until 1 May 2027; Ike checks the account with her on 19 October", _NOW
    ),
    Line("Dad to send the form by 1 May 2027", _NOW),
)
_LOOKING = frozenset(
    "review reviewed reviews check checks checked look looks evaluated monthly fortnightly progress looked".split()
)
_RUNNING = frozenset({TimeKind.FREQUENCY, TimeKind.RUN})
_DAYS = {"week": 7, "weeks": 7, "wks": 7, "wk": 7, "month": 30, "months": 30, "mths": 30, "year": 365, "years": 365}
_THREE_MONTHS = timedelta(days=100)  # with a week or so before it begins


def check(reading: Reading) -> Iterator[Flag]:
    """Flag the length, the far end, or the interval."""
    looked_at = not _LOOKING.isdisjoint(reading.keys)
    running = any(time.kind in _RUNNING for time in reading.times)
    for time in reading.times:
        if time.kind is TimeKind.FREQUENCY:
            if looked_at and _length(reading, time) > _THREE_MONTHS and _is_of_review(reading, time):
                yield Flag(
                    time.start,
                    time.end,
                    "Reviews further apart than three months may miss that something is not working.",
                )
                return
        elif running and not looked_at and _runs(reading, time) > _THREE_MONTHS:
            words = reading.text[time.start : time.end]
            yield Flag(
                time.start,
                time.end,
                f"\u201c{words}\u201d is more than three months, and no look at it is planned on the way.",
            )
            return


def _runs(reading: Reading, time: Time) -> timedelta:
    if time.kind is TimeKind.SPAN or time.kind is TimeKind.WITHIN:
        return _length(reading, time)
    today = reading.context.today
    end = exact_date(time, today)
    if time.kind in (TimeKind.DEADLINE, TimeKind.WINDOW) and end is not None and today is not None:
        return end - today
    return timedelta()


def _length(reading: Reading, time: Time) -> timedelta:
    keys = reading.keys[time.first : time.last]
    unit = next((_DAYS[key] for key in keys if key in _DAYS), 0)
    number = next((value for key in keys if (value := value_of(key)) is not None), 1.0)
    return timedelta(days=int(min(number, 520) * unit))


def _is_of_review(reading: Reading, time: Time) -> bool:
    near = reading.words[max(0, time.first - 5) : time.last + 3]
    return any(word.key.startswith("review") for word in near) and any(
        word.key in ("every", "annually", "yearly") for word in reading.words[time.first : time.last]
    )


RULE: Rule = rule(
    __name__,
    __doc__,
    criterion=Criterion.TIME_BOUND,
    severity=Severity.ADVICE,
    flags=_FLAGS,
    passes=_PASSES,
    check=check,
)
