"""An act of the mind, which nobody can see.

What it flags: to know, understand, realise, believe, feel, enjoy, be happier, be more confident, gain insight.
Why it matters: nobody can look into another person's head, so it can always be said that she "still does not
    understand". The child or adult is helped by what somebody does differently.
Example: Dad to understand how his shouting frightens Kit.
Rather write: Dad goes into the yard when he is about to shout, and tells Kit he will be back in ten minutes.
Question to ask: When he has understood this, what will he do that he does not do now?
When it is wrong to flag: what somebody says or scores about how they feel ("says his week was 5 out of 10"); letting
    a worker know; what a person wants, hopes or likes; a short purpose; another person's condition.
Source: 004 LIAP, "S = Specific" ("not infinitives such as 'to know', 'to understand', 'to enjoy'")
"""

from collections.abc import Iterator
from functools import cache

from rewriter.amounts.reader import AmountKind
from rewriter.evidence.asides import outside_ask
from rewriter.evidence.places import place_of_words
from rewriter.lexicon import Lexicon, phrases
from rewriter.plan import Act, Mood, Reading
from rewriter.rules.rule import Flag, Rule, rule
from rewriter.smart import Criterion, Severity

_FLAGS = (
    "Dad to understand how his shouting frightens Kit.",
    "Mrs Lowe will feel less lonely",
    "Kit to be more confident in lessons and enjoy break times",
    "FSW to help Mum recognise the risks of co-sleeping",
    "Parents must appreciate the impact of missed appointments on Ari",
    "Outcome: Ana has a better understanding of safe sleep",
    "Insight into her drinking to be gained",
    "YP to know his rights by 4 May",
)
_PASSES = (
    "Kit says his week was at least 5 out of 10 by 4 May.",
    "Mum lets Jo know by 9am if Kit is ill.",
    "Ana wants to see her brother more. PA to ring the fostering team on 4 May.",
    "Nan reads to Kit every night until 4 May so that he feels calmer at bedtime",
    "If Mr Lowe feels unwell he rings 111",
    "Kit to learn to swim 25m by July",
    "How will we know: Kit is in class by 9am on 4 days a week until 4 May",
    "Dad to [what Dad will do, to be agreed] when he feels angry",
)

# Wishes and likings are told, not asked for; to learn, remember or think carries the act that follows.
_NOT_ASKED = frozenset("want wish like love hope remember trust value".split())
# After "to", "help Mum ..." or "make him ...", whoever the sentence is about.
_VERBS = """
    understand, realise, realize, appreciate, recognise, recognize, believe, acknowledge, feel, know, enjoy,
    be happy, be happier, be confident, be more confident, feel safe, feel safer, gain insight, gain understanding,
    be aware, be more aware, become aware, have insight, accept that, think about how
"""
_STATES = """
    understanding of, insight into, awareness of, better understanding, increased understanding,
    increased awareness, improved understanding, greater awareness, self esteem to, self confidence to,
    confidence to increase, confidence to improve, more confident, feel happier, feels happier, feels safe,
    feeling happier, more self aware
"""
_MINDS = frozenset("happy happier content confident calm calmer valued loved motivated proud hopeful".split())
_CAUSING = frozenset("make makes help helps get gets support supports enable enables encourage encourages have".split())
_LETTING = frozenset("let lets letting".split())
_ASKED_STATE = frozenset(
    "has have gain gains gaining develop develops show shows demonstrate demonstrates increase improve improved "
    "increased better greater into to an more".split()
)


@cache
def _lexicon() -> Lexicon:
    return Lexicon({"verb": phrases(_VERBS), "state": phrases(_STATES)})


def check(reading: Reading) -> Iterator[Flag]:
    """Flag the acts of the mind that a text asks for, one flag for each."""
    for first, last in reading.once(minds):
        written = reading.written(first, last)
        yield Flag(
            *place_of_words(reading, first, last),
            f"Nobody can see whether someone does \u201c{written}\u201d; only what they do can be seen.",
        )


def minds(reading: Reading) -> tuple[tuple[int, int], ...]:
    """Give the word ranges (end exclusive) of the acts and states of the mind that are asked for, in order."""
    acts = [act for act in reading.asks if "mental" in act.classes and act.lemma not in _NOT_ASKED]
    terms = reading.terms(_lexicon())
    if not acts and not terms and _MINDS.isdisjoint([word.key for word in reading.words]):
        return ()
    outside = outside_ask(reading)
    count = len(reading.words)
    found = [
        (act.verb, min(act.verb + len(act.lemma.split()), count))
        for act in acts
        if act.verb not in outside and _is_asked(reading, act) and not _is_scored(reading, act.verb, act.last)
    ]
    found.extend(_listed_states(reading, outside, found))
    for term in terms:
        wanted = _is_wanted if term.tag == "verb" else _is_wanted_state
        if term.first in outside or any(first <= term.first < last for first, last in found):
            continue
        if wanted(reading, term.first) and not _is_scored(reading, term.first, count):
            found.append((term.first, term.last))
    return tuple(sorted(found))


def _listed_states(reading: Reading, outside: frozenset[int], found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """ "Safe, happy and thriving": a state of mind in a list of states after "be"."""
    words = reading.words
    return [
        (n, n + 1)
        for n in range(2, len(words))
        if words[n].key in _MINDS
        and n not in outside
        and words[n - 1].key in (",", "and", "&")
        and any(key in ("be", "is", "are", "feel") for key in reading.keys[max(0, n - 5) : n])
        and not any(first <= n < last for first, last in found)
    ]


def _is_asked(reading: Reading, act: Act) -> bool:
    """Whether a verb of the mind is asked of somebody: not allowed, wished or hoped, nor the question over a column."""
    if act.mood is Mood.ALLOWED or act.carrier in ("want", "hope"):
        return False
    return not _is_label(reading, act.subject_first)


def _is_label(reading: Reading, first: int) -> bool:
    """Whether the words are the question over a column: "How will we know"."""
    return any(reading.words[n].key in ("how", "what") for n in range(max(0, first - 2), first + 1))


def _is_scored(reading: Reading, first: int, last: int) -> bool:
    return any(first < amount.first < last and amount.kind is AmountKind.SCORE for amount in reading.amounts)


def _is_wanted(reading: Reading, index: int) -> bool:
    """Whether a verb of the mind stands after "to" or as what somebody is to be brought to."""
    words = reading.words
    before = words[index - 1].key if index else ""
    if any(words[n].key in _LETTING for n in range(max(0, index - 6), index)) or before in (
        "who",
        "they",
        "he",
        "she",
        "you",
        "i",
    ):
        return False
    if before == "to":
        return not (index > 1 and words[index - 2].key in ("need", "wants", "want", "likes", "like", "unable", "have"))
    return (
        any(words[n].key in _CAUSING for n in range(max(0, index - 4), index))
        and not words[index].key.endswith("s")
        and before not in ("to", ",")
    )


def _is_wanted_state(reading: Reading, index: int) -> bool:
    if index == 0 or any(first == index for first, _ in reading.sentences):
        return True
    return any(reading.words[n].key in _ASKED_STATE for n in range(max(0, index - 3), index + 1)) or reading.words[
        index - 1
    ].key in (":", "be", "and")


RULE: Rule = rule(
    __name__, __doc__, criterion=Criterion.SPECIFIC, severity=Severity.FAULT, flags=_FLAGS, passes=_PASSES, check=check
)
