"""A phrase that would be true of every child or adult.

What it flags: "reach his full potential", "all needs met", "be safe", "best possible outcomes", "holistic", "person
    centred", "promote dignity", "access the community", "good enough", "put the children first".
Why it matters: what would fit everybody says nothing about this one person. The plan could be copied to the next
    family, and nobody would notice.
Example: Kit to reach his full potential at school.
Rather write: Kit reads a page aloud to Ms Ode on 3 days a week by [date].
Question to ask: What would that look like for this child, on an ordinary day?
When it is wrong to flag: the words only say why; they belong to a service's or a document's name; the sign is spelt
    out in the same line ("safe on the stairs: gate fitted at top and bottom").
Source: 003 outcomes, "Specific" ("Avoid clich\u00e9s or describing needs using 'universal' terms")
"""

from collections.abc import Iterator
from functools import cache

from rewriter.evidence.asides import outside_ask
from rewriter.evidence.places import place_of_words
from rewriter.lexicon import Lexicon, phrases
from rewriter.plan import Counted, Doer, Due, Reading
from rewriter.rules.rule import Flag, Rule, rule
from rewriter.smart import Criterion, Severity

_FLAGS = (
    "Kit to reach his full potential at school.",
    "All of Mrs Lowe's needs to be met in a holistic way",
    "Children to be kept safe",
    "Ana to have a safe, stable and loving home",
    "Parents to put the children first",
    "Care staff will maintain Mr Lowe's dignity at all times",
    "Outcome: best possible start in life | Who: Mum",
    "Kit to be happy & healthy",
    "Mum to meet their basic care needs to a good enough standard",
    "Jo will access the community",
)
_PASSES = (
    "Kit reads a page aloud to Ms Ode on 3 days a week until 4 May.",
    "Mum fits the stair gate by 4 May so that Ari is safe.",
    "Ana to keep her safe card in her phone case",
    "Mr Lowe chooses his own clothes each morning until 4 May, Jo notes it in the care book",
    "Dad moves the bleach to the safe cupboard by 4 May",
    "Kit to bring his community library card home",
    "SW to read the child's needs assessment by 4 May",
    "If the flat is not safe, Jo rings 999",
)

_PHRASES = """
    full potential, his potential, her potential, their potential, true potential, maximum potential,
    best of his ability, best of her ability, best of their ability, best of their abilities,
    best possible outcomes, best possible outcome, best outcomes, best outcome, positive outcomes, good outcomes,
    better outcomes, improved outcomes, optimal outcomes, best possible start, best start, good start in life,
    life chances, best possible care, highest standard, high standards of care, good standard of care,
    good enough standard, good enough parenting, good enough care, acceptable standard of care, needs are met,
    needs are being met, needs are consistently met, needs are fully met, needs to be met, needs being met,
    needs met, needs be met, needs will be met, meets all, meet all of, meet all his needs, meet all her needs,
    meet all their needs, meet his needs, meet her needs, meet their needs, meet the needs, meet needs,
    meet the children's needs, meet the child's needs, holistic, holistically, person centred, child centred,
    child focused, person centered, child led, joined up, whole family approach, multi agency approach, seamless,
    safe and well, kept safe, keep safe, keeps safe, stay safe, stays safe, remain safe, be safe, being safe,
    feel safe, feels safe, feel safer, is safe, are safe, safe and happy, safe and secure, safe and stable,
    safe and suitable, safe and appropriate, safe environment, safe home, safe home environment, safe stable,
    stable and secure, stable home, stable and loving, loving home, nurturing, nurturing environment, secure base,
    safe care, happy and healthy, happy & healthy, healthy and happy, healthy & happy, safe & well, safe & happy,
    healthy lifestyle, happy childhood, happy life, happier in himself, happier in herself, happy and settled,
    feel loved, feel valued, valued and respected, care about her, care about him, care about them,
    loved and cared for, sense of belonging, sense of self, sense of identity, positive identity,
    identity and culture, identity culture, quality of life, live well, fulfilling life, fulfilled life, full life,
    normal life, meaningful life, meaningful activities, meaningful activity, meaningful relationships,
    positive relationships, promote independence, promoting independence, maximise independence,
    maintain independence, as independent as possible, as independently as possible, as full a life,
    independence to be promoted, promote wellbeing, promote his wellbeing, promote her wellbeing,
    wellbeing to be promoted, wellbeing promoted, welfare to be promoted, welfare is promoted, promote identity,
    dignity, with dignity and respect, dignity and respect, choice and control, access the community,
    access community, part of the community, integrate into the community, community presence,
    contribute to society, member of society, role model, positive role model, good choices, positive choices,
    right choices, better choices, healthy choices, good decisions, brighter future, better future, best version,
    best she can be, best he can be, be the best, thrive, thriving, flourish, put the children first,
    put the child first, put her children first, put his children first, put their children first,
    children's needs first, child's needs first, needs before, needs above, needs first, best interests,
    best interest, straight and narrow, right path, right track, right direction, out of trouble,
    at the heart of, at the centre of, listened to, voice is heard, voice to be heard, have a voice,
    emotional wellbeing, emotional needs, basic needs, basic care needs, basic care, all aspects of,
    every aspect of, age appropriate care, stimulating environment, appropriate care, consistent care,
    good quality care, high quality care, emotional warmth, all areas of development, reach milestones,
    achieve to the best, make the most of, ready to learn, enjoy and achieve, be healthy, staying safe,
    live independently as possible, lead a full, ordinary life, protected from harm, free from harm, safe from harm,
    safeguarded and protected, journey
"""
# "put Zofia first", "meet Derek's needs": a name or a few words may stand between. Heads, tails, words between.
_FRAMES = (
    ("put puts putting place", "first", 3),
    ("prioritise prioritises prioritising prioritize", "needs children kids child", 4),
    ("meet meets meeting met", "needs milestones", 4),
    ("reach reaches", "milestones", 3),
    ("achieve achieves reach reaches reaching fulfil fulfils realise maximise unlock", "potential", 3),
    (
        "promote promotes promoting maintain maintains respect respects preserve",
        "dignity independence identity wellbeing welfare culture belonging",
        5,
    ),
    ("happy healthy safe secure stable loving positive", "childhood life upbringing future start", 3),
    ("needs", "met", 3),
    ("keep keeps kept keeping", "safe", 3),
)
_BREAKS = frozenset({",", ".", ";", "|", "\n"})
# What follows "safe" makes it a thing to do with, not a hope for everybody.
_SAFE_THINGS = frozenset(
    "sleep sleeping card place word hands key cupboard box contact driving storage distance from sex "
    "internet adult adults space room passport".split()
)
# "Best interests meeting": the phrase is part of a name.
_NAMES = frozenset(
    "assessment meeting decision assessor plan officer team policy training course group scheme card".split()
)
_HOPING = frozenset("ensure ensuring promote achieve".split())


