"""A deadline that does not fit the task.

What it flags: a medical appointment that may wait for weeks before it is even made, or a specialist assessment given
    more
    than twelve weeks.
Why it matters: a child in pain, or an adult growing thinner, cannot wait for a date that suits the plan; three months
    are
    a long part of a small child's life.
Example: Mum to ring the GP about Isaac's ear by 18 December.
Rather write: Mum to ring the GP about Isaac's ear by tomorrow morning, [date].
Question to ask: How long can the child or adult wait for this?
When it is wrong to flag: the date is that of the appointment itself; routine checks with no worry behind them; no date
    is given (another rule says so). This is advice: the verdict stays as it is.
Source: 003 outcomes, "Timely"
"""

from collections.abc import Iterator
from datetime import date

from rewriter.amounts.counting import value_of
from rewriter.plan import Act, Context, Reading
from rewriter.rules.rule import Flag, Line, Rule, rule
from rewriter.smart import Criterion, Severity
from rewriter.timing.reader import Time, TimeKind, exact_date

_NOW = Context(today=date(2026, 9, 7))
_FLAGS = (
    Line("Mum to ring the GP about Isaac's ear by 18 December", _NOW),
    "Carer to book a doctor's appointment for the sore on her heel within 6 weeks",
    "Dad to make an appointment with the dentist within two months",
    "Psychologist to complete a cognitive assessment within 20 weeks",
    Line("Dr Hale to complete the autism assessment by 30 June 2027", _NOW),
    "Nan to phone the surgery about the rash in 4 weeks",
)
_PASSES = (
    Line("Mum to ring the GP about Isaac's ear by 8 September", _NOW),
    "Carer to book a doctor's appointment for the sore on her heel within 24 hours",
    "Psychologist to complete a cognitive assessment within 12 weeks",
    "Dad to make a dentist's appointment within 2 days",
    "Mum to attend the GP appointment on 18 December",
    "SW to complete the carer's form within 6 weeks",
    "Nan to book the annual health check within 6 weeks",
)
_MAKING = frozenset("book make ring phone call arrange contact telephone register see speak".split())
_MEDICAL = frozenset("gp doctor dr surgery dentist hospital nurse 111 optician paediatrician midwife".split())
_ROUTINE = frozenset(
    "annual routine yearly check-up checkup review flu vaccination jabs jab immunisations screening smear form "
    "letter".split()
)
_ASSESSING = frozenset("complete finish conduct undertake do carry assess provide".split())
_DAYS = {
    "day": 1,
    "days": 1,
    "week": 7,
    "weeks": 7,
    "wk": 7,
    "wks": 7,
    "fortnight": 14,
    "month": 30,
    "months": 30,
    "mths": 30,
    "term": 90,
    "year": 365,
}
_WEEK, _TWELVE_WEEKS = 7, 84


def check(reading: Reading) -> Iterator[Flag]:
    """Flag the deadline that is too far off."""
    for act in reading.asks:
        keys = set(reading.keys[act.verb : act.last])
        medical = act.lemma in _MAKING and bool(keys & _MEDICAL) and not keys & _ROUTINE and "check" not in keys
        assessing = act.lemma in _ASSESSING and "assessment" in keys
        if not (medical or assessing):
            continue
        for time in reading.times:
            days = _days(reading, act, time)
            if days is not None and days > (_WEEK if medical else _TWELVE_WEEKS):
                wait = "a day or so" if medical else "twelve weeks"
                yield Flag(time.start, time.end, f"For this kind of task {wait} is usual; can it wait so long?")
                return


def _days(reading: Reading, act: Act, time: Time) -> int | None:
    """How many days a deadline of the act leaves, as far as it can be told."""
    if not act.verb <= time.first < act.last or time.kind not in (TimeKind.WITHIN, TimeKind.DEADLINE):
        return None
    if time.kind is TimeKind.DEADLINE:
        today = reading.context.today
        day = exact_date(time, today)
        return None if day is None or today is None else (day - today).days
    keys = reading.keys[time.first : time.last]
    unit = next((_DAYS[key] for key in keys if key in _DAYS), None)
    number = next((value for key in keys if (value := value_of(key)) is not None), 1.0)
    return None if unit is None else int(number * unit)


RULE: Rule = rule(
    __name__,
    __doc__,
    criterion=Criterion.TIME_BOUND,
    severity=Severity.ADVICE,
    flags=_FLAGS,
    passes=_PASSES,
    check=check,
)
