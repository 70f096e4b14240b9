"""The goals and objectives of a draft as pieces: from each group of asks, or turned round where it must be."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from rewriter.answer import Change, Critique
from rewriter.brackets import stand_in
from rewriter.drafting.conditions import consequence_of, two_steps
from rewriter.drafting.editing import edited
from rewriter.drafting.goals import goal_of
from rewriter.drafting.groups import Group, groups_of, held
from rewriter.drafting.phrases import ask_about
from rewriter.drafting.pieces import Faults, Piece
from rewriter.drafting.reporting import Report, reports_in
from rewriter.drafting.saying import said
from rewriter.drafting.themes import is_kept_out, is_theme_only, one_thing
from rewriter.drafting.turning import protective_goal, turned_round
from rewriter.evidence.doers import fragment_doers
from rewriter.people import PartyKind
from rewriter.plan import Reading, Trigger
from rewriter.reading import read
from rewriter.responsibility import check
from rewriter.smart import Finding, Responsibility
from rewriter.text import words_of

__all__ = ["Planned", "beside_the_turned", "is_blaming", "plainest", "planned", "with_the_source", "without_reports"]

_GOAL = re.compile(r"(?:overall )?(?:goal|aim|outcome)s?\s*[:\-\u2013]\s*", re.IGNORECASE)
_ASKED = frozenset("to will must should shall agrees agree needs need".split())
_BLAMING = ("responsibility_on_victim", "responsibility_unassigned", "hides_information", "mutualises", "minimises")

Planned = tuple[tuple[Piece, ...], tuple[Piece, ...]]  # the goals, and the objectives


def is_blaming(labels: Responsibility) -> bool:
    """Whether any label but `abuse` itself holds."""
    return labels.on_victim or labels.unassigned or labels.hides_information or labels.mutualises or labels.minimises


def planned(critique: Critique, reading: Reading) -> Planned:
    """Give the goals and objectives of a draft, before gaps are numbered and checks are made."""
    labels = critique.responsibility
    # what a person who harms is not to do may stand as it is: it is theirs to keep to
    found = Faults(f for f in critique.findings if not (labels.abuse and f.rule == "negative_outcome"))
    if is_blaming(labels):
        return _turned(critique, reading, found)
    groups = groups_of(reading, found)
    said_goal = next((group for group in groups if len(groups) > 1 and _GOAL.match(reading.text, group.start)), None)
    if said_goal is not None:
        rest = tuple(group for group in groups if group != said_goal)
        return (_goal_as_said(reading, said_goal),), _in_order(reading, rest, found)
    goals = (goal_of(reading, groups, found),) if critique.needs_goal_split else ()
    return goals, _in_order(reading, groups, found)


def _goal_as_said(reading: Reading, group: Group) -> Piece:
    """A line that the user calls the goal, as it was typed."""
    label = _GOAL.match(reading.text, group.start)
    words = said(reading, label.end() if label else group.start, group.end)
    return Piece(f"{words[:1].upper()}{words[1:]}.", (), (), at=group.start)


def _turned(critique: Critique, reading: Reading, found: Faults) -> Planned:
    """What is put on the wrong person or on nobody is turned round; what others are to do stays as it is."""
    labels = critique.responsibility
    groups = groups_of(reading, {**found, "responsibility_on_victim": labels.findings[0]})
    blamed = [finding for finding in labels.findings if finding.rule in _BLAMING]
    rules = _Rules(blamed)
    touched = [group for group in groups if rules.at(group)]
    # where the fault lies between the asks, what a worker is to do stays
    touched = touched or [group for group in groups if not _is_of_a_worker(group)] or list(groups)
    told = replace(reading.context, harms=reading.context.harms or labels.harms)
    # in a list that is faulty as a whole, what others are to do stays, line by line
    touched = [
        group
        for group in touched
        if len(touched) == 1
        or _is_of_the_harmed(reading, group, labels)
        or is_blaming(check(read(reading.text[group.start : group.end], told)))
    ] or touched
    with_them = {act.sentence for group in touched for act in group.acts}
    starts = {group.start for group in touched}
    touched += [
        group
        for group in groups
        if group.start not in starts
        and (
            _GOAL.match(reading.text, group.start)
            or _is_only_told(reading, group, labels)
            or (_is_of_the_harmed(reading, group, labels) and any(act.sentence in with_them for act in group.acts))
        )
    ]
    with_them = {act.sentence for group in touched for act in group.acts}
    theirs = {(act.sentence, act.actors) for group in touched for act in group.acts if act.actors}
    starts = {group.start for group in touched}
    touched += [
        group
        for group in groups
        if group.start not in starts
        and (
            _only_follows(reading, group, with_them)
            or any((act.sentence, act.actors) in theirs for act in group.acts if act.actors)
        )
    ]
    touched.sort(key=lambda group: group.start)
    words = _replaced(reading, groups, touched, rules)
    turned = turned_round(reading, labels.harms, words, touched[0] if touched else None)
    starts = {group.start for group in touched}
    rest = tuple(group for group in groups if group.start not in starts)
    goal = protective_goal(labels.harms, reading, touched)
    # what is offered comes last: what others are to do is no part of it
    offer = _with_reports(turned[-1], reports_in(reading, touched, labels))
    return (goal,), (*turned[:-1], *_in_order(reading, rest, found), offer)


def _with_reports(offer: Piece, reports: Sequence[Report]) -> Piece:
    """The offer, and beside it what somebody was to report."""
    text = " ".join((offer.text, *(words for words, _ in reports)))
    return offer._replace(text=text, asks=(*offer.asks, *(ask for _, asks in reports for ask in asks)))


def without_reports(made: Planned) -> Planned:
    """The same without what somebody was to report, where it cannot stand beside the rest."""
    goals, pieces = made
    *others, offer = pieces
    ends = offer.text.find("to choose. ")
    return goals, (*others, offer._replace(text=offer.text[: ends + 10]) if ends >= 0 else offer)


def _is_of_the_harmed(reading: Reading, group: Group, labels: Responsibility) -> bool:
    """Whether a group asks something of somebody harmed, or of nobody."""
    harmed = {word.key for harm in labels.harms for word in words_of(harm.to)}
    doers = [party for act in group.acts if not act.passive for party in act.actors]
    if not doers:
        doers = list(held(reading.lasting(fragment_doers), group))
    said_keys = {reading.words[n].key for party in doers for n in range(party.first, party.last)}
    mothers = {party.role for party in doers} & {harm.to.lower() for harm in labels.harms}
    return not doers or bool(said_keys & harmed) or bool(mothers)


def _is_only_told(reading: Reading, group: Group, labels: Responsibility) -> bool:
    """Whether a group asks nobody, or tells what the source of harm does: neither may stand as it is beside a blame."""
    doers = [party for act in group.acts for party in act.actors]
    if not doers and group.acts:
        return not held(reading.lasting(fragment_doers), group)
    sources = {word.key for harm in labels.harms for word in words_of(harm.by)}
    theirs = {reading.words[n].key for party in doers for n in range(party.first, party.last)} & sources
    theirs |= {"they" for party in doers if party.kind is PartyKind.PRONOUN}  # "..., he hits her"
    asked = any(reading.words[n].key in _ASKED for act in group.acts for n in range(act.subject_first, act.verb))
    return bool(theirs) and not asked


def _only_follows(reading: Reading, group: Group, sentences: set[int]) -> bool:
    """Whether a group has no more than a verb, whose object is what is turned round: "... - HV to chase by 1 Oct"."""
    if len(group.acts) != 1 or group.acts[0].sentence not in sentences:
        return False
    act = group.acts[0]
    times = {n for time in reading.times_in(act.verb + 1, act.last) for n in range(time.first, time.last)}
    rest = [reading.keys[n] for n in range(act.verb + 1, act.last) if n not in times]
    return all(not key[0].isalnum() or key in ("to", "with", "on", "at") for key in rest)


def _is_of_a_worker(group: Group) -> bool:
    doers = [party for act in group.acts if not act.passive for party in act.actors]
    return bool(doers) and all(party.kind in (PartyKind.PROFESSIONAL, PartyKind.AGENCY) for party in doers)


def _in_order(reading: Reading, groups: Sequence[Group], found: Faults) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for group in groups:
        pieces += [piece._replace(at=group.start) for piece in _objectives(reading, group, found)]
    return tuple(pieces)


def with_the_source(made: Planned, critique: Critique, reading: Reading) -> Planned:
    """The same with an objective for the person causing the harm, where every task was for the person harmed."""
    goals, pieces = made
    source, *_ = turned_round(reading, critique.responsibility.harms, (), None)
    return goals or (protective_goal(critique.responsibility.harms, reading, ()),), (source, *pieces)


def beside_the_turned(made: Planned, critique: Critique, reading: Reading) -> Planned:
    """The plan that turns harm round, with those objectives of a draft beside it that blame nobody harmed."""
    labels = critique.responsibility
    told = replace(reading.context, harms=reading.context.harms or labels.harms)
    fair = [p for p in made[1] if not is_blaming(check(read(stand_in(p.text).text, told)))]
    goal = protective_goal(labels.harms, reading, ())
    return (goal,), (*turned_round(reading, labels.harms, (), None), *fair)


def _replaced(
    reading: Reading, groups: Sequence[Group], touched: Sequence[Group], rules: "_Rules"
) -> tuple[tuple[str, str], ...]:
    """The user's words that are turned round, stretch by stretch, each with the rule that found the fault in them."""
    order = {group.start: number for number, group in enumerate(groups)}
    stretches: list[tuple[int, int, str]] = []
    last = -1
    for group in touched:
        number = order[group.start]
        rule = rules.at(group) or rules.first
        if stretches and number == last + 1:
            stretches[-1] = (stretches[-1][0], group.end, stretches[-1][2])
        else:
            stretches.append((group.start, group.end, rule))
        last = number
    return tuple((reading.text[start:end], rule) for start, end, rule in stretches)


