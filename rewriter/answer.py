"""What the product answers, as frozen data: a critique, and a rewrite with its gaps and changes.

The same shapes go out as JSON (contract version 1, see `wire`); field names are the contract's.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from rewriter.plan import Context
from rewriter.smart import Finding, InputKind, Judgement, Responsibility, Severity

__all__ = [
    "CONTRACT_VERSION",
    "Change",
    "Concern",
    "ConcernKind",
    "Critique",
    "Gap",
    "Goal",
    "Guarded",
    "ModelUse",
    "Objective",
    "ObjectiveMeasure",
    "ObjectiveTimescale",
    "Provenance",
    "Rewrite",
    "SelfCheck",
    "Status",
]

CONTRACT_VERSION = 1


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where an answer comes from: the engine, the versions, and why a fallback was taken ("" where none was).

    `calls` counts what a model was asked, and the sizes are of all calls together: characters of messages as we
    count them, tokens as the provider does (0 where it counts none). `masked` says that names and all else that
    identifies were masked in whatever was sent.
    """

    engine: str  # "rules" or "model"
    rules_version: str
    contract_version: int = CONTRACT_VERSION
    prompt_version: str = ""
    model: str = ""
    calls: int = 0
    characters_sent: int = 0
    characters_received: int = 0
    tokens_sent: int = 0
    tokens_received: int = 0
    fallback: str = ""
    rules_off: tuple[str, ...] = ()
    masked: bool = False


@dataclass(frozen=True, slots=True)
class Critique:
    """The judgement of one text: its kind, five judgements, the findings and the responsibility labels.

    `judgements` and `findings` are empty unless `input_kind` is an objective, a goal or a plan; `advice_to_reader`
    then says kindly what the text seems to be and what to paste instead. `safety_notice` is set where the text
    speaks of immediate danger, whatever its kind. `ignored` are findings switched off one by one, with reasons.
    """

    objective: str
    input_kind: InputKind
    judgements: tuple[Judgement, ...]
    findings: tuple[Finding, ...]
    needs_goal_split: bool
    responsibility: Responsibility
    provenance: Provenance
    advice_to_reader: str = ""
    safety_notice: str = ""
    ignored: tuple[tuple[Finding, str], ...] = ()
    id: str | None = None


class Status(StrEnum):
    """What a rewrite asks of its reader."""

    READY = "ready"  # no gap is open
    NEEDS_ANSWERS = "needs_answers"
    UNCHANGED = "unchanged"  # it was SMART already
    NOT_AN_OBJECTIVE = "not_an_objective"


class ModelUse(StrEnum):
    """Whether a language model wrote what is shown."""

    USED = "used"
    WITHHELD = "withheld"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Goal:
    """The overall thing wanted, said positively; "not an objective in itself" (002 Halton)."""

    id: str
    text: str
    need: str = ""


@dataclass(frozen=True, slots=True)
class ObjectiveMeasure:
    """How it will be known: what is counted, from where to where, how and by whom; "" where the text does not say."""

    what: str = ""
    baseline: str = ""
    target: str = ""
    method: str = ""
    recorded_by: str = ""
    kind: str = "hard"  # or "soft"


@dataclass(frozen=True, slots=True)
class ObjectiveTimescale:
    """When: each as written or as a bracketed gap, "" where it does not apply."""

    start: str = ""
    by: str = ""
    frequency: str = ""
    duration: str = ""
    review: str = ""


@dataclass(frozen=True, slots=True)
class Objective:
    """One SMART objective of a rewrite. `goal` is a goal's id or ""; brackets in `text` are gaps."""

    goal: str
    text: str
    responsible: tuple[str, ...]
    action: str
    measure: ObjectiveMeasure = ObjectiveMeasure()
    timescale: ObjectiveTimescale = ObjectiveTimescale()
    tolerance: str = ""
    contingency: str = ""
    definitions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """Something still to be agreed: a [bracket] in a text of the rewrite.

    `where` names the text ("goals.0", "objectives.1"), `start` and `end` are offsets of the bracket in it (end
    exclusive), `suggestion` is what stands inside where a value is suggested, else "".
    """

    id: str
    where: str
    start: int
    end: int
    question: str
    suggestion: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A fact of the user's that the rewrite alters on purpose, with the rule that backs it."""

    from_: str
    to: str
    reason: str
    rule: str


@dataclass(frozen=True, slots=True)
class SelfCheck:
    """How one objective of the rewrite does by the same rules.

    `judgements` count a gap as what it will hold ("met once agreed"); `depends_on` lists the gaps they wait for.
    """

    objective: int
    judgements: tuple[Judgement, ...]
    depends_on: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A draft for a person to accept, edit or reject. `context` is what was told beside the text, as it was told."""

    status: Status
    critique: Critique
    goals: tuple[Goal, ...] = ()
    objectives: tuple[Objective, ...] = ()
    gaps: tuple[Gap, ...] = ()
    changes: tuple[Change, ...] = ()
    responsibility: Responsibility = field(default_factory=Responsibility)
    self_check: tuple[SelfCheck, ...] = ()
    model: ModelUse = ModelUse.NONE
    withheld_because: tuple[str, ...] = ()
    safety_notice: str = ""
    note: str = ""  # one sentence for the reader: "This is already SMART", or what was assumed
    provenance: Provenance = Provenance("rules", "")
    context: Context = field(default_factory=Context)
    id: str | None = None


class ConcernKind(StrEnum):
    """What is wrong with a rewrite, beside its original."""

    INVENTED = "invented"  # it states what nobody gave
    CHANGED = "changed"  # it states otherwise what was given
    DROPPED = "dropped"  # it leaves out what was given
    RESPONSIBILITY = "responsibility"  # it puts the harm on the wrong person
    NOT_SMART = "not_smart"
    OPEN_ENDED_TIME = "open_ended_time"


@dataclass(frozen=True, slots=True)
class Concern:
    """One thing wrong with a rewrite.

    `start` and `end` are offsets into the rewrite, or into the original where something was dropped; `text` is the
    words there. Only a concern that is a fault keeps a rewrite from passing.
    """

    kind: ConcernKind
    severity: Severity
    start: int
    end: int
    text: str
    message: str


@dataclass(frozen=True, slots=True)
class Guarded:
    """A rewrite judged against its original: `passes` is false where a concern is a fault."""

    passes: bool
    concerns: tuple[Concern, ...]
    responsibility: Responsibility
    provenance: Provenance
    id: str | None = None
