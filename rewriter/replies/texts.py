"""Every text in a reply, wherever it stands in it."""

from collections.abc import Iterator

__all__ = ["texts_in"]


def texts_in(data: object) -> Iterator[str]:
    """Give every text in what a model's `model_dump` gave, in its order; the names of fields are none."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for value in data.values():
            yield from texts_in(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from texts_in(value)
