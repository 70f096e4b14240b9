"""The goal apart from the objectives: what is wanted, said positively, in the user's own words where they serve."""

from collections.abc import Sequence

from rewriter.drafting.doers import actor_words, thing_of
from rewriter.drafting.groups import Group
from rewriter.drafting.phrases import inside_a_sentence
from rewriter.drafting.pieces import Ask, Faults, Piece
from rewriter.drafting.saying import said
from rewriter.evidence.doers import fragment_doers
from rewriter.people import Party, PartyKind
from rewriter.plan import Act, Reading
from rewriter.reading import read
from rewriter.sentences.grammar import verb_at
from rewriter.smart import Finding
from rewriter.text import joined

__all__ = ["different_for", "goal_of", "wanted_in"]

# Vague as acts, but fit to say what is wanted; "engage" or "monitor" only hide it behind a service.
_OUTCOMES = frozenset(
    "improve manage develop build progress achieve strengthen maintain sustain access increase reduce cope enjoy "
    "recover thrive regulate transition integrate socialise connect learn".split()
) | frozenset(("cope with", "stay safe", "keep safe", "be safe", "build on", "settle into", "feel", "be happier"))
_WANTS = frozenset(("want", "wants", "wanted"))
_ENDS = frozenset((",", ";", ".", ":", "\n", "(", "and", "but", "so", "because"))
_MOST_NAMED = 3
_INITIALS = 2
_SPOILERS = ("negative_outcome", "cliche_or_universal", "service_term", "conditional_undefined", "narrative")
_LIVED = ("child", "young person", "adult", "baby")
_SPOKEN_OF = ("", *_LIVED)


def goal_of(reading: Reading, groups: Sequence[Group], found: Faults) -> Piece:
    """Give the goal for a text that mixes or hides its aim.

    Where the aim stands in plain, positive words it is kept as typed, and so is what the child or adult is said to
    want; otherwise the goal is a gap, put to the family as the question 003 asks: what will this child have or
    experience that is good?
    """
    for group, act in ((each, act) for each in groups for act in each.acts if _is_aim(act, reading)):
        if act.negated or any(_touches(finding, reading, act) for rule in _SPOILERS for finding in found.every(rule)):
            continue
        who = actor_words(reading, act) or thing_of(reading, act)
        words = said(reading, reading.words[act.verb].start, reading.words[_aim_end(reading, act, group) - 1].end)
        if who and words and (len(words.split()) > 1 or not act.actors):
            return Piece(f"For {inside_a_sentence(who)} to {words}.", (), ())
    wanted = wanted_in(reading) or _ensured(reading)
    if wanted:
        return Piece(wanted, (), ())
    return different_for(reading)


def _ensured(reading: Reading) -> str:
    """What nobody is named to "ensure" for somebody named: "Ensure Temi and Dami feel safe in the home"; or ""."""
    words = reading.words
    people = [party for party in reading.parties if party.names and party.kind is PartyKind.PERSON]
    if len(reading.sentences) != 1 or words[0].key != "ensure" or not people or people[0].first != 1:
        return ""
    at = 1
    for party in people:
        at = party.after if party.first in (at, at + 1) else at
    verb = verb_at(words, at, len(words)) if at < len(words) else None
    if verb is None or verb.form != "base" or reading.times or any(word.key in _ENDS - {"and"} for word in words[at:]):
        return ""
    return f"For {reading.written(1, at)} to {reading.written(at, len(words)).rstrip('.')}."


def different_for(reading: Reading) -> Piece:
    """The goal as a gap: what will be different for the child or adult whom the text is about."""
    who = _person(reading)
    bracket = f"[what will be different for {who}]"
    question = f"What will be different for {who}, said as something good to have or to do?"
    return Piece(f"{bracket}.", (), (Ask(bracket, question),))


def _is_aim(act: Act, reading: Reading) -> bool:
    if reading.words[act.verb].key.endswith("ing"):
        return False  # "carers feeling burnt out" tells how things are
    if not act.actors:
        return (
            not act.passive and act.verb > act.subject_first and act.lemma in _OUTCOMES and bool(thing_of(reading, act))
        )
    people = any(party.kind is PartyKind.PERSON for party in act.actors)
    return people and (act.lemma in _OUTCOMES or ("mental" in act.classes and act.lemma not in _WANTS))


