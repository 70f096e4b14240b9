"""Who the clauses of a text name: those harmed, those guarded against, children, and a worker to offer help.

Nothing is read from gender; who is not named is asked for.
"""

from collections.abc import Sequence

from rewriter.drafting.clauses_of_harm import Clause, Fate
from rewriter.drafting.doers import actor_words
from rewriter.drafting.pairs import Pair
from rewriter.drafting.sources_asked import asks_the_source, makes_good
from rewriter.drafting.turned_words import harm_going_on
from rewriter.drafting.turning import SOMEBODY
from rewriter.harm.cast import HARMED_SIDES, WORKING_SIDES, Cast, Side
from rewriter.harm.mentions import Mention
from rewriter.plan import Mood
from rewriter.text import key_of

__all__ = ["also_called", "answering", "children_spoken_of", "guarded_against", "helper", "source_has_a_task"]

_CHILDREN = frozenset(
    "child children kid kids boy boys girl girls baby twins son sons daughter daughters brothers sisters".split()
)
_HELPERS = frozenset("sw worker workers fsw idva isva hv visitor advocate practitioner midwife cpn dsl".split())
_LITTLE = frozenset("child children kid kids baby twins".split())
_GROWN = 18
_HARMED = HARMED_SIDES - {Side.BOTH}
_VIOLENT = frozenset("violent abusive aggressive controlling".split())
_WHERE = frozenset("to at in from via near".split())
_AGAINST = frozenset("with from over let allow see contact block seeing contacting keep".split())


def answering(cast: Cast, clauses: Sequence[Clause], suspected: Sequence[Mention]) -> list[Mention]:
    """Give those who are harmed as far as the clauses show: made to answer for it, to take up help, or told of.

    `suspected` are those taken for the source, who are none of them.
    """
    sources = {mention.figure for mention in suspected}
    found: list[Mention] = []
    named: list[Mention] = []
    for clause in clauses:
        parties = clause.duty.act.actors if clause.duty is not None else ()
        blamed = clause.fate is Fate.REPORTED and clause.rules
        inside = cast.figures.between(clause.first, clause.last)
        if (clause.fate in (Fate.TURNED, Fate.OFFERED) or blamed) and "mutualises" not in clause.rules:
            found += [at for party in parties if (at := cast.figures.at.get(party.first))]
        elif clause.fate is Fate.TOLD:
            found += [m for m in inside if not m.first or cast.reading.keys[m.first - 1] not in _WHERE]
        bound = clause.fate is Fate.KEPT and asks_the_source(cast, clause.first, clause.last)
        if bound:
            named += inside  # "Andrei on bail not to msg mum"
        if clause.fate is Fate.TURNED or makes_good(cast, clause.first, clause.last) is not None:
            named += [mention for mention in inside if mention.owning]
    harmed = [[m for m in each if _is_harmed(cast, m) and m.figure not in sources] for each in (found, named)]
    return harmed[0] or harmed[1]


def _is_harmed(cast: Cast, mention: Mention) -> bool:
    programme = cast.marks.begins("harmed_programme", mention.first)  # "Freedom Prog" is nobody's name
    return not mention.pronoun and not programme and cast.side_at(mention) in _HARMED


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
    if clause.fate is Fate.TOLD and harm_going_on(cast, clause.first, clause.last) == mention.last:
        return True  # "Preeti shouting & withholding meals"
    if keys[mention.first] in ("dads", "mums") and clause.fate is not Fate.KEPT and mention.last not in cast.figures.at:
        return True  # "as dads violence escalating"
    if clause.fate is Fate.KEPT and makes_good(cast, clause.first, clause.last) == mention:
        return True  # "Anders repays £1,450"
    if mention.last < clause.last and keys[mention.last] in _VIOLENT:
        return True  # "dad violent"
    if cast.marks.begins("legal", mention.last):
        return True  # "dad non mol expires"
    if clause.fate is Fate.KEPT and clause.duty is not None and mention.figure in _doers(cast, clause):
        return _is_told_to_keep_off(cast, clause, mention)
    if clause.fate is not Fate.TURNED or clause.duty is None or not mention.first or mention.pronoun:
        return False
    figure = cast.figures.figures[mention.figure]
    person = figure.is_person and not figure.is_child and mention.figure not in _doers(cast, clause)
    return person and keys[mention.first - 1] in _AGAINST


