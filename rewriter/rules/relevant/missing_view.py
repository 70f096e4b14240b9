"""Whose view is missing.

What it flags: a decision about where somebody lives, whom they see or who cares for them, with no sign of what they
    themselves want.
Why it matters: it is their life. A plan made over a child's or an adult's head is easily resented, and often wrong
    about
    what matters to them.
Example: Panel to agree a residential placement for Wes by 30 November.
Rather write: Before panel on 30 November, Jo asks Wes what he wants from a new home and takes his words to panel.
Question to ask: What does the child or adult say about this, in their own words?
When it is wrong to flag: the text gives their view, or they are the ones who act; nothing is decided about them. This
    is advice: the verdict stays as it is.
Source: 000 spotlight, "Why is SMART planning important?"; 004 LIAP, "Who will do this?"
"""

from collections.abc import Iterator
from functools import cache

from rewriter.evidence.places import place_of_ask, place_of_words
from rewriter.lexicon import Lexicon, phrases
from rewriter.plan import Reading
from rewriter.rules.rule import Flag, Rule, rule
from rewriter.smart import Criterion, Severity

_FLAGS = (
    "Panel to agree a residential placement for Wes by 30 November 2026",
    "Contact arrangements for Amal to be agreed",
    "Mrs Teal to be moved to Oak Lodge by Friday 9 October 2026",
    "Permanence for Sunny",
    "SW to identify a long term foster placement for the twins",
    "Respite care to be arranged for Mr Kaur fortnightly",
)
_PASSES = (
    "Jo asks Wes by 12 October what he wants from a new home and takes his words to panel on 30 November 2026",
    "Amal would like to see her gran more. SW to arrange one visit by 31 October",
    "Mrs Teal to choose which of the two homes she wants to visit by Friday 9 October 2026",
    "Dad to attend 6 contacts by 30 November",
    "Mum to register with the dentist",
    "SW to visit weekly for 12 weeks",
)
_DECISIONS = phrases(
    """
    placement for, residential placement, foster placement, permanence, contact arrangements, contact to be,
    to be moved, be placed, move to residential, respite care, respite to be, care home, be accommodated,
    change of school, school move, special school place, supported living, adoption, special guardianship,
    placed with, contact plan, reduce contact, increase contact, nursing home, moved to, family time arrangements,
    best interests decision, package of care, live with
    """
)
_VIEWS = frozenset(
    "wants want wishes wish asks asked like says said say voice view views choose chooses choice told consulted "
    "tells preferred prefers "
    "decide himself herself feelings words".split()
)


@cache
def _lexicon() -> Lexicon:
    return Lexicon({"decision": _DECISIONS})


def check(reading: Reading) -> Iterator[Flag]:
    """Flag the decision."""
    terms = reading.terms(_lexicon())
    if not terms or not _VIEWS.isdisjoint(reading.keys):
        return
    if any(
        act.actors
        and any(party.role in ("child", "adult", "young_person") or party.names for party in act.actors)
        and not act.passive
        for act in reading.asks
    ):
        return
    place = place_of_ask(reading) if len(reading.asks) == 1 else place_of_words(reading, terms[0].first, terms[0].last)
    if place is not None:
        yield Flag(*place, "This decides about somebody\u2019s life, and it is not said what they want.")


RULE: Rule = rule(
    __name__, __doc__, criterion=Criterion.RELEVANT, severity=Severity.ADVICE, flags=_FLAGS, passes=_PASSES, check=check
)
