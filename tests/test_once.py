"""A property that is worked out once: asked for again it is there, in each object its own."""

from dataclasses import dataclass, field
from typing import Any

from rewriter.once import once


@dataclass(frozen=True)
class Text:
    """Words, and what is worked out of them."""

    words: str
    asked: list[str] = field(default_factory=list, compare=False)
    worked_out: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @once
    def length(self) -> int:
        """How many letters it has."""
        self.asked.append("length")
        return len(self.words)

    @once
    def first(self) -> str | None:
        """Its first letter."""
        self.asked.append("first")
        return self.words[:1] or None


@dataclass(frozen=True)
class Slotted:
    """The same, of a class whose objects have no dictionary, as compiled ones have none."""

    __slots__ = ("words", "worked_out")
    words: str
    worked_out: dict[str, Any]

    @once
    def length(self) -> int:
        """How many letters it has."""
        return len(self.words)


def test_it_is_worked_out_when_it_is_first_asked_for_and_not_again() -> None:
    """Also where nothing came of it; and nothing is worked out that nobody asks for."""
    text = Text("")
    assert (text.first, text.first) == (None, None)
    assert text.asked == ["first"]


def test_each_object_has_its_own() -> None:
    """Two that are equal share nothing, and stay equal whatever was asked of them."""
    one, other = Text("ab"), Text("ab")
    assert (one.length, Text("abc").length) == (2, 3)
    assert other.asked == []
    assert one == other
    assert hash(one) == hash(other)


def test_an_object_without_a_dictionary_keeps_it_too() -> None:
    """What was worked out stands in its `worked_out`."""
    text = Slotted("ab", {})
    assert text.length == 2
    text.worked_out["length"] = 3
    assert text.length == 3
