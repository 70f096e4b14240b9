"""Five verdicts from what was read and found, each with the ground it rests on.

The order of the tests in each function is the standard's: what settles a verdict for certain comes first.
Source: the worked examples of 002 Halton, judged criterion by criterion, and the elements of 000, 001, 003, 004.
"""

from collections.abc import Sequence

from rewriter.evidence.needs import relevance_of
from rewriter.plan import Counted, Due, Reading
from rewriter.smart import CRITERIA, Criterion, Finding, Verdict
from rewriter.verdict.achievable import achievable
from rewriter.verdict.ground import Found, Ground
from rewriter.verdict.specific import specific

__all__ = ["verdicts_on"]

_RELEVANT = {
    Verdict.MET: "It plainly addresses the need that is stated.",
    Verdict.PARTLY: "It addresses a part of the need, or only its effects.",
    Verdict.NOT_MET: "It does not address the need that is stated.",
    Verdict.UNCLEAR: "Possibly, but that is not clear from the words by themselves: no need is stated.",
}
_NEED_QUESTION = "What is happening for this child or adult now that makes this worth doing?"
_TIMES = {
    Due.DATED: (Verdict.MET, "It says by when, or for how long."),
    Due.UNDATED_EVENT: (Verdict.PARTLY, "It points to a time, but not to a date anyone could check."),
    Due.NO_END: (Verdict.PARTLY, "It says how often, or from when, but not until when."),
    Due.OPEN_ENDED_HABIT: (Verdict.PARTLY, "It says how often, but has no end."),
    Due.OPEN_ENDED: (Verdict.NOT_MET, "The words about time set no date, so nobody could say when it is due."),
    Due.PAST: (Verdict.NOT_MET, "The date it gives has gone by."),
    Due.NOTHING: (Verdict.NOT_MET, "It does not say by when."),
}


def verdicts_on(reading: Reading, findings: Sequence[Finding]) -> dict[Criterion, Ground]:
    """Give the verdict on each criterion, in their order, from a reading and the faults found in it."""
    found = {finding.rule: finding for finding in reversed(findings)}
    judges = (specific, _measurable, achievable, _relevant, _time_bound)
    return {criterion: judge(reading, found) for criterion, judge in zip(CRITERIA, judges, strict=True)}


def _measurable(reading: Reading, found: Found) -> Ground:
    measure = reading.measure
    if "review_as_measure" in found and measure.counted is not Counted.FULLY:
        zero = (
            "negative_outcome" in found and measure.counted is Counted.IN_PART and "responsibility_unassigned" in found
        )
        return Ground(
            Verdict.PARTLY if zero else Verdict.NOT_MET,
            "A review is when the measure is looked at; it does not say what is counted.",
            ("review_as_measure",),
        )
    if measure.counted is Counted.FULLY:
        return Ground(Verdict.MET, "It can be counted, or it is plainly done or not done.")
    if measure.counted is Counted.IN_PART:
        if measure.any_change:
            return Ground(
                Verdict.PARTLY,
                "It can be compared, but the smallest change would meet it.",
                ("loophole", "no_quantity"),
            )
        if "negative_outcome" in found:
            return Ground(
                Verdict.PARTLY,
                "None of it would be a measure, but it is not said what counts as one.",
                ("undefined_term", "negative_outcome"),
            )
        return Ground(
            Verdict.PARTLY,
            "Something can be told, but not how much is expected or what counts as done.",
            ("untold_tolerance", "no_quantity"),
        )
    return Ground(Verdict.NOT_MET, "No number, frequency or sign says how anyone would know.", ("no_quantity",))


def _relevant(reading: Reading, found: Found) -> Ground:
    verdict = reading.once(relevance_of)
    if "not_linked_to_need" in found:
        verdict = Verdict.NOT_MET
    elif verdict is Verdict.NOT_MET:
        verdict = Verdict.PARTLY
    return Ground(
        verdict, _RELEVANT[verdict], ("not_linked_to_need",), "" if verdict is Verdict.MET else _NEED_QUESTION
    )


def _time_bound(reading: Reading, _found: Found) -> Ground:
    verdict, reason = _TIMES[reading.timescale.due]
    return Ground(verdict, reason, ("no_deadline", "deadline_vague", "ongoing_or_asap"))
