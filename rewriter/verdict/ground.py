"""What a verdict is given with: the reason, the rules it rests on, and the question to ask."""

from collections.abc import Mapping
from typing import NamedTuple

from rewriter.smart import Finding, Verdict

__all__ = ["Found", "Ground"]

Found = Mapping[str, Finding]  # the first finding of each rule


class Ground(NamedTuple):
    """A verdict and why: the reason in plain words, the ids of the rules that decided it, and the question to ask."""

    verdict: Verdict
    reason: str
    rules: tuple[str, ...] = ()
    question: str = ""
