"""Puts the pieces of a draft together: gaps numbered and asked about, and the whole judged by the same rules again."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rewriter.answer import Gap, Goal, Objective, Rewrite, SelfCheck, Status
from rewriter.brackets import BracketRole, evened, find_brackets
from rewriter.critic import critique_of
from rewriter.drafting.measured import measured
from rewriter.drafting.pieces import Ask, Piece
from rewriter.guarding.drafts import responsibility_of
from rewriter.plan import Context
from rewriter.settings import Settings
from rewriter.smart import Criterion, InputKind, Judgement, Verdict

__all__ = ["assembled", "checked"]


def assembled(
    base: Rewrite, goals: Sequence[Piece], pieces: Sequence[Piece], context: Context, settings: Settings
) -> Rewrite:
    """Number the gaps and make the checks: goals and objectives as pieces become a rewrite on the base given.

    A square bracket without its partner becomes a round one: it is no gap, and could not be edited as words.
    """
    goals = [piece._replace(text=evened(piece.text)) for piece in goals]
    pieces = [piece._replace(text=evened(piece.text)) for piece in pieces]
    made_goals = tuple(Goal(f"g{n + 1}", piece.text, context.need) for n, piece in enumerate(goals))
    goal_id = made_goals[0].id if made_goals else ""
    objectives = tuple(
        Objective(goal_id, piece.text, piece.responsible, piece.action, *measured(piece.text, context))
        for piece in pieces
    )
    questions = {f"goals.{n}": goals[n].asks for n in range(len(goals))} | {
        f"objectives.{n}": pieces[n].asks for n in range(len(pieces))
    }
    gaps = _gaps(made_goals, objectives, questions)
    changes = tuple(dict.fromkeys(change for piece in (*goals, *pieces) for change in piece.changes))
    status = Status.NEEDS_ANSWERS if gaps else Status.READY
    made = replace(base, status=status, goals=made_goals, objectives=objectives, gaps=gaps, changes=changes)
    return checked(made, context, settings)


def _gaps(
    goals: Sequence[Goal], objectives: Sequence[Objective], questions: Mapping[str, Sequence[Ask]]
) -> tuple[Gap, ...]:
    found: list[Gap] = []
    texts = {f"goals.{n}": goal.text for n, goal in enumerate(goals)} | {
        f"objectives.{n}": o.text for n, o in enumerate(objectives)
    }
    for where, text in texts.items():
        asked = {ask.bracket: ask for ask in questions.get(where, ())}
        for bracket in find_brackets(text):
            written = text[bracket.start : bracket.end]
            ask = asked.get(written) or Ask(written, f"To agree: {bracket.inside}?")
            found.append(Gap(f"q{len(found) + 1}", where, bracket.start, bracket.end, ask.question, ask.suggestion))
    return tuple(found)


def checked(rewrite: Rewrite, context: Context, settings: Settings) -> Rewrite:
    """Judge a rewrite by the rules again: responsibility as a plan, each objective by itself among its siblings."""
    texts = [goal.text for goal in rewrite.goals] + [objective.text for objective in rewrite.objectives]
    # among its siblings: with the goal beside it, a service is the action that it should be
    off = {"service_term"} if rewrite.goals else set()
    among = replace(settings, rules_off=settings.rules_off | off)
    checks: list[SelfCheck] = []
    for number, objective in enumerate(rewrite.objectives):
        judged = critique_of(objective.text, InputKind.OBJECTIVE, context, among)
        waiting = tuple(gap.id for gap in rewrite.gaps if gap.where == f"objectives.{number}")
        checks.append(SelfCheck(number, _once_agreed(judged.judgements, objective.text), waiting))
    return replace(rewrite, self_check=tuple(checks), responsibility=responsibility_of(texts, context))


def _once_agreed(judgements: Sequence[Judgement], text: str) -> tuple[Judgement, ...]:
    """Where the act itself is still a gap, whether it answers the need cannot be told yet."""
    if all(bracket.role is not BracketRole.ACT for bracket in find_brackets(text)):
        return tuple(judgements)
    return tuple(
        replace(judgement, verdict=Verdict.UNCLEAR, reason="It depends on what is agreed.")
        if judgement.criterion is Criterion.RELEVANT and judgement.verdict is not Verdict.MET
        else judgement
        for judgement in judgements
    )
