"""Whether an act without a number is plainly done or not done.

Source: `standards/smart.md`, "Borderline decisions" ("One-off act: M met without a number"); 002 Halton, "Measurable"
and Example 3. The lists are practice judgement.
"""

from collections.abc import Sequence

from rewriter.evidence.places import between
from rewriter.people import PartyKind
from rewriter.plan import Act, Counted, Due, Reading
from rewriter.timing.reader import Time, TimeKind

__all__ = ["STATES", "is_of_a_theme", "plainly_done"]

STATES = frozenset("keep stay remain follow stick maintain do use live".split()) | {"stick to"}
"""Verbs of going on as before, which no one day completes."""
# Done or not done can be told, but not what counts as done, or not whether the need is met (referrals).
_LOOSELY_DONE = frozenset(
    "complete agree refer chase chase up follow up resolve rehouse arrange see apply identify leave raise decide "
    "assess reassess finish prepare put disclose escalate find organise review make let confirm source allocate".split()
) | frozenset(("chase up", "follow up"))
# These stay so with a day: it can be told whether somebody did something, not whether it came to anything.
_LOOSELY_DONE_BY_A_DAY = frozenset("refer rehouse resolve let decide".split())
# Done once when a day is named for it, though they are done again and again without one.
_ON_THE_DAY = frozenset(
    "bring take go come attend visit see meet collect sit drop off hand read play talk weigh".split()
) | {"drop off", "pick up"}
_ONE = frozenset("a an the one this him them it his her their my our your".split())
_MASSES = frozenset(
    "medication meds teeth hair behaviour anger money food alcohol drugs information info help support progress "
    "contact work care mood "
    "health diet sleep boundaries routine routines feelings needs emotions finances distance own best part way "
    "time men women children people kids".split()
)
_BEING = frozenset("be become is are was accept discuss have remain seem look appear being try do".split())
_GETTING_ON = frozenset(
    "out up better on along about more involved ready sorted support help back used over into better".split()
)
_SIT = frozenset("gcse gcses exam exams test tests mock mocks paper papers assessment level sats".split())
# Acts that are plainly done only where they are done to one named thing.
_NEED_A_THING = frozenset("provide give show share disrupt offer put take set raise cover".split())
# To hand one thing to somebody named before it: "give Mum the form".
_HANDED = frozenset("give show offer send lend".split())
_CHOICES = frozenset("whether which if".split())
_TOLD = frozenset("to that whether in".split())  # "confirm to Mum that ...": told or not
_LASTING = frozenset("until till til up".split())  # "until 1 May": again and again up to that day
_TALKING = frozenset("talk speak chat".split())
_PLACES = frozenset("on in out away up under".split())
_THEMES = frozenset(
    "behaviour behaviours confidence engagement relationship relationships wellbeing resilience independence "
    "attitude communication "
    "understanding parenting insight safety quality identity regulation".split()
)


def plainly_done(reading: Reading, act: Act, times: Sequence[Time], due: Due) -> Counted:
    """Judge an act without an amount: plainly done or not done, or not.

    Takes the act, the times that stand in it and when all is due; gives how far it could be told.
    """
    single = _is_single(reading, act)
    if act.carrier == "learn":
        return Counted.NOT
    if any(time.kind is TimeKind.EVENT and time.closed for time in times):
        return Counted.FULLY  # "report it within 24 hours": each time it is done in time or it is not
    placed = reading.keys[act.verb : act.verb + 3] == ("be", "in", "place")
    if not act.classes - {"carrier"} and (due is Due.DATED or placed):
        return _brought_to_be(reading, act, single=single)
    after = act.verb + len(act.lemma.split())
    if act.lemma in ("get", "make") and after < act.last and reading.words[after].key in _GETTING_ON:
        return Counted.NOT
    if "once" in act.classes and (act.lemma not in _NEED_A_THING or act.passive or single):
        loosely = _is_loosely_done(reading, act, due)
        return Counted.IN_PART if loosely or (act.passive and act.lemma in ("move", "provide")) else Counted.FULLY
    if act.lemma == "sit" and not _SIT.isdisjoint(reading.keys[act.verb : act.last]):
        return Counted.FULLY
    if _is_done_by_a_day(reading, act, times):
        return Counted.FULLY
    if "habit" not in act.classes or due is not Due.DATED:
        return Counted.NOT
    if act.lemma in _ON_THE_DAY and (single or any(time.kind is TimeKind.DATE for time in times)):
        return Counted.FULLY
    return Counted.FULLY if single and act.lemma not in STATES else Counted.NOT


