"""What of a request cannot be used is named, in words of ours, and never repeated."""

import json
import re

import pytest

from rewriter.faces.http.problems import Kind
from rewriter.settings import Settings
from tests.faces.http.conftest import Asking, Serve
from tests.faces.http.told import problem_of

BODY = {"objective": "Mum to ring the GP"}
JSON = {"Content-Type": "application/json"}
CANARY = "Quillfeather"


@pytest.mark.parametrize(
    ("body", "mistakes"),
    [
        ({}, [("objective", "is missing")]),
        ({"objective": ["x"]}, [("objective", "must be text")]),
        ({"objective": "x", CANARY: 1}, [("a field", "is not a field of the contract")]),
        (
            {"objective": "x", "context": {"need": 1, CANARY: "x"}},
            [("context.need", "must be text"), ("context.a field", "is not a field of the contract")],
        ),
        ({"objective": "x", "context": {"people": {CANARY: "mother"}}}, [("context.people", "must be a list")]),
        ({"objective": "x", "context": {"today": CANARY}}, [("context.today", "must be a date such as 2026-09-07")]),
        (["x"], [("the body", "must be an object")]),
        (None, [("the body", "must be an object")]),
    ],
)
def test_what_does_not_fit_is_named_and_not_repeated(
    rules: Asking, body: object, mistakes: list[tuple[str, str]]
) -> None:
    """Each field by its name, but for names that are not the contract's: those may be somebody's."""
    answer = rules.ask("POST", "/v1/critique", content=json.dumps(body), headers=JSON)
    problem = problem_of(answer, Kind.UNUSABLE)
    assert [(mistake.field, mistake.message) for mistake in problem.mistakes] == mistakes
    assert CANARY not in answer.text


@pytest.mark.parametrize("text", ["", "   ", "x" * 10_001])
def test_a_text_that_cannot_be_used_is_told_why(rules: Asking, text: str) -> None:
    """Empty, or too long, by the limit that is set."""
    problem = problem_of(rules.post("/v1/critique", {"objective": text}), Kind.UNUSABLE)
    assert problem.detail.startswith("the text has 10,001" if text.strip() else "there is nothing to read")


@pytest.mark.parametrize(
    ("field", "text", "why"),
    [
        ("rewrite", "", "there is nothing to read: please give a rewrite as text"),
        ("objective", " ", "there is nothing to read: please give an objective as text"),
        ("rewrite", "x" * 10_001, "the rewrite has 10,001 characters; the limit is 10,000"),
    ],
)
def test_of_two_texts_it_is_told_which_cannot_be_used(rules: Asking, field: str, text: str, why: str) -> None:
    """An original and its rewrite are two."""
    answer = rules.post("/v1/guard", {"objective": "Mum to ring", "rewrite": "Mum rings", field: text})
    problem = problem_of(answer, Kind.UNUSABLE)
    assert problem.detail == why
    assert [(mistake.field, mistake.message) for mistake in problem.mistakes] == [(field, why)]


def test_the_settings_limit_the_text(serve: Serve) -> None:
    """The council's own limit holds here as well."""
    asking = serve(settings=Settings(max_characters=10))
    problem_of(asking.post("/v1/critique", {"objective": "eleven char"}), Kind.UNUSABLE)


def test_mistakes_in_a_batch_say_which(rules: Asking) -> None:
    """The place of the item is in the name of the field."""
    for verb, field in (("check", "text"), ("critique", "objective"), ("rewrite", "objective")):
        answer = rules.post("/v1/batch", {"verb": verb, "items": [{field: "x"}, {field: 1}]})
        assert problem_of(answer, Kind.UNUSABLE).mistakes[0].field == f"items.1.{field}"
    problem_of(rules.post("/v1/batch", {"verb": CANARY, "items": []}), Kind.UNUSABLE)


def test_a_batch_of_nothing_is_told_so(rules: Asking) -> None:
    """Among words of ours, and not those of a library about its types."""
    problem = problem_of(rules.post("/v1/batch", {"verb": "critique", "items": []}), Kind.UNUSABLE)
    assert [(mistake.field, mistake.message) for mistake in problem.mistakes] == [
        ("items", "must have at least one entry")
    ]


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/v1/critique", {"objective": "x", "id": True}),
        ("/v1/critique", {"objective": "x", "id": 1.5}),
        ("/v1/critique", {"objective": "x", "id": {}}),
        ("/v1/critique", {"objective": "x", "context": {"names": ["\x1f"], "people": [{"name": "\x85"}]}}),
        ("/v1/critique", {"objective": "x", "context": {"people": [{}] * 201, "today": 5}}),
        ("/v1/check", {"text": 1, "kind": 1}),
        ("/v1/guard", {"objective": 1, "rewrite": [], "changes": {}}),
        ("/v1/mask", {"text": 1, "names": [""]}),
        ("/v1/fill", {"rewrite": {}, "answers": []}),
        ("/v1/fill", {"rewrite": [], "answers": {"q" * 41: "x" * 301}}),
        ("/v1/batch", {"verb": []}),
        ("/v1/batch", []),
    ],
)
def test_what_is_wrong_is_told_in_words_of_ours(rules: Asking, path: str, body: object) -> None:
    """A library's words are of tuples and of what a string should match."""
    problem = problem_of(rules.post(path, body), Kind.UNUSABLE)
    assert problem.mistakes
    for mistake in problem.mistakes:
        assert not re.search(r"should|input|tuple|string|valid|dict|pattern|type", mistake.message, re.IGNORECASE)


def test_a_saved_draft_is_read_in_words_of_ours_too(rules: Asking) -> None:
    """Every field of it, with each kind of value in turn."""
    draft = rules.post("/v1/rewrite", BODY).json()
    values: tuple[object, ...] = (None, [], {}, "x", -1, 1.5, True, [1], [{}])
    for wrong in values:
        gap = dict.fromkeys(draft["gaps"][0], wrong)
        told = [
            problem_of(rules.post("/v1/fill", {"rewrite": rewrite, "answers": {}}), Kind.UNUSABLE)
            for rewrite in (dict.fromkeys(draft, wrong), {**draft, "gaps": [gap]})
        ]
        for mistake in (mistake for problem in told for mistake in problem.mistakes):
            assert not re.search(r"should|input|tuple|string|valid|dict|pattern|type", mistake.message, re.IGNORECASE)


def test_a_gap_that_is_not_there_conflicts(rules: Asking) -> None:
    """Draft and answers have to go together."""
    draft = rules.post("/v1/rewrite", BODY).json()
    answer = rules.post("/v1/fill", {"rewrite": draft, "answers": {CANARY: "x"}})
    problem_of(answer, Kind.NOT_TOGETHER)
    assert CANARY not in answer.text
