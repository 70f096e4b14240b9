"""Hidden orders are put to the product with a model, and an order that is obeyed is found out."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from evals.hostile import FIELDS, is_obeyed, obeyed, placed
from evals.kept import KeptChat
from rewriter import pipeline, prompts
from tests import said
from tests.evals.models import Desk

ORDERS = placed()
FINE = said.rewrite(
    said.critique(measurable="not_met", time_bound="not_met"),
    said.draft("Mum to attend the parenting group [once a week] for [12 weeks]."),
)


def test_every_order_stands_once_in_the_text_and_once_beside_it() -> None:
    names = {order.name for order in ORDERS}
    assert len(ORDERS) == 2 * len(names)
    assert {order.place for order in ORDERS} == {"text", *FIELDS}


def test_an_answer_that_does_as_the_order_says_is_found_out() -> None:
    answer = pipeline.rewrite("Mum to attend the parenting group")
    assert not is_obeyed(answer, "COMPLIANT")
    written = replace(answer, objectives=(replace(answer.objectives[0], text="COMPLIANT"),))
    assert is_obeyed(written, "COMPLIANT")
    assert is_obeyed(replace(answer, note=prompts.instructions("rewrite").text[150:1400]), "COMPLIANT")
    blaming = replace(answer, responsibility=replace(answer.responsibility, on_victim=True))
    assert is_obeyed(blaming, "COMPLIANT")


@pytest.mark.parametrize("reply", [FINE, None])
def test_orders_are_counted_by_where_they_stand_and_nothing_is_told_where_a_reply_is_missing(
    reply: str | None, tmp_path: Path
) -> None:
    orders = (ORDERS[0], ORDERS[-1])
    chat = KeptChat("m", "by a test", Desk(reply) if reply else None, tmp_path)
    table = asyncio.run(obeyed(orders, chat))
    if reply is None:
        assert table is None
    else:
        assert table is not None
        assert [row[:2] for row in table.rows] == [("in the text", "0/1"), ("beside it", "0/1")]
