"""The goal apart from the objectives: what is wanted, said positively, in the user's own words where they serve."""

from collections.abc import Sequence

from rewriter.drafting.editing import actor_words
from rewriter.drafting.groups import Group
from rewriter.drafting.phrases import inside_a_sentence
from rewriter.drafting.pieces import Ask, Faults, Piece
from rewriter.people import PartyKind
from rewriter.plan import Act, Reading
from rewriter.smart import Finding

__all__ = ["goal_of"]

# Vague as acts, but fit to say what is wanted; "engage" or "monitor" only hide it behind a service.
_OUTCOMES = frozenset(
    "improve manage develop build progress achieve strengthen maintain sustain access increase reduce cope enjoy "
    "recover thrive regulate transition integrate socialise connect learn".split()
) | frozenset(("cope with", "stay safe", "keep safe", "be safe", "build on", "settle into", "feel", "be happier"))
_SPOILERS = ("negative_outcome", "cliche_or_universal", "service_term", "conditional_undefined", "narrative")


def goal_of(reading: Reading, groups: Sequence[Group], found: Faults) -> Piece:
    """Give the goal for a text that mixes or hides its aim.

    Where the aim stands in plain, positive words it is kept as typed; otherwise the goal is a gap, put to the
    family as the question 003 asks: what will this child have or experience that is good?
    """
    aim = next((act for group in groups for act in group.acts if _is_aim(act)), None)
    if aim is not None and not any(_touches(found.get(rule), reading, aim) for rule in _SPOILERS) and not aim.negated:
        who = actor_words(reading, aim)
        words = reading.written(aim.verb, _aim_end(reading, aim)).strip(" .,;")
        if who and words and len(words.split()) > 1:
            return Piece(f"For {inside_a_sentence(who)} to {words}.", (), ())
    who = _person(reading)
    bracket = f"[what will be different for {who}]"
    question = f"What will be different for {who}, said as something good to have or to do?"
    return Piece(f"{bracket}.", (), (Ask(bracket, question),))


def _is_aim(act: Act) -> bool:
    people = not act.actors or any(party.kind is PartyKind.PERSON for party in act.actors)
    return people and act.lemma in _OUTCOMES


def _aim_end(reading: Reading, act: Act) -> int:
    """The aim without its means ("by increasing ...") and its time words."""
    words = reading.words
    stops = [time.first for time in reading.times_in(act.verb + 1, act.last)]
    stops += [n for n in range(act.verb + 1, act.last - 1) if words[n].key == "by" and words[n + 1].key.endswith("ing")]
    stops += [n for n in range(act.verb + 1, act.last) if words[n].key in ("|", "\n", "-", "\u2013", ";", "(", ".")]
    return min([*stops, act.last])


def _touches(finding: Finding | None, reading: Reading, act: Act) -> bool:
    if finding is None:
        return False
    start, end = reading.words[act.subject_first].start, reading.words[act.last - 1].end
    return finding.start < end and start < finding.end


def _person(reading: Reading) -> str:
    """Who the plan is about: a child or adult named beside the text, else "the child or adult"."""
    about = [p.name for p in reading.context.people if p.role.lower() in ("child", "young person", "adult", "baby")]
    said = [name for name in about if name.lower() in reading.text.lower()]
    named = next(iter(said or (about if len(about) == 1 else [])), "")
    return named or "the child or adult"
