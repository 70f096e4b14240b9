"""What goes over the wire is what the command line writes, to the byte."""

import json

import hypothesis
import pytest
from hypothesis import strategies

from rewriter import pipeline
from rewriter.faces.http.written import written
from rewriter.wire import outward
from tests.faces.http.conftest import Asking

LEAVES = strategies.none() | strategies.booleans() | strategies.integers() | strategies.text()
VALUES = strategies.recursive(
    LEAVES, lambda inner: strategies.lists(inner) | strategies.dictionaries(strategies.text(), inner)
)


@hypothesis.given(strategies.dictionaries(strategies.text(), VALUES))
def test_any_answer_is_written_the_same(answer: outward.Json) -> None:
    """Numbers of any size, and characters of any kind."""
    assert written(answer) == outward.line(answer)


@pytest.mark.parametrize("text", ["Sarah\u2019s mother to attend groups", "Mum \U0001f600\x00\x1f\x7f\u2028 to ring"])
def test_our_answers_are_written_the_same(text: str) -> None:
    """With what people and machines put into a text."""
    for made in (
        outward.critique_json(pipeline.critique(text)),
        outward.rewrite_json(pipeline.rewrite(text)),
        outward.guard_json(pipeline.guard(text, f"{text} by [date]")),
    ):
        assert written(made) == outward.line(made)


@pytest.mark.parametrize("id", [2**70, -(2**63), "x" * 200, None])
def test_an_id_comes_back_as_it_came(rules: Asking, id: int | str | None) -> None:
    """Also one that few programs could hold."""
    answer = rules.ask(
        "POST",
        "/v1/critique",
        content=json.dumps({"id": id, "objective": "Mum to ring"}).encode(),
        headers={"Content-Type": "application/json"},
    )
    assert answer.status_code in {200, 422}
    if answer.status_code == 200:
        assert answer.json()["id"] == id
