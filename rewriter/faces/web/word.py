"""A handout as a Word file: on A4 across, with a table for each objective that is headed again on the next page."""

import io
import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, TypeAlias

from rewriter.answer import Change
from rewriter.faces.web.handout import Handout, Shown
from rewriter.faces.wording import VERDICT_WORDS
from rewriter.smart import Criterion

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell

__all__ = ["as_word"]

_NOT_IN_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_COLUMNS = ("Before", "How it does, and why", "After", "What changed, and what to agree")
_WIDTHS = (5.2, 7.0, 6.6, 7.3)  # centimetres
_Line: TypeAlias = tuple[str, str]  # what is bold, and what follows it


def as_word(handout: Handout, labels: Mapping[Criterion, str]) -> bytes:
    """Give the file. Needs the extra `export`."""
    document = _paper()
    if handout.danger:
        document.add_paragraph().add_run(_fit(handout.danger)).bold = True
    document.add_heading("Before and after", level=1)
    document.add_paragraph("Each is a draft for a person to decide. What stands in [brackets] is to be agreed.")
    for one in handout.shown:
        document.add_heading(_fit(one.title), level=2)
        _table(document, one, labels)
        if one.note:
            document.add_paragraph(_fit(one.note)).paragraph_format.space_before = _points(4)
    if handout.apart:
        document.add_heading("Not drafted", level=2)
    for other in handout.apart:
        paragraph = document.add_paragraph()
        paragraph.add_run(_fit(f"{other.title}: \u201c{other.words}\u201d ")).bold = True
        paragraph.add_run(_fit(other.why))
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _table(document: "Document", one: Shown, labels: Mapping[Criterion, str]) -> None:
    table = document.add_table(rows=2, cols=len(_COLUMNS))
    table.style = "Table Grid"
    _keep_together(table)
    judged = [(f"{labels[j.criterion]}: {VERDICT_WORDS[j.verdict]}.", j.reason) for j in one.judgements]
    changes = [("Changed:", f"\u201c{c.from_}\u201d {_became(c)} {c.reason}") for c in one.changes]
    after = [(f"{name}:", words) for name, words in one.after] or [("", "Left as it is.")]
    columns: tuple[list[_Line], ...] = (
        [("", one.before), *([("", f"({one.source})")] if one.source else [])],
        judged,
        after,
        [*changes, *one.questions],
    )
    for number, (name, lines) in enumerate(zip(_COLUMNS, columns, strict=True)):
        _write(table.rows[0].cells[number], [(name, "")])
        _write(table.rows[1].cells[number], lines)


def _became(change: Change) -> str:
    if not change.to:
        return "was left out."
    return f"became \u201c{change.to}\u201d{'' if change.to.endswith('.') else '.'}"


def _write(cell: "_Cell", lines: Iterable[_Line]) -> None:
    for number, (bold, words) in enumerate(lines):
        paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
        paragraph.paragraph_format.space_after = _points(3)
        if bold:
            paragraph.add_run(_fit(bold)).bold = True
        if words:
            paragraph.add_run(_fit(f" {words}" if bold else words))


def _keep_together(table: "Table") -> None:
    """Set the widths, head the table again on a new page, and do not cut a row in two where it fits on one."""
    from docx.oxml import OxmlElement
    from docx.shared import Cm

    table.autofit = False
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = Cm(width)  # Word goes by the cells, others by the columns
    for row, mark in zip(table.rows, ("w:tblHeader", "w:cantSplit"), strict=True):
        row._tr.get_or_add_trPr().append(OxmlElement(mark))  # noqa: SLF001 - the library has no word for it
        for cell, width in zip(row.cells, _WIDTHS, strict=True):
            cell.width = Cm(width)
    for cell in table.rows[0].cells:
        cell.paragraphs[0].paragraph_format.keep_with_next = True


def _paper() -> "Document":
    import docx
    from docx.enum.section import WD_ORIENT
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt, RGBColor

    document = docx.Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(1.8)
    document.core_properties.title = "Before and after"
    document.core_properties.author = ""
    for name, size in (("Normal", 10), ("Heading 1", 18), ("Heading 2", 13)):
        style = document.styles[name]
        style.font.name = "Arial"
        style.font.size = Pt(size)
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:asciiTheme"), "")
    return document


def _points(number: int) -> int:
    from docx.shared import Pt

    return Pt(number)


def _fit(words: str) -> str:
    return _NOT_IN_XML.sub("", words)
