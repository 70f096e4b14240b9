"""What kind of ask an ask is: a theme, a wish, an option, or an act that could be seen."""

from collections.abc import Sequence

from rewriter.evidence.places import between
from rewriter.evidence.reviews import review_words
from rewriter.evidence.vagueness import vague_verbs
from rewriter.plan import Act, Mood, Reading
from rewriter.rules.specific.cliche_or_universal import cliches
from rewriter.timing.reader import TimeKind

__all__ = [
    "is_aside",
    "is_theme",
    "is_unwanted",
    "is_wish",
    "names_countable_area",
    "own_asks",
    "rests_on_undefined_word",
]

_BEING = frozenset("have be live make stay remain keep get lead become enjoy grow".split())
# Vague or plain by what they are done to.
_SEEN_BY_OBJECT = frozenset(("look", "look at"))
_WISHES = frozenset("want wish hope like".split())
# Verbs that do something only if their object does: "use the card", but "use consistent routines".
_EMPTY_VERBS = frozenset(
    "provide give maintain keep continue show use have set follow create put establish offer".split()
)
_ABSTRACT = frozenset(
    "support routines routine boundaries commitment care environment opportunities dignity independence relationship "
    "relationships stability consistency parenting standards engagement lifestyle identity wellbeing resilience "
    "confidence behaviour conditions awareness insight responsibility skills safety structure guidance strategies "
    "encouragement advice priority contact communication attachment warmth stimulation choices".split()
)
_UNDEFINED = frozenset("acceptable adequate suitable reasonable satisfactory spotless".split())
_OBJECT_ENDS = frozenset(", . ; | - to for with at in on by so if when from around about of".split())
_COUNTABLE = frozenset(
    "attendance punctuality lateness absences weight attendances timekeeping exclusions contacts".split()
)


def is_theme(act: Act, reading: Reading) -> bool:
    """Whether an ask names a theme or a state of mind rather than an act: "engage", "promote", "feel safer"."""
    if "mental" in act.classes and act.lemma not in _WISHES:
        return True
    if _is_concrete(act, reading):
        return False
    if "mental" in act.classes:
        return True
    if act.lemma in _SEEN_BY_OBJECT:
        return act.verb in reading.once(_emptied)
    if "vague" in act.classes and not act.classes & {"once", "habit", "change"}:
        return True
    if act.verb in reading.once(_emptied):
        return True
    if act.lemma in _BEING and any(act.verb <= first < act.verb + 5 for first, _ in reading.once(cliches)):
        return True  # "have a happy childhood", "stay on the straight and narrow"
    return act.lemma in _EMPTY_VERBS and _is_abstract(act, reading)


def _emptied(reading: Reading) -> frozenset[int]:
    """The verbs that say nothing here, whatever they may say elsewhere: "offer guidance", "put strategies in place"."""
    return frozenset(first for first, _ in reading.once(vague_verbs))


def _is_abstract(act: Act, reading: Reading) -> bool:
    stop = min([act.last, *(time.first for time in reading.times if act.verb < time.first)])
    stop = next((n for n in range(act.verb + 1, stop) if reading.words[n].key in _OBJECT_ENDS), stop)
    keys = [word.key for word in reading.words[act.verb + 1 : stop] if word.key[0].isalpha()]
    return bool(keys) and (keys[-1] in _ABSTRACT or (len(keys) > 2 and keys[-3] in _ABSTRACT))


def _is_concrete(act: Act, reading: Reading) -> bool:
    """Whether amounts make even a vague verb an act: "improve attendance to 100%"."""
    times = [t for t in between(reading.times, act.subject_first, act.last) if t.kind is not TimeKind.FREQUENCY]
    return any(
        amount.value is not None and not any(time.first <= amount.first < time.last for time in times)
        for amount in between(reading.amounts, act.verb, act.last)
    )


def names_countable_area(reading: Reading, themes: Sequence[Act]) -> bool:
    """Whether an aim has a countable area, such as attendance, which is enough for S (002 Halton, Example 1)."""
    return any(
        ("improve" in act.lemma or "change" in act.classes)
        and not _COUNTABLE.isdisjoint(reading.keys[act.verb : act.last])
        for act in themes
    )


def is_aside(act: Act) -> bool:
    """Whether an ask is only allowed: "Tom can ring the line"."""
    return act.mood is Mood.ALLOWED


def is_wish(act: Act) -> bool:
    """Whether an act only says what is to stop or to be so, and is nothing that its subject does."""
    return (
        act.negated or bool(act.classes & {"negative", "mental"}) or act.lemma in ("be", "live", "see", "hear", "have")
    )


def is_unwanted(act: Act) -> bool:
    """Whether an ask names only what is not to be done, again and again."""
    return act.negated and bool(act.classes & {"habit", "negative"} or not act.classes)


def rests_on_undefined_word(reading: Reading) -> bool:
    """Whether the asks rest on a word that people read differently: "acceptable", "suitable"."""
    if any(act.lemma == "accept" and act.last - act.verb <= 3 for act in reading.asks):
        return True
    if not _UNDEFINED.isdisjoint(reading.keys):
        return True
    enough = [n for n, key in enumerate(reading.keys) if key == "enough"]
    return any(not between(reading.amounts, n - 6, n) for n in enough)  # "4 nights in 5 is enough" says how much


def own_asks(reading: Reading) -> list[Act]:
    """The asks that are neither an option nor only say who looks at it at a review."""
    looked_at = reading.lasting(review_words)
    return [
        act
        for act in reading.asks
        if not is_aside(act) and not (act.verb in looked_at and not act.has_single_holder and len(reading.asks) > 1)
    ]
