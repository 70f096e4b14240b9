"""History or opinion in the place of a task.

What it flags: sentences that tell what has happened, what somebody is like or what the writer thinks of it.
Why it matters: the task gets lost in the story, and a person who finds herself described in her own plan reads no
    further. What was, and what we think of it, belongs in the assessment, where it can be answered.
Example: Mum has always struggled with routines and dropped out twice. Mum to ring Jo on Fridays.
Rather write: Mum rings Jo every Friday at 10am until [date].
Question to ask: Which of these words does somebody need in order to do the task?
When it is wrong to flag: where things stand now, as a number to start from ("last month 2 in 6"); what the child or
    adult wants; a short purpose; what a word is to mean.
Source: 003 outcomes, "Miscellaneous" ("no column in the plan ... should have 'narrative'")
"""

from collections.abc import Iterator

from rewriter.evidence.asides import gap_words
from rewriter.evidence.history import told_ranges
from rewriter.evidence.places import place_of_words
from rewriter.plan import Reading
from rewriter.rules.rule import Flag, Rule, rule
from rewriter.smart import Criterion, Severity

_FLAGS = (
    "Mum has always struggled with routines and dropped out twice. Mum to ring Jo on Fridays until 4 May.",
    "Kit was placed with his aunt at two and then moved back home. Nan to read to him nightly",
    "Frankly this family has had every chance. SW to visit weekly",
    "Background: long history of neglect | Action: Dad to clear the yard by 4 May",
    "Mr Lowe is a very proud man who ran his own shop. Jo to visit him on Tuesdays.",
    "It is such a shame that things came to this, he was doing brilliantly. Kit to ring his brother on Sundays",
    "In my view she is in denial. GP to see her by 4 May",
    "Ana had a difficult start in life and was removed at birth. Ana meets Jo on 4 May.",
)
_PASSES = (
    "Mum rings Jo every Friday at 10am until 4 May.",
    "Kit comes in on 4 days a week until 4 May. Last month it was 2 days in 5.",
    "Ana wants to see her brother more. PA rings the fostering team on 4 May.",
    "Now: 5 cans a day. By 4 May: 3 cans a day, Mr Lowe keeps the diary",
    "Clean means washed, dried and ironed. Dad washes the uniform on Sundays until 4 May.",
    "Dad takes Kit to Nan's on Fridays so that Mum can go to work, until 4 May",
    "If she was out when he rang, Jo rings again the same day",
    "Keeley goes to the group for people who have been violent, Mondays until 4 May.",
)


def check(reading: Reading) -> Iterator[Flag]:
    """Flag each sentence, or the part of it before the task, that tells a history or an opinion."""
    gaps = reading.lasting(gap_words)
    for first, last in reading.lasting(told_ranges):
        if first not in gaps:
            yield Flag(
                *place_of_words(reading, first, last),
                "This tells how things were or what somebody thinks; it is not something to do.",
            )


RULE: Rule = rule(
    __name__, __doc__, criterion=Criterion.SPECIFIC, severity=Severity.FAULT, flags=_FLAGS, passes=_PASSES, check=check
)
