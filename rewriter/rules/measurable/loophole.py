"""A way to keep to the letter and change nothing.

What it flags: an ask that the smallest change would satisfy: "improve attendance this year" is met by one day more,
    "attend groups" by two in all, "fewer incidents" by one fewer.
Why it matters: the plan can then be called a success while the child's week is just as it was.
Example: Noor to improve her attendance this term.
Rather write: Noor to be in school at least [number] days a week this term (now: [number]).
Question to ask: What is the least that would make a real difference to the child?
When it is wrong to flag: a number, a rhythm or a score says how much; the ask is done once; nothing countable is
    named at all (then there is no measure to slip through). This is advice: the verdict stays as it is.
Source: 002 Halton, Example 1, "Measurable" and Example 3, "Attainable"
"""

from collections.abc import Iterator

from rewriter.amounts.reader import AmountKind
from rewriter.evidence.places import place_of_words
from rewriter.evidence.safeguards import repeated
from rewriter.plan import Act, Counted, Reading
from rewriter.rules.rule import Flag, Rule, rule
from rewriter.smart import Criterion, Severity

_FLAGS = (
    "Noor to improve her attendance this term",
    "Mum to attend support groups",
    "Reduce the number of incidents by the next review",
    "Parents to increase attendance at meetings",
    "YP to go to sessions at the youth club",
    "Mr Kerr to cut down his drinks",
)
_PASSES = (
    "Noor to be in school at least 4 days a week this term",
    "Mum to attend 8 support groups by 4 December 2026",
    "Reduce incidents from 6 a month to 3 a month by 30 November",
    "Dad to book the dentist by Friday 9 October 2026",
    "Parents to work together",
    "YP to go to the youth club every Friday until Easter",
)
_COUNTABLE = frozenset(
    "attendance punctuality lateness absences attendances exclusions weight callouts incidents episodes missing "
    "drinks units cigarettes "
    "cans joints meetings visits sessions contacts appointments calls outbursts days nights hours minutes lessons "
    "detentions groups classes".split()
)
_CHANGING = frozenset({AmountKind.COMPARISON})
_GOING = frozenset("attend go join access use visit".split())


def check(reading: Reading) -> Iterator[Flag]:
    """Flag the first ask that the least change would meet."""
    if reading.measure.counted is Counted.FULLY:
        return
    for act in reading.asks:
        if (
            act.negated
            or any(a.value is not None and act.subject_first <= a.first < act.last for a in reading.amounts)
            or repeated(reading, act)
        ):
            continue
        counted = next((n for n in range(act.subject_first, act.last) if reading.words[n].key in _COUNTABLE), None)
        if counted is None:
            continue
        place = place_of_words(reading, act.verb, max(counted + 1, act.verb + 1))
        thing = reading.words[counted].text
        if _changes(reading, act):
            yield Flag(*place, f"The smallest change in {thing} would meet this.")
            return
        if act.lemma in _GOING and thing.endswith("s"):
            yield Flag(*place, f"Two {thing} in all would meet this.")
            return


def _changes(reading: Reading, act: Act) -> bool:
    return "change" in act.classes or any(
        a.kind in _CHANGING and act.subject_first <= a.first < act.last for a in reading.amounts
    )


RULE: Rule = rule(
    __name__,
    __doc__,
    criterion=Criterion.MEASURABLE,
    severity=Severity.ADVICE,
    flags=_FLAGS,
    passes=_PASSES,
    check=check,
)
