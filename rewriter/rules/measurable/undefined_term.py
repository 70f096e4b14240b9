"""A word that people fill differently.

What it flags: clean, tidy, safe, appropriate, suitable, acceptable, reasonable, healthy, an "incident": words that
    carry
    the ask but are not explained.
Why it matters: a mother may think she has done what was asked while the visitor thinks she has not, and both are right
    by their own meaning.
Example: Aled to wear clean clothes to school 4 days a week.
Rather write: Aled to wear clean clothes (washed and dried since last worn) to school 4 days a week.
Question to ask: What would we see if it was like that?
When it is wrong to flag: the text explains the word ("clean meaning ...", "such as", in brackets); the word is part
    of a
    name ("safe place scheme", "key safe"). This is advice: the verdict stays as it is.
Source: 001 SMART planning, "S - Specific" (what clean is to mean); 002 Halton, "domestic violence" example
"""

from collections.abc import Iterator
from functools import cache

from rewriter.evidence.asides import clause_words, gap_words
from rewriter.evidence.places import place_of_words
from rewriter.lexicon import Lexicon, phrases
from rewriter.plan import Mood, Reading
from rewriter.rules.rule import Flag, Rule, rule
from rewriter.smart import Criterion, Severity
from rewriter.timing.reader import TimeKind

_FLAGS = (
    "Aled to wear clean clothes to school 4 days a week",
    "Mum to keep the home tidy",
    "Tenant to store his medicine in a suitable place by 9 October 2026",
    "Dad to use appropriate language at contact",
    "No more incidents this term",
    "Flat to be of an acceptable standard | Mr Roe | 30/11/26",
    "Baby to have a safe place to sleep by Friday 9 October 2026",
)
_PASSES = (
    "Aled to wear clean clothes, meaning washed and dried since last worn, to school 4 days a week",
    "Landlord to fit a key safe by 9 October 2026",
    "Dad gives three clean tests in a row by 30 November",
    "Mum to clear the hallway of bags by 9 October 2026",
    "Tenant to store his medicine in a suitable place (the locked box) by 9 October 2026",
    "Baby to sleep on her back in her own cot every night until Easter",
    "Nurse to clean the wound on Tuesdays for 6 weeks",
)
_TERMS = phrases(
    """
    clean, tidy, safe, safely, appropriate, appropriately, suitable, suitably, acceptable, reasonable, reasonably,
    adequate, adequately, good enough, healthy, healthily, sensible, sensibly, respectful, respectfully, incident,
    incidents, inappropriate, settled, stable, positive, meaningful, proper, properly, satisfactory, consistent,
    consistently, age appropriate, basic care, domestic violence, domestic abuse, aggression, aggressive,
    well presented, decent, normal, regular
    """
)
_EXPLAINS = frozenset("meaning means mean defined is = ie i.e. e.g. eg such namely that including ( : like".split())
_NAMES = frozenset(
    "key house scheme box test tests swab swabs screen screens sample samples return handling word exit".split()
)


@cache
def _lexicon() -> Lexicon:
    return Lexicon({"term": _TERMS})


def check(reading: Reading) -> Iterator[Flag]:
    """Flag the first two words that carry the ask and are not explained."""
    found = 0
    seen: set[int] = set()
    asides: frozenset[int] | None = None
    for term in reading.terms(_lexicon()):
        if term.first in seen or _is_plain(reading, term.first, term.last):
            continue
        if asides is None:
            asides = clause_words(reading) | reading.lasting(gap_words)
        if term.first in asides:
            continue
        seen.update(range(term.first, term.last))
        place = place_of_words(reading, term.first, term.last)
        words = reading.text[place.start : place.end]
        yield Flag(
            *place,
            f"\u201c{words}\u201d can mean different things to different people.",
            f"What exactly would \u201c{words}\u201d look like here?",
        )
        found += 1
        if found == 2:
            return


def _is_plain(reading: Reading, first: int, last: int) -> bool:
    """Whether a term is explained, is part of a name or a verb, or stands in a history."""
    words = reading.words
    key = words[first].key
    after = words[last].key if last < len(words) else ""
    if not _EXPLAINS.isdisjoint(reading.keys[last : last + 4]):
        return True
    if (after in _NAMES and key in ("safe", "clean", "regular")) or (
        key == "safe" and first and words[first - 1].key in _NAMES | {"be", "is", "are", "feel"}
    ):
        return True
    if any(
        act.verb == first or (act.mood is Mood.TOLD and act.subject_first <= first < act.last) for act in reading.acts
    ):
        return True
    return any(time.first <= first < time.last and time.kind is TimeKind.VAGUE for time in reading.times)


RULE: Rule = rule(
    __name__,
    __doc__,
    criterion=Criterion.MEASURABLE,
    severity=Severity.ADVICE,
    flags=_FLAGS,
    passes=_PASSES,
    check=check,
)
