"""Judges one text by the responsibility standard: six labels, the harms they rest on, and what was found where."""

from collections.abc import Sequence
from dataclasses import replace

from rewriter.filled import with_gaps
from rewriter.harm.harms import cast_of
from rewriter.plan import Reading
from rewriter.rules.responsibility import (
    hides_information,
    minimises,
    mutualises,
    responsibility_on_victim,
    responsibility_unassigned,
    who_harms_whom,
)
from rewriter.smart import Finding, Responsibility

__all__ = ["asked", "check", "with_gaps_named"]

_RULES = (responsibility_on_victim, responsibility_unassigned, hides_information, mutualises, minimises)


def check(reading: Reading) -> Responsibility:
    """Judge an objective, goal or short plan (by `reading.kind`) for who is made responsible for harm.

    Takes a reading with what was told beside it; gives the six labels, who harms whom with its basis, and the
    findings in the order of the text. Where no abuse is stated, told or implied, every label is False. Raises
    nothing. Source: 002 Halton, "domestic violence" example, and the responsibility standard made from it.
    """
    cast = cast_of(reading)
    if not cast.in_play:
        return Responsibility()
    found: dict[str, tuple[Finding, ...]] = {}
    for module in _RULES:
        if module is responsibility_unassigned and found[responsibility_on_victim.RULE.id]:
            found[module.RULE.id] = ()  # never together: the harm has been given to somebody, wrongly
        else:
            found[module.RULE.id] = module.RULE.findings(set(module.flags_in(cast)), reading)
    return Responsibility(
        abuse=True,
        on_victim=bool(found["responsibility_on_victim"]),
        unassigned=bool(found["responsibility_unassigned"]),
        hides_information=bool(found["hides_information"]),
        mutualises=bool(found["mutualises"]),
        minimises=bool(found["minimises"]),
        harms=cast.harms,
        findings=tuple(
            sorted((each for group in found.values() for each in group), key=lambda each: (each.start, each.end))
        ),
    )


def asked(reading: Reading) -> tuple[Finding, ...]:
    """Give the question who harms whom, where words may speak of harm and it cannot be read; no label rests on it."""
    return who_harms_whom.RULE.find(reading)


def with_gaps_named(labels: Responsibility, texts: Sequence[str]) -> Responsibility:
    """Give labels judged on filled texts, with a gap named as the gap it is among those who harm or are harmed."""
    if not labels.harms:
        return labels
    harms = tuple(
        replace(harm, to=with_gaps(harm.to, texts), by=with_gaps(harm.by, texts), what=with_gaps(harm.what, texts))
        for harm in labels.harms
    )
    return replace(labels, harms=harms)
