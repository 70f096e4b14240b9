"""Before and after, for a trainer: from drafts, or from the guidance's worked examples, as data."""

from dataclasses import dataclass

from rewriter import fewshot
from rewriter.answer import Change, Rewrite, Status
from rewriter.faces.drafted_examples import drafted
from rewriter.faces.web.guidance import title_of
from rewriter.faces.web.telling import is_short
from rewriter.settings import Settings
from rewriter.smart import Judgement

__all__ = ["Handout", "NotDrafted", "Shown", "from_draft", "from_examples"]

_SHORT = "It is not SMART yet: the rules found no gap to put in it, so what it lacks is to be agreed."


@dataclass(frozen=True, slots=True)
class Shown:
    """One objective before and after: `after` is (name, words), `questions` are (bracket, question).

    `note` is what to say beside it: to whoever teaches it, or that it was left as it is.
    """

    title: str
    before: str
    source: str
    judgements: tuple[Judgement, ...]
    after: tuple[tuple[str, str], ...]
    questions: tuple[tuple[str, str], ...]
    changes: tuple[Change, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class NotDrafted:
    """One text that is no objective, or that could not be read: which of those pasted, its words, and why."""

    title: str
    words: str
    why: str


@dataclass(frozen=True, slots=True)
class Handout:
    """What a trainer hands out, what of those pasted is not in it, and the notice where one speaks of danger."""

    shown: tuple[Shown, ...]
    apart: tuple[NotDrafted, ...] = ()
    danger: str = ""


def from_draft(answer: Rewrite, title: str = "An objective") -> Shown:
    """Give one draft as before and after."""
    critique = answer.critique
    if answer.status is Status.UNCHANGED:
        return Shown(title, critique.objective, "", critique.judgements, (), (), (), answer.note)
    texts = {f"goals.{n}": goal.text for n, goal in enumerate(answer.goals)}
    texts |= {f"objectives.{n}": objective.text for n, objective in enumerate(answer.objectives)}
    asked = ((texts[gap.where][gap.start : gap.end], gap.question) for gap in answer.gaps if gap.where in texts)
    questions = tuple(dict.fromkeys(asked))  # the same of several objectives once: their brackets show where
    after = _named([goal.text for goal in answer.goals], [objective.text for objective in answer.objectives])
    note = _SHORT if is_short(answer) else ""
    return Shown(title, critique.objective, "", critique.judgements, after, questions, answer.changes, note)


def from_examples(settings: Settings) -> Handout:
    """Give the worked examples: the guidance's own words before, our version after, with its source."""
    found: list[Shown] = []
    for example in fewshot.load():
        judged = drafted(example, settings).critique
        ours = example.our_after
        after = _named([goal.text for goal in ours.goals], [objective.text for objective in ours.objectives])
        asked = tuple((gap.bracket, gap.question) for gap in ours.gaps)
        source = f"{title_of(example.source.document)}: {example.source.place}"
        note = f"For whoever teaches it: {example.teaching_note}"
        found.append(Shown(example.title, example.before, source, judged.judgements, after, asked, (), note))
    return Handout(tuple(found))


def _named(goals: list[str], objectives: list[str]) -> tuple[tuple[str, str], ...]:
    numbers = [f"Objective {n}" for n in range(1, len(objectives) + 1)] if len(objectives) > 1 else ["Objective"]
    return (*(("Goal", goal) for goal in goals), *zip(numbers, objectives, strict=False))
