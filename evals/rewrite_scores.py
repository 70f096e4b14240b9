"""Scores rewrites: what is shown, who is answerable in it, what was invented, its gaps, and the claims of the cases."""

from collections.abc import Iterator, Mapping, Sequence
from statistics import median

from evals.agreement import SHARE, Row
from evals.cases import ObjectiveCase
from evals.kept_facts import kept_facts
from evals.own_critic import smart_scores
from evals.scores import Score, yes
from rewriter.answer import Change, ConcernKind, ModelUse, Rewrite, Status
from rewriter.brackets import find_brackets
from rewriter.critic import JUDGED
from rewriter.guarding.given import Given
from rewriter.guarding.guard import faults
from rewriter.guarding.sides import Side
from rewriter.pasted.orders import without_orders
from rewriter.remembered import one_answer
from rewriter.settings import Settings

__all__ = ["claim_scores", "draft_scores", "gaps_an_objective", "inventions", "rewrite_scores", "unmarked"]


def rewrite_scores(
    cases: Sequence[ObjectiveCase], rewrites: Mapping[str, Rewrite], claims: Mapping[str, Mapping[str, bool]]
) -> tuple[Score, ...]:
    """Give every score of the rewrites of a set; `claims` are those that a judge was asked about, by case id."""
    found, failed = _found(cases, rewrites)
    used = tuple(
        (case.id, yes(answer.model is ModelUse.USED))
        for case, answer in _drafted(found)
        if answer.status is not Status.UNCHANGED
    )
    return (
        _share("served.model", "Served from the model, not withheld", used, failed),
        *draft_scores(cases, rewrites),
        *claim_scores([case for case, _ in found], claims),
    )


def draft_scores(cases: Sequence[ObjectiveCase], rewrites: Mapping[str, Rewrite]) -> tuple[Score, ...]:
    """Give the scores of the rewrites of a set that need neither a model nor a judge."""
    found, failed = _found(cases, rewrites)
    return tuple(_draft_scores(_drafted(found), failed))


def _found(
    cases: Sequence[ObjectiveCase], rewrites: Mapping[str, Rewrite]
) -> tuple[Sequence[tuple[ObjectiveCase, Rewrite]], int]:
    found = [(case, rewrites[case.id]) for case in cases if case.id in rewrites]
    return found, len(cases) - len(found)


def _drafted(found: Sequence[tuple[ObjectiveCase, Rewrite]]) -> Sequence[tuple[ObjectiveCase, Rewrite]]:
    return [(case, answer) for case, answer in found if answer.critique.input_kind in JUDGED]


def _draft_scores(drafted: Sequence[tuple[ObjectiveCase, Rewrite]], failed: int) -> Iterator[Score]:
    yield _share(
        "served.blame",
        "Served ones that blame, hide, share or shrink, by the product itself",
        tuple((case.id, yes(_is_blaming(answer))) for case, answer in drafted),
        failed,
        lower=True,
    )
    apart = tuple(
        (case.id, yes(bool(answer.goals) == case.gold.needs_goal_split))
        for case, answer in drafted
        if not case.gold.harm.abuse
    )
    yield _share("served.goal", "A goal where one is needed and none where not (no abuse)", apart, failed)
    good = tuple((case.id, yes(answer.status is Status.UNCHANGED)) for case, answer in drafted if case.gold.good)
    yield _share("served.unchanged", "Good ones served unchanged", good, failed)
    enough = tuple(
        (case.id, yes(len(answer.objectives) >= (case.gold.min_objectives or 0))) for case, answer in drafted
    )
    yield _share("served.enough", "As many objectives as needed", enough, failed)
    yield from smart_scores([answer for _, answer in drafted], failed)
    held = [(case.id, *_held(case, answer)) for case, answer in drafted if answer.status is not Status.UNCHANGED]
    invents = tuple((name, yes(invented)) for name, invented, _ in held)
    yield _share("served.invents", "Served ones with an unmarked invention, by the guard", invents, failed, lower=True)
    facts = tuple((name, kept) for name, _, kept in held if kept)
    yield _share("served.kept", "Stated facts found again in the served one, by the guard", facts, failed)


def _held(case: ObjectiveCase, answer: Rewrite) -> tuple[bool, Row]:
    """Whether a served one invents anything, and which facts it keeps: the same two texts, read once for both."""
    with one_answer():
        return any(inventions(case, answer)), kept_facts(case, answer)


def inventions(case: ObjectiveCase, answer: Rewrite) -> Iterator[str]:
    """Give what a rewrite states that the case does not give and no bracket marks, by the guard's rules."""
    texts = [goal.text for goal in answer.goals] + [objective.text for objective in answer.objectives]
    yield from unmarked(case, "\n".join(texts), answer.changes)


def unmarked(case: ObjectiveCase, text: str, changes: Sequence[Change] = ()) -> Iterator[str]:
    """Give what any text states that the case does not give and no bracket marks, by the guard's rules."""
    context = case.context.as_told()
    given = Given(Side(without_orders(case.objective), context), context)
    for concern in faults(given, text, changes, Settings()):
        if concern.kind is ConcernKind.INVENTED:
            yield concern.text


def claim_scores(cases: Sequence[ObjectiveCase], claims: Mapping[str, Mapping[str, bool]]) -> Iterator[Score]:
    """Give the two scores of the claims that a judge was asked about; one it was not asked about is unscored."""
    for name, wanted, label in (
        ("must", True, "Claims that must hold, met"),
        ("must_not", False, "Claims that must not hold, kept out"),
    ):
        told = [(case.id, claim) for case in cases for claim in getattr(case.gold, name)]
        judged = [(case, claims[case][claim]) for case, claim in told if claim in claims.get(case, {})]
        rows = tuple((case, yes(truth is wanted)) for case, truth in judged)
        yield _share(f"claims.{name}", label, rows, len(told) - len(rows))


def gaps_an_objective(rewrites: Sequence[Rewrite]) -> float | None:
    """Give the median number of brackets in an objective that a model wrote; None where it wrote none."""
    counts = [
        len(find_brackets(objective.text))
        for answer in rewrites
        if answer.model is ModelUse.USED and answer.status is not Status.UNCHANGED
        for objective in answer.objectives
    ]
    return median(counts) if counts else None


def _is_blaming(answer: Rewrite) -> bool:
    labels = answer.responsibility
    return labels.on_victim or labels.unassigned or labels.hides_information or labels.mutualises or labels.minimises


def _share(name: str, label: str, found: tuple[tuple[str, Row], ...], unscored: int, *, lower: bool = False) -> Score:
    """A share of `found`: rows, each with the case that it is of."""
    cases, rows = tuple(case for case, _ in found), tuple(row for _, row in found)
    return Score(name, label, SHARE, rows, unscored, lower_is_better=lower, cases=cases)
