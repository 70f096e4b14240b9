"""A model's draft as pieces of a rewrite: taken as it was written, so that the guard judges what the model wrote."""

from rewriter.answer import Change
from rewriter.drafting.pieces import Ask, Piece
from rewriter.replies.shapes import DraftReply, ObjectiveReply

__all__ = ["is_empty", "pieces_of", "texts_of"]


def is_empty(draft: DraftReply) -> bool:
    """Whether a draft has no objective with words in it."""
    return not any(objective.text.strip() for objective in draft.objectives)


def texts_of(draft: DraftReply) -> tuple[str, ...]:
    """Give the goals' and objectives' texts, in order."""
    written = [goal.text for goal in draft.goals] + [objective.text for objective in draft.objectives]
    return tuple(text.strip() for text in written if text.strip())


def pieces_of(draft: DraftReply) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Give a draft's goals and objectives as pieces; all declared changes stand with the first objective."""
    asks = tuple(Ask(gap.bracket.strip(), gap.question.strip(), gap.suggestion.strip()) for gap in draft.gaps)
    goals = tuple(Piece(goal.text.strip(), (), asks) for goal in draft.goals if goal.text.strip())
    objectives = [objective for objective in draft.objectives if objective.text.strip()]
    changes = tuple(Change(change.from_, change.to, change.reason, change.rule) for change in draft.changes)
    return goals, tuple(
        Piece(objective.text.strip(), _responsible(objective), asks, () if number else changes)
        for number, objective in enumerate(objectives)
    )


def _responsible(objective: ObjectiveReply) -> tuple[str, ...]:
    """Those said to act, where the objective's own words name them."""
    text = objective.text.casefold()
    return tuple(name.strip() for name in objective.responsible if name.strip() and name.strip().casefold() in text)
