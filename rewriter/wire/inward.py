"""What comes in as JSON, checked at the door: a context, a line of many, a saved rewrite, answers to its gaps.

Every mistake is an `InputError` whose message names the field and never repeats what stood in it.
"""

import json
import re
from typing import Annotated, Any, NamedTuple, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, ValidationError

from rewriter.answer import Change, Rewrite
from rewriter.errors import InputError
from rewriter.people import Harm, Person
from rewriter.plan import Context, PlanKind
from rewriter.wire.answers import Identity, RewriteAnswer
from rewriter.wire.day import Day
from rewriter.wire.mistakes import words_for

__all__ = [
    "WRITTEN",
    "CheckLine",
    "ContextIn",
    "GuardIn",
    "MaskLine",
    "ObjectiveLine",
    "answers_from_json",
    "changes_from_json",
    "context_from_json",
    "guard_from_json",
    "parsed",
    "rewrite_from_json",
    "rewrite_of",
]

_MOST = 200  # people, harms or names in one context
_FIELD = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,39}")
_Model = TypeVar("_Model", bound=BaseModel)


def _or_empty(value: object) -> object:
    return "" if value is None else value


# Something besides white space. Dialects of patterns differ on which controls \s holds; all of them are stripped here.
WRITTEN = r"[^\s\x1c-\x1f\x85]"
_Long = Annotated[str, StringConstraints(max_length=10_000)]
_Short = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]
Words = Annotated[_Long, BeforeValidator(_or_empty, json_schema_input_type=_Long | None)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200, pattern=WRITTEN)]
Side = Annotated[_Short, BeforeValidator(_or_empty, json_schema_input_type=_Short | None)]


