"""How far one act could be told done: by a number, a rhythm, a plain act, or not at all.

Source: 002 Halton ("Measurable", Example 3); 000 spotlight ("How do I know if I have reached my goal?"). The order of
the tests, and the lists, are practice judgement.
"""

from collections.abc import Sequence
from itertools import pairwise

from rewriter.amounts.reader import Amount, AmountKind
from rewriter.evidence.done import is_of_a_theme, plainly_done
from rewriter.evidence.paces import is_daily
from rewriter.evidence.places import between
from rewriter.evidence.targets import absence_of_use, full_levels
from rewriter.inflection import forms
from rewriter.people import PartyKind
from rewriter.plan import Act, Counted, Due, Reading, Setting
from rewriter.sentences.grammar import verb_at
from rewriter.timing.reader import Time, TimeKind

__all__ = ["NUMBERS", "ZEROS", "compares_over_time", "judge_deed"]

NUMBERS = frozenset(
    {
        AmountKind.COUNT,
        AmountKind.RATE,
        AmountKind.PERCENTAGE,
        AmountKind.SCORE,
        AmountKind.SHARE,
        AmountKind.MEASURE_UNIT,
    }
)
"""The kinds of amount that a number makes."""
ZEROS = frozenset("none 0 zero nil".split())
"""Zero spelt out, so that what is not to happen is counted."""
# What "every" and "all" say about these is not a level of anybody's behaviour.
_NOT_LEVELS = frozenset("both full".split())
_FIRM_NUMBERS = NUMBERS - {AmountKind.COUNT}
_WITHOUT_END = frozenset({Due.NO_END, Due.NOTHING, Due.OPEN_ENDED, Due.OPEN_ENDED_HABIT})
_CAUSING = frozenset("make get persuade convince have force".split())
_STANDARDS = frozenset(
    "acceptable appropriate adequate suitable reasonable consistent good satisfactory proper spotless tidy "
    "immaculate safe".split()
)
_FAMILY = frozenset(
    "child children boys girls kids boy girl twins siblings family three week month day morning evening night".split()
)
_WINNING = frozenset("secure access achieve establish source find obtain gain".split())
_WON = frozenset(
    "tenancy flat place job grant placement appointment diagnosis funding visa bed accommodation licence "
    "qualification certificate award".split()
)
# Done once in other asks, but day after day where somebody vouches that it is done.
_AGAIN = frozenset("get make leave see meet give check show".split())
_LEFT_OPEN = frozenset("when where needed required necessary appropriate if".split())

# Whether these happened can be told by anybody who was there.
_PLAIN_ACTS = frozenset(
    "go come ring text phone call message email visit enter drive hit kick punch slap smack push shout swear".split()
)
_PLAIN_DOINGS = frozenset(form for verb in _PLAIN_ACTS for form in forms(verb) if form.endswith("ing"))


def judge_deed(reading: Reading, act: Act, amounts: Sequence[Amount], times: Sequence[Time], due: Due) -> Counted:
    """Judge one ask with the amounts and times that stand in it."""
    kinds = {amount.kind for amount in amounts}
    if "mental" in act.classes or (not kinds & NUMBERS and any(_is_as_needed(reading, time) for time in times)):
        # a state of mind counts by a number alone, and so does what is done "as and when"
        return Counted.FULLY if kinds & NUMBERS and "learn" not in act.lemma else Counted.NOT
    vague = "vague" in act.classes and not act.classes & {"once", "habit"}
    if vague and kinds & NUMBERS and AmountKind.SCORE not in kinds and is_of_a_theme(reading, act):
        return Counted.NOT  # "improve his behaviour by 50%": a number on what cannot be counted
    numbers = kinds & (_FIRM_NUMBERS if vague else NUMBERS)
    if numbers and any(amount.kind in numbers and amount.of not in _NOT_LEVELS for amount in amounts):
        endless = numbers == {AmountKind.RATE} and due in _WITHOUT_END and not _is_brought_to(reading, amounts)
        return (
            Counted.IN_PART if endless and not any(is_daily(reading.words, time) for time in times) else Counted.FULLY
        )
    if _is_absence(reading, act) or any(
        a.kind is AmountKind.ZERO and reading.words[a.first].key in ZEROS for a in amounts
    ):
        return Counted.FULLY
    if full_levels(reading, act.subject_first, act.last):
        return Counted.FULLY
    brought_about = _brought_about(reading, act)
    if brought_about:
        return (
            Counted.NOT if "mental" in brought_about else Counted.FULLY if "once" in brought_about else Counted.IN_PART
        )
    if AmountKind.ZERO in kinds or _wants_an_absence(reading, act):
        return _judge_absence(reading, act, due, vague=vague)
    by_doing = vague and _shows_by_doing(reading, act)
    if by_doing:
        times = between(reading.times, act.verb + 1, reading.sentences[act.sentence][1])
    often = [time for time in times if time.kind is TimeKind.FREQUENCY]
    if often and (not vague or by_doing):
        return (
            Counted.FULLY
            if due is Due.DATED or any(is_daily(reading.words, time) for time in often)
            else Counted.IN_PART
        )
    if AmountKind.CLOCK_LEVEL in kinds and not vague:
        return Counted.FULLY
    if act.lemma in _WINNING and not _WON.isdisjoint(reading.keys[act.verb : act.last]):
        return Counted.FULLY if due is Due.DATED else Counted.IN_PART
    if vague:
        return (
            Counted.IN_PART
            if due in (Due.DATED, Due.UNDATED_EVENT) and compares_over_time(reading, act)
            else Counted.NOT
        )
    if not _is_of_a_named_list(reading, act) and any(
        a.kind is AmountKind.LEVEL
        and a.of not in _FAMILY
        and reading.words[a.first].key in ("all", "every", "each", "any")
        for a in amounts
    ):
        return Counted.IN_PART
    if _rests_on_a_standard(reading, act):
        return Counted.NOT
    return plainly_done(reading, act, times, due)


