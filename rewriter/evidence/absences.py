"""Where what is wanted is only that something is not: stop, not, no more, to be free of.

Source: 003 outcomes, "Outcomes" ("stated in the positive"); 004 LIAP, "S = Specific". A level of sobriety that a test
shows is a measure there, not an absence. The lists are practice judgement.
"""

from collections.abc import Iterator
from functools import cache

from rewriter.amounts.reader import AmountKind
from rewriter.evidence.asides import clause_words, outside_ask, question_words, round_bracket_words, sentence_end
from rewriter.inflection import forms
from rewriter.lexicon import Lexicon, phrases
from rewriter.plan import Act, Counted, Due, Mood, Reading, Setting

__all__ = ["absences"]

_STOPPING = phrases("""
    stop, avoid, prevent, refrain, cease, desist, eliminate, eradicate, discontinue, put an end to, put a stop to
""")
_NEGATIVE = frozenset(_STOPPING) | {"abstain from", "quit", "give up", "keep from", "keep away from", "curb"}
_ABSENCES = phrases("""
    no longer, no further, no more, no repeat, no new, not any, never again, free of, free from, not be exposed,
    not exposed, without any further, none, zero, no one, nobody, to be absent, absence of, an end to
""")
_WORRIES = phrases("""
    carry on, carries on, kick off, kicks off, happen again, violent, hurt, hit, escalate, angry, abuse, dv, violence,
    start again, get worse, lose, harm, upset, come back, become aggressive, aggressive, relapse, offend, incidents,
    incident, attack, arguments, row, rows
""")
# What stands after "free of" as a level that a test or a look shows is no absence of harm: 003 counts it as a measure.
_LEVELS = frozenset(
    "alcohol drugs smoke substances clutter illicit substance cannabis damp hazards nits lice mould".split()
)
# These are withdrawn, not hoped to end: "contact to stop if ...".
_WITHDRAWN = frozenset(
    "contact visits sessions payments services funding package service support placement medication".split()
)
_NO_ABSENCE = frozenset(
    "later than less fewer more earlier sooner one need cause reason excuse problem matter doubt change other "
    "fault pressure . reply "
    "answer , ) ? -".split()
)
_SPARED = frozenset("is or / says there not".split())
_NOTHING = frozenset("none zero nil".split())
_FALLING = frozenset("down reduced reduce drop drops fall falls from cut lowered".split())
_WANTED = frozenset("for to be of is : = target".split())
_NEGATIONS = frozenset("not never no don't doesn't dont doesnt isn't won't wont stop stops can't cant cannot".split())
_CANNOT = frozenset("can't cant cannot couldn't".split())
_PRESENT = frozenset("does do doesn't don't is are isn't aren't".split())
_AS_THINGS_ARE = frozenset("now currently present moment yet because".split())
_ASKS_TO_STOP = frozenset({"to", "will", "must", "should", "2", "shall", "and", "&", "", ":", "-", "\n"})
_NOT_A_VERB = frozenset("- sign ' )".split())
_MEASURED_SO = frozenset("far much long many as".split())
_DENIALS = frozenset("doesn't don't does do".split())
_INSIDE = (Setting.CONDITION, Setting.CONSEQUENCE, Setting.REASON)

_Places = dict[int, tuple[int, int]]


@cache
def _lexicon() -> Lexicon:
    return Lexicon({"stop": tuple(form for verb in _STOPPING for form in forms(verb)), "absence": _ABSENCES})


@cache
def _worries() -> Lexicon:
    return Lexicon({"worry": _WORRIES})


def absences(reading: Reading) -> tuple[tuple[int, int], ...]:
    """Give the word ranges (end exclusive) at which the wanted state is only an absence, in order, without overlap.

    Conditions, reasons, histories, gaps and round brackets are left out; so is a purpose, where the ask beside it
    is dated and counted.
    """
    purpose = clause_words(reading, (Setting.PURPOSE,))
    worked_out = reading.timescale.due is Due.DATED and reading.measure.counted is Counted.FULLY
    skipped = outside_ask(reading, _INSIDE) | round_bracket_words(reading) | question_words(reading)
    skipped |= purpose if worked_out else frozenset()
    places: _Places = {
        act.verb: _place(reading, act) for act in reading.acts if act.verb not in skipped and _is_negative(reading, act)
    }
    for first, last in _other_absences(reading, skipped):
        if first not in skipped and not any(begin <= first < end for begin, end in places.values()):
            places[first] = first, min(last + 2, sentence_end(reading, first))
    if not places and not worked_out:
        worried = _worried_purpose(reading, purpose)
        if worried is not None:
            places[worried[0]] = worried
    return tuple(sorted(places.values()))


def _is_negative(reading: Reading, act: Act) -> bool:
    """Whether an act asks that something be not done or not be so."""
    if act.setting is Setting.CONTENT:
        return act.negated and (act.mood is Mood.ASKED or _is_vouched_for(reading, act))
    if act.setting is Setting.PURPOSE:
        return "negative" in act.classes or act.lemma in _NEGATIVE
    if act.setting is not Setting.MAIN or act.mood is Mood.ALLOWED:
        return False
    if act.mood is Mood.TOLD:
        return act.negated and bool(act.actors) and _is_present_habit(reading, act)
    if act.negated:
        return _denies(reading, act)
    if not act.actors and not _WITHDRAWN.isdisjoint(reading.keys[act.subject_first : act.verb]):
        return False
    return act.lemma in _NEGATIVE or (act.lemma == "end" and not act.actors)


def _is_vouched_for(reading: Reading, act: Act) -> bool:
    return any(other.sentence == act.sentence and "guarantee" in other.classes for other in reading.acts)