class _In(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class PersonIn(_In):
    """Someone the user tells of: a name and a role."""

    name: Name
    role: Side = ""


class HarmIn(_In):
    """One person harmed by another; either side may be unknown (""), not both."""

    to: Side = ""
    by: Side = ""
    what: Words = ""


class ContextIn(_In):
    """What is told beside the text; everything is optional."""

    need: Words = ""
    baseline: Words = ""
    people: Annotated[tuple[PersonIn, ...], Field(max_length=_MOST)] = ()
    harms: Annotated[tuple[HarmIn, ...], Field(max_length=_MOST)] = ()
    today: Day = None
    review_date: Day = None
    names: Annotated[tuple[Name, ...], Field(max_length=_MOST)] = ()

    def to_context(self, beside: Context | None = None) -> Context:
        """Give the context as data; what is not said here is taken from `beside`."""
        told = Context(
            need=self.need,
            baseline=self.baseline,
            people=tuple(Person(person.name, person.role) for person in self.people),
            harms=tuple(Harm(harm.to, harm.by, harm.what) for harm in self.harms if harm.to or harm.by),
            today=self.today,
            review_date=self.review_date,
            names=self.names,
        )
        return told.beside(beside) if beside is not None else told


class ObjectiveLine(_In):
    """What `critique` and `rewrite` are given, and one line of their `--jsonl`."""

    id: Identity = None
    objective: str
    context: ContextIn | None = None

    def to_request(self) -> "Request":
        """Give what is asked, as data."""
        return Request(self.id, self.objective, None, self.context)


class CheckLine(_In):
    """What `check` is given, and one line of `check --jsonl`; without a `kind`, an objective."""

    id: Identity = None
    text: str
    kind: PlanKind | None = None
    context: ContextIn | None = None

    def to_request(self) -> "Request":
        """Give what is asked, as data."""
        return Request(self.id, self.text, self.kind, self.context)


class ChangeIn(_In):
    """A change that a rewrite declares; `rule` is the id of the rule that backs it."""

    from_: Words = Field(alias="from")
    to: Words
    reason: Words = ""
    rule: Side = ""

    def to_change(self) -> Change:
        """Give it as data."""
        return Change(self.from_, self.to, self.reason, self.rule)


class MaskLine(_In):
    """What `mask` is given, and one line of `mask --jsonl`."""

    id: Identity = None
    text: str
    names: Annotated[tuple[Name, ...], Field(max_length=_MOST)] = ()

    def to_request(self) -> "Request":
        """Give what is asked, as data."""
        return Request(self.id, self.text, None, ContextIn(names=self.names))


Changes = Annotated[tuple[ChangeIn, ...], Field(max_length=_MOST)]


class GuardIn(_In):
    """What `guard` is given, and one line of `guard --jsonl`."""

    id: Identity = None
    objective: str
    rewrite: str
    context: ContextIn | None = None
    changes: Changes = ()

    def to_request(self) -> "Request":
        """Give what is asked, as data."""
        changes = tuple(change.to_change() for change in self.changes)
        return Request(self.id, self.objective, None, self.context, self.rewrite, changes)


class Request(NamedTuple):
    """One text to answer, with what its line says beside it; for `guard`, the rewrite and its declared changes."""

    id: str | int | None
    text: str
    kind: PlanKind | None
    context: ContextIn | None
    rewrite: str = ""
    changes: tuple[Change, ...] = ()


def request_of(data: object, model: type[CheckLine] | type[ObjectiveLine] | type[GuardIn] | type[MaskLine]) -> Request:
    """Read one line's data by its model. Raises InputError naming the field."""
    return validated(model, data, "the line").to_request()


def parsed(text: str) -> Any:  # noqa: ANN401 - JSON may be anything
    """Read JSON. Raises InputError, saying where it went wrong."""
    try:
        data = json.loads(text)
        if "\\ud" in text or "\\uD" in text:  # an escape may stand for half a character, which UTF-8 cannot hold
            json.dumps(data, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        raise InputError(f"not valid JSON (line {error.lineno}, column {error.colno})") from None
    except RecursionError:
        raise InputError("the JSON is nested too deeply") from None
    except UnicodeEncodeError:
        raise InputError("the JSON holds half a character (a lone surrogate)") from None
    except ValueError:  # a whole number of more digits than Python reads
        raise InputError("the JSON holds a number that is too long") from None
    return data


def validated(model: type[_Model], data: object, what: str) -> _Model:
    """Check data against a model; `what` is what to call the whole. Raises InputError naming the field."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise InputError(_clear(error, what)) from None


def context_from_json(text: str) -> Context:
    """Read a context from JSON. Raises InputError naming the field."""
    return validated(ContextIn, parsed(text), "the context").to_context()


def guard_from_json(text: str) -> Request:
    """Read a rewrite with its original from JSON. Raises InputError naming the field."""
    return validated(GuardIn, parsed(text), "the input").to_request()


def changes_from_json(text: str) -> tuple[Change, ...]:
    """Read declared changes from JSON: a list of {"from", "to", "reason", "rule"}. Raises InputError."""
    data = parsed(text)
    if isinstance(data, dict) and "changes" in data:
        data = data["changes"]
    if not isinstance(data, list) or len(data) > _MOST:
        raise InputError(f"must be a list of at most {_MOST} changes")
    return tuple(validated(ChangeIn, change, f"change {n}").to_change() for n, change in enumerate(data, start=1))


def rewrite_from_json(text: str) -> Rewrite:
    """Read a rewrite that was saved as JSON. Raises InputError naming the field, and where a gap has no bracket."""
    data = parsed(text)
    if isinstance(data, dict) and "error" in data and "status" not in data:
        raise InputError("this is an error, not a rewrite")
    return rewrite_of(validated(RewriteAnswer, data, "the rewrite"))


def rewrite_of(saved: RewriteAnswer) -> Rewrite:
    """Give a rewrite that was saved as data. Raises InputError where a gap has no bracket."""
    rewrite: Rewrite = saved.to_answer()
    texts = {f"goals.{n}": goal.text for n, goal in enumerate(rewrite.goals)}
    texts |= {f"goals.{n}.need": goal.need for n, goal in enumerate(rewrite.goals)}
    texts |= {f"objectives.{n}": objective.text for n, objective in enumerate(rewrite.objectives)}
    for number, gap in enumerate(rewrite.gaps):
        words = texts.get(gap.where, "")[gap.start : gap.end]
        if not (words.startswith("[") and words.endswith("]")):
            raise InputError(f"gaps.{number}: no [bracket] stands there")
    return rewrite


def answers_from_json(text: str) -> dict[str, str]:
    """Read `{gap id: answer}` from JSON. Raises InputError where it is anything else."""
    data = parsed(text)
    if not isinstance(data, dict) or not all(isinstance(answer, str) for answer in data.values()):
        raise InputError('the answers must be one object such as {"g1": "4 days"}')
    return data


def _clear(error: ValidationError, what: str) -> str:
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    where = ".".join(
        str(part) if isinstance(part, int) or _FIELD.fullmatch(part) else "a field" for part in first["loc"]
    )
    return f"{where or what}: {words_for(first)}"