def _is_brought_to(reading: Reading, amounts: Sequence[Amount]) -> bool:
    """Whether a rate is the level something is to come to ("down to 1 a month"), and not how often to do it."""
    return any(
        amount.first > 1
        and reading.words[amount.first - 1].key in ("to", "under", "below")
        and reading.words[amount.first - 2].key in ("down", "up", "reduce", "rise", "fall", "drop")
        for amount in amounts
    )


def _is_as_needed(reading: Reading, time: Time) -> bool:
    """Whether a phrase leaves it to somebody's judgement how often: "as and when", "where needed"."""
    return time.kind is TimeKind.VAGUE and not _LEFT_OPEN.isdisjoint(reading.keys[time.first : time.last])


def _is_of_a_named_list(reading: Reading, act: Act) -> bool:
    """ "Key safe, alarm and ramp, all to be fitted": the set that "all" speaks of is named."""
    keys = reading.keys[act.subject_first : act.verb]
    before = reading.words[act.subject_first - 1].key if act.subject_first else ""
    return "all" in keys and (before == "," or any(key in (",", "and", "&", "+") for key in keys))


def _shows_by_doing(reading: Reading, act: Act) -> bool:
    """ "Show commitment by being in on Tuesdays": the means can be counted."""
    keys = reading.keys[act.verb : act.last]
    return "by" in keys and any(a == "by" and b.endswith("ing") for a, b in pairwise(keys))


def _is_absence(reading: Reading, act: Act) -> bool:
    return bool(absence_of_use(reading, act.subject_first, act.last))


def _wants_an_absence(reading: Reading, act: Act) -> bool:
    """Whether something is not to happen, whatever counts as it happening."""
    negative = act.negated or "negative" in act.classes
    return negative or _is_free_of(reading, act) or _vouches_for_absence(reading, act)


def _judge_absence(reading: Reading, act: Act, due: Due, *, vague: bool) -> Counted:
    """Judge what is not to happen: none of it can be counted where it is plain what counts, up to a day."""
    if due is Due.DATED and _is_plain_absence(reading, act):
        return Counted.FULLY
    return Counted.NOT if act.negated and vague else Counted.IN_PART


def _is_plain_absence(reading: Reading, act: Act) -> bool:
    """Whether anybody there could tell what is not to happen: "not go to the flat", "no hitting"."""
    if act.negated and act.setting is Setting.MAIN:
        return act.lemma in _PLAIN_ACTS
    keys = reading.keys[act.verb : act.last]
    return any(key == "no" and follows in _PLAIN_DOINGS for key, follows in pairwise(keys))


def _vouches_for_absence(reading: Reading, act: Act) -> bool:
    """ "Ensure the children are not exposed": zero of something, whoever is to see to it."""
    if "guarantee" not in act.classes:
        return False
    return any(other.setting is Setting.CONTENT and other.negated for other in reading.acts) or any(
        word.key in ("no", "not", "never") for word in reading.words[act.verb : act.last]
    )


def _is_free_of(reading: Reading, act: Act) -> bool:
    keys = reading.keys[act.verb : act.last]
    return "free" in keys and any(a == "free" and b in ("of", "from") for a, b in pairwise(keys))


def _brought_about(reading: Reading, act: Act) -> frozenset[str]:
    """The kind of act that somebody else is to be brought to: "make sure the Home Office decides"."""
    if "guarantee" in act.classes:
        content = next((o for o in reading.acts if o.setting is Setting.CONTENT and o.sentence == act.sentence), None)
        if content is not None:
            lasting = content.negated or content.lemma in _AGAIN
            decided = content.actors and all(party.kind is PartyKind.AGENCY for party in content.actors)
            if decided and not lasting and "vague" not in content.classes:
                return frozenset(("once",))  # "make sure the council offers him a flat": offered or not
            return frozenset() if lasting else content.classes & {"once"}
        start = act.verb + len(act.lemma.split())
        verbs = (verb_at(reading.words, index, act.last) for index in range(start + 1, min(start + 7, act.last)))
        return next(
            (verb.classes & {"once"} for verb in verbs if verb is not None and verb.form == "third"), frozenset()
        )
    if act.lemma not in _CAUSING:
        return frozenset()
    after = between(reading.parties, act.verb + 1, act.verb + 4)
    if not after:
        return frozenset()
    for index in range(after[0].after, min(after[0].after + 5, act.last)):
        verb = verb_at(reading.words, index, act.last)
        if verb is not None and verb.form == "base":
            return verb.classes & {"once", "mental"}
    return frozenset()


def compares_over_time(reading: Reading, act: Act) -> bool:
    """ "Improve her attendance this year": any change counts, but it is a change of something countable."""
    keys = set(reading.keys[act.verb : act.last])
    countable = {
        "attendance",
        "punctuality",
        "lateness",
        "weight",
        "absences",
        "attendances",
        "exclusions",
        "grades",
        "reading",
    }
    return ("improve" in act.lemma and bool(keys & countable)) or ("change" in act.classes and bool(keys & countable))


def _rests_on_a_standard(reading: Reading, act: Act) -> bool:
    return not _STANDARDS.isdisjoint(reading.keys[act.verb + 1 : act.last])