def _is_loosely_done(reading: Reading, act: Act, due: Due) -> bool:
    """Whether it can be told whether somebody did something, but not what counts as done."""
    if act.lemma == "decide" and _says_what_to_decide(reading, act):
        return False
    dated, said = due is Due.DATED, reading.keys[act.verb : act.last]
    if act.lemma == "leave":
        return not dated or "alone" in said
    if act.lemma == "confirm" and dated:
        return not said[1:2] or said[1] not in _TOLD
    return act.lemma in (_LOOSELY_DONE_BY_A_DAY if dated else _LOOSELY_DONE)


def _is_done_by_a_day(reading: Reading, act: Act, times: Sequence[Time]) -> bool:
    """Whether what is mostly done again and again is done once here: "talk with Ben by 4 May", "do the form by ..."."""
    by_a_day = any(
        time.kind in (TimeKind.DEADLINE, TimeKind.DATE, TimeKind.WEEKDAY_DEADLINE)
        and reading.keys[time.first] not in _LASTING
        for time in times
    )
    if not by_a_day:
        return False
    following = reading.keys[act.verb + 1 : act.verb + 3]
    if act.lemma == "do":
        return following[:1] in (("the",), ("an",), ("a",)) and following[1:2] not in (("best",), ("work",))
    if act.lemma in _TALKING and following[:1] in (("with",), ("to",)):
        return bool(between(reading.parties, act.verb + 2, act.verb + 3))
    return act.lemma == "put" and not _PLACES.isdisjoint(reading.keys[act.verb + 1 : act.last])


def _brought_to_be(reading: Reading, act: Act, *, single: bool) -> Counted:
    """Judge an act that stands in no list, with a day: a thing to be had, a plain act, or only a state."""
    following = reading.keys[act.verb + 1 : act.verb + 5]
    if act.lemma in ("have", "has", "own"):
        had_done = any(key.endswith("ed") or key in ("done", "cut", "fixed", "seen", "put") for key in following[1:])
        return (
            Counted.FULLY
            if had_done
            or "own" in following[:2]
            or (following[:1] in (("a",), ("an",)) and not set(following) & _THEMES)
            else Counted.NOT
        )
    if act.lemma == "be" and following[:2] == ("in", "place"):
        return Counted.IN_PART
    if act.lemma in _BEING or is_of_a_theme(reading, act):
        return Counted.NOT
    return Counted.FULLY if single or following[:1] == ("new",) else Counted.NOT


def _is_single(reading: Reading, act: Act) -> bool:
    """Whether the act is done to one thing ("the form", "him to the dentist", "her passport")."""
    after, words = act.verb + len(act.lemma.split()), reading.words
    if act.lemma in _HANDED:
        after = _after_whom(reading, act, after)
    if after >= act.last or words[after].key not in _ONE:
        return act.lemma not in _NEED_A_THING - {"take"} and any(
            party.kind is PartyKind.PERSON for party in between(reading.parties, after, after + 1)
        )
    noun = next((word for word in words[after + 1 : act.last] if word.key.isalpha() and not word.possessive), None)
    return noun is None or (not (noun.key.endswith("s") and not noun.key.endswith("ss")) and noun.key not in _MASSES)


def _after_whom(reading: Reading, act: Act, after: int) -> int:
    """Where what is handed to somebody begins, after them and after what comes with it: "offer Mum help and a plan"."""
    whom = next(iter(between(reading.parties, after, after + 1)), None)
    if whom is None or whom.owning or whom.after >= act.last:
        return after
    ands = (n for n in range(whom.after + 1, min(whom.after + 4, act.last - 1)) if reading.keys[n] in ("and", "&"))
    return next((n + 1 for n in ands if reading.keys[n + 1] in ("a", "an")), whom.after)


def _says_what_to_decide(reading: Reading, act: Act) -> bool:
    """Whether what is to be decided stands beside it: "Swimming?: Alex to decide", "decide whether to move"."""
    first, last = reading.sentences[act.sentence]
    asked = act.sentence > 0 and reading.keys[reading.sentences[act.sentence - 1][1] - 1] == "?"
    return asked or "?" in reading.keys[first : act.verb] or not _CHOICES.isdisjoint(reading.keys[act.verb + 1 : last])


def is_of_a_theme(reading: Reading, act: Act) -> bool:
    """Whether an act is about something no one can count: "his behaviour", "her confidence"."""
    return not _THEMES.isdisjoint(reading.keys[act.subject_first : act.last])
