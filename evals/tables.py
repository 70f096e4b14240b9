"""A table of words, as it is printed and as it is written to a page."""

from typing import NamedTuple

__all__ = ["Table", "as_markdown", "as_text"]


class Table(NamedTuple):
    """A title, a line that says how to read it, the heads of the columns, and the rows."""

    title: str
    note: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def as_text(table: Table) -> str:
    """Give a table in columns for a terminal."""
    lines = (table.columns, *table.rows)
    widths = [max(len(line[n]) for line in lines) for n in range(len(table.columns))]
    rule = "  ".join("-" * width for width in widths)
    drawn = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines]
    return "\n".join([table.title, *([table.note] if table.note else []), "", drawn[0], rule, *drawn[1:]])


def as_markdown(table: Table) -> str:
    """Give a table as a section of a Markdown page."""
    lines = [_row(table.columns), _row(("---",) * len(table.columns)), *(_row(row) for row in table.rows)]
    return "\n".join([f"## {table.title}", "", *([table.note, ""] if table.note else []), *lines])


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
