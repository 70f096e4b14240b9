"""The words of time, as data for `timing`: the kinds of time, and what each word is tagged as.

The rules of `rules` are written in the names of the tags; `.` is a word without one.
"""

from enum import StrEnum
from typing import NamedTuple

__all__ = ["CHARS", "LISTS", "MONTH_NUMBERS", "PAST_WORDS", "Rule", "TimeKind"]


class TimeKind(StrEnum):
    """What a phrase of time does, for criterion T; the finer lines are practice judgement."""

    DEADLINE = "deadline"  # by a date, or by a boundary of the school calendar
    MONTH_DEADLINE = "month_deadline"  # by or in a month: closed only with "end of" or a year
    WEEKDAY_DEADLINE = "weekday_deadline"  # a day known only from the day of writing: Friday, tomorrow, end of the week
    WITHIN = "within"  # within or in a length of time
    SPAN = "span"  # for or over a length of time
    WINDOW = "window"  # from one date or boundary to another
    FREQUENCY = "frequency"  # how often
    RUN = "run"  # so many in a row
    EVENT = "event"  # a length or day counted from an event
    EVENT_DEADLINE = "event_deadline"  # an event that has no date: by next review
    YEAR = "year"  # this year, this summer
    TERM = "term"  # this term, this half term, this month
    START = "start"  # when it begins
    DATE = "date"  # a bare date
    CLOCK = "clock"  # a time of day
    SINCE = "since"  # since when
    PAST_REFERENCE = "past_reference"  # last year, two weeks ago, "twice in July"
    VAGUE = "vague"  # ongoing, as soon as possible, regularly
    OPEN_UNTIL = "open_until"  # until something that has no time
    NOT_A_TIME = "not_a_time"  # an age or a school year: recognised so that it is not read as a time; never returned


class Rule(NamedTuple):
    """One phrase of time: its name, what it gives, and whether it states a date ("full": only with day and month)."""

    name: str
    kind: TimeKind
    closed: bool
    dated: str
    pattern: str


MONTH_NUMBERS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb febuary february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
         "sep sept september", "oct october", "nov november", "dec december"), 1)
    for name in names.split()
}  # fmt: skip
PAST_WORDS = frozenset(
    "was were had did came went left got took gave made said told saw kept hit sent began broke has have been fell ran "
    "bit threw hurt lost found met felt rang wrote spoke stole drove seen sent given taken last".split()
)
LISTS = {
    "WEEKDAY": "monday tuesday wednesday thursday friday saturday sunday mon tue tues weds thu thur thurs fri",
    "WEEKDAYS": "mondays tuesdays wednesdays thursdays fridays saturdays sundays mons tues' fris sats suns",
    "SEASON": "spring summer autumn winter",
    "FESTIVAL": "easter xmas christmas ramadan eid diwali hanukkah halloween whitsun",
    "TERM": "term terms",
    "HALF": "half",
    "HOLIDAY": "holiday holidays hols break vacation",
    "SCHOOL": "school academic",
    "NOW": "today tomorrow tonight",
    "NOWADAYS": "now",
    "DAY": "day days",
    "WEEK": "week weeks wk wks fortnight fortnights",
    "MTH": "month months mth mths",
    "YR": "year years yr yrs",
    "HOUR": "hour hours hr hrs minute minutes min mins",
    "WORKING": "working wkg wking calendar business clear",
    "TIME": "time",
    "PART": "morning evening afternoon night bedtime weekday weekend mealtime playtime lunchtime teatime breaktime",
    "PARTS": "mornings evenings eves afternoons nights bedtimes weekdays weekends mealtimes lunchtimes",
    "BY": "by",
    "BEFORE": "before",
    "UNTIL": "until till til untill",
    "IN": "in",
    "ON": "on",
    "AT": "at",
    "FOR": "for",
    "OVER": "over across",
    "WITHIN": "within w/in inside",
    "DURING": "during",
    "THROUGHOUT": "throughout",
    "BETWEEN": "between",
    "AND": "and & + or",
    "COMMA": ",",
    "TO": "to through thru",
    "DASH": "- \u2013 \u2014",
    "FROM": "from",
    "NEXT": "next coming following forthcoming upcoming",
    "LAST": "last previous past",
    "THIS": "this current",
    "SINCE": "since",
    "EVERY": "every each",
    "PER": "per",
    "SLASH": "/",
    "A": "a an any",
    "OF": "of",
    "TIMES": "times x time's",
    "THE": "the their his her our your my its that",
    "ONCE": "once twice thrice",
    "FREQ": "daily weekly wkly nightly monthly fortnightly hourly termly quarterly annually yearly biweekly 6weekly "
    "2weekly 3weekly 4weekly 2wkly 3wkly 4wkly 6wkly "
    "qds tds",
    "PW": "pw p/w pd pcm",
    "START": "starting beginning commencing starts commences begins effective",
    "AGO": "ago earlier",
    "OTHER": "other alternate alternating second third",
    "SAME": "same",
    "ROW": "row trot",
    "CONSEC": "consecutive successive running",
    "END": "end ends",
    "EARLY": "early mid late middle start beginning",
    "OLD": "old olds pregnant gestation premature",
    "APOS": "' \u2019 \u2018",
    "AGED": "aged age under turns turn turning turned",
    "FEW": "few several some",
    "APPROX": (
        "least minimum maximum most about around approximately roughly up total further whole full another "
        "initial first rest remainder course entire"
    ),
    "PERIOD": "period",
    "NO": "no not",
    "LATER": "later",
    "THAN": "than",
    "PRIOR": "prior ahead advance",
    "ORD": "first second third fourth fifth sixth",
    "MERIDIEM": "am pm",
    "NOON": "noon midday midnight",
    "OCLOCK": "o'clock oclock",
    "QUARTER": "quarter",
    "DUE": "due deadline",
    "AFTER": "after following",
    "WORDNUM": (
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "eighteen twenty thirty forty fifty sixty ninety"
    ),
    "COUPLE": "couple dozen",
    "WLETTER": "w",
    "WC": "w/c wc",
    "BREAK": ": | ( ) . ",
    "EVENT": (
        "meeting mtg mtgs appointment appt visit session contact assessment move birthday placement baby interview "
        "conversation group supervision transition"
    ),
    "REVIEW": (
        "review conference panel court hearing discharge birth rcpc icpc cpc cg marac taf tac pep lpm fgc "
        "trial sentencing release handover tribunal"
    ),
    "EVMOD": (
        "cin cp lac cla core group child protection case care pathway statutory initial multi agency multi- "
        "agency strategy family review planning legal professionals network final pep ehcp annual cpa team "
        "midway midpoint adult safeguarding s47 support placement hospital clinic dental medical school "
        "parents family's consultant supervision home delivery contract monitoring provider"
    ),
    "SINGLE": "single",
    "ORDER": "order orders licence sentence tenancy pregnancy apprenticeship stay remand",
}
SHAPES = (
    "DAYNUM",
    "BIGNUM",
    "YEAR",
    "ORDNUM",
    "DATE",
    "SLASHDAY",
    "CLOCK",
    "DECCLOCK",
    "GLUED",
    "GLUEDHOUR",
    "XNUM",
    "NUMX",
    "MONTH",
    "MAYBE",
    "GAP",
)
CHARS = {name: chr(0x100 + place) for place, name in enumerate((*LISTS, *SHAPES))}
