"""What a second reader of responsibility, who saw the rewrite and nothing else, adds to what the guard found."""

from dataclasses import replace

from rewriter.answer import ConcernKind, Guarded
from rewriter.guarding.concern import fault
from rewriter.smart import Finding, Responsibility, Severity

__all__ = ["with_second_reader"]


def with_second_reader(guarded: Guarded, labels: Responsibility, rewrite: str) -> Guarded:
    """Give the answer with the labels that both readers agreed on in the place of the rules' own.

    Takes what the rules found, the reconciled labels and the rewrite. Each finding that is new is a fault; one of the
    rules' that the two did not uphold is left out. What the comparison of the two texts found stands.
    """
    before = guarded.responsibility.findings
    new = [finding for finding in labels.findings if finding not in before]
    gone = {_place(finding) for finding in before if finding not in labels.findings}
    kept = [
        concern
        for concern in guarded.concerns
        if concern.kind is not ConcernKind.RESPONSIBILITY or (concern.start, concern.end, concern.message) not in gone
    ]
    kept += [fault(ConcernKind.RESPONSIBILITY, rewrite, each.start, each.end, each.message) for each in new]
    ordered = sorted(kept, key=lambda concern: (concern.kind is ConcernKind.DROPPED, concern.start))
    passes = not any(concern.severity is Severity.FAULT for concern in ordered)
    return replace(guarded, passes=passes, concerns=tuple(ordered), responsibility=labels)


def _place(finding: Finding) -> tuple[int, int, str]:
    return finding.start, finding.end, finding.message
