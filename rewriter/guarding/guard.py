"""Guards a rewrite made anywhere: nothing in it that was not given but in brackets, nothing given left out.

It compares a rewrite with its original by rules alone: what was invented, changed or dropped, who was made
responsible, and times without an end. Each concern has a file of its own beside this one.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from rewriter.answer import Change, Concern, ConcernKind, Guarded
from rewriter.critic import critique, mapped, provenance
from rewriter.guarding.blamed import blamed
from rewriter.guarding.clauses import dropped_clauses
from rewriter.guarding.conditions import dropped_conditions
from rewriter.guarding.declared import excused_by, unbacked
from rewriter.guarding.details import dropped_details
from rewriter.guarding.doers import swapped_doers
from rewriter.guarding.given import Given
from rewriter.guarding.misnamed import misnamed
from rewriter.guarding.moved import moved_responsibility
from rewriter.guarding.names import compare_names
from rewriter.guarding.numbers import compare_values
from rewriter.guarding.open_time import open_times
from rewriter.guarding.people import cast_of
from rewriter.guarding.reasons import invented_reasons
from rewriter.guarding.reworded import Rewording
from rewriter.guarding.ruled_out import dropped_negations
from rewriter.guarding.sides import Side
from rewriter.guarding.smartness import not_smart, overfull
from rewriter.pasted.orders import without_orders
from rewriter.people import Harm
from rewriter.plan import Context
from rewriter.responsibility import check
from rewriter.settings import Settings
from rewriter.smart import Severity

__all__ = ["faults", "findings", "guard"]


def guard(
    objective: str,
    rewrite: str,
    context: Context | None = None,
    changes: Sequence[Change] = (),
    settings: Settings | None = None,
    *,
    id: str | None = None,
) -> Guarded:
    """Judge a rewrite made anywhere against its original, by rules alone.

    Takes the original and the rewrite as received (a goal and objectives, or one sentence; [brackets] are gaps to
    agree), what was told beside the original, and the changes that the rewrite declares. Gives a `Guarded` whose
    offsets point into the rewrite, or into the original for what was dropped. Raises nothing for text.
    """
    context, settings = context or Context(), settings or Settings()
    original = Side(without_orders(objective), context)  # whoever leaves an order to a tool out has dropped nothing
    held = _Held(Given(original, context), rewrite, changes, settings)
    concerns = _in_order([*held.findings(own=False), *held.advice()])
    passes = not any(concern.severity is Severity.FAULT for concern in concerns)
    return Guarded(passes, concerns, held.labels, provenance(settings), id)


def faults(given: Given, rewrite: str, changes: Sequence[Change], settings: Settings) -> tuple[Concern, ...]:
    """Give those of the concerns for which a rewrite does not pass, as `guard` does, and work out no advice.

    Takes the original as `Given`, which whoever tries several rewrites of it keeps.
    """
    found = findings(given, rewrite, changes, settings)
    return tuple(concern for concern in found if concern.severity is Severity.FAULT)


def findings(given: Given, rewrite: str, changes: Sequence[Change], settings: Settings) -> tuple[Concern, ...]:
    """Give what `faults` does, and with it what may be dropped, if it is not there in other words.

    Rules put nothing in other words, so in a draft of theirs that is dropped.
    """
    return _in_order(_Held(given, rewrite, changes, settings).findings())


def _in_order(found: Iterable[Concern]) -> tuple[Concern, ...]:
    return tuple(sorted(dict.fromkeys(found), key=lambda each: (each.kind is ConcernKind.DROPPED, each.start)))


class _Held:
    """A rewrite held against its original."""

    def __init__(self, given: Given, rewrite: str, changes: Sequence[Change], settings: Settings) -> None:
        self._given = given
        self._rewrite = Side(rewrite, _with_harms(given))
        self._settings = settings
        original = given.original.text
        self._judged = cache(lambda: critique(original, given.context, settings))
        self._excused, self._alone = excused_by(changes, original, rewrite, self._judged)
        labels = mapped(self._rewrite.reading.once(check), self._rewrite.filled, rewrite)
        self.labels = replace(labels, harms=_as_known(given, labels.harms))

    def findings(self, *, own: bool = True) -> Iterator[Concern]:
        """Everything for which the rewrite does not pass, and what it says in other words, if it says it.

        `own` says whether the draft is the product's, which answers for the words that it keeps too.
        """
        given, rewrite, excused = self._given, self._rewrite, self._excused
        cast = cast_of(given, rewrite)
        rewording = Rewording(given, rewrite)
        yield from compare_values(given, rewrite, excused, rewording)
        yield from compare_names(given, rewrite, cast, excused, rewording)
        yield from misnamed(rewrite, cast, excused)
        yield from invented_reasons(given, rewrite, excused)
        yield from dropped_conditions(given, rewrite, excused, rewording)
        yield from dropped_negations(given, rewrite, excused)
        details = list(dropped_details(given, rewrite, excused, rewording, self._judged))
        yield from details
        yield from dropped_clauses(given, rewrite, excused, rewording, details, self._judged)
        yield from swapped_doers(given, rewrite, cast, excused)
        yield from blamed(given, self.labels, rewrite, own=own)
        yield from moved_responsibility(given, rewrite, self.labels, excused)
        yield from open_times(rewrite, given.original)
        yield from overfull(rewrite)

    def advice(self) -> Iterator[Concern]:
        """What may stand beside a pass."""
        yield from not_smart(self._rewrite, self._settings)
        yield from unbacked(self._alone, self._rewrite.text)


def _with_harms(given: Given) -> Context:
    """The context of the rewrite: a harm that the original states or implies is in play there too."""
    if given.context.harms:
        return given.context
    return replace(given.context, harms=given.original.reading.once(check).harms)


def _as_known(given: Given, harms: Sequence[Harm]) -> tuple[Harm, ...]:
    """Harms with how each is known: one that the original speaks of was read there, and nobody told it."""
    if given.context.harms:
        return tuple(harms)
    read = {(harm.to, harm.by): harm.basis for harm in given.original.reading.once(check).harms}
    return tuple(replace(harm, basis=read.get((harm.to, harm.by), harm.basis)) for harm in harms)