def _denies(reading: Reading, act: Act) -> bool:
    words = reading.words
    if act.verb and words[act.verb - 1].key == "no":  # "no processed food", read as an act
        return _is_absence(reading, act.verb - 1, act.verb)
    ahead = reading.keys[act.verb : act.verb + 5]
    if "no" in ahead and "than" in ahead:
        return False  # "has no more than 2 falls"
    return "be able" not in act.carrier


def _is_present_habit(reading: Reading, act: Act) -> bool:
    """Whether a statement says how things are to be ("Dad does not drink at home"), and not how they are now."""
    keys = set(reading.keys[act.subject_first : act.last])
    if not keys & _PRESENT or keys & _AS_THINGS_ARE:
        return False
    return act.inherited or not any(other.verb < act.verb and other.mood is Mood.ASKED for other in reading.asks)


def _place(reading: Reading, act: Act) -> tuple[int, int]:
    first = act.verb
    while first > act.subject_first and reading.words[first - 1].key in ("not", "never", "no", "longer", "to", "be"):
        first -= 1
    return first, min(act.last, act.verb + 3)


def _other_absences(reading: Reading, skipped: frozenset[int]) -> Iterator[tuple[int, int]]:
    """The absences that stand outside the acts read: after a guarantee, as a noun phrase, after "and does"."""
    words = reading.words
    for act in reading.asks:
        if "guarantee" in act.classes and act.verb not in skipped:
            span = range(act.verb, sentence_end(reading, act.verb))
            yield from ((n, n + 1) for n in span if words[n].key in ("not", "never", "nobody") and n not in skipped)
    verbs = {act.verb for act in reading.acts}
    for term in reading.terms(_lexicon()):
        if term.tag == "absence":
            hoped = _is_absence(reading, term.first, term.last)
        else:
            hoped = term.first not in verbs and _is_asked_to_stop(reading, term.first)
        if hoped:
            yield term.first, term.last
    for amount in reading.amounts:
        hoped = amount.kind is AmountKind.ZERO and not amount.of.startswith("problem")
        if hoped and _is_absence(reading, amount.first, amount.last):
            yield amount.first, amount.last
    yield from _denied_habits(reading)
    for n in range(1, len(words) - 1) if "not" in reading.keys else ():
        if words[n].key == "not" and words[n - 1].key == "by" and words[n + 1].key.endswith("ing"):
            yield n, n + 2  # "by not answering the door"


def _denied_habits(reading: Reading) -> Iterator[tuple[int, int]]:
    """Each "does not ..." after an ask in the same sentence: "stays away and does not go to her street"."""
    words = reading.words
    if _DENIALS.isdisjoint(reading.keys):
        return
    for n in range(1, len(words) - 1):
        denies = words[n].key in ("doesn't", "don't") or (words[n].key in ("does", "do") and words[n + 1].key == "not")
        if denies and words[n - 1].key in ("and", "but", ",", "&"):
            first = next((first for first, last in reading.sentences if first <= n < last), 0)
            if any(first <= act.verb < n for act in reading.asks):
                yield n, n + 1


def _is_asked_to_stop(reading: Reading, index: int) -> bool:
    """Whether "stop" is what somebody is to do: after a modal, a name or "2", or at the head of a line."""
    words = reading.words
    key, before = words[index].key, words[index - 1].key if index else ""
    if key.endswith(("ed", "s")):
        return key.endswith("ed") and before in ("be", "and") and index > 1 and words[index - 2].key == "to"
    follows = words[index + 1].key if index + 1 < len(words) else ""
    return before in _ASKS_TO_STOP and follows not in _NOT_A_VERB


def _is_absence(reading: Reading, first: int, last: int) -> bool:
    """Whether "no more", "none" or "free of" at this place is what is hoped for."""
    words = reading.words
    key = words[first].key
    if last >= len(words):
        return key in _NOTHING
    before = words[first - 1].key if first else ""
    follows = words[last].key
    if key == "0":
        return False
    if key == "free":
        return _LEVELS.isdisjoint(reading.keys[max(0, first - 1) : last + 4])
    if key in _NOTHING:
        falls = before == "to" and first > 1 and words[first - 2].key in _FALLING
        return before in _WANTED and follows != "of" and not falls
    if key == "no" and last - first == 2:
        return follows != "than"
    if key == "no":
        return follows not in _NO_ABSENCE and before not in _SPARED and not _is_told(reading, first)
    return key != "not" or last - first > 1


def _is_told(reading: Reading, index: int) -> bool:
    return any(
        act.mood is Mood.TOLD and act.setting is Setting.MAIN and act.subject_first <= index < act.last
        for act in reading.acts
    )


def _worried_purpose(reading: Reading, purpose: frozenset[int]) -> tuple[int, int] | None:
    """A purpose that only names the bad thing that is not to come: "so things don't kick off"."""
    words = reading.words
    so = next(
        (n for n in range(len(words) - 2, -1, -1) if words[n].key == "so" and words[n + 1].key not in _MEASURED_SO),
        None,
    )
    if so is not None:
        purpose |= frozenset(range(so + 1, sentence_end(reading, so)))
    denied = next((n for n in sorted(purpose) if words[n].key in _NEGATIONS), None)
    if denied is None:
        return None
    if reading.words[denied].key in _CANNOT:
        return denied, min(denied + 2, len(reading.words))  # "so his son can't take any more"
    worries = (term for term in reading.terms(_worries()) if term.first in purpose and term.first > denied)
    return next(((denied, term.last) for term in worries), None)
