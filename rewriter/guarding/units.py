"""The words of values, as data: units, paces, parts of the day, seasons, coins and bounds."""

from rewriter.amounts.counting import MONEY
from rewriter.amounts.words import NUMBER_WORDS
from rewriter.guarding import calendar
from rewriter.guarding.alike import stem

__all__ = [
    "COIN",
    "DOSES",
    "EVERY",
    "FREE",
    "HIGHEST",
    "LENGTH_BEFORE",
    "LONG",
    "LOWEST",
    "NOON",
    "NUMBERED",
    "ONCE",
    "OPENING",
    "ORDINALS",
    "PACES",
    "PARTS",
    "POINTING",
    "PRESCRIBED",
    "RISING",
    "SAME_SEASON",
    "SAME_UNITS",
    "SEASONS",
    "TENS",
    "TIMES",
    "UNITS",
    "WHOLE",
    "measure",
    "ordinal_of",
]

UNITS = {
    form: unit
    for unit, forms in {
        "minute": "minute minutes min mins",
        "hour": "hour hours hr hrs h",
        "day": "day days d",
        "night": "night nights",
        "week": "week weeks wk wks w",
        "fortnight": "fortnight fortnights",
        "month": "month months mth mths",
        "quarter": "quarter quarters",
        "year": "year years yr yrs y",
    }.items()
    for form in forms.split()
}
PACES = {
    "daily": ("hours", 24.0), "nightly": ("hours", 24.0), "weekly": ("hours", 168.0), "fortnightly": ("hours", 336.0),
    "hourly": ("hours", 1.0), "monthly": ("months", 1.0), "quarterly": ("months", 3.0), "wkly": ("hours", 168.0),
    "hrly": ("hours", 1.0), "mthly": ("months", 1.0), "fn": ("hours", 336.0), "annually": ("months", 12.0),
    "annual": ("months", 12.0), "yearly": ("months", 12.0), "termly": ("term", 1.0), "pw": ("hours", 168.0),
    "biweekly": ("hours", 336.0), "bimonthly": ("months", 2.0), "pd": ("hours", 24.0), "pcm": ("months", 1.0),
    "qds": ("hours", 24.0), "tds": ("hours", 24.0), "bd": ("hours", 24.0), "bds": ("hours", 24.0),
}  # fmt: skip
PRESCRIBED = {7.0: "day", 12.0: "month"}  # "3/7" may be three days, "6/12" six months
NUMBERED = frozenset("week wk month day period session stage phase step year no number".split())  # "week 3"
DOSES = {"bd": 2.0, "bds": 2.0, "tds": 3.0, "qds": 4.0}  # times a day, as a prescription has them
PARTS = {
    "morning": "morning", "mornings": "morning", "afternoon": "afternoon", "afternoons": "afternoon",
    "evening": "evening", "evenings": "evening", "night": "night", "nights": "night", "bedtime": "night",
    "nightly": "night", "tonight": "night",
    "2nite": "night", "tonite": "night", "eve": "evening", "eves": "evening",
    "lunchtime": "midday", "lunchtimes": "midday", "lunch": "midday",
    "am": "morning", "pm": "pm", "weekend": "weekend", "weekends": "weekend", "wkend": "weekend",
    "wkends": "weekend",
}  # fmt: skip
SEASONS = frozenset(
    "easter christmas xmas hols ramadan eid diwali summer autumn spring winter halloween half-term term today tomorrow "
    "yesterday holiday holidays birthday".split()
)
SAME_SEASON = {"hols": "holiday", "xmas": "christmas", "holidays": "holiday"}
EVERY = frozenset("every each any per a an".split())
WHOLE = frozenset("working school sch calendar full whole consecutive clear business".split())  # "6 sch wks"
LENGTH_BEFORE = frozenset(
    "within in for after of over next last past another least most about around nearly than until up to half".split()
)
TIMES = frozenset("times time x occasions".split())
ONCE = {"once": 1.0, "twice": 2.0, "thrice": 3.0}
SAME_UNITS = {
    stem(form): unit
    for unit, forms in {
        "m": "metre metres meter meters m", "km": "kilometre kilometres km",
        "kg": "kilo kilos kilogram kilograms kg kgs",
        "g": "gram grams g", "lb": "lb lbs pound", "l": "litre litres l", "ml": "ml millilitre millilitres",
        "cm": "cm centimetre centimetres", "second": "second seconds sec secs", "mile": "mile miles",
    }.items()
    for form in forms.split()
}  # fmt: skip
_BASES = {"cm": ("m", 0.01), "km": ("m", 1000.0), "g": ("kg", 0.001), "ml": ("l", 0.001)}  # 100 cm are 1 m
ORDINALS = tuple(
    "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
    "seventeenth eighteenth nineteenth twentieth".split()
)
COIN = {"pound": 1.0, "pounds": 1.0, "quid": 1.0, "gbp": 1.0, "p": 0.01, "pence": 0.01, "penny": 0.01}
LOWEST = frozenset("least minimum min".split())
HIGHEST = frozenset("most maximum max".split())
RISING = frozenset("go goes going went gone rise rises move moves back come came comes bring brings get gets".split())
TENS = frozenset("twenty thirty forty fifty sixty seventy eighty ninety".split())
NOON = 720
FREE = frozenset(("999", "101", "111"))  # numbers that anybody may ring are nobody's facts
POINTING = frozenset("last next this that each every past first other more".split())  # "3 out of 5 last wk"
LONG = frozenset("long longer short shorter medium mid".split())  # "long-term sick leave"
OPENING = calendar.OPENING.union(
    (*NUMBER_WORDS, *MONEY, *ONCE, *ORDINALS, *EVERY, *PACES, *PARTS, *SEASONS),
    "quarters / alternate fortnight weekday weekdays schooldays half-termly month couple".split(),
)
"""The words with which a value can begin, beside figures and "x3"."""


def measure(value: float, said: str) -> tuple[str, object]:
    """Give the key of a quantity in the unit as written: 500 of "ml" is half a litre."""
    unit = SAME_UNITS.get(stem(said), stem(said))
    base, size = _BASES.get(unit, (unit, 1.0))
    return "measure", (round(value * size, 6), base)


def ordinal_of(key: str) -> float | None:
    """Give the number of an ordinal from the third on, or None: 3 for "third" and "3rd"."""
    if key in ORDINALS:
        return float(ORDINALS.index(key) + 3)
    digits = key[:-2]
    return float(digits) if key[-2:] in ("rd", "th") and digits.isdecimal() and len(digits) < 3 else None