@cache
def _lexicon() -> Lexicon:
    return Lexicon({"cliche": phrases(_PHRASES)})


@cache
def _frames() -> dict[str, list[tuple[frozenset[str], int]]]:
    found: dict[str, list[tuple[frozenset[str], int]]] = {}
    for heads, tails, between in _FRAMES:
        for head in heads.split():
            found.setdefault(head, []).append((frozenset(tails.split()), between + 1))
    return found


def check(reading: Reading) -> Iterator[Flag]:
    """Flag each phrase that would fit anybody, outside purposes, reasons and conditions; overlaps once."""
    for first, last in reading.once(cliches):
        written = reading.written(first, last)
        yield Flag(
            *place_of_words(reading, first, last),
            f"\u201c{written}\u201d would fit any child or adult; it does not say what this one needs.",
        )


def cliches(reading: Reading) -> tuple[tuple[int, int], ...]:
    """Give the word ranges (end exclusive) of what would fit anybody, in order, without overlap."""
    found = [(term.first, term.last) for term in reading.terms(_lexicon())]
    found.extend(_framed(reading))
    if not found or _is_spelt_out(reading):
        return ()
    outside = outside_ask(reading)
    kept: list[tuple[int, int]] = []
    done = 0
    for first, last in sorted(found, key=lambda place: (place[0], -place[1])):
        if first < done or _is_name(reading, first, last) or (first in outside and not _is_hope(reading, first)):
            continue
        done = last
        kept.append((first, last))
    return tuple(kept)


def _is_spelt_out(reading: Reading) -> bool:
    """Whether somebody does something dated and counted: the phrase then only names what that is for."""
    dated_and_counted = reading.timescale.due is Due.DATED and reading.measure.counted is Counted.FULLY
    return dated_and_counted and reading.doers.doer is Doer.SINGLE


def _framed(reading: Reading) -> Iterator[tuple[int, int]]:
    words, frames = reading.words, _frames()
    for index, word in enumerate(words):
        for tails, reach in frames.get(word.key, ()):
            for n in range(index + 1, min(index + 1 + reach, len(words))):
                if words[n].key in _BREAKS:
                    break
                if words[n].key in tails:
                    yield index, n + 1
                    break


def _is_name(reading: Reading, first: int, last: int) -> bool:
    """Whether the words belong to a thing ("her safe card", "best interests meeting") and are no hope."""
    words = reading.words
    following = words[last].key if last < len(words) else ""
    safe = words[last - 1].key == "safe"
    if following in _NAMES or (safe and following in _SAFE_THINGS):
        return True
    return safe and first > 0 and words[first - 1].key in ("a", "the", "his", "her")


def _is_hope(reading: Reading, index: int) -> bool:
    """Whether the purpose is all there is: "work together to ensure the best possible outcomes"."""
    before = reading.keys[max(0, index - 8) : index]
    return "so" not in before and any(key in _HOPING for key in before[-4:])


RULE: Rule = rule(
    __name__, __doc__, criterion=Criterion.SPECIFIC, severity=Severity.FAULT, flags=_FLAGS, passes=_PASSES, check=check
)
