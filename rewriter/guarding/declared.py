"""Changes that a rewrite declares, and which of them a rule backs.

A change is backed where its words stand in both texts and the critique of the original finds that rule's fault, or
puts responsibility on the wrong person, at or near those words. It excuses the facts within those words and no others.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rewriter.answer import Change, Concern, ConcernKind, Critique
from rewriter.guarding.concern import advice
from rewriter.rules import RULES
from rewriter.smart import Criterion, Finding, Severity
from rewriter.text import Span

__all__ = ["Excused", "excused_by", "unbacked"]

_NEAR = 60  # code points: the faulty words and the changed words of one clause
_RESPONSIBILITY = frozenset(
    "responsibility_on_victim responsibility_unassigned hides_information mutualises minimises".split()
)
_TURNING = _RESPONSIBILITY | {"who_harms_whom"}


@dataclass(frozen=True, slots=True)
class Excused:
    """What backed changes allow: stretches of the original, and stretches of the rewrite, in order and apart."""

    original: tuple[Span, ...] = ()
    rewrite: tuple[Span, ...] = ()
    turned: bool = False  # responsibility was turned round, so acts may have passed to another person

    def covers_from(self, offset: int) -> bool:
        """Whether what stands at an offset of the original may go."""
        return _covers(self.original, offset)

    def covers_to(self, offset: int) -> bool:
        """Whether what stands at an offset of the rewrite may be new."""
        return _covers(self.rewrite, offset)


def excused_by(
    changes: Sequence[Change], original: str, rewrite: str, critique: Callable[[], Critique]
) -> tuple[Excused, tuple[Change, ...]]:
    """Give what the changes excuse, and those that nothing backs. `critique` judges the original, if it is needed."""
    if not changes:
        return Excused(), ()
    judged = critique()
    findings = (*judged.findings, *judged.responsibility.findings)
    gone: list[Span] = []
    new: list[Span] = []
    turned = False
    alone: list[Change] = []
    old_text, new_text = _plain(original), _plain(rewrite)
    for change in changes:
        here, there = _places(old_text, change.from_), _places(new_text, change.to)
        backing = [f for f in findings if any(_backs(f, change, place) for place in here)]
        if not backing or (change.to.strip() and not there):
            alone.append(change)
            continue
        gone += here
        new += there
        turned = turned or any(f.rule in _TURNING for f in backing)
    return Excused(_merged(gone), _merged(new), turned), tuple(alone)


def unbacked(changes: Sequence[Change], rewrite: str) -> Iterator[Concern]:
    """Say of each declared change without backing that it is none, at its words in the rewrite."""
    for change in changes:
        place = next(iter(_places(_plain(rewrite), change.to)), Span(0, 0))
        message = "This change is declared, but no rule finds a fault in these words that would call for it."
        yield advice(ConcernKind.CHANGED, rewrite, place.start, place.end, message)


def _backs(finding: Finding, change: Change, place: Span) -> bool:
    """Whether a finding backs a change: the rule declared, near; or another of its letter, in those very words."""
    if finding.rule in _RESPONSIBILITY or finding.rule == change.rule or finding.rule.startswith(f"{change.rule}_"):
        return _is_near(finding, place)
    same = _criteria().get(change.rule) == finding.criterion and finding.severity is Severity.FAULT
    return same and finding.start < place.end and place.start < finding.end


@cache
def _criteria() -> dict[str, Criterion | None]:
    return {"ongoing": Criterion.TIME_BOUND, **{rule.id: rule.criterion for rule in RULES}}


def _is_near(finding: Finding, place: Span) -> bool:
    return finding.start <= place.end + _NEAR and place.start <= finding.end + _NEAR


def _plain(text: str) -> str:
    """The text with each character small and plain, none more and none fewer, so that offsets hold."""
    small = text.lower()
    if len(small) != len(text) or "\u03a3" in text:  # its small form depends on where it stands
        small = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    return small.replace("\u2019", "'").replace("\n", " ").replace("\u2018", "'")


def _places(text: str, words: str) -> tuple[Span, ...]:
    looked_for = _plain(words).strip().strip(".")
    if not looked_for:
        return ()
    found: list[Span] = []
    at = text.find(looked_for)
    while at >= 0:
        found.append(Span(at, at + len(looked_for)))
        at = text.find(looked_for, at + len(looked_for))
    return tuple(found)


def _merged(places: Sequence[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for place in sorted(places):
        if merged and place.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, place.end))
        else:
            merged.append(place)
    return tuple(merged)


def _covers(places: Sequence[Span], offset: int) -> bool:
    at = bisect_right(places, offset, key=lambda place: place.start) - 1
    return at >= 0 and offset < places[at].end
