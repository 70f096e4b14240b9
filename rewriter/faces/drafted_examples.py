"""A worked example drafted afresh by the rules, with the context that the example gives."""

from rewriter import pipeline
from rewriter.answer import Rewrite
from rewriter.fewshot import Example
from rewriter.settings import Settings
from rewriter.wire.inward import ContextIn

__all__ = ["drafted"]


def drafted(example: Example, settings: Settings) -> Rewrite:
    """Give our rewrite of an example's first version."""
    context = ContextIn.model_validate(example.context.model_dump()).to_context()
    return pipeline.rewrite(example.before, context, settings, id=example.id)