class _Rules:
    """Which rule found blame where."""

    def __init__(self, blamed: Sequence[Finding]) -> None:
        self._found = sorted(blamed, key=lambda finding: finding.start)
        self._reach = list(accumulate((finding.end for finding in self._found), max))
        self.first = blamed[0].rule

    def at(self, group: Group) -> str:
        """Give the rule that found something in a group, or ""."""
        before = bisect_left(self._found, group.end, key=lambda finding: finding.start)
        if before == 0 or self._reach[before - 1] <= group.start:
            return ""
        return self._found[bisect_right(self._reach, group.start, 0, before)].rule


def _objectives(reading: Reading, group: Group, found: Faults) -> tuple[Piece, ...]:
    if reading.trigger.last and "conditional_undefined" in found and group.acts:
        start, end = reading.words[reading.trigger.first].start, reading.words[reading.trigger.last - 1].end
        if group.start < end and start < group.end:
            threat = consequence_of(reading)
            if threat is None:
                return two_steps(reading, group)
            kept = reading.judged(trigger=Trigger(0, 0, whole=False))
            return (*_objectives(kept, Group(group.start, start, group.acts), found), threat)
    if is_theme_only(reading, group, found):
        return tuple(one_thing(reading, part, found) for part in _by_doer(reading, group, found))
    return (edited(reading, group, found),)


