"""Every problem that the service tells, as problem details, and how each is documented."""

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any, NamedTuple

from starlette.responses import Response

from rewriter.faces.http.written import written
from rewriter.wire.problems import MEDIA_TYPE

__all__ = ["ASKING", "LOOKING", "Kind", "Mistake", "Problem", "documented", "response_for", "told", "worked"]


class _Known(NamedTuple):
    status: int
    title: str
    what: str


class Kind(Enum):
    """A problem by its stable name; its value is the status, the title, and what it means."""

    MALFORMED = _Known(400, "The request cannot be read", "The request is not HTTP, or its body is not JSON in UTF-8.")
    NO_KEY = _Known(401, "A key is needed", "No key was shown, or none that is known.")
    NOT_FROM_HERE = _Known(403, "Only this machine is served", "No key is configured, so only this machine is served.")
    NOT_FOUND = _Known(404, "There is nothing here", "There is no such path.")
    NOT_ALLOWED = _Known(405, "The method is not allowed", "The path is there, but not for this method.")
    TOO_SLOW = _Known(408, "The request took too long to arrive", "The body did not arrive in time.")
    NOT_TOGETHER = _Known(
        409, "The draft and the answers do not go together", "No such gap, or no bracket where one is."
    )
    TOO_LARGE = _Known(413, "The request is too large", "The body has more bytes than the service takes.")
    WRONG_TYPE = _Known(415, "The body must be JSON in UTF-8", "The body is of another type, character set or coding.")
    UNUSABLE = _Known(422, "The request does not fit the contract", "A field is missing, unknown, empty or too long.")
    TOO_MANY = _Known(429, "Too many requests", "The key has asked more often than it may; see Retry-After.")
    BROKEN = _Known(500, "Something went wrong here", "A fault of the service; the request id finds it in the logs.")
    BUSY = _Known(503, "The service is busy", "As many requests as may be are under way; see Retry-After.")
    STOPPING = _Known(503, "The service is stopping", "This process takes nobody new; ask again, another one answers.")
    TIMED_OUT = _Known(504, "The answer took too long", "There was no answer within the time allowed.")

    @property
    def type(self) -> str:
        """The name by which programs know the problem."""
        return f"urn:rewriter:problem:{self.word}"

    @property
    def word(self) -> str:
        """The last word of that name."""
        return self.name.lower().replace("_", "-")


LOOKING = (
    Kind.NO_KEY,
    Kind.NOT_FROM_HERE,
    Kind.NOT_ALLOWED,
    Kind.TOO_MANY,
    Kind.BROKEN,
    Kind.BUSY,
    Kind.STOPPING,
    Kind.TIMED_OUT,
)
"""What may be told where something is only looked at."""
ASKING = (*LOOKING, Kind.MALFORMED, Kind.TOO_SLOW, Kind.TOO_LARGE, Kind.WRONG_TYPE, Kind.UNUSABLE)
"""What may be told where a text is sent."""


class Mistake(NamedTuple):
    """A field that is not as it should be, and what is wrong with it; never what stood in it."""

    field: str
    message: str


class Problem(Exception):
    """A problem to tell instead of an answer. `detail` and `mistakes` never repeat what came in."""

    def __init__(
        self,
        kind: Kind,
        detail: str = "",
        mistakes: Sequence[Mistake] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(kind.value.title)
        self.kind = kind
        self.detail = detail
        self.mistakes = tuple(mistakes)
        self.headers = dict(headers or {})


def told(problem: Problem, request_id: str) -> dict[str, object]:
    """Give the problem as the contract has it."""
    known = problem.kind.value
    return {
        "type": problem.kind.type,
        "title": known.title,
        "status": known.status,
        "detail": problem.detail or known.what,
        "request_id": request_id,
        "mistakes": [mistake._asdict() for mistake in problem.mistakes],
    }


def response_for(problem: Problem, request_id: str) -> Response:
    """Give the answer that tells the problem."""
    body = written(told(problem, request_id))
    return Response(body, problem.kind.value.status, problem.headers, media_type=MEDIA_TYPE)


def documented(*kinds: Kind) -> dict[int | str, dict[str, Any]]:
    """Give what OpenAPI says of each problem that a route may tell; the examples stand among its components."""
    found: dict[int | str, dict[str, Any]] = {}
    for kind in kinds:
        content = {"schema": {"$ref": "#/components/schemas/ProblemAnswer"}, "examples": {}}
        one = found.setdefault(kind.value.status, {"description": "", "content": {MEDIA_TYPE: content}})
        one["description"] = f"{one['description']} {kind.value.what}".lstrip()
        one["content"][MEDIA_TYPE]["examples"][kind.word] = {"$ref": f"#/components/examples/{kind.word}"}
        if kind in _COME_AGAIN:
            one["headers"] = {"Retry-After": {"description": "Seconds to wait.", "schema": {"type": "string"}}}
    return found


def worked() -> dict[str, Any]:
    """Give an example of each problem as it is told, by its word."""
    return {
        kind.word: {
            "summary": kind.value.title,
            "value": told(_EXAMPLES.get(kind, Problem(kind)), "0b5c9d0e-6a0f-4f0b-9f5e-6d2a1c3b4e5f"),
        }
        for kind in Kind
    }


_COME_AGAIN = frozenset({Kind.TOO_MANY, Kind.BUSY, Kind.STOPPING})
_EXAMPLES = {
    problem.kind: problem
    for problem in (
        Problem(Kind.MALFORMED, "The body is not UTF-8."),
        Problem(Kind.NOT_TOGETHER, "there is no gap 'q99'; the open gaps are q1, q2"),
        Problem(Kind.TOO_LARGE, "The body may have at most 1,000,000 bytes."),
        Problem(Kind.WRONG_TYPE, "The Content-Type has to be application/json."),
        Problem(Kind.UNUSABLE, mistakes=[Mistake("a field", "is not a field of the contract")]),
    )
}
