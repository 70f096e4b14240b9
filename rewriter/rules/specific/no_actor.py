"""Nobody is named to do it.

What it flags: something to be done or to change with no person or role who does it, or a hope that somebody will no
    longer be harmed, which leaves out the one person who could stop.
Why it matters: what is everybody's job gets done by nobody. The child or adult goes on waiting, and at the review no
    one can say who was going to ring, fit, pay or change.
Example: Bed rails to be fitted by 9 October.
Rather write: Rafael (OT) fits the bed rails at Mrs Lowe's by 9 October.
Question to ask: Who is going to do this?
When it is wrong to flag: the doer stands anywhere in the line, the row or the list ("Who: Nan", "Leah:"), stands
    after "by" ("to be fitted by the OT"), or is a bracketed gap. How a thing is checked or recorded needs no second
    name.
Source: 002 Halton, domestic violence example, "Specific"; 000 spotlight, "Specific" ("by whom")
"""

from collections.abc import Iterator
from functools import cache

from rewriter.evidence.asides import gap_words
from rewriter.evidence.history import history_words
from rewriter.evidence.places import place_of_act, place_of_ask, place_of_words
from rewriter.inflection import forms
from rewriter.lexicon import Lexicon, phrases
from rewriter.people import Party, PartyKind
from rewriter.plan import Act, Doer, Mood, Reading, Setting
from rewriter.rules.rule import Flag, Rule, rule
from rewriter.smart import Criterion, Severity

_FLAGS = (
    "Bed rails to be fitted by 9 October.",
    "Attendance to go up to 4 days a week by Easter",
    "Family time to take place fortnightly",
    "No more missed insulin by the next review",
    "Ari to be supported with his reading for 6 weeks",
    "Need: warm home | Action: boiler to be repaired | When: 2 weeks",
    "The girls will no longer hear their dad shouting at their mum.",
    "Mrs Bello to have no more bruises by 1 December",
    "- passport photos\n- bus pass",
    "Children to be free from domestic abuse.",
)
_PASSES = (
    "Named worker Jo to offer Mum a place in the group by 4 May; whether to take it up is for Mum to choose.",
    "Rafael (OT) fits the bed rails by 9 October.",
    "Bed rails to be fitted by the occupational therapist by 9 October.",
    "Leah: bus pass form in the post by Friday 9 October 2026",
    "Action: boiler repair | Who: Mr Dunne | When: 2 weeks",
    "[name of worker] to ring the surgery by [date]",
    "Council to repair the boiler by 9 October",
    "Mum gives Noah his inhaler every morning; progress to be looked at on 3 December.",
    "Dad will no longer smoke in the car from 4 May.",
    "If the rent is not paid the tenancy will be reviewed; Ali pays £10 a week until June.",
)

# What is only looked at, written down or talked over needs no second name where somebody acts.
_CHECKING = frozenset(
    "review check monitor record measure evidence report assess discuss look evaluate track confirm count note log "
    "inform update consider".split()
)
# "All 26 to be finished by 30 September" only says when a thing named before is over.
_OVER = frozenset("finish complete do".split())
_NAMED_BEFORE = frozenset("all this these it both".split())
_WHO = frozenset("who whom lead owner responsible".split())
_UNFILLED = frozenset("tbc tba tbd ? -".split())
_OPENS_CONTENT = frozenset("whether if that how when what why where which until".split())
_LABELS = frozenset("aim target start".split())
_DOES = frozenset("to will must should and rings visits takes".split())
_PEOPLE_WORDS = frozenset("name who whom worker person officer role somebody".split())
_NOT = frozenset("not never doesn't don't".split())
# What somebody lives through, as against what they do.
_LIVING_THROUGH = phrases("""
    see, hear, witness, experience, suffer, endure, have, receive, live, be, feel, get, be exposed, be subjected,
    be hurt, face, sustain, encounter, fear, come
""")
_HARM = phrases("""
    violence, violent, abuse, abusive, dv, da, domestic, harm, harmed, hurt, injury, injuries, bruise, bruises,
    bruising, marks, hit, hitting, smacked, shouting, fighting, rows, arguments, arguing, assault, assaults,
    exploitation, exploited, intimidation, threats, threatened, fear, frightened, scared, neglect, neglected,
    bullying, bullied, control, coercion, shouted at, conflict, aggression, groomed, grooming, stolen, theft,
    chastisement, beaten, beatings, danger
""")
_ENDED = phrases("""
    no longer, no further, no more, never, not, any more, anymore, free of, free from, without, safe from, no, none,
    zero, 0
""")


@cache
def _lexicon() -> Lexicon:
    return Lexicon({"harm": _HARM, "ended": _ENDED})


@cache
def _living_through() -> frozenset[str]:
    return frozenset(form for verb in _LIVING_THROUGH for form in forms(verb))


def check(reading: Reading) -> Iterator[Flag]:
    """Flag what nobody is named for."""
    yield from reading.once(actorless)


def actorless(reading: Reading) -> tuple[Flag, ...]:
    """Give the flags on what nobody is named for, worked out once for all who ask."""
    return tuple(_flags(reading))


