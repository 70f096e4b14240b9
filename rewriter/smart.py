"""The words of SMART as frozen data: criteria, verdicts, findings, judgements."""

from dataclasses import dataclass
from enum import StrEnum

from rewriter.people import Harm

__all__ = ["CRITERIA", "Criterion", "Finding", "InputKind", "Judgement", "Responsibility", "Severity", "Verdict"]


class Criterion(StrEnum):
    """The five letters, in order. Local names for them (Attainable, Agreed, Timely ...) are configuration."""

    SPECIFIC = "specific"
    MEASURABLE = "measurable"
    ACHIEVABLE = "achievable"
    RELEVANT = "relevant"
    TIME_BOUND = "time_bound"


CRITERIA = tuple(Criterion)


class Verdict(StrEnum):
    """How a criterion is judged; after the guidance's own answers (002 Halton, the worked examples)."""

    MET = "met"  # "Yes"
    PARTLY = "partly"  # "Yes but ...", "Yes to some extent"
    NOT_MET = "not_met"  # "No"
    UNCLEAR = "unclear"  # "Possibly but not clear from the way the objective is stated by itself"


class Severity(StrEnum):
    """Whether a finding counts against the text."""

    FAULT = "fault"
    ADVICE = "advice"  # never lowers a verdict and never makes a good objective need rewriting


class InputKind(StrEnum):
    """What was pasted. Only the first three are judged."""

    OBJECTIVE = "objective"
    GOAL = "goal"
    PLAN = "plan"
    QUESTION = "question"
    CASE_NOTE = "case_note"
    MESSAGE = "message"
    INSTRUCTION = "instruction"
    OTHER_LANGUAGE = "other_language"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing one rule found at one place.

    `start` and `end` are code point offsets into the text as received (end exclusive), `text` the words there;
    `question` is what to ask so that it can be put right; `source` cites the guidance or says "practice judgement".
    `criterion` is None for the responsibility labels that belong to no letter.
    """

    rule: str
    severity: Severity
    criterion: Criterion | None
    start: int
    end: int
    text: str
    message: str
    question: str
    source: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on one criterion, why, the one question to ask next, and the rules it rests on."""

    criterion: Criterion
    verdict: Verdict
    reason: str
    question: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Responsibility:
    """The six labels of the responsibility standard for one text, with the harms they were judged by."""

    abuse: bool = False
    on_victim: bool = False
    unassigned: bool = False
    hides_information: bool = False
    mutualises: bool = False
    minimises: bool = False
    harms: tuple[Harm, ...] = ()
    findings: tuple[Finding, ...] = ()
