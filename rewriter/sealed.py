"""What comes of work in a task, in a shape that shows nothing when the task is printed.

Where its debug mode is on, asyncio logs tasks that took long, and with each its result or its error, which hold text.
"""

from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar, cast

__all__ = ["Sealed"]

_Answer = TypeVar("_Answer")


class Sealed(Generic[_Answer]):
    """An answer, or the error that came instead. `await Sealed.of(work)` never raises what the work raises."""

    __slots__ = ("_answer", "_error")

    def __init__(self, answer: _Answer | None, error: Exception | None) -> None:
        self._answer = answer
        self._error = error

    def __repr__(self) -> str:
        return "<sealed>"

    @classmethod
    async def of(cls, work: Awaitable[_Answer]) -> "Sealed[_Answer]":
        """Do some work and seal what comes of it."""
        try:
            return cls(await work, None)
        except Exception as error:  # noqa: BLE001 - raised again where it is opened
            return cls(None, error)

    @classmethod
    def by(cls, work: Callable[[], _Answer]) -> "Sealed[_Answer]":
        """Do some work that waits for nothing, as in another thread, and seal what comes of it."""
        try:
            return cls(work(), None)
        except Exception as error:  # noqa: BLE001 - likewise
            return cls(None, error)

    def open(self) -> _Answer:
        """Give the answer. Raises what the work raised."""
        if self._error is not None:
            raise self._error
        return cast("_Answer", self._answer)