def _flags(reading: Reading) -> Iterator[Flag]:
    """Flag the acts nobody is named for, an end of harm with no one to end it, or a text that names no doer at all."""
    unfilled = _unfilled_cell(reading)
    if unfilled is not None:
        place = place_of_words(reading, unfilled, unfilled + 1)
        yield Flag(*place, "The place for the name of the person who does it is still empty.")
        return
    if not reading.sentences or _is_held_by_gap(reading):
        return
    missing = _missing(reading)
    for act in missing:
        yield Flag(*place_of_act(reading, act), f"\u201c{_short(reading, act)}\u201d does not say who does it.")
    if missing:
        return
    if reading.doers.doer is Doer.NOBODY and not reading.doers.missing:
        span = place_of_ask(reading)
        if span is not None and not _has_habit(reading) and not _comes_from_agency(reading):
            yield Flag(*span, "No person is named here who will do anything.")
        return
    spared = next((act for act in reading.asks if _is_only_spared(reading, act)), None)
    if spared is not None:
        who = reading.written(spared.subject_first, spared.verb) or "this person"
        if spared.actors:
            who = reading.written(spared.actors[0].first, spared.actors[0].last)
        yield Flag(
            *place_of_act(reading, spared),
            f"{who} is the one who is to be spared; the person who has to stop is not named.",
            "Who is doing this, and what will that person do instead?",
        )


def _missing(reading: Reading) -> list[Act]:
    """The asks nobody is named for, without what is told, said or only checked."""
    missing = reading.doers.missing
    if not missing:
        return []
    history = reading.lasting(history_words)
    said = {act.sentence for act in missing if _is_said(reading, act)}
    left = [
        act
        for act in missing
        if act.subject_first not in history and not (act.sentence in said and (act.inherited or _is_said(reading, act)))
    ]
    if reading.doers.doer is Doer.NOBODY:
        return left
    return [act for act in left if act.lemma.split()[0] not in _CHECKING and not _says_when_over(reading, act)]


def _is_said(reading: Reading, act: Act) -> bool:
    """Whether an act is the content of another ("whether contact should increase"), a label, or the writer's own."""
    words = reading.words
    if not act.passive and any(key in ("me", "myself") for key in reading.keys[act.subject_first : act.verb]):
        return True  # "my keyworker and me will"
    before = words[act.subject_first - 1].key if act.subject_first else ""
    if before in _OPENS_CONTENT or words[act.subject_first].key == "whether":
        return True
    if before in ("is", "are") and words[act.subject_first].key == "for":
        return True  # "which of them is for Mum to choose": hers to settle, and no task
    return act.lemma in _LABELS and words[min(act.verb + 1, act.last - 1)].key[0].isdigit()  # "Aim 3 days in 4"


def _says_when_over(reading: Reading, act: Act) -> bool:
    opener = reading.words[act.subject_first].key
    return act.lemma in _OVER and (opener in _NAMED_BEFORE or opener[0].isdigit())


def _unfilled_cell(reading: Reading) -> int | None:
    """The word of a "Who:" cell that still has to be filled: "Who: tbc"."""
    words = reading.words
    for n in range(len(words) - 1):
        if words[n].key in _WHO and words[n + 1].key == ":":
            if n + 2 >= len(words) or words[n + 2].key in ("|", "\n"):
                return n
            if words[n + 2].key in _UNFILLED:
                return n + 2
    return None


def _is_held_by_gap(reading: Reading) -> bool:
    """Whether a bracket stands where the doer would: "[name] to ring the surgery", "fitted by [name of the OT]"."""
    words = reading.words
    gaps = reading.lasting(gap_words)
    for n in gaps:
        if words[n].key == "]" and n + 1 < len(words) and words[n + 1].key in _DOES:
            return True
        opened_by = words[n].key == "[" and n > 0 and words[n - 1].key == "by"
        if opened_by and not _PEOPLE_WORDS.isdisjoint(reading.keys[n + 1 : n + 6]):
            return True
    return False


def _has_habit(reading: Reading) -> bool:
    """Whether a person is said to do or not to do something: "Dad does not drink at home"."""
    return any(
        act.mood is Mood.TOLD
        and act.setting is Setting.MAIN
        and act.has_single_holder
        and not act.passive
        and "mental" not in act.classes
        and reading.words[act.verb - 1].key in _NOT
        for act in reading.acts
    )


def _comes_from_agency(reading: Reading) -> bool:
    """Whether a service is named as the giver ("support from adult services"): who in it is another rule's question."""
    return not reading.asks and any(
        party.kind is PartyKind.AGENCY and party.first and _giver_word(reading, party) in ("from", "by")
        for party in reading.parties
    )


def _giver_word(reading: Reading, party: Party) -> str:
    """The word before an agency, articles aside: "from the nursery"."""
    at = party.first - 1
    while at > 0 and reading.words[at].key in ("the", "his", "her", "their", "a", "our"):
        at -= 1
    return reading.words[at].key


def _is_only_spared(reading: Reading, act: Act) -> bool:
    """Whether the subject only lives through something bad that is to end: nobody is asked to stop."""
    if act.passive or any(party.kind not in (PartyKind.PERSON, PartyKind.PRONOUN) for party in act.actors):
        return False
    words = reading.words
    if act.lemma == "end" and not act.actors:
        lives = True
    else:
        lives = words[act.verb].key in _living_through() or act.lemma in _living_through()
    if not lives:
        return False
    if reading.keys[act.verb : act.verb + 3] == ("be", "safe", "from"):
        return True
    tags = {term.tag for term in _lexicon().find(words[act.subject_first : act.last])}
    return "harm" in tags and ("ended" in tags or act.negated or "negative" in act.classes)


def _short(reading: Reading, act: Act) -> str:
    last = min(act.last, act.subject_first + 9)
    return reading.written(act.subject_first, last) + ("" if last == act.last else " \u2026")


RULE: Rule = rule(
    __name__, __doc__, criterion=Criterion.SPECIFIC, severity=Severity.FAULT, flags=_FLAGS, passes=_PASSES, check=check
)
