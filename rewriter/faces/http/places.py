"""How many requests may be under way at once: whoever finds no place is told to come again, and costs nothing."""

from types import TracebackType

from rewriter.faces.http.problems import Kind, Problem

__all__ = ["Places"]

_COME_AGAIN = "1"  # seconds


class Places:
    """A number of places. Used as `with places:`; raises Problem (BUSY) where all are taken."""

    def __init__(self, most: int) -> None:
        self._most = most
        self.taken = 0

    def __enter__(self) -> None:
        """Take a place."""
        if self.taken >= self._most:
            raise Problem(Kind.BUSY, headers={"Retry-After": _COME_AGAIN})
        self.taken += 1

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Give it back."""
        self.taken -= 1
