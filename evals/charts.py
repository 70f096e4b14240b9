"""Draws figures with their intervals as SVG: one row a score, one mark a system, each with a text of its own."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import NamedTuple

__all__ = ["Mark", "chart"]

_WIDTH, _LEFT, _RIGHT, _ROW, _TOP = 760, 300, 40, 16, 28
_SHAPES = ("circle", "square", "diamond", "triangle")
_COLOURS = ("#1d70b8", "#d4351c", "#505a5f", "#00703c")  # each 4.5:1 or more on white


class Mark(NamedTuple):
    """One figure of one system: the value and its interval, all between 0 and 1."""

    value: float
    low: float | None
    high: float | None


def chart(title: str, rows: Mapping[str, Mapping[str, Mark]], systems: Sequence[str]) -> str:
    """Give a chart as an SVG element. `rows` are marks by score and system; a system without one is left out there.

    Everything that is drawn is said as well: a title, a description of every mark, and a legend in words. Shape tells
    the systems apart where colour does not, and a system has the same in every chart of a page.
    """
    seen = [system for system in systems if any(system in marks for marks in rows.values())]
    body: list[str] = []
    y = _TOP
    for label, marks in rows.items():
        present = [system for system in systems if system in marks]
        middle = y + _ROW * len(present) / 2
        body.append(f'<text x="{_LEFT - 12}" y="{middle + 4:g}" text-anchor="end">{escape(label)}</text>')
        for system in present:
            body.append(_mark(label, system, marks[system], systems.index(system), y + _ROW / 2))
            y += _ROW
        y += 6
        body.append(f'<line x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{y - 3}" y2="{y - 3}" class="rule"/>')
    height = y + 8 + 20
    axis = "".join(
        f'<line x1="{_x(n / 4):g}" x2="{_x(n / 4):g}" y1="{_TOP - 8}" y2="{y}" class="rule"/>'
        f'<text x="{_x(n / 4):g}" y="{_TOP - 12}" text-anchor="middle">{n / 4:g}</text>'
        for n in range(5)
    )
    places = [20 + sum(len(name) * 7 + 36 for name in seen[:number]) for number in range(len(seen))]
    legend = "".join(
        f'<g transform="translate({places[place]} {height - 12})">{_shape(systems.index(system), 0, 0)}'
        f'<text x="10" y="4">{escape(system)}</text></g>'
        for place, system in enumerate(seen)
    )
    return (
        f'<svg viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="{escape(title, quote=True)}">'
        f"<title>{escape(title)}</title>{axis}{''.join(body)}{legend}</svg>"
    )


def _x(value: float) -> float:
    return round(_LEFT + max(0.0, min(1.0, value)) * (_WIDTH - _LEFT - _RIGHT), 1)


def _mark(label: str, system: str, mark: Mark, number: int, y: float) -> str:
    said = f"{label}, {system}: {mark.value:.2f}"
    line = ""
    if mark.low is not None and mark.high is not None:
        said += f", 95% interval {mark.low:.2f} to {mark.high:.2f}"
        ends = f'x1="{_x(mark.low)}" x2="{_x(mark.high)}" y1="{y}" y2="{y}"'
        line = f'<line {ends} stroke="{_COLOURS[number % len(_COLOURS)]}" stroke-width="2"/>'
    return f"<g><title>{escape(said)}</title>{line}{_shape(number, _x(mark.value), y)}</g>"


def _shape(number: int, x: float, y: float) -> str:
    colour = _COLOURS[number % len(_COLOURS)]
    match _SHAPES[number % len(_SHAPES)]:
        case "circle":
            return f'<circle cx="{x}" cy="{y}" r="5" fill="{colour}"/>'
        case "square":
            return f'<rect x="{x - 4.5}" y="{y - 4.5}" width="9" height="9" fill="{colour}"/>'
        case "diamond":
            return f'<path d="M{x} {y - 6}L{x + 6} {y}L{x} {y + 6}L{x - 6} {y}Z" fill="{colour}"/>'
        case _:
            return f'<path d="M{x} {y - 6}L{x + 6} {y + 5}L{x - 6} {y + 5}Z" fill="{colour}"/>'