def _doers(cast: Cast, clause: Clause) -> set[int]:
    parties = clause.duty.act.actors if clause.duty is not None else ()
    return {at.figure for party in parties if (at := cast.figures.at.get(party.first))}


def _is_told_to_keep_off(cast: Cast, clause: Clause, mention: Mention) -> bool:
    """Whether somebody is told to leave somebody harmed alone, as only a source of harm is: "dad not to text mum"."""
    figure = cast.figures.figures[mention.figure]
    if clause.duty is None or not figure.is_person or cast.side_at(mention) not in (Side.OTHER, Side.UNKNOWN):
        return False
    keys = cast.reading.keys[clause.duty.verb : clause.last]
    alone = clause.duty.act.negated or (clause.duty.act.lemma.split(" ")[0] in ("stay", "keep") and "away" in keys)
    return alone and cast.named(_HARMED, clause.duty.verb, clause.last) is not None


def also_called(cast: Cast) -> list[Mention]:
    """Give the places where the source is named again in the same words, and was read as another: "uncle"."""
    keys, mentions = cast.reading.keys, cast.figures.mentions
    sources = {keys[m.first] for m in mentions if cast.side_at(m) is Side.SOURCE and not m.pronoun}
    return [m for m in mentions if keys[m.first] in sources and cast.side_at(m) in (Side.OTHER, Side.UNKNOWN)]


def children_spoken_of(cast: Cast, clauses: Sequence[Clause], pairs: Sequence[Pair]) -> list[str]:
    """Give the children of whom the words turned round speak, where nobody harmed is known to be a child."""
    names = {person.name.lower() for person in cast.reading.context.people if person.role.lower() in ("child", "baby")}
    spoken = {key_of(word) for pair in pairs for word in pair.harmed.split()} & (_CHILDREN | names)
    ours = any("[the person harmed]" in pair.harmed for pair in pairs)
    if spoken or ours or any(cast.side_at(m) is Side.SOURCE and _is_young(cast, m) for m in cast.figures.mentions):
        return []
    for clause in clauses:
        for n in range(clause.first, clause.last) if clause.fate is Fate.TURNED else ():
            mention = cast.figures.at.get(n)
            if mention is not None and _is_a_child_by_name(cast, mention):
                name = cast.reading.written(mention.first, mention.last)
                return [] if any(name in pair.harmed for pair in pairs) else [name]
            source = mention is not None and cast.side_at(mention) is Side.SOURCE
            children = _LITTLE if any("[" in pair.harmed for pair in pairs) else _CHILDREN
            if cast.reading.keys[n] in children and not source and n + 1 not in cast.figures.at:  # "son Paul"
                return [f"the {cast.reading.keys[n]}"]
    return []


def _is_young(cast: Cast, mention: Mention) -> bool:
    return 0 <= cast.figures.figures[mention.figure].age < _GROWN


def _is_a_child_by_name(cast: Cast, mention: Mention) -> bool:
    figure = cast.figures.figures[mention.figure]
    named = bool(figure.names) and figure.age >= 0 and not mention.owning  # no grown daughter
    return named and cast.side_at(mention) is Side.CHILD


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


def source_has_a_task(
    cast: Cast, clauses: Sequence[Clause], pairs: Sequence[Pair], suspected: Sequence[Mention]
) -> bool:
    """Say whether the source is asked something; where nobody can ask, whether a worker is, about the source."""
    kept = [clause for clause in clauses if clause.fate is Fate.KEPT]
    figures = {mention.figure for mention in suspected}
    if all(pair.askable for pair in pairs):
        return any(
            (clause.duty is not None and not figures.isdisjoint(_doers(cast, clause)))
            or (clause.duty is not None and clause.duty.side is Side.SOURCE and clause.duty.act.mood is Mood.ASKED)
            or makes_good(cast, clause.first, clause.last) is not None
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
