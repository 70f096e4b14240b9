"""The guidance's worked examples as data: what was judged, the guidance's version, and ours with gaps.

The files are in `fewshot/` (its README describes every field). `guidance_after` is quoted, attributed and shown to
trainers; only `our_after` may go into a prompt, since it keeps every value that a family would have to agree in
[square brackets]. Everything is checked when it is loaded, and a mistake names its file and field.
"""

import functools
import re
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator

from rewriter import assets
from rewriter.errors import AssetError, ConfigurationError

__all__ = [
    "ORDER",
    "Change",
    "Context",
    "Example",
    "ExpectedFinding",
    "Gap",
    "Goal",
    "GuidanceAfter",
    "Harm",
    "Objective",
    "OurAfter",
    "Person",
    "ReadHarm",
    "Source",
    "VerdictGiven",
    "Verdicts",
    "brackets",
    "example",
    "load",
    "parse",
]

ORDER = (
    "sarah_attendance",
    "parents_engagement",
    "alcohol_support_groups",
    "plan_not_working",
    "domestic_violence",
    "rosie_school",
    "john_raising_his_hand",
    "child_and_camhs",
    "neglect_needs",
    "joyce_parenting_group",
)
"""The examples' ids in the order in which they are taught: Halton's five, then one idea at a time."""

_MOST_BRACKETS = 6  # an objective with more to agree than this is a form to fill in (practice judgement)
_BRACKET = re.compile(r"\[[^\[\]]*\]")
# A wrong explicit tag ("!!int x"), a date that does not exist or deep nesting leaves PyYAML as a built-in error.
_ESCAPES_FROM_YAML = (ValueError, LookupError, AttributeError, TypeError, ArithmeticError, RecursionError)

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
Bracket = Annotated[str, StringConstraints(pattern=r"^\[[^\[\]]+\]$")]
Question = Annotated[str, StringConstraints(pattern=r"\?$")]
Place = Annotated[str, StringConstraints(pattern=r"^(goal|objective) [1-9]$")]
Verdict = Literal["met", "partly", "not_met", "unclear"]


def brackets(text: str) -> tuple[str, ...]:
    """Give every [bracket] in a text, in order, with its brackets."""
    return tuple(_BRACKET.findall(text))


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Source(_Data):
    """Where the example stands: the guidance document's file and the place in it."""

    document: Text
    place: Text


class Person(_Data):
    """Someone the context names, with the role given there."""

    name: Text
    role: Text


class Harm(_Data):
    """One relation of harm: `to` is the person harmed, `by` the source of the harm."""

    to: Text
    by: Text
    what: Text | None = None


class ReadHarm(Harm):
    """A harm as the answer must read it, and whether that was stated, given in the context or assumed."""

    basis: Literal["stated", "given", "assumed"]


class Context(_Data):
    """What is known beside the objective; the same keys as the contract's `context`."""

    need: Text | None = None
    baseline: Text | None = None
    people: tuple[Person, ...] = ()
    harms: tuple[Harm, ...] = ()
    today: Text | None = None
    review_date: Text | None = None
    names: tuple[Text, ...] = ()


class VerdictGiven(_Data):
    """The guidance's verdict on one criterion; `verdict` is None where the guidance did not judge.

    `also_ok` lists verdicts that the standard allows as well. `guidance_says` is quoted; `reason` is ours.
    """

    verdict: Verdict | None
    also_ok: tuple[Verdict, ...] = ()
    guidance_says: Text | None
    reason: Text


class Verdicts(_Data):
    """The five, in the order of the contract."""

    specific: VerdictGiven
    measurable: VerdictGiven
    achievable: VerdictGiven
    relevant: VerdictGiven
    time_bound: VerdictGiven


class GuidanceAfter(_Data):
    """The guidance's own improved lines, quoted word for word."""

    attribution: Text
    goals: tuple[Text, ...]
    objectives: tuple[Text, ...]


class ExpectedFinding(_Data):
    """A fault that the standard finds in the guidance's own line; `optional` where the standard leaves it open."""

    where: Place
    rule: Slug
    reason: Text
    optional: bool = False


class Goal(_Data):
    """What is wanted, apart from who does what; `need` is what it answers, a gap where nobody has said."""

    id: Slug
    text: Text
    need: Text | None = None


class Objective(_Data):
    """Who does what, how much and by when; `gaps` are the ids of the brackets in its text."""

    goal: Slug | None
    text: Text
    responsible: Annotated[tuple[Text, ...], Field(min_length=1)]
    gaps: tuple[Slug, ...]


