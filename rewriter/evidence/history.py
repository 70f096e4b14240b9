"""Which parts of a text tell what was, or what somebody thinks, instead of saying what is to be done.

Source: 003 outcomes, "Miscellaneous" (no column of a plan should hold "narrative"). A baseline ("last month it was
2 in 6"), a wish ("Senait wants to see her brother more") and a short purpose are not narrative: practice judgement.
"""

from functools import cache

from rewriter.amounts.reader import AmountKind
from rewriter.lexicon import Lexicon, phrases
from rewriter.plan import Act, Mood, Reading, Setting

__all__ = ["history_words", "told_ranges"]

_COUNTED = frozenset(
    {
        AmountKind.RATE,
        AmountKind.PERCENTAGE,
        AmountKind.SCORE,
        AmountKind.SHARE,
        AmountKind.MEASURE_UNIT,
        AmountKind.ZERO,
    }
)
_SHORTEST = 5  # words: "Ron's card is missing." is a need stated, not a story
_MODALS = frozenset("to will must should shall ll ought".split())
_PAST = frozenset(
    "was were had has have did been hadn't wasn't didn't he's she's they've felt dropped said went took came "
    "left".split()
)
_POINTING = frozenset("it that this which now".split())
_RELATIVES = frozenset("who which whose that what".split())
_TELLING = """
    frankly, in my view, in my opinion, in our view, in our opinion, my view is, i think, i feel, i believe,
    i would say, i am of the view, we feel, we think, we believe, it is felt, it was felt, it is my view,
    such a shame, a shame, sadly, unfortunately, regrettably, to be honest, to be fair, fair to say, hard to say,
    hardly surprising, no wonder, not surprisingly, lovely, delightful, charming, always a keen, such a character,
    very polite, background :, bubbly, chatty, a pleasure, sense of humour, well mannered, in denial, very proud,
    proud man, proud woman, likes to think, stubborn, manipulative, difficult family, difficult woman,
    difficult man, nightmare, chaotic, known to us, known to services, known to social care,
    known to children's services, known to the department, known to the police, long history, has a history,
    have a history, history of, blames, disputes, always been, always struggled, has struggled, have struggled,
    struggled, never been, never really, has never, have never, used to be, let her down, let him down,
    let them down, came to attention, came to our attention, came into care, was removed, were removed, was born,
    over the years, for years, for many years, many years, since birth, in the past, historically, dropped out,
    has failed, have failed, failed to, lacks insight, lack of insight, little insight, doesn't seem, does not seem,
    don't seem, seems unable, appears unable, brilliantly, doing so well, was doing well, doing really well,
    disappointing, disappointingly, it is concerning, worryingly, no better, made no progress, speaks well of,
    everyone who meets, well liked, has been through, been through a lot, a lot going on, tragic, heartbreaking,
    poor thing, one of those, at the end of the day, as we all know, as we know, as you know, it is well known,
    this family, previous plans, previous plan, third plan, second plan, many chances, last chance,
    given every chance, on several occasions, on many occasions, time and again, time and time again, has always,
    have always, had always, never had, took against, took exception, feels that, feel that, says that it,
    says it is, said that, says she was, says he was, reports she is, reports he is, reports that she,
    reports that he, reports things, reports no concerns, tells me, told me, told us, on my last visit, on my visit,
    when i visited, when i met, when i saw, i do feel, feel for her, feel for him, felt sorry, terrible time,
    bright baby, as a child, as a baby, met her milestones, reckons, claims that, swears blind, is adamant,
    adamant that
"""
_BASELINE = frozenset("now currently present moment today baseline".split())
_DEFINING = (
    "is defined",
    "are defined",
    "means",
    "meaning",
    "counts as",
    "count as",
    "on track",
    "on target",
    "is met",
    "not met if",
)


@cache
def _lexicon() -> Lexicon:
    return Lexicon({"telling": phrases(_TELLING), "defining": _DEFINING})


def history_words(reading: Reading) -> frozenset[int]:
    """Give the indices of the words that tell a history or an opinion."""
    return frozenset(n for first, last in reading.lasting(told_ranges) for n in range(first, last))


def told_ranges(reading: Reading) -> tuple[tuple[int, int], ...]:
    """Give the ranges of words (end exclusive) that tell a history or an opinion, one for a sentence at most."""
    terms = reading.terms(_lexicon())
    # "you told us": the reader's own words, said back in a letter, are no history
    telling = [
        t.first for t in terms if t.tag == "telling" and (not t.first or reading.words[t.first - 1].key != "you")
    ]
    defining = [term.first for term in terms if term.tag == "defining"]
    if not telling and not any(act.mood is Mood.TOLD for act in reading.acts):
        return ()
    found: list[tuple[int, int]] = []
    for number, (first, last) in enumerate(reading.sentences):
        acts = [act for act in reading.acts if act.sentence == number]
        asked = min((act.subject_first for act in acts if _is_plain_ask(reading, act)), default=last)
        if asked < first + _SHORTEST and asked < last:
            continue  # the sentence opens with its ask: what follows is part of it
        if any(first <= at < asked for at in telling) or (
            not any(first <= at < last for at in defining)
            and _tells(reading, acts, first, asked, in_company=asked < last)
        ):
            found.append((first, asked if asked > first else last))
    return tuple(found)


def _is_plain_ask(reading: Reading, act: Act) -> bool:
    """Whether an act is asked for with "to", "must" and the like; a habit ("takes him back") may be part of a story."""
    if act.mood is not Mood.ASKED or act.setting is not Setting.MAIN:
        return False
    keys = reading.keys[act.subject_first : act.verb]
    at = next((n for n, key in enumerate(keys) if key in _MODALS), None)
    return at is not None and not (
        at
        and keys[at - 1]
        in ("struggled", "struggles", "able", "unable", "failed", "wants", "want", "say", "used", "seem", "seems")
    )


def _tells(reading: Reading, acts: list[Act], first: int, last: int, *, in_company: bool) -> bool:
    """Whether a sentence opens with a statement about how things were, with nothing in it to start counting from."""
    lead = next((act for act in acts if act.setting in (Setting.MAIN, Setting.CONTENT)), None)
    if lead is None or lead.mood is not Mood.TOLD or lead.setting is not Setting.MAIN or in_company:
        return False
    opener = reading.words[lead.subject_first].key
    if lead.subject_first > first + 3 or last - first < _SHORTEST or opener in _RELATIVES:
        return False
    verb_phrase = reading.words[lead.subject_first : lead.verb + 1]
    if not any(word.key in _PAST for word in verb_phrase) and not verb_phrase[-1].key.endswith("ed"):
        return False  # "Mrs Bond is not left alone at night" says how things are to be
    pointing = any(word.key.partition("'")[0] in _POINTING for word in reading.words[first : first + 3])
    if any(
        (amount.kind in _COUNTED or (pointing and amount.value is not None)) and first <= amount.first < last
        for amount in reading.amounts
    ):
        return False  # "it's been 1 or 2": where it starts from
    if any(act.mood is Mood.ASKED and act.setting is Setting.MAIN for act in acts):
        return False  # "Money he has had off her to be repaid"
    if any(reading.words[n].key == "you" for n in range(lead.subject_first, lead.verb)):
        return False  # "you told us you can't go": the reader's own words, said back
    return _BASELINE.isdisjoint(reading.keys[first:last])
