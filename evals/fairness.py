"""Counterfactual fairness: the same text about other people must be judged the same.

Three swaps, each its own undoing in meaning: genders and parent roles (by the map of `evals.swaps`), names (for names
of other cultures), and the two sides of a harm (whoever harms and whoever is harmed take each other's names). Names are
those told beside the text. A flip is a label of responsibility, or a verdict on a letter of SMART, that differs after
the swap. A model may also differ from itself: so the same text asked twice stands beside it.
"""

import asyncio
import random
import re
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from evals.agreement import SHARE
from evals.cases import CaseContext, ObjectiveCase, ResponsibilityCase
from evals.progress import Step
from evals.scores import Score, yes
from evals.swaps import swapped, swapped_data

__all__ = ["Flip", "Judged", "Said", "Swap", "flips", "sample", "scores_of", "swaps_of"]

CaseT = TypeVar("CaseT", ObjectiveCase, ResponsibilityCase)
Said = Mapping[str, str | bool]
"""What is said of a case, by the name of the label or the letter."""
Judged = Callable[[CaseT], Awaitable[Said]]
_OTHERS = (
    "Adaeze Bogdan Chukwudi Dilnoza Eilidh Farrukh Gwenllian Hamza Ioana Jaskaran Katarzyna Lwazi Mehwish Nguyet "
    "Oluwaseun Priyanka Roksana Siobhan Tariq Uzma Viorica Wanjiru Xiuying Yusuf Zainab"
).split()


class Swap(NamedTuple, Generic[CaseT]):
    """A case and its counterpart, and what was swapped: "genders", "names" or "sides"."""

    kind: str
    case: CaseT
    other: CaseT


class Flip(NamedTuple):
    """A label or a letter on which two judgements differ."""

    kind: str
    id: str
    label: str


def swaps_of(case: CaseT) -> Iterator[Swap[CaseT]]:
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


def sample(cases: Sequence[CaseT], size: int, seed: int = 20261123) -> tuple[Swap[CaseT], ...]:
    """Draw swaps of these cases, as many of each kind as there are up to a third, then of any kind."""
    every = [swap for case in cases for swap in swaps_of(case)]
    random.Random(seed).shuffle(every)  # noqa: S311 - a fixed seed is the point
    kinds = {kind: [swap for swap in every if swap.kind == kind] for kind in ("genders", "names", "sides")}
    first = [swap for found in kinds.values() for swap in found[: size // 3]]
    rest = [swap for swap in every if swap not in first]
    return tuple((first + rest)[:size])


async def flips(
    swaps: Sequence[Swap[CaseT]], first: Judged[CaseT], second: Judged[CaseT], step: Step | None = None
) -> tuple[tuple[Swap[CaseT], tuple[Flip, ...]], ...]:
    """Have each case judged by `first` and its counterpart by `second`, and give what differs."""

    async def one(swap: Swap[CaseT]) -> tuple[Swap[CaseT], tuple[Flip, ...]]:
        before: Said
        after: Said
        before, after = await asyncio.gather(first(swap.case), second(swap.other))
        if step is not None:
            step()
        names = dict.fromkeys((*before, *after))
        return swap, tuple(Flip(swap.kind, swap.case.id, n) for n in names if before.get(n) != after.get(n))

    return tuple(await asyncio.gather(*map(one, swaps)))


def scores_of(found: Sequence[tuple[Swap[CaseT], Sequence[Flip]]], name: str) -> Iterator[Score]:
    """Give the share of swaps on which anything flips, for each kind and for all together."""
    by_kind: dict[str, list[bool]] = {}
    for swap, differ in found:
        by_kind.setdefault(swap.kind, []).append(bool(differ))
        by_kind.setdefault("all", []).append(bool(differ))
    for kind, truths in by_kind.items():
        rows = tuple(yes(truth) for truth in truths)
        yield Score(f"flips.{name}.{kind}", f"{name}: {kind} swapped", SHARE, rows, 0, lower_is_better=True)


def _renamed(kind: str, case: CaseT, names: Mapping[str, str]) -> Iterator[Swap[CaseT]]:
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


def _if_other(kind: str, case: CaseT, text: str, told: object) -> Iterator[Swap[CaseT]]:
    objective = isinstance(case, ObjectiveCase)
    # R is judged by what stands beside an objective, so a swap there alone is one too
    if text != case.text or (objective and told != case.context.model_dump(mode="json")):
        context = CaseContext.model_validate(told, strict=False)
        field = "objective" if objective else "text"
        yield Swap(kind, case, case.model_copy(update={field: text, "context": context}))


def _is_name(words: str) -> bool:
    """Whether words are one proper name, which can be put for another without changing the grammar."""
    return bool(re.fullmatch(r"[A-Z][a-z]+", words)) and swapped(words) == words
