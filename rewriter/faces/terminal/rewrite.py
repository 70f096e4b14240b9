"""A rewrite on a screen: the draft, what is still to be agreed, what was changed and why, and how it does."""

from collections.abc import Mapping, Sequence

from rich.text import Text

from rewriter.answer import Gap, ModelUse, Rewrite, Status
from rewriter.drafting.agreeing import whom_to_ask
from rewriter.faces.terminal.critique import show_notice, show_original, show_responsibility
from rewriter.faces.terminal.screen import STYLES, Screen, marked, plain
from rewriter.faces.wording import VERDICT_WORDS, once_agreed, origin
from rewriter.questions import left_to_ask
from rewriter.smart import Criterion, Judgement

__all__ = ["show_gap", "show_rewrite"]


def show_rewrite(screen: Screen, answer: Rewrite, labels: Mapping[Criterion, str]) -> None:
    """Write a whole rewrite."""
    show_notice(screen, answer.safety_notice)
    if answer.status is Status.NOT_AN_OBJECTIVE:
        screen.write(answer.note or answer.critique.advice_to_reader)
        return
    show_original(screen, answer.critique.objective)
    _show_as_it_stands(screen, answer.critique.judgements, labels)
    if answer.note:
        screen.blank()
        screen.write(answer.note)
    if answer.status is not Status.UNCHANGED:
        _show_draft(screen, answer)
        _show_gaps(screen, answer)
        _show_changes(screen, answer)
        _show_self_check(screen, answer, labels)
    _show_left_to_ask(screen, answer)
    show_responsibility(screen, answer.responsibility)
    screen.blank()
    if answer.model is ModelUse.WITHHELD:
        screen.write("The model's draft was withheld, so this is the rules' draft. What was found in it:")
        for reason in answer.withheld_because:
            screen.write(reason, f"  {screen.bullet} ")
    judged_only = answer.status is Status.UNCHANGED or answer.model is ModelUse.WITHHELD
    what = "Judged" if judged_only else "A draft"
    screen.write(f"{what} {origin(answer.provenance)} A person decides: accept it, change it or leave it.", style="dim")


def show_gap(screen: Screen, number: int, answer: Rewrite) -> None:
    """Write the open question of a number (from 1), in its sentence, before its answer is asked for."""
    gap = answer.gaps[number - 1]
    screen.blank()
    lead = f"{number} of {len(answer.gaps)}  "
    screen.write(_text_of(answer, gap), lead)
    screen.write(Text.assemble(marked(f"{_words_of(answer, gap)}  "), (plain(gap.question), "bold")), " " * len(lead))
    if gap.suggestion:
        screen.write(f"Suggested: {gap.suggestion} (type = to take it)", " " * len(lead), style="dim")


def _show_as_it_stands(screen: Screen, judgements: Sequence[Judgement], labels: Mapping[Criterion, str]) -> None:
    if not judgements:
        return
    items = [Text("As it stands:")]
    for judgement in judgements:
        name = f" {plain(labels[judgement.criterion])} "
        style = STYLES[judgement.verdict]
        items.append(
            Text.assemble((screen.sign(judgement.verdict), style), name, (VERDICT_WORDS[judgement.verdict], style))
        )
    screen.row(items)


def _show_draft(screen: Screen, answer: Rewrite) -> None:
    for goal in answer.goals:
        screen.heading("Goal" if len(answer.goals) == 1 else f"Goal {goal.id}")
        screen.write(goal.text, "  ")
        if goal.need:
            screen.write(goal.need, Text("  Need: ", "dim"))
    screen.heading("Objective" if len(answer.objectives) == 1 else "Objectives")
    for number, objective in enumerate(answer.objectives, start=1):
        screen.write(objective.text, f"  {number}. ")
        for words in (*objective.definitions, objective.tolerance, objective.contingency):
            if words and words not in objective.text:
                screen.write(words, "     ")


def _show_gaps(screen: Screen, answer: Rewrite) -> None:
    if not answer.gaps:
        return
    screen.heading(whom_to_ask(answer.critique.responsibility))
    widest = max(len(gap.id) for gap in answer.gaps)
    for gap in answer.gaps:
        lead = Text.assemble("  ", (f"{plain(gap.id):>{widest}}", "bold"), "  ")
        screen.write(f"{_words_of(answer, gap)}  {gap.question}", lead)


def _show_left_to_ask(screen: Screen, answer: Rewrite) -> None:
    questions = left_to_ask(answer)
    if not questions:
        return
    screen.heading("Also worth asking")
    for question in questions:
        screen.write(question, f"  {screen.bullet} ")


def _show_changes(screen: Screen, answer: Rewrite) -> None:
    if not answer.changes:
        return
    screen.heading("What was changed on purpose, and why")
    for change in answer.changes:
        screen.write(f"\u201c{change.from_}\u201d {screen.arrow} \u201c{change.to}\u201d", f"  {screen.bullet} ")
        screen.write(f"{change.reason} ({change.rule})", "    ", style="dim")


def _show_self_check(screen: Screen, answer: Rewrite, labels: Mapping[Criterion, str]) -> None:
    if not answer.self_check:
        return
    screen.heading("The draft, by the same rules")
    for check in answer.self_check:
        how = once_agreed(check.judgements, len(check.depends_on), labels)
        screen.write(f"{how[:1].upper()}{how[1:]}.", f"  {check.objective + 1}. ")


def _text_of(answer: Rewrite, gap: Gap) -> str:
    """The sentence of the draft in which a gap stands."""
    group, number, *part = gap.where.split(".")
    if group == "objectives":
        return answer.objectives[int(number)].text
    goal = answer.goals[int(number)]
    return goal.need if part == ["need"] else goal.text


def _words_of(answer: Rewrite, gap: Gap) -> str:
    """The bracket of a gap, as it stands."""
    return _text_of(answer, gap)[gap.start : gap.end]
