"""Draws figures with their intervals: one row a score, one mark a system, as wide as the screen or the paper.

The drawing has no size of its own: places along it are shares of its width, so the words stay as large on a telephone
as on a desk.
"""

from collections.abc import Iterator, Mapping
from html import escape
from typing import NamedTuple

__all__ = ["Mark", "chart"]

_AXIS, _LABEL, _LANE, _GAP = 20, 20, 14, 8  # pixels down
_SHAPES = ("circle", "square", "diamond", "triangle")
_COLOURS = ("#1d70b8", "#d4351c", "#505a5f", "#00703c")  # each 4.5:1 or more on white


class Mark(NamedTuple):
    """One figure of one system: the value and its interval, all between 0 and 1."""

    value: float
    low: float | None
    high: float | None


def chart(title: str, rows: Mapping[str, Mapping[str, Mark]], systems: Mapping[str, str]) -> str:
    """Give a chart as HTML. `rows` are marks by score and system; a system without one is left out there.

    `systems` are all systems of the page, each with what it is called. Everything that is drawn is said as well: a
    title, a description of every mark, and a legend in words. Shape tells the systems apart where colour does not, and
    a system has the same in every chart of a page.
    """
    numbers = {system: number for number, system in enumerate(systems)}
    body: list[str] = []
    y = _AXIS
    for label, marks in rows.items():
        y += _LABEL
        body.append(f'<text x="0" y="{y - 6}">{escape(label)}</text>')
        for system in (system for system in systems if system in marks):
            body += _mark(f"{label}, {systems[system]}", marks[system], numbers[system], y + _LANE // 2)
            y += _LANE
        y += _GAP
    axis = "".join(_tick(quarter * 25, y) for quarter in range(5))
    seen = [system for system in systems if any(system in marks for marks in rows.values())]
    legend = "".join(
        f'<li><svg width="14" height="14" aria-hidden="true">{_shape(numbers[system], "7", 7)}</svg> '
        f"{escape(systems[system])}</li>"
        for system in seen
    )
    return (
        f'<div class="chart"><ul class="legend">{legend}</ul>'
        f'<svg width="100%" height="{y}" role="img" aria-label="{escape(title, quote=True)}">'
        f"<title>{escape(title)}</title>{axis}{''.join(body)}</svg></div>"
    )


def _tick(percent: int, bottom: int) -> str:
    anchor = {0: "start", 100: "end"}.get(percent, "middle")
    return (
        f'<line x1="{percent}%" x2="{percent}%" y1="{_AXIS - 4}" y2="{bottom}" class="rule"/>'
        f'<text x="{percent}%" y="{_AXIS - 8}" text-anchor="{anchor}">{percent / 100:g}</text>'
    )


def _place(value: float) -> str:
    return f"{100 * max(0.0, min(1.0, value)):.1f}%"


def _mark(what: str, mark: Mark, number: int, y: int) -> Iterator[str]:
    said = f"{what}: {mark.value:.2f}"
    line = ""
    if mark.low is not None and mark.high is not None:
        said += f", 95% interval {mark.low:.2f} to {mark.high:.2f}"
        ends = f'x1="{_place(mark.low)}" x2="{_place(mark.high)}" y1="{y}" y2="{y}"'
        line = f'<line {ends} stroke="{_COLOURS[number % len(_COLOURS)]}" stroke-width="2"/>'
    yield f"<g><title>{escape(said)}</title>{line}{_shape(number, _place(mark.value), y)}</g>"


def _shape(number: int, x: str, y: int) -> str:
    """Draw a shape around a place; one whose corners are not in shares of the width stands in a drawing of its own."""
    colour = _COLOURS[number % len(_COLOURS)]
    match _SHAPES[number % len(_SHAPES)]:
        case "circle":
            return f'<circle cx="{x}" cy="{y}" r="5" fill="{colour}"/>'
        case "square":
            drawn = f'<rect x="-4.5" y="-4.5" width="9" height="9" fill="{colour}"/>'
        case "diamond":
            drawn = f'<path d="M0 -6L6 0L0 6L-6 0Z" fill="{colour}"/>'
        case _:
            drawn = f'<path d="M0 -6L6 5L-6 5Z" fill="{colour}"/>'
    return f'<svg x="{x}" y="{y}" class="over">{drawn}</svg>'
