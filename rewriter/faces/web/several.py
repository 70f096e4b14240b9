"""Several objectives pasted at once: one on a line, or the column of a table that holds them."""

import csv
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rewriter.faces.web.forms import FormMistake, text_in

__all__ = ["Several", "several_in"]

_MOST = 200  # as many as a batch takes
_MARK = re.compile(r"\A\s*(?:[-\u2013\u2022*\u00b7\u25aa\uf0b7]|\(?(?:\d{1,3}|[a-z])[.)])\s+")
_HEADINGS = ("objective", "what will be done", "what needs to happen", "action", "outcome", "goal", "target")

_LONGEST_HEADING = 8  # words


class Several(NamedTuple):
    """The texts, in order, and the heading or number of the column that they stood in ("" where there was but one)."""

    texts: tuple[str, ...]
    column: str = ""


def several_in(fields: Mapping[str, str], name: str) -> Several:
    """Give the objectives in a field. Bullets and numbers before them go. Raises FormMistake."""
    rows = _rows(text_in(fields, name, "Paste the objectives first, one on a line"))
    column, heading = _column_of(rows)
    cells = [row[column] for row in rows if len(row) > column]
    if heading:
        cells = cells[1:]
    texts = tuple(words for cell in cells if (words := _MARK.sub("", cell, count=1).strip()))
    if not texts:
        raise FormMistake(name, "Paste the objectives first, one on a line")
    if len(texts) > _MOST:
        raise FormMistake(name, f"There are {len(texts):,} lines here, and at most {_MOST} go into one handout.")
    wide = max(len(row) for row in rows) > 1
    return Several(texts, (heading or f"column {column + 1}") if wide else "")


def _rows(text: str) -> list[list[str]]:
    """The rows of a table as a spreadsheet or a word processor copies it; lines of one cell where it is none."""
    lines = [line for line in text.splitlines() if line.strip()]
    if '"' not in text:
        return [line.split("\t") for line in lines]
    try:  # a cell with a line end in it stands in quotes
        return [row for row in csv.reader(text.splitlines(keepends=True), "excel-tab", strict=True) if any(row)]
    except csv.Error:
        return [line.split("\t") for line in lines]


def _column_of(rows: Sequence[Sequence[str]]) -> tuple[int, str]:
    """The column of the objectives, and its heading where it has one that says so; else that with most words."""
    if max((len(row) for row in rows), default=1) == 1:
        return 0, ""
    for wanted in _HEADINGS:
        for number, cell in enumerate(rows[0]):
            words = cell.strip().lower().removeprefix("the ").removeprefix("smart ")
            if words.startswith(wanted) and len(words.split()) <= _LONGEST_HEADING:
                return number, cell.strip()
    sizes = [sum(len(row[n].split()) for row in rows if len(row) > n) for n in range(max(map(len, rows)))]
    return sizes.index(max(sizes)), ""
