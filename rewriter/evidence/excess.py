"""More than "good enough": what no reasonable parent or carer of such a child would be held to.

Source: 003 outcomes, "Achievable and Realistic" (the care that could reasonably be expected of a parent of a similar
child). Which words and hours pass that line is practice judgement.
"""

from functools import cache
from itertools import pairwise

from rewriter.amounts.counting import value_of
from rewriter.amounts.reader import Amount, AmountKind
from rewriter.evidence.paces import is_daily
from rewriter.lexicon import Lexicon, phrases
from rewriter.plan import Act, Mood, Reading
from rewriter.timing.reader import TimeKind

__all__ = ["excess_in"]

_PERFECT = phrases(
    """
    spotless, immaculate, pristine, flawless, faultless, show home, showhome, showroom, show house,
    not a thing out of place, nothing out of place, hospital corners, organic, perfect, perfectly, gold standard,
    nothing frozen, no processed food, never a crumb, all clothes ironed, everything ironed, ironed incl,
    no toys left out, sit up awake, stay awake all night, stays awake all night, awake all night,
    sits up all night, sit up all night, no screens in the house, no screens at all, no television at all,
    no sugar ever, no sugar at all, no junk food ever, hotel standard, like a hotel, gleaming, every waking hour,
    every waking moment, every minute of the day, out of his sight, out of her sight, out of their sight,
    never leave his side, never leave her side, never leave their side, dust free, germ free, sterile,
    no mess ever, no mess at all, not one toy, not a single toy, not a single dish, without a single, model parent,
    perfect parent, super clean, home made bread, homemade bread, bake every, all bedding daily, bedding every day,
    bedding washed daily, sheets every day, sheets daily, only ever eat, no ready meals ever,
    no ready meals at all, gourmet, five fruit and veg at every meal, designer, always smile, always be smiling,
    endlessly patient, endless patience, before anything else, before everything else, above all else, every toy,
    walls washed, limitless, always happy, always calm, always patient, always be patient, always be calm,
    never lose patience, never lose his temper, never lose her temper, never tired, never be tired, never be cross,
    never cross, never sad, never cry, never say no, never disagree, never argue, never look
    """
)
_FEELINGS = frozenset(
    "disagree voice voices fed cross sad cry tired frown sigh argue bicker moan grumpy stressed upset annoyed "
    "irritated swear".split()
)
_EVER = frozenset(("never", "ever"))
_SCRATCH = ("from scratch", "from fresh", "fresh meals", "freshly cooked", "home cooked", "homemade", "home made")
_CLEANING = frozenset("mop hoover vacuum scrub polish bleach disinfect dust iron steam wash clean launder".split())
_WHOLE = frozenset("every whole entire all twice everything each pm".split())
_TAUGHT = frozenset(
    "play floor read reading tutor tutors tutoring teach teaching phonics homework practise practice lessons "
    "study revision maths spelling flash "
    "educational learning activity activities museum one-to-one 1:1 attention quality time craft crafts exercises "
    "therapy".split()
)
_HOURS = frozenset("hours hrs hour hr".split())


@cache
def _lexicon() -> Lexicon:
    return Lexicon({"perfect": _PERFECT, "scratch": _SCRATCH})


def excess_in(reading: Reading) -> tuple[int, int] | None:
    """Give the words (end exclusive) that ask for more than good enough care, or None."""
    words = reading.words
    told = [(act.subject_first, act.last) for act in reading.acts if act.mood is Mood.TOLD]
    daily = [time for time in reading.times if time.kind is TimeKind.FREQUENCY and is_daily(words, time)]
    a_day = bool(daily) or (
        "day" in reading.keys and any(key in ("a", "per") and after == "day" for key, after in pairwise(reading.keys))
    )
    for term in reading.terms(_lexicon()):
        if any(first <= term.first < last for first, last in told) or _is_denied(reading, term.first):
            continue
        if term.tag == "perfect" or a_day:
            return term.first, term.last
    for act in reading.asks:
        found = _never_human(reading, act) or _cleans_all(reading, act, a_day=a_day)
        if found:
            return found
    return _hours_a_day(reading, a_day=a_day)


def _is_denied(reading: Reading, first: int) -> bool:
    """ "It does not have to be spotless" asks for less, not more."""
    before = reading.keys[max(0, first - 6) : first]
    return (
        ("not" in before and bool({"have", "need", "expected", "be"} & set(before)))
        or "needn't" in before
        or "without" in before
    )


def _never_human(reading: Reading, act: Act) -> tuple[int, int] | None:
    """ "Never to raise their voices, disagree or look fed up": what everybody does at times."""
    words = reading.words
    start = max(0, act.verb - 4)
    if _EVER.isdisjoint(reading.keys[start : act.last]):
        return None
    hit = next((n for n in range(start, act.last) if words[n].key in _FEELINGS), None)
    return None if hit is None else (act.verb, hit + 1)


def _cleans_all(reading: Reading, act: Act, *, a_day: bool) -> tuple[int, int] | None:
    if not a_day or act.lemma not in _CLEANING:
        return None
    keys = set(reading.keys[act.verb : min(act.last, act.verb + 9)])
    whole = keys & _WHOLE and keys & {
        "floor",
        "floors",
        "house",
        "home",
        "room",
        "rooms",
        "walls",
        "bedding",
        "windows",
        "surfaces",
        "twice",
        "curtains",
        "toys",
    }
    return (act.verb, min(act.last, act.verb + 4)) if whole else None


def _times_a_day(reading: Reading, amount: Amount) -> float:
    """How often a day, where that is said near: "an hour, three times a day"."""
    words = reading.words
    for n in range(amount.last, min(amount.last + 10, len(words) - 3)):
        if (
            words[n + 1].key == "times"
            and words[n + 2].key in ("a", "per", "each", "every")
            and words[n + 3].key == "day"
        ):
            return value_of(words[n].key) or 1.0
        if words[n].key == "twice" and words[n + 1].key in ("a", "per", "each", "every") and words[n + 2].key == "day":
            return 2.0
    return 1.0


def _hours_a_day(reading: Reading, *, a_day: bool) -> tuple[int, int] | None:
    """Two hours or more of teaching or play, day after day."""
    if not a_day:
        return None
    for amount in reading.amounts:
        if (
            amount.value is None
            or amount.value * _times_a_day(reading, amount) < 2
            or amount.kind not in (AmountKind.MEASURE_UNIT, AmountKind.RATE, AmountKind.COUNT)
        ):
            continue
        if amount.of in _HOURS or not _HOURS.isdisjoint(reading.keys[amount.first : amount.last]):
            near = set(reading.keys[max(0, amount.first - 8) : amount.last + 10])
            if near & _TAUGHT and not near & {"school", "college", "nursery", "work", "contact", "placement"}:
                return amount.first, amount.last
    return None