class Gap(_Data):
    """Something still to be agreed: the bracket as it stands in the text, what to ask, and what one might say."""

    id: Slug
    bracket: Bracket
    question: Question
    suggestion: Text | None


class Change(_Data):
    """Words of the original that our version alters on purpose, and the rule that backs it."""

    from_: Text = Field(alias="from")
    to: Text
    reason: Text
    rule: Slug


class OurAfter(_Data):
    """Our version: nothing that the user did not say stands outside brackets."""

    goals: tuple[Goal, ...]
    objectives: Annotated[tuple[Objective, ...], Field(min_length=1)]
    gaps: tuple[Gap, ...]
    changes: tuple[Change, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text that may hold a bracket: goals, their needs, then objectives."""
        goals = [text for goal in self.goals for text in (goal.text, goal.need or "") if text]
        return (*goals, *(objective.text for objective in self.objectives))

    @model_validator(mode="after")
    def _every_bracket_is_a_gap(self) -> Self:
        ids = {gap.bracket: gap.id for gap in self.gaps}
        if len(ids) != len(self.gaps) or len(set(ids.values())) != len(self.gaps):
            raise ValueError("gaps: an id or a bracket is listed twice")
        used = {bracket for text in self.texts for bracket in brackets(text)}
        if used != set(ids):
            raise ValueError(f"gaps: no gap for, or no text with, {', '.join(sorted(used ^ set(ids)))}")
        for number, objective in enumerate(self.objectives, start=1):
            found = brackets(objective.text)
            if tuple(dict.fromkeys(ids[bracket] for bracket in found)) != objective.gaps:
                raise ValueError(f"objectives.{number}.gaps: not the brackets of its text, in order")
            if len(set(found)) > _MOST_BRACKETS:
                raise ValueError(f"objectives.{number}.text: more than {_MOST_BRACKETS} things to agree")
        return self

    @model_validator(mode="after")
    def _every_goal_is_there(self) -> Self:
        ids = [goal.id for goal in self.goals]
        if len(set(ids)) != len(ids):
            raise ValueError("goals: an id is listed twice")
        if missing := {objective.goal for objective in self.objectives} - {None, *ids}:
            raise ValueError(f"objectives: no goal called {', '.join(sorted(str(goal) for goal in missing))}")
        return self


class Example(_Data):
    """One worked example of the guidance, before and after."""

    id: Slug
    title: Text
    source: Source
    kind: Literal["objective", "goal", "plan"] = "objective"
    before: Text
    context: Context = Context()
    verdicts: Verdicts
    faults: tuple[Slug, ...]
    faults_also_ok: tuple[Slug, ...] = ()
    needs_goal_split: bool
    harms: tuple[ReadHarm, ...] = ()
    guidance_after: GuidanceAfter
    expected_findings_on_guidance_after: tuple[ExpectedFinding, ...]
    our_after: OurAfter
    teaching_note: Text


def parse(file: str, text: str) -> Example:
    """Read one worked example from the YAML `text` of `file`. Raises `AssetError` naming the file and the field."""
    import yaml  # slow to load, and only the worked examples need it

    where = f"fewshot/{file}"
    try:
        data = yaml.safe_load(text)
    except (yaml.YAMLError, *_ESCAPES_FROM_YAML) as error:
        raise AssetError(f"{where}: not valid YAML") from error
    try:
        found = Example.model_validate(data)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        field = ".".join(str(part) for part in first["loc"]) or "the whole file"
        raise AssetError(f"{where}: {field}: {first['msg']}") from error
    if f"{found.id}.yaml" != file:
        raise AssetError(f"{where}: id: not the file's name")
    return found


@functools.cache
def load(package: Path = assets.PACKAGE) -> tuple[Example, ...]:
    """Give every worked example, in the order of `ORDER`; `package` as in `assets.folder`.

    Raises `AssetError`, naming the file, where one is missing, malformed, or in the folder but not in the order.
    """
    expected = {f"{name}.yaml" for name in ORDER}
    if strays := sorted(set(assets.file_names("fewshot", ".yaml", package)) - expected):
        raise AssetError(f"fewshot/{strays[0]}: not listed among the worked examples")
    return tuple(parse(f"{name}.yaml", assets.read_text("fewshot", f"{name}.yaml", package)) for name in ORDER)


def example(name: str) -> Example:
    """Give one worked example by its id. Raises `ConfigurationError`, listing the ids, where there is none."""
    for found in load():
        if found.id == name:
            return found
    raise ConfigurationError(f"no such worked example; there are: {', '.join(ORDER)}")
