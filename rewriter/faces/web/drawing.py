"""Templates filled with data, every word from users or models escaped."""

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["draw"]


def draw(template: str, **data: Any) -> str:  # noqa: ANN401 - whatever the template shows
    """Give a template filled. What it names has to be in the data."""
    return _environment().get_template(template).render(**data)


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("rewriter.faces.web"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
