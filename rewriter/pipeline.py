"""The things the product does, each a function from data to data.

Whatever is handed over in a wrong type raises InputError, and settings that cannot stand ConfigurationError.

What drafts, guards and masks is loaded when it is first asked for: it takes as long to load as all that judges.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rewriter import critic, responsibility
from rewriter.answer import Change, Critique, Guarded, Rewrite
from rewriter.brackets import has_odd_bracket
from rewriter.errors import InputError
from rewriter.filled import stand_in
from rewriter.pasted.orders import without_orders
from rewriter.plan import Context, PlanKind
from rewriter.reading import read
from rewriter.received import answers_received, context_received, listed, settings_received, text_received
from rewriter.remembered import one_answer
from rewriter.rules.responsibility import who_harms_whom
from rewriter.settings import Settings
from rewriter.smart import Responsibility

if TYPE_CHECKING:
    from rewriter.masking.masking import Masked

__all__ = ["check", "critique", "fill", "guard", "mask", "reword", "rewrite", "take_back"]


def critique(
    text: str,
    context: Context | None = None,
    settings: Settings | None = None,
    *,
    id: str | None = None,
) -> Critique:
    """Judge one objective, goal or short plan against SMART and for responsibility.

    Takes the text as received, what is told beside it, settings, and an id to carry through. Gives a `Critique`.
    Raises EmptyInput, or TooLong (with the limit).
    """
    settings = settings_received(settings)
    return critic.critique(text_received(text, settings), context_received(context), settings, id=id)


def check(
    text: str,
    context: Context | None = None,
    kind: str | PlanKind = PlanKind.OBJECTIVE,
    settings: Settings | None = None,
) -> Responsibility:
    """Say whether a text makes somebody harmed responsible for the harm: six labels, the harms and the findings.

    `kind` is "objective", "goal" or "plan". Raises EmptyInput, TooLong, and ValueError for another kind.
    """
    settings = settings_received(settings)
    filled = stand_in(without_orders(text_received(text, settings)))
    reading = read(filled.text, context_received(context), PlanKind(kind))
    labels = responsibility.check(reading)
    if who_harms_whom.RULE.id not in settings.rules_off:
        labels = replace(labels, findings=(*labels.findings, *responsibility.asked(reading)))
    return critic.mapped(labels, filled, text)


@one_answer()
def rewrite(
    text: str,
    context: Context | None = None,
    settings: Settings | None = None,
    *,
    id: str | None = None,
) -> Rewrite:
    """Draft one goal, where one is needed, and SMART objectives with gaps, by rules alone.

    Takes and raises what `critique` does. Gives a `Rewrite`; its status says whether gaps are open, or whether the
    text was SMART already or is no objective.
    """
    from rewriter import drafter

    settings = settings_received(settings)
    context = context_received(context)
    judged = critic.critique(text_received(text, settings), context, settings, id=id)
    return drafter.draft(judged, context, settings)


@one_answer()
def fill(
    rewrite: Rewrite, answers: Mapping[str, str], settings: Settings | None = None, context: Context | None = None
) -> Rewrite:
    """Close gaps of a rewrite with `{gap id: answer}` and judge it again, beside what it was drafted beside.

    `context` takes the place of the rewrite's own where it is given. Raises InputError for an unknown gap.
    """
    from rewriter import drafter

    answers_received(rewrite, answers)
    beside = context_received(context or rewrite.context)
    return drafter.fill(rewrite, answers, beside, settings_received(settings))


@one_answer()
def reword(rewrite: Rewrite, texts: Mapping[str, str], settings: Settings | None = None) -> Rewrite:
    """Give a draft in a person's own words, by place (`{"objectives.0": "..."}`), judged by the same rules again.

    Words that are empty take a goal or objective out. Raises InputError for a place that is not in the draft, for a
    bracket without a partner, by which a gap would be taken for words, and where no objective would be left.
    """
    from rewriter.drafting.reworded import reworded

    answers_received(rewrite, texts)
    if any(has_odd_bracket(words) for words in texts.values()):
        raise InputError("a [ or ] has no partner; write each gap as [words], none within another")
    return reworded(rewrite, texts, rewrite.context, settings_received(settings))


@one_answer()
def take_back(rewrite: Rewrite, change: Change, settings: Settings | None = None) -> Rewrite:
    """Give a draft with the user's own words put back where a declared change had put others, judged again.

    Raises InputError where the words of the change do not stand in the draft any more.
    """
    from rewriter.drafting.reworded import taken_back

    answers_received(rewrite, {})
    listed((change,), Change, "change", "a rewriter.Change")
    return taken_back(rewrite, change, rewrite.context, settings_received(settings))


@one_answer()
def guard(
    objective: str,
    rewrite: str,
    context: Context | None = None,
    changes: Sequence[Change] = (),
    settings: Settings | None = None,
    *,
    id: str | None = None,
) -> Guarded:
    """Judge a rewrite made anywhere, by a colleague or an assistant, against its original.

    Takes both texts as received, what is told beside the original, and the changes that the rewrite declares. Gives
    a `Guarded`: whether it passes, what was invented, changed or dropped, who was made responsible, and times
    without an end. Raises EmptyInput, or TooLong (with the limit), for either text; `field` says for which.
    """
    from rewriter.guarding import guard as guarding

    settings = settings_received(settings)
    texts = text_received(objective, settings, "objective"), text_received(rewrite, settings, "rewrite")
    declared = listed(changes, Change, "changes", "a rewriter.Change")
    return guarding.guard(*texts, context_received(context), declared, settings, id=id)


def mask(
    text: str,
    names: Sequence[str] = (),
    context: Context | None = None,
    settings: Settings | None = None,
    *,
    strict: bool = False,
    id: str | int | None = None,
) -> "Masked":
    """Put tokens in the place of all that identifies somebody: exactly what would leave for a model elsewhere.

    `names` are those known to stand in the text, in any form; those of the `context` count as well. Gives a `Masked`,
    whose `restore` puts the words back into a reply. Raises EmptyInput, TooLong (with the limit) and, where it is to
    be `strict`, LooksUnmasked for what still looks as if it identified somebody.
    """
    from rewriter.masking.masking import Masking, refuse_unmasked
    from rewriter.masking.names_told import names_told

    text = text_received(text, settings_received(settings))
    told = (*listed(names, str, "names", "a text"), *names_told(context_received(context)))
    masked = Masking(told).mask(text, id)
    if strict:
        refuse_unmasked(masked)
    return masked
