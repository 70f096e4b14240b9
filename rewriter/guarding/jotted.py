"""Acts as they are jotted down, without "to" or an ending: "son Col check Sundays", "SW see kitchen".

The reading of a sentence takes such a verb for a noun where it may be one. Beside somebody's name it is what they do.
"""

from bisect import bisect_right
from collections.abc import Iterator

from rewriter.people import PartyKind
from rewriter.plan import Act, Mood, Reading, Setting
from rewriter.sentences.grammar import ambiguous, verb_at

__all__ = ["jotted_acts"]

_MARKS = frozenset((",", ";", "."))
_LONGEST = 20  # words
_DOERS = (PartyKind.PERSON, PartyKind.PROFESSIONAL)


def jotted_acts(reading: Reading) -> Iterator[Act]:
    """Give the acts of people right before a verb in its base form that is read as none, in the order of the words."""
    known = {act.verb for act in reading.acts}
    starts = [first for first, _ in reading.sentences]
    for party in reading.parties:
        at = party.last
        if party.owning or party.kind not in _DOERS or at in known or at >= len(reading.words):
            continue
        verb = verb_at(reading.words, at, min(at + 3, len(reading.words)))
        if verb is None or verb.form != "base" or (reading.words[at].key in ambiguous() and not party.names):
            continue
        sentence = bisect_right(starts, at) - 1
        last = min(reading.sentences[sentence][1], at + _LONGEST) if sentence >= 0 else at + 1
        last = next((n for n in range(at + 1, last) if reading.words[n].key in _MARKS), last)
        if last > at + 1:
            yield Act(
                (party,), party.first, at, last, verb.lemma, verb.classes, Setting.MAIN, Mood.ASKED,
                negated=False, passive=False, carrier="", inherited=False, sentence=sentence,
            )  # fmt: skip