def wanted_in(reading: Reading) -> str:
    """Give what the child or adult is said to want, in the text or the need ("Tobias wants to see dad"), or ""."""
    told = (read(reading.context.need, reading.context),) if reading.context.need else ()
    for source in (reading, *told):
        people = {party.last: party for party in source.parties if party.names and party.kind is PartyKind.PERSON}
        words = source.words
        for n in range(1, len(words) - 2):
            if words[n].key not in _WANTS or words[n + 1].key != "to":
                continue
            at = n
            if words[n - 1].key == ")":  # "Tobias (27) wants"
                at = next((m for m in range(n - 2, max(n - 6, 0), -1) if words[m].key == "("), n)
            at -= words[at - 1].key == "both"
            who = people.get(at)
            stop = next((m for m in range(n + 2, len(words)) if words[m].key in _ENDS), len(words))
            if who is not None and stop - n > 3:
                first = _named_with(who, source, people)
                return f"For {source.text[first.start : who.end]} to {source.written(n + 2, stop)}."
    return ""


def _named_with(who: Party, source: Reading, people: dict[int, Party]) -> Party:
    """The first of two who want it in the same breath: "Reg & Eileen both want to"."""
    joined_by = source.keys[who.first - 1] if who.first else ""
    return people.get(who.first - 1, who) if joined_by in ("and", "&") else who


def _aim_end(reading: Reading, act: Act, group: Group) -> int:
    """The aim without its means ("by increasing ...") and its time words, up to the next ask."""
    words = reading.words
    end = next((n for n in range(act.verb + 1, len(words)) if words[n].start >= group.end), len(words))
    after = [other.subject_first for other in group.acts if other.verb > act.verb and not _goes_on(other)]
    end = min([end, *after])
    stops = [time.first for time in reading.times_in(act.verb + 1, end)]
    stops += [n for n in range(act.verb + 1, end - 1) if words[n].key == "by" and words[n + 1].key.endswith("ing")]
    stops += [n for n in range(act.verb + 1, end) if words[n].key in ("|", "\n", "-", "\u2013", ";", "(", ".")]
    return min([*stops, end])


def _goes_on(act: Act) -> bool:
    """Whether an act is one more state of the same mind: "and feel more settled in class"."""
    return "mental" in act.classes and (act.inherited or not act.actors) and not act.negated


def _touches(finding: Finding, reading: Reading, act: Act) -> bool:
    start, end = reading.words[act.subject_first].start, reading.words[act.last - 1].end
    return finding.start < end and start < finding.end


def _person(reading: Reading) -> str:
    """Who the plan is about: a child or adult named beside the text or in it, else "the child or adult"."""
    about = [p.name for p in reading.context.people if p.role.lower() in _LIVED]
    said_too = [name for name in about if name.lower() in reading.text.lower()]
    beside = said_too or (about if 0 < len(about) <= _MOST_NAMED else [])
    if beside:
        return joined(beside)
    roles = {p.name.lower(): p.role.lower() for p in reading.context.people}
    acting = {party.first for act in reading.acts for party in act.actors}
    acting |= {party.first for party in reading.lasting(fragment_doers)}
    named = [
        party
        for party in reading.parties
        if party.kind is PartyKind.PERSON and party.names and party.role in _SPOKEN_OF
        and reading.text[party.end : party.end + 1] != "/"
        and roles.get(reading.text[party.start : party.end].lower(), "child") in _LIVED
    ]  # fmt: skip
    others = [party for party in named if party.first not in acting] or named
    elsewhere = {name for party in reading.parties if party.role not in _SPOKEN_OF for name in party.names}
    names = dict.fromkeys(
        name
        for party in others
        if len(name := _plain_name(reading, party)) > _INITIALS
        and not elsewhere.intersection(party.names)  # "Uncle Femi ... to tell Femi"
        and not any(sign.isupper() for sign in name[-_INITIALS:])  # "GCSEs" are no person
    )
    return next(iter(names)) if len(names) == 1 else "the child or adult"


def _plain_name(reading: Reading, party: Party) -> str:
    return reading.text[party.start : party.end].removesuffix("'s").removesuffix("\u2019s")
