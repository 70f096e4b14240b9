"""Two answers that need no understanding; a score that does not beat both of them says nothing.

"Most frequent" is told the labels of the very set it is scored on, which is more than any honest system knows.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeVar

from evals.answers import DraftAnswer, ObjectiveAnswer, ResponsibilityAnswer
from evals.cases import ObjectiveCase, ResponsibilityCase
from evals.labels import LABELS, FaultCode, Label
from rewriter.smart import CRITERIA, Criterion, InputKind, Verdict

__all__ = ["MostFrequent", "OneRegex"]

Answer = TypeVar("Answer")


class MostFrequent:
    """Says of every case what is most often true in the set."""

    name = "most frequent"

    def __init__(self, objectives: Sequence[ObjectiveCase], texts: Sequence[ResponsibilityCase]) -> None:
        judged = [case.gold for case in objectives if case.gold.verdicts is not None]
        given = [gold.verdicts.by_criterion() for gold in judged if gold.verdicts is not None]
        faults = _commonest((fault for gold in judged for fault in gold.faults), None)
        self._answer = ObjectiveAnswer(
            kind=InputKind.OBJECTIVE,
            verdicts={c: _commonest((verdicts[c] for verdicts in given), Verdict.UNCLEAR) for c in CRITERIA},
            faults=frozenset() if faults is None else frozenset({faults.value}),
            needs_goal_split=_commonest((gold.needs_goal_split for gold in judged), False),
            abuse=_commonest((gold.harm.abuse for gold in judged), False),
        )
        self._draft = DraftAnswer(_commonest((gold.min_objectives for gold in judged), None) or 1)
        true = [case.gold.true() for case in texts]
        self._labels = frozenset(label for label in LABELS if 2 * sum(label in labels for labels in true) > len(true))

    def judge(self, case: ObjectiveCase) -> ObjectiveAnswer:  # noqa: ARG002 - the answer is always the same
        """Give the most frequent verdict of each criterion, and the most frequent fault."""
        return self._answer

    def draft(self, case: ObjectiveCase) -> DraftAnswer:  # noqa: ARG002 - the answer is always the same
        """Give the most frequent number of objectives."""
        return self._draft

    def check(self, case: ResponsibilityCase) -> ResponsibilityAnswer:  # noqa: ARG002 - the answer is always the same
        """Give the labels that are true in more than half of the set."""
        return ResponsibilityAnswer(self._labels)


def _commonest(values: Iterable[Answer], otherwise: Answer) -> Answer:
    """The first of the commonest values, in the order met."""
    found = Counter(values).most_common(1)
    return found[0][0] if found else otherwise


_ACTOR = re.compile(r"\b(?:to|will|must|should)\s+[a-z]+", re.IGNORECASE)
_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|once|twice|every|daily|weekly)\b", re.IGNORECASE
)
_DATE = re.compile(
    r"\b(?:by|until|within|before|for the next)\b[^.;]{0,20}?"
    r"(?:\d|jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec|week|month|term|christmas)",
    re.IGNORECASE,
)
_VAGUE = re.compile(r"\b(?:improve|ensure|engage|support|address|manage|monitor|promote|consider)", re.IGNORECASE)
_NEGATIVE = re.compile(r"\b(?:not|no|stop|avoid|refrain|prevent|never)\b", re.IGNORECASE)
_NO_OBJECTIVE = re.compile(r"\?\s*$|^\s*(?:hi|hello|dear|hey)\b", re.IGNORECASE)
_LABELS = {
    Label.ABUSE: re.compile(r"abus|violen|hit|assault|threat|hurt|harm|exploit|control|police", re.IGNORECASE),
    Label.ON_VICTIM: re.compile(r"\b(?:ensure|protect|prevent|allow|must|stop|avoid|keep)\b", re.IGNORECASE),
    Label.UNASSIGNED: re.compile(r"\b(?:no further|no more|to be no|safe from)\b", re.IGNORECASE),
    Label.HIDES_INFORMATION: re.compile(r"\b(?:reports?|call-?outs?|calls|concerns|mention)", re.IGNORECASE),
    Label.MUTUALISES: re.compile(r"\b(?:parents|couples?|each other|both)\b", re.IGNORECASE),
    Label.MINIMISES: re.compile(r"\b(?:row|argu|conflict|temper|anger|disciplin|tension)", re.IGNORECASE),
}


class OneRegex:
    """Judges each thing by one pattern: a digit means measurable, a date word means timed, "ensure" means blame."""

    name = "one regex"

    def judge(self, case: ObjectiveCase) -> ObjectiveAnswer:
        """Judge by whether one pattern for each criterion is found."""
        acts, counted, timed = (bool(pattern.search(case.text)) for pattern in (_ACTOR, _NUMBER, _DATE))
        vague, negative = bool(_VAGUE.search(case.text)), bool(_NEGATIVE.search(case.text))
        if _NO_OBJECTIVE.search(case.text):
            return ObjectiveAnswer(InputKind.MESSAGE, {}, frozenset(), needs_goal_split=False, abuse=False)
        faults = {
            FaultCode.NO_ACTOR: not acts,
            FaultCode.NO_QUANTITY: not counted,
            FaultCode.NO_DEADLINE: not timed,
            FaultCode.VAGUE_VERB: vague,
            FaultCode.NEGATIVE_OUTCOME: negative,
        }
        return ObjectiveAnswer(
            kind=InputKind.OBJECTIVE,
            verdicts={
                Criterion.SPECIFIC: Verdict.MET if acts and not vague else Verdict.NOT_MET,
                Criterion.MEASURABLE: Verdict.MET if counted else Verdict.NOT_MET,
                Criterion.ACHIEVABLE: Verdict.MET if counted else Verdict.UNCLEAR,
                Criterion.RELEVANT: Verdict.MET if case.context.need else Verdict.UNCLEAR,
                Criterion.TIME_BOUND: Verdict.MET if timed else Verdict.NOT_MET,
            },
            faults=frozenset(code.value for code, found in faults.items() if found),
            needs_goal_split=vague,
            abuse=bool(_LABELS[Label.ABUSE].search(case.text)),
        )

    def draft(self, case: ObjectiveCase) -> DraftAnswer:  # noqa: ARG002 - what it got is what it gives
        """Give the text back as it is: one objective."""
        return DraftAnswer(1)

    def check(self, case: ResponsibilityCase) -> ResponsibilityAnswer:
        """Give every label whose pattern is found, if that of abuse is."""
        found = frozenset(label for label, pattern in _LABELS.items() if pattern.search(case.text))
        return ResponsibilityAnswer(found if Label.ABUSE in found else frozenset())
