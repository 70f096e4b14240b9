"""Turns an undefined trigger into who decides, on which countable signs, and then what, within how many days.

Source: 002 Halton, Example 4 and its two objectives.
"""

from rewriter.answer import Change
from rewriter.drafting.doers import actor_words, thing_of
from rewriter.drafting.groups import Group
from rewriter.drafting.phrases import ask_about, inside_a_sentence
from rewriter.drafting.pieces import Ask, Piece
from rewriter.drafting.saying import said
from rewriter.people import PartyKind
from rewriter.plan import Act, Reading, Setting

__all__ = ["consequence_of", "two_steps"]


def two_steps(reading: Reading, group: Group) -> tuple[Piece, ...]:
    """Give the two objectives for a group whose ask hangs on a condition nobody could apply."""
    act = next(iter(group.acts), None)
    if act is None:
        return ()
    who = actor_words(reading, act)
    professional = any(party.kind is PartyKind.PROFESSIONAL for party in act.actors)
    decider = who if who and professional else "[Named worker]"
    meant = _without_opener(reading.written(reading.trigger.first, reading.trigger.last).strip(" ,.;"))
    decide = (
        f"{decider[:1].upper()}{decider[1:]} to check at least every [6 weeks] until [date] for "
        f'[first countable sign] or [second countable sign], which is what "{meant}" means here.'
    )
    asks = (
        *(() if decider == who else (Ask("[Named worker]", "Who, by name, looks at the signs and decides?"),)),
        ask_about("weeks"),
        ask_about("date"),
        ask_about("signs"),
        ask_about("more_signs"),
    )
    change = Change(
        reading.written(reading.trigger.first, reading.trigger.last),
        "[first countable sign] or [second countable sign]",
        "Nobody could have told when it applied.",
        "conditional_undefined",
    )
    words = _then_words(reading, act, group)
    thing = "" if who else thing_of(reading, act)
    doer = inside_a_sentence(who) or thing or "[who]"
    see_to = ", with [who] to see to it" if thing else ""
    then = f"Once either sign is seen, {doer} to {words} within [10 working days]{see_to}."
    then_asks = (*(() if who else (ask_about("who"),)), ask_about("working_days"))
    return (
        Piece(decide, (decider,), asks, (change,), "check for these signs"),
        Piece(then, (who or "[who]",), then_asks, (), words),
    )


def _is_threat(reading: Reading) -> bool:
    return any(
        clause.setting is Setting.CONSEQUENCE and clause.first == reading.trigger.first for clause in reading.clauses
    )


def consequence_of(reading: Reading) -> Piece | None:
    """Where the trigger is a threat ("otherwise contact will be stopped"): who decides it, on which signs, how soon."""
    if not _is_threat(reading):
        return None
    words = _without_opener(reading.written(reading.trigger.first, reading.trigger.last).strip(" ,.;"))
    text = (
        "If [first countable sign] or [second countable sign] is seen, [named worker] to decide within "
        f"[10 working days] whether {words}."
    )
    asks = (
        Ask("[named worker]", "Who, by name, looks at the signs and decides?"),
        ask_about("working_days"),
        ask_about("signs"),
        ask_about("more_signs"),
    )
    change = Change(
        reading.written(reading.trigger.first, reading.trigger.last),
        text,
        "Nobody could have told when it applied.",
        "conditional_undefined",
    )
    return Piece(text, ("[named worker]",), asks, (change,), "decide")


def _without_opener(condition: str) -> str:
    head, _, rest = condition.partition(" ")
    return (
        rest
        if head.lower() in ("if", "unless", "when", "should", "whenever", "once", "until", "otherwise") and rest
        else condition
    )


def _then_words(reading: Reading, act: Act, group: Group) -> str:
    """What is to follow, with all that is asked beside it in the same sentence."""
    end = min(group.end, reading.words[reading.sentences[act.sentence][1] - 1].end)
    trigger = reading.words[reading.trigger.first].start
    start = reading.words[act.verb].start
    if start < trigger < end:
        end = trigger
    lead = "be " if act.passive else ""
    return lead + ("not " if act.negated else "") + said(reading, start, end)
