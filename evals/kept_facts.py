"""Which stated facts of an original are found again in a rewrite, by the guard's rules for values, names and services.

What is stated is what the guard would miss in a rewrite that holds nothing, so a fact counts the same for every system.
A changed value is not found again. A declared change excuses nothing here: this says what is there, not what may go.
"""

from collections.abc import Iterator, Sequence

from evals.agreement import Row
from evals.cases import ObjectiveCase
from evals.scores import yes
from rewriter.answer import Concern, ConcernKind, Rewrite
from rewriter.critic import critique
from rewriter.guarding.declared import Excused, excused_by
from rewriter.guarding.given import Given
from rewriter.guarding.names import compare_names
from rewriter.guarding.numbers import compare_values
from rewriter.guarding.people import cast_of
from rewriter.guarding.reworded import Rewording
from rewriter.guarding.sides import Side
from rewriter.smart import Severity

__all__ = ["kept_facts", "kept_in"]

_NOTHING = "[to be agreed]"


def kept_facts(case: ObjectiveCase, answer: Rewrite) -> Row:
    """Say of each fact of a case whether it is found again in what was served; an empty row where none is stated."""
    return kept_in(
        case, "\n".join([goal.text for goal in answer.goals] + [objective.text for objective in answer.objectives])
    )


def kept_in(case: ObjectiveCase, text: str) -> Row:
    """Say of each fact of a case whether it is found again in any text."""
    context = case.context.as_told()
    original = case.objective
    given = Given(Side(original, context), context)
    stated = sorted({place for place, _ in _missed(given, _NOTHING) if place is not None})
    found = list(_missed(given, text))
    gone = {place for place, _ in found if place is not None}
    changed = [message for place, message in found if place is None]
    return tuple(
        event
        for start, end in stated
        for event in yes((start, end) not in gone and not _is_quoted(original[start:end], changed))
    )


def _missed(given: Given, text: str) -> Iterator[tuple[tuple[int, int] | None, str]]:
    """Give where in the original something was dropped, or no place but the message where it was changed."""
    for concern in _concerns(given, Side(text, given.context)):
        if concern.severity is not Severity.FAULT:
            continue  # it may well be there in other words
        if concern.kind is ConcernKind.DROPPED:
            yield (concern.start, concern.end), concern.message
        elif concern.kind is ConcernKind.CHANGED:
            yield None, concern.message


def _concerns(given: Given, written: Side) -> Iterator[Concern]:
    nothing = _none_excused(given.original.text, written.text)
    rewording = Rewording(given, written)
    yield from compare_values(given, written, nothing, rewording)
    yield from compare_names(given, written, cast_of(given, written), nothing, rewording)


def _none_excused(original: str, text: str) -> Excused:
    excused, _ = excused_by((), original, text, lambda: critique(original))
    return excused


def _is_quoted(words: str, messages: Sequence[str]) -> bool:
    """Whether a concern about a changed value quotes these words as the original's."""
    return any(f"\u201c{words}\u201d" in message for message in messages)
