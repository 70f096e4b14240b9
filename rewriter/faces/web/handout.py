"""Before and after, for a trainer: from a draft, or from the guidance's worked examples, as data and as a Word file."""

import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rewriter import fewshot
from rewriter.answer import Change, Rewrite
from rewriter.faces.drafted_examples import drafted
from rewriter.faces.wording import VERDICT_WORDS
from rewriter.settings import Settings
from rewriter.smart import Criterion, Judgement

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table

__all__ = ["Shown", "as_word", "from_draft", "from_examples"]

_NOT_IN_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_COLUMNS = ("Before", "How it does, and why", "After", "What changed, and what to agree")


@dataclass(frozen=True, slots=True)
class Shown:
    """One objective before and after: `after` is (name, words), `questions` are (bracket, question)."""

    title: str
    before: str
    source: str
    judgements: tuple[Judgement, ...]
    after: tuple[tuple[str, str], ...]
    questions: tuple[tuple[str, str], ...]
    changes: tuple[Change, ...]


def from_draft(answer: Rewrite, title: str = "An objective") -> Shown:
    """Give one draft as before and after."""
    texts = {f"goals.{n}": goal.text for n, goal in enumerate(answer.goals)}
    texts |= {f"objectives.{n}": objective.text for n, objective in enumerate(answer.objectives)}
    after = [("Goal", goal.text) for goal in answer.goals]
    after += [(f"Objective {n}", objective.text) for n, objective in enumerate(answer.objectives, start=1)]
    asked = tuple((texts[gap.where][gap.start : gap.end], gap.question) for gap in answer.gaps if gap.where in texts)
    return Shown(title, answer.critique.objective, "", answer.critique.judgements, tuple(after), asked, answer.changes)


def from_examples(settings: Settings) -> tuple[Shown, ...]:
    """Give the worked examples: the guidance's own words before, our version after, with its source."""
    found: list[Shown] = []
    for example in fewshot.load():
        judged = drafted(example, settings).critique
        ours = example.our_after
        after = [("Goal", goal.text) for goal in ours.goals]
        after += [(f"Objective {n}", objective.text) for n, objective in enumerate(ours.objectives, start=1)]
        asked = tuple((gap.bracket, gap.question) for gap in ours.gaps)
        source = f"{example.source.document}, {example.source.place}"
        found.append(Shown(example.title, example.before, source, judged.judgements, tuple(after), asked, ()))
    return tuple(found)


def as_word(shown: Sequence[Shown], labels: Mapping[Criterion, str]) -> bytes:
    """Give a Word file: a landscape table for each, with a heading row that repeats. Needs the extra `export`."""
    import docx
    from docx.enum.section import WD_ORIENT

    document = docx.Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    document.core_properties.title = "Before and after"
    document.core_properties.author = ""
    _plain_letters(document)
    document.add_heading("Before and after", level=1)
    document.add_paragraph("Each is a draft for a person to decide. What stands in [brackets] is to be agreed.")
    for one in shown:
        document.add_heading(_NOT_IN_XML.sub("", one.title), level=2)
        _rows(document, one, labels)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _rows(document: "Document", one: Shown, labels: Mapping[Criterion, str]) -> None:
    table = document.add_table(rows=1, cols=len(_COLUMNS))
    table.style = "Table Grid"
    _heading_row(table)
    cells = table.add_row().cells
    judged = [f"{labels[j.criterion]}: {VERDICT_WORDS[j.verdict]}. {j.reason}" for j in one.judgements]
    changes = [f"\u201c{c.from_}\u201d became \u201c{c.to}\u201d. {c.reason}" for c in one.changes]
    columns = (
        [one.before, *(["", one.source] if one.source else [])],
        judged,
        [f"{name}: {words}" for name, words in one.after],
        [*changes, *(f"{words} {question}" for words, question in one.questions)],
    )
    for cell, lines in zip(cells, columns, strict=True):
        cell.text = _NOT_IN_XML.sub("", "\n".join(lines))


def _heading_row(table: "Table") -> None:
    from docx.oxml import OxmlElement

    row = table.rows[0]
    for cell, name in zip(row.cells, _COLUMNS, strict=True):
        cell.text = ""
        cell.paragraphs[0].add_run(name).bold = True
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - the library has no word for it


def _plain_letters(document: "Document") -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt

    for name in ("Normal", "Heading 1", "Heading 2"):
        style = document.styles[name]
        style.font.name = "Arial"
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:asciiTheme"), "")
        if name == "Normal":
            style.font.size = Pt(11)
