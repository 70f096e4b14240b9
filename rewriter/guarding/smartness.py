"""Whether each objective of a rewrite is SMART among its siblings, and asks for no more than it can have agreed."""

from collections.abc import Iterator
from dataclasses import replace

from rewriter.answer import Concern, ConcernKind
from rewriter.critic import critique_of
from rewriter.guarding.concern import advice, fault
from rewriter.guarding.sides import Line, Side
from rewriter.settings import Settings
from rewriter.smart import Criterion, InputKind, Verdict

__all__ = ["MOST_GAPS", "not_smart", "overfull"]

MOST_GAPS = 6  # an objective with more to agree than this is a form to fill in (practice judgement)
_JUDGED = (Criterion.SPECIFIC, Criterion.MEASURABLE, Criterion.TIME_BOUND)


def overfull(rewrite: Side) -> Iterator[Concern]:
    """Give a concern for each objective with too many gaps."""
    at = 0
    for start, end in _objectives(rewrite):
        gaps = 0
        while at < len(rewrite.gaps) and rewrite.gaps[at].start < end:
            gaps += rewrite.gaps[at].start >= start
            at += 1
        if gaps > MOST_GAPS:
            message = f"{gaps} things are still to be agreed in one objective; {MOST_GAPS} are the most."
            yield fault(ConcernKind.NOT_SMART, rewrite.text, start, end, message)


def not_smart(rewrite: Side, settings: Settings) -> Iterator[Concern]:
    """Give advice for each objective that is not SMART."""
    has_goal = any(line.is_goal for line in rewrite.lines)
    # among its siblings: with the goal beside it, a service is the action that it should be
    among = replace(settings, rules_off=settings.rules_off | ({"service_term"} if has_goal else set()))
    for start, end in _objectives(rewrite):
        judged = critique_of(rewrite.text[start:end], InputKind.OBJECTIVE, rewrite.context, among)
        for judgement in judged.judgements:
            if judgement.criterion in _JUDGED and judgement.verdict is Verdict.NOT_MET:
                label = settings.labels[judgement.criterion]
                message = f"{label}: {judgement.reason}"
                yield advice(ConcernKind.NOT_SMART, rewrite.text, start, end, message)


def _objectives(rewrite: Side) -> Iterator[tuple[int, int]]:
    """Where each objective stands: a line of its own with the lines that go on from it."""
    group: list[Line] = []
    for line in rewrite.lines:
        if line.is_goal or line.is_new:
            if group:
                yield group[0].start, group[-1].end
            group = []
        if not line.is_goal:
            group.append(line)
    if group:
        yield group[0].start, group[-1].end
