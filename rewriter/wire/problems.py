"""What is said over HTTP where no answer can be given: problem details (RFC 9457) that repeat nothing of a text."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

__all__ = ["MEDIA_TYPE", "MistakeAnswer", "ProblemAnswer"]

MEDIA_TYPE = "application/problem+json"


class _Told(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class MistakeAnswer(_Told):
    """One field that is not as the contract has it; what stood in it is not repeated."""

    field: str
    message: str


class ProblemAnswer(_Told):
    """Why there is no answer. `type` is the problem's stable name; `request_id` is the one that the logs have."""

    type: str
    title: str
    status: Annotated[int, Field(ge=400, le=599)]
    detail: str
    request_id: str
    mistakes: tuple[MistakeAnswer, ...] = ()
