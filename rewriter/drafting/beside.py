"""What was told beside a text, as a draft may use it: an order to a tool in it is left out, and the reader is told."""

from dataclasses import replace

from rewriter.pasted.orders import orders_note, rest_of
from rewriter.plan import Context

__all__ = ["left_out_note", "told_plainly"]


def told_plainly(context: Context) -> Context:
    """Give a context whose need and baseline speak to nobody but people; one without orders comes back as it is."""
    need, baseline = rest_of(context.need), rest_of(context.baseline)
    if (need, baseline) == (context.need, context.baseline):
        return context
    return replace(context, need=need, baseline=baseline)


def left_out_note(objective: str, context: Context) -> str:
    """Say which words of a text, and of what was told beside it, were left out as orders; "" where there are none."""
    return orders_note(objective, context.need, context.baseline)