def _by_doer(reading: Reading, group: Group, found: Faults) -> tuple[Group, ...]:
    """A group of themes cut where another doer is named, since each is to do one thing."""
    cuts = [
        number
        for number, act in enumerate(group.acts)
        if number
        and act.actors
        and not (act.inherited or act.passive or act.actors == group.acts[0].actors)
        and not is_kept_out(found, reading.words[act.subject_first].start, reading.words[act.last - 1].end)
    ]
    if not cuts:
        return (group,)
    starts = [0, *cuts]
    parts: list[Group] = []
    for number, first in enumerate(starts):
        last = starts[number + 1] if number + 1 < len(starts) else len(group.acts)
        start = group.start if first == 0 else reading.words[group.acts[first].subject_first].start
        end = group.end if last == len(group.acts) else reading.words[group.acts[last].subject_first].start
        parts.append(Group(start, end, group.acts[first:last]))
    return tuple(parts)


def plainest(critique: Critique, reading: Reading) -> Planned:
    """The draft of last resort, where the user's own words cannot be kept without a fault."""
    found = Faults(critique.findings)
    labels = critique.responsibility
    if labels.abuse:
        words = [(f.text, f.rule) for f in labels.findings if f.rule in _BLAMING]
        rest = [(critique.objective.strip(), rule) for _, rule in words[:1]]
        goal = protective_goal(labels.harms, reading, ())
        return (goal,), turned_round(reading, labels.harms, rest or words, None)
    asks = (ask_about("Who"), ask_about("done"), ask_about("often"), ask_about("date"))
    text = "[Who] to [what will be done] [how often] until [date]."
    rule = next(iter(found), "vague_verb")
    change = Change(critique.objective.strip(), text, "The words could not be kept without a fault.", rule)
    return (goal_of(reading, (), found),), (Piece(text, ("[Who]",), asks, (change,), "[what will be done]"),)
