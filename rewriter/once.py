"""A property that is worked out once, when it is first asked for, and is there from then on.

As functools.cached_property, which the compiler (hatch_build.py) would have worked out each time it is asked for.
"""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

__all__ = ["once"]

_Made = TypeVar("_Made")


class once(Generic[_Made]):  # noqa: N801 - it stands over a method, as `property` does
    """Makes a method such a property of an object, which keeps what was worked out in its `worked_out`."""

    def __init__(self, work_out: Callable[[Any], _Made]) -> None:
        self._work_out = work_out
        self._name = work_out.__name__

    def __get__(self, instance: Any, owner: Any = None) -> _Made:  # noqa: ANN401 - of any class
        """Give what was worked out."""
        worked_out: dict[str, Any] = instance.worked_out
        if self._name not in worked_out:
            worked_out[self._name] = self._work_out(instance)
            if hasattr(instance, "__dict__"):  # where Python looks first, and so does not come here again
                instance.__dict__[self._name] = worked_out[self._name]
        made: _Made = worked_out[self._name]
        return made
