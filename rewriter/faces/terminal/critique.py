"""A critique on a screen: danger first, then each letter with its reason and its question, then advice."""

from collections.abc import Mapping, Sequence

from rich.text import Text

from rewriter.answer import Critique, Provenance
from rewriter.faces.terminal.screen import STYLES, Screen, plain
from rewriter.faces.wording import VERDICT_WORDS, harm_lines, origin, responsibility_lines, said, tally
from rewriter.smart import Criterion, Finding, Judgement, Responsibility, Severity, Verdict

__all__ = ["show_check", "show_critique", "show_notice", "show_original", "show_responsibility", "show_verdicts"]

_LEAST_COLUMN = 36  # narrower than this, the reason goes under the letter
_RESPONSIBILITY = frozenset(
    {"responsibility_on_victim", "responsibility_unassigned", "hides_information", "mutualises", "minimises"}
)


def show_critique(screen: Screen, answer: Critique, labels: Mapping[Criterion, str]) -> None:
    """Write a whole critique."""
    show_notice(screen, answer.safety_notice)
    if not answer.judgements:
        screen.write(answer.advice_to_reader)
        return
    show_original(screen, answer.objective)
    screen.write(f"{tally(answer.judgements)}.", "  ", style="dim")
    screen.blank()
    if answer.advice_to_reader:
        screen.write(answer.advice_to_reader)
        screen.blank()
    said_so_far = show_verdicts(screen, answer.judgements, labels, answer.objective)
    if answer.needs_goal_split:
        screen.blank()
        screen.write("It would be plainer in two parts: the goal, and then what is to be done for it.")
    show_responsibility(screen, answer.responsibility, answer.objective)
    _show_others(screen, answer)
    advice = [finding for finding in answer.findings if finding.severity is Severity.ADVICE]
    _show_advice(screen, [finding for finding in advice if _asked(finding) not in said_so_far])
    if answer.ignored:
        screen.heading("Left out, as your settings say")
        for finding, reason in answer.ignored:
            screen.write(f"{finding.rule}: {reason}", "  ")
    screen.blank()
    screen.write(f"Judged {origin(answer.provenance)} A person decides.", style="dim")
    if answer.findings:
        screen.write(f"More on a rule: rewriter explain {answer.findings[0].rule}", style="dim")


def show_check(screen: Screen, text: str, answer: Responsibility, notice: str, provenance: Provenance) -> None:
    """Write the answer of `check`."""
    show_notice(screen, notice)
    show_original(screen, text)
    if answer.abuse or responsibility_lines(answer):
        show_responsibility(screen, answer, text)
    else:
        screen.blank()
        screen.write(
            "The rules found no abuse or exploitation in these words. If somebody is harmed, say by whom, and it is "
            'judged again: --harm "who harms>who is harmed".'
        )
    screen.blank()
    screen.write(f"Judged {origin(provenance)} A person decides.", style="dim")


def show_notice(screen: Screen, notice: str) -> None:
    """Write the notice of immediate danger, where there is one."""
    if notice:
        screen.write(Text(plain(notice), "bold"), Text("! ", "bold red"))
        screen.blank()


def show_original(screen: Screen, text: str) -> None:
    """Write the text that was judged."""
    screen.write(text.strip(), "  ", style="italic")


def show_verdicts(
    screen: Screen, judgements: Sequence[Judgement], labels: Mapping[Criterion, str], text: str
) -> set[str]:
    """Write each letter: sign, name and word, the reason, the words it rests on, and the one question to ask."""
    widest = max(len(labels[judgement.criterion]) for judgement in judgements)
    column = widest + 13
    shown: set[str] = set()
    beside = screen.width - column >= _LEAST_COLUMN
    for judgement in judgements:
        verdict, name = judgement.verdict, plain(labels[judgement.criterion])
        head = Text.assemble((f"{screen.sign(verdict)} ", STYLES[verdict]), (f"{name:<{widest}}", "bold"), "  ")
        head.append(f"{VERDICT_WORDS[verdict]:<7}", STYLES[verdict])
        if beside:
            head.append("  ")
            indent = head.cell_len
            screen.write(judgement.reason, head)
        else:
            indent = 4
            screen.write(head)
            screen.write(judgement.reason, " " * indent)
        _show_ground(screen, judgement, " " * indent, shown, text)
    return shown


def _show_ground(screen: Screen, judgement: Judgement, indent: str, shown: set[str], text: str) -> None:
    """Write what a verdict rests on, and the question; what an earlier letter has said is not said again."""
    for finding in judgement.findings:
        if finding.severity is Severity.FAULT and finding.message not in shown:
            shown.add(finding.message)
            screen.write(said(finding, text), f"{indent}{screen.bullet} ")
            _show_source(screen, finding, f"{indent}  ")
    if judgement.question and judgement.verdict is not Verdict.MET and judgement.question not in shown:
        shown.add(judgement.question)
        screen.write(judgement.question, Text.assemble(indent, ("Ask: ", "bold")))


def _show_source(screen: Screen, finding: Finding, indent: str) -> None:
    # The first source is enough here; `rewriter explain` gives them all.
    screen.write(f"{finding.rule}; {finding.source.partition(';')[0].partition(' (')[0]}", indent, style="dim")


def show_responsibility(screen: Screen, answer: Responsibility, text: str = "") -> None:
    """Write who is made responsible in a text, where there is harm or a label stands."""
    lines = responsibility_lines(answer)
    if not lines:
        return
    screen.heading("Who is made responsible")
    fault = answer.on_victim or answer.unassigned or answer.hides_information or answer.mutualises or answer.minimises
    verdict = Verdict.NOT_MET if fault else Verdict.UNCLEAR  # never a tick: the rules miss some
    for sentence in lines:
        screen.write(sentence, Text(f"{screen.sign(verdict)} ", STYLES[verdict]))
    for finding in _once(answer.findings):
        screen.write(said(finding, text), f"  {screen.bullet} ")
        _show_source(screen, finding, "    ")
        if finding.question:
            screen.write(finding.question, Text.assemble("    ", ("Ask: ", "bold")))
    for sentence in harm_lines(answer.harms):
        screen.write(sentence, "  ")


def _show_others(screen: Screen, answer: Critique) -> None:
    """Faults that belong to no letter and are not shown with responsibility."""
    shown = {id(finding) for judgement in answer.judgements for finding in judgement.findings}
    for finding in answer.findings:
        if finding.severity is Severity.FAULT and id(finding) not in shown and finding.rule not in _RESPONSIBILITY:
            screen.blank()
            screen.write(said(finding, answer.objective), f"{screen.bullet} ")
            _show_source(screen, finding, "  ")


def _show_advice(screen: Screen, advice: Sequence[Finding]) -> None:
    if not advice:
        return
    screen.heading("Worth a thought (advice, not faults)")
    for finding in _once(advice):
        screen.write(_asked(finding), f"  {screen.bullet} ")


def _asked(advice: Finding) -> str:
    return advice.question or advice.message


def _once(findings: Sequence[Finding]) -> list[Finding]:
    return list({(finding.rule, finding.message): finding for finding in findings}.values())
