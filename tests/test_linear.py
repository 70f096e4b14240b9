"""Cost grows with the length of a text and no faster: counted in steps, never in time."""

import re
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pkgutil import walk_packages
from re import _constants, _parser  # type: ignore[attr-defined,unused-ignore]  # as who else looks for them is read too
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rewriter
from rewriter.pipeline import check, critique, guard, mask, rewrite

SHAPES = {
    "clauses": "Mum to take Ana to school and ring the office if she is off, ",
    "sentences": "Dad to attend 4 sessions by 3 May. ",
    "harm": "Mum to stop Dad hitting her so that the children are safe and ",
    "blame": "Dad hit Mum and Mum to ",
    "table": "Outcome | Mum | weekly | ongoing | ",
    "bullets": "- bedding\n- SW to visit\n",
    "conditions": "if he shouts unless she leaves when ",
    "numbers": "4 of 5 by 3.4.26 at 9.20 x3 pw ",
    "brackets": "[who] to [what] by [date ",
    "quotes": "'he said' \"she's\" the parents' ",
    "capitals": "Aa Bb and Cc Dd ",
    "one word": "a",
    "marks": ".,;:|-()",
    "tokens": "<PERSON_1> Person 2 ",
}


def steps(work: Callable[[str], object], text: str) -> int:
    """How many functions, Python's own and built in, are called to do a piece of work."""
    count = 0

    def note(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    work(text)  # what is worked out once for all texts is not counted
    sys.setprofile(note)
    try:
        work(text)
    finally:
        sys.setprofile(None)
    return count


def held_against_itself(text: str) -> object:
    """Guard a text that is its own rewrite, but for its numbers and every second name."""
    return guard(text, text.replace("4", "5").replace("Mum", "Nan"))


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("work", [critique, check, rewrite, held_against_itself], ids=lambda work: work.__name__)
def test_four_times_the_text_takes_no_more_than_about_four_times_the_steps(
    work: Callable[[str], object], shape: str
) -> None:
    """From 2,400 to 9,600 characters the steps grow in proportion, whatever is repeated."""
    unit = SHAPES[shape]
    short, long = (unit * (size // len(unit) + 1) for size in (2_400, 9_600))
    assert steps(work, long[:9_600]) <= 5.5 * steps(work, short[:2_400]) + 2_000


@pytest.mark.parametrize(
    "unit",
    [
        *SHAPES.values(),
        "Amy Khan rang Łukasz. J. Smith of 4 Ivy Road, ref AB/12345, ",
        "07700 900123 ",
        "flat 1  \t  ",
        "st mary's school of the ",
        "Will May Grace ",
    ],
)
def test_masking_takes_steps_in_proportion_to_the_text(unit: str) -> None:
    """From 2,400 to 9,600 characters the steps grow in proportion, whatever is repeated, and so for many names."""
    short, long = (unit * (size // len(unit) + 1) for size in (2_400, 9_600))
    assert steps(mask, long[:9_600]) <= 5.5 * steps(mask, short[:2_400]) + 2_000
    different = ["".join(f"Z{chr(97 + n // 26 % 26)}{chr(97 + n % 26)}q, " for n in range(size)) for size in (150, 600)]
    assert steps(mask, different[1]) <= 5.5 * steps(mask, different[0]) + 2_000


@settings(max_examples=30)
@given(st.lists(st.sampled_from(sorted(SHAPES.values())), min_size=1, max_size=12).map("".join))
def test_no_mixture_of_shapes_takes_more_than_a_bound_of_steps(text: str) -> None:
    """Each character costs at most a fixed number of steps, on top of what every text costs."""
    assert steps(critique, text or "x") <= 12_000 + 120 * len(text)


def _patterns() -> Iterator[re.Pattern[str]]:
    for module in walk_packages(rewriter.__path__, "rewriter."):
        if not module.name.endswith("__main__"):
            yield from (v for v in vars(import_module(module.name)).values() if isinstance(v, re.Pattern))


def _is_endless(op: object, arg: tuple[object, ...]) -> bool:
    return op in (_constants.MAX_REPEAT, _constants.MIN_REPEAT) and arg[1] is _constants.MAXREPEAT


def _backtracks(tree: list[tuple[object, tuple[object, ...]]]) -> bool:
    """Whether something repeated without bound begins with something repeated without bound: "(a+)+".

    Where a fixed character stands first, as in "(,a+)*", there is one way only to read a text.
    """
    for op, arg in tree:
        inner = [part for part in arg if isinstance(part, _parser.SubPattern)] if isinstance(arg, tuple) else []  # type: ignore[redundant-expr]
        if op is _constants.BRANCH:
            inner = list(arg[1])  # type: ignore[call-overload]
        for part in inner:
            head = part[0] if len(part) else None
            while head is not None and head[0] is _constants.SUBPATTERN and len(head[1][-1]):
                head = head[1][-1][0]
            if _is_endless(op, arg) and head is not None and _is_endless(*head):
                return True
            if _backtracks(part):
                return True
    return False


def test_no_pattern_repeats_without_bound_inside_a_repetition() -> None:
    """Every compiled pattern of the product is read for the shape that backtracks badly."""
    found = list(_patterns())
    assert found
    assert [pattern.pattern for pattern in found if _backtracks(_parser.parse(pattern.pattern, pattern.flags))] == []
    assert _backtracks(_parser.parse("(a+)+"))  # the check can fail
