"""Who the clauses of a text name: those harmed, those guarded against, children, and a worker to offer help.

Nothing is read from gender; who is not named is asked for.
"""

from collections.abc import Sequence

from rewriter.drafting.clauses_of_harm import Clause, Fate, asks_the_source
from rewriter.drafting.doers import actor_words
from rewriter.drafting.pairs import Pair
from rewriter.drafting.turning import SOMEBODY
from rewriter.harm.cast import HARMED_SIDES, WORKING_SIDES, Cast, Side
from rewriter.harm.mentions import Mention
from rewriter.plan import Mood
from rewriter.text import key_of

__all__ = ["answering", "children_spoken_of", "guarded_against", "helper", "source_has_a_task"]

_CHILDREN = frozenset(
    "child children kid kids boy boys girl girls baby twins son sons daughter daughters brothers sisters".split()
)
_HELPERS = frozenset("sw worker workers fsw idva isva hv visitor advocate practitioner midwife cpn dsl".split())
_HARMED = HARMED_SIDES - {Side.BOTH}
_AGAINST = frozenset("with from over let allow see contact block seeing contacting keep".split())


def answering(cast: Cast, clauses: Sequence[Clause]) -> list[Mention]:
    """Give those who are harmed as far as the clauses show: made to answer for it, to take up help, or told of."""
    found = []
    for clause in clauses:
        parties = clause.duty.act.actors if clause.duty is not None else ()
        blamed = clause.fate is Fate.REPORTED and clause.rules
        if (clause.fate in (Fate.TURNED, Fate.OFFERED) or blamed) and "mutualises" not in clause.rules:
            mentions = [cast.figures.at.get(party.first) for party in parties]
        elif clause.fate is Fate.TOLD:
            mentions = list(cast.figures.between(clause.first, clause.last))
        else:
            continue
        found += [m for m in mentions if m is not None and not m.pronoun and cast.side_at(m) in _HARMED]
    return found


def guarded_against(cast: Cast, clauses: Sequence[Clause]) -> list[Mention]:
    """Give those against whom somebody is made to guard, where nobody is called the source: "contact with Mark"."""
    return [
        mention
        for clause in clauses
        for mention in cast.figures.between(clause.first, clause.last)
        if _is_guarded_against(cast, clause, mention)
    ]


def _is_guarded_against(cast: Cast, clause: Clause, mention: Mention) -> bool:
    keys = cast.reading.keys
    if keys[mention.first] in ("dads", "mums") and clause.fate is not Fate.KEPT:
        return True  # "as dads violence escalating"
    if cast.marks.begins("legal", mention.last):
        return True  # "dad non mol expires"
    if clause.fate is not Fate.TURNED or clause.duty is None or not mention.first or mention.pronoun:
        return False
    doers = {at.figure for party in clause.duty.act.actors if (at := cast.figures.at.get(party.first))}
    figure = cast.figures.figures[mention.figure]
    person = figure.is_person and not figure.is_child and mention.figure not in doers
    return person and keys[mention.first - 1] in _AGAINST


def children_spoken_of(cast: Cast, clauses: Sequence[Clause], pairs: Sequence[Pair]) -> list[str]:
    """Give the children of whom the words turned round speak, where nobody harmed is known to be a child."""
    names = {person.name.lower() for person in cast.reading.context.people if person.role.lower() in ("child", "baby")}
    spoken = {key_of(word) for pair in pairs for word in pair.harmed.split()} & (_CHILDREN | names)
    if spoken or any("[" in pair.harmed for pair in pairs):
        return []
    for clause in clauses:
        for n in range(clause.first, clause.last) if clause.fate is Fate.TURNED else ():
            mention = cast.figures.at.get(n)
            source = mention is not None and cast.side_at(mention) is Side.SOURCE
            if cast.reading.keys[n] in _CHILDREN and not source and n + 1 not in cast.figures.at:  # "son Paul"
                return [f"the {cast.reading.keys[n]}"]
    return []


def helper(cast: Cast, clauses: Sequence[Clause]) -> str:
    """Give a worker whom the text gives a task and whose work it is to offer help, as typed; else a bracket."""
    for clause in clauses:
        duty = clause.duty
        if duty is None or duty.side is not Side.PROFESSIONAL or len(duty.act.actors) != 1:
            continue
        party = duty.act.actors[0]
        if not _HELPERS.isdisjoint(cast.reading.keys[party.first : party.last]):
            return actor_words(cast.reading, duty.act)
    return SOMEBODY


def source_has_a_task(cast: Cast, clauses: Sequence[Clause], pairs: Sequence[Pair]) -> bool:
    """Say whether the source is asked something; where nobody can ask, whether a worker is, about the source."""
    kept = [clause for clause in clauses if clause.fate is Fate.KEPT]
    if all(pair.askable for pair in pairs):
        return any(
            (clause.duty is not None and clause.duty.side is Side.SOURCE and clause.duty.act.mood is Mood.ASKED)
            or asks_the_source(cast, clause.first, clause.last)
            for clause in kept
        )
    crowd = {key_of(word) for pair in pairs for word in pair.source.split()} - {"the", "older"}
    return any(
        clause.duty is not None
        and clause.duty.side in WORKING_SIDES
        and not crowd.isdisjoint(cast.reading.keys[clause.first : clause.last])
        for clause in kept
    )
