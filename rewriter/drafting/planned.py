"""The goals and objectives of a draft as pieces: from each group of asks, or turned round where it must be."""

import re
from collections.abc import Sequence

from rewriter.answer import Change, Critique
from rewriter.drafting.conditions import consequence_of, two_steps
from rewriter.drafting.editing import edited
from rewriter.drafting.goals import goal_of
from rewriter.drafting.groups import Group, groups_of
from rewriter.drafting.phrases import ask_about
from rewriter.drafting.pieces import Faults, Piece
from rewriter.drafting.saying import said
from rewriter.drafting.themes import is_kept_out, is_theme_only, one_thing
from rewriter.plan import Reading, Trigger
from rewriter.smart import Responsibility

__all__ = ["Planned", "is_blaming", "plainest", "planned"]

_GOAL = re.compile(r"(?:overall )?(?:goal|aim|outcome)s?\s*[:\-\u2013]\s*", re.IGNORECASE)

Planned = tuple[tuple[Piece, ...], tuple[Piece, ...]]  # the goals, and the objectives


def is_blaming(labels: Responsibility) -> bool:
    """Whether any label but `abuse` itself holds."""
    return labels.on_victim or labels.unassigned or labels.hides_information or labels.mutualises or labels.minimises


def planned(critique: Critique, reading: Reading) -> Planned:
    """Give the goals and objectives of a draft, before gaps are numbered and checks are made."""
    labels = critique.responsibility
    # what a person who harms is not to do may stand as it is: it is theirs to keep to
    found = Faults(f for f in critique.findings if not (labels.abuse and f.rule == "negative_outcome"))
    groups = groups_of(reading, found)
    said_goal = next((group for group in groups if len(groups) > 1 and _GOAL.match(reading.text, group.start)), None)
    if said_goal is not None:
        rest = tuple(group for group in groups if group != said_goal)
        return (_goal_as_said(reading, said_goal),), _in_order(reading, rest, found)
    goals = (goal_of(reading, groups, found),) if critique.needs_goal_split else ()
    return goals, _in_order(reading, groups, found, "".join(goal.text for goal in goals))


def _goal_as_said(reading: Reading, group: Group) -> Piece:
    """A line that the user calls the goal, as it was typed."""
    label = _GOAL.match(reading.text, group.start)
    words = said(reading, label.end() if label else group.start, group.end)
    return Piece(f"{words[:1].upper()}{words[1:]}.", (), (), at=group.start)


def _in_order(reading: Reading, groups: Sequence[Group], found: Faults, goal: str = "") -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for group in groups:
        pieces += [piece._replace(at=group.start) for piece in _objectives(reading, group, found, goal)]
    return tuple(pieces)


def _objectives(reading: Reading, group: Group, found: Faults, goal: str) -> tuple[Piece, ...]:
    # what is not to be done "unless" something holds is not to be left undone once it does
    excepted = bool(reading.trigger.last) and reading.keys[reading.trigger.first] == "unless"
    if reading.trigger.last and not excepted and "conditional_undefined" in found and group.acts:
        start, end = reading.words[reading.trigger.first].start, reading.words[reading.trigger.last - 1].end
        if group.start < end and start < group.end:
            threat = consequence_of(reading)
            if threat is None:
                return two_steps(reading, group)
            kept = reading.judged(trigger=Trigger(0, 0, whole=False))
            return (*_objectives(kept, Group(group.start, start, group.acts), found, goal), threat)
    if is_theme_only(reading, group, found):
        return tuple(one_thing(reading, part, found, goal) for part in _by_doer(reading, group, found))
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
    asks = (ask_about("Who"), ask_about("done"), ask_about("often"), ask_about("date"))
    text = "[Who] to [what will be done] [how often] until [date]."
    rule = next(iter(found), "vague_verb")
    change = Change(critique.objective.strip(), text, "The words could not be kept without a fault.", rule)
    return (goal_of(reading, (), found),), (Piece(text, ("[Who]",), asks, (change,), "[what will be done]"),)
