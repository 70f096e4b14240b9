"""What is worked out once for one answer, however many ask: critique, guard and draft look at the same texts.

Only functions of nothing but their arguments are remembered, so an answer is the same with and without it. Nothing
outlives the answer it was worked out for, and no two answers share anything.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar

__all__ = ["one_answer", "remembered"]

_Given = ParamSpec("_Given")
_Made = TypeVar("_Made")
_KNOWN: ContextVar[dict[object, Any] | None] = ContextVar("known", default=None)


@contextmanager
def one_answer() -> Iterator[None]:
    """Remember what is worked out in this block, and forget it at its end. A block within another adds nothing."""
    if _KNOWN.get() is not None:
        yield
        return
    token = _KNOWN.set({})
    try:
        yield
    finally:
        _KNOWN.reset(token)


def remembered(work_out: Callable[_Given, _Made]) -> Callable[_Given, _Made]:
    """Work a function out only once within `one_answer`. It takes what can be hashed and gives frozen data."""

    @wraps(work_out)
    def recall(*args: _Given.args, **named: _Given.kwargs) -> _Made:
        known = _KNOWN.get()
        if known is None:
            return work_out(*args, **named)
        asked = (work_out, args, *named.items())
        if asked not in known:
            known[asked] = work_out(*args, **named)
        made: _Made = known[asked]
        return made

    return recall
