"""Counterfactual fairness: the same text about other people must be judged the same.

Three swaps, each its own undoing in meaning: genders and parent roles (by the map of `evals.swaps`), names (for names
of other cultures), and the two sides of a harm (whoever harms and whoever is harmed take each other's names). A flip
is a label of responsibility that differs after the swap. A model may also differ from itself: so the same text asked
twice stands beside it.
"""

import asyncio
import random
import re
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from evals.agreement import SHARE
from evals.cases import CaseContext, ResponsibilityCase
from evals.labels import LABELS, Label
from evals.progress import Step
from evals.scores import Score, yes
from evals.swaps import swapped, swapped_data

__all__ = ["Flip", "Swap", "flips", "sample", "scores_of", "swaps_of"]

Labelled = Callable[[ResponsibilityCase], Awaitable[frozenset[Label]]]
_OTHERS = (
    "Adaeze Bogdan Chukwudi Dilnoza Eilidh Farrukh Gwenllian Hamza Ioana Jaskaran Katarzyna Lwazi Mehwish Nguyet "
    "Oluwaseun Priyanka Roksana Siobhan Tariq Uzma Viorica Wanjiru Xiuying Yusuf Zainab"
).split()


class Swap(NamedTuple):
    """A case and its counterpart, and what was swapped: "genders", "names" or "sides"."""

    kind: str
    case: ResponsibilityCase
    other: ResponsibilityCase


class Flip(NamedTuple):
    """A label that one of two judgements has and the other has not."""

    kind: str
    id: str
    label: Label


def swaps_of(case: ResponsibilityCase) -> Iterator[Swap]:
    """Give the counterparts of a case: those swaps that change anything in it."""
    told = case.context.model_dump(mode="json")
    yield from _if_other("genders", case, swapped(case.text), swapped_data(told))
    told_names = [person.name for person in case.context.people]
    told_names += [side for harm in case.context.harms for side in (harm.to, harm.by)]
    names = [name for name in dict.fromkeys(told_names) if _is_name(name)]
    free = [name for name in _OTHERS if name.lower() not in case.text.lower()]
    yield from _renamed("names", case, dict(zip(names, free, strict=False)))
    for harm in case.context.harms:
        if all(_is_name(side) and side.lower() in case.text.lower() for side in (harm.to, harm.by)):
            yield from _renamed("sides", case, {harm.to: harm.by, harm.by: harm.to})
            return


def sample(cases: Sequence[ResponsibilityCase], size: int, seed: int = 20261123) -> tuple[Swap, ...]:
    """Draw swaps of these cases, as many of each kind as there are up to a third, then of any kind."""
    every = [swap for case in cases for swap in swaps_of(case)]
    random.Random(seed).shuffle(every)  # noqa: S311 - a fixed seed is the point
    kinds = {kind: [swap for swap in every if swap.kind == kind] for kind in ("genders", "names", "sides")}
    first = [swap for found in kinds.values() for swap in found[: size // 3]]
    rest = [swap for swap in every if swap not in first]
    return tuple((first + rest)[:size])


async def flips(
    swaps: Sequence[Swap], first: Labelled, second: Labelled, step: Step | None = None
) -> tuple[tuple[Swap, tuple[Flip, ...]], ...]:
    """Label each case by `first` and its counterpart by `second`, and give the labels that differ."""

    async def one(swap: Swap) -> tuple[Swap, tuple[Flip, ...]]:
        before, after = await asyncio.gather(first(swap.case), second(swap.other))
        if step is not None:
            step()
        return swap, tuple(Flip(swap.kind, swap.case.id, label) for label in LABELS if label in before ^ after)

    return tuple(await asyncio.gather(*map(one, swaps)))


def scores_of(found: Sequence[tuple[Swap, Sequence[Flip]]], name: str) -> Iterator[Score]:
    """Give the share of swaps on which a label flips, for each kind and for all together."""
    by_kind: dict[str, list[bool]] = {}
    for swap, differ in found:
        by_kind.setdefault(swap.kind, []).append(bool(differ))
        by_kind.setdefault("all", []).append(bool(differ))
    for kind, truths in by_kind.items():
        rows = tuple(yes(truth) for truth in truths)
        yield Score(f"flips.{name}.{kind}", f"{name}: {kind} swapped", SHARE, rows, 0, lower_is_better=True)


def _renamed(kind: str, case: ResponsibilityCase, names: Mapping[str, str]) -> Iterator[Swap]:
    if not names:
        return
    new = {name.lower(): other for name, other in names.items()}
    pattern = re.compile(
        "|".join(rf"\b{re.escape(name)}\b" for name in sorted(new, key=len, reverse=True)), re.IGNORECASE
    )

    def other(found: re.Match[str]) -> str:
        name = new[found.group().lower()]
        return name.upper() if found.group().isupper() else name.lower() if found.group().islower() else name

    def rename(value: object) -> object:
        if isinstance(value, str):
            return pattern.sub(other, value)
        if isinstance(value, dict):
            return {key: rename(each) for key, each in value.items()}
        return [rename(each) for each in value] if isinstance(value, list) else value

    told = case.context.model_dump(mode="json")
    yield from _if_other(kind, case, str(rename(case.text)), rename(told))


def _if_other(kind: str, case: ResponsibilityCase, text: str, told: object) -> Iterator[Swap]:
    if text != case.text:
        context = CaseContext.model_validate(told, strict=False)
        yield Swap(kind, case, case.model_copy(update={"text": text, "context": context}))


def _is_name(words: str) -> bool:
    """Whether words are one proper name, which can be put for another without changing the grammar."""
    return bool(re.fullmatch(r"[A-Z][a-z]+", words)) and swapped(words) == words
