"""What the description of the service shows is what the service does: answers, streams and problems, word for word."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from typing import Any
from unittest import mock

import httpx2
import jsonschema_rs
import pytest

from rewriter.faces.http.keys import Key, hash_of
from rewriter.faces.http.problems import Kind
from rewriter.faces.http.serving import Serving
from rewriter.settings import Settings
from rewriter.wire.problems import MEDIA_TYPE
from tests.faces.http.conftest import Asking, Serve
from tests.faces.http.test_gate import Slow

JSON = {"Content-Type": "application/json"}
EVENTS = "text/event-stream"
PAGE: dict[str, Any] = Asking().app.openapi()
ROUTES = [(method.upper(), path) for path, methods in PAGE["paths"].items() for method in methods]
POSTS = [path for method, path in ROUTES if method == "POST"]


def operation(method: str, path: str) -> dict[str, Any]:
    found: dict[str, Any] = PAGE["paths"][path][method.lower()]
    return found


def requests_of(path: str) -> dict[str, Any]:
    found: dict[str, Any] = operation("POST", path)["requestBody"]["content"]["application/json"]["examples"]
    return found


def answers_of(method: str, path: str, media_type: str = "application/json") -> dict[str, Any]:
    found: dict[str, Any] = operation(method, path)["responses"]["200"]["content"][media_type]["examples"]
    return found


def first_of(path: str) -> dict[str, Any]:
    """Give a body that the route takes."""
    found: dict[str, Any] = next(iter(requests_of(path).values()))["value"]
    return found


EACH = [(path, name) for path in POSTS for name in requests_of(path)]


@pytest.mark.parametrize(("path", "name"), EACH, ids=[f"{path[4:]}, {name}" for path, name in EACH])
def test_each_example_gives_the_answer_that_stands_beside_it(rules: Asking, path: str, name: str) -> None:
    """Every field of it."""
    answer = rules.post(path, requests_of(path)[name]["value"])
    assert answer.status_code == 200
    assert answer.json() == answers_of("POST", path)[name]["value"]


@pytest.mark.parametrize("name", requests_of("/v1/rewrite"))
def test_the_stream_is_the_one_that_is_shown(rules: Asking, name: str) -> None:
    """To the byte."""
    answer = rules.post("/v1/rewrite", requests_of("/v1/rewrite")[name]["value"], {"Accept": EVENTS})
    assert answer.text == answers_of("POST", "/v1/rewrite", EVENTS)[name]["value"]


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/v1/rules", "/v1/examples"])
def test_what_can_be_looked_at_begins_as_is_shown(rules: Asking, path: str) -> None:
    """A list is shown by its first."""
    (shown,) = answers_of("GET", path).values()
    answer = rules.ask("GET", path).json()
    told = {key: value[:1] if isinstance(value, list) else value for key, value in answer.items()}
    assert told == shown["value"]


def test_counts_are_written_as_is_shown(rules: Asking) -> None:
    """Line by line."""
    rules.post("/v1/critique", first_of("/v1/critique"))
    (shown,) = answers_of("GET", "/metrics", "text/plain").values()
    assert shown["value"] in rules.ask("GET", "/metrics").text


def test_the_council_s_own_settings_count_in_what_is_shown(serve: Serve) -> None:
    """The description is of this service and not of any; and a short limit for texts does not break it."""
    usual = next(iter(answers_of("POST", "/v1/critique").values()))["value"]
    asking = serve(settings=Settings(rules_off=frozenset({usual["findings"][0]["rule"]})))
    page = asking.app.openapi()["paths"]["/v1/critique"]["post"]
    (name, shown), *_ = page["responses"]["200"]["content"]["application/json"]["examples"].items()
    assert shown["value"] == asking.post("/v1/critique", requests_of("/v1/critique")[name]["value"]).json()
    assert shown["value"]["findings"] != usual["findings"]
    assert serve(settings=Settings(max_characters=10)).ask("GET", "/openapi.json").status_code == 200


# ------------------------------------------------------------------------------------------------ shapes


def all_examples() -> Iterator[tuple[str, dict[str, Any], object]]:
    """Give each example with its schema: of requests, of answers and of problems."""
    for method, path in ROUTES:
        told = operation(method, path)
        contents = [("asks", told["requestBody"]["content"])] if "requestBody" in told else []
        contents += [(status, response["content"]) for status, response in told["responses"].items()]
        for what, content in contents:
            for media_type, shown in content.items():
                assert shown["examples"], (path, what)
                for name, example in shown["examples"].items():
                    held = PAGE["components"]["examples"][name] if "$ref" in example else example
                    yield f"{path[1:]} {what} {media_type}, {name}", shown["schema"], held["value"]


def test_every_example_has_the_shape_that_is_described() -> None:
    """Of every route, status and media type there is one at least."""
    found = list(all_examples())
    assert len(found) > 150
    for name, schema, value in found:
        whole = {**schema, "components": PAGE["components"]}
        errors = [error.message for error in jsonschema_rs.validator_for(whole).iter_errors(value)]
        assert errors == [], name


def test_an_example_of_another_shape_would_be_found_out() -> None:
    """A field too few, and one too many."""
    schema = operation("POST", "/v1/mask")["responses"]["200"]["content"]["application/json"]["schema"]
    check = jsonschema_rs.validator_for({**schema, "components": PAGE["components"]})
    good = next(iter(answers_of("POST", "/v1/mask").values()))["value"]
    assert check.is_valid(good)
    assert not check.is_valid({**good, "more": 1})
    assert not check.is_valid({key: value for key, value in good.items() if key != "masked"})


# ------------------------------------------------------------------------------------------------ problems


def is_shown(answer: httpx2.Response, kind: Kind) -> bool:
    """Say whether an answer is the problem that the description shows, but for the number of the request."""
    shown = PAGE["components"]["examples"][kind.word]["value"]
    told = answer.json()
    assert answer.headers["content-type"] == MEDIA_TYPE
    assert told == shown | {"request_id": told["request_id"]}
    return True


def routes_with(kind: Kind) -> list[tuple[str, str]]:
    """Give the routes that say that they may tell the problem."""
    found = []
    for method, path in ROUTES:
        told = operation(method, path)["responses"].get(str(kind.value.status), {}).get("content", {})
        if kind.word in told.get(MEDIA_TYPE, {}).get("examples", {}):
            found.append((method, path))
    assert found
    return found


def ask(asking: Asking, method: str, path: str, **more: Any) -> httpx2.Response:  # noqa: ANN401 - what the client takes
    """Ask as is right, but for what is said otherwise."""
    sent = {"content": json.dumps(first_of(path)).encode(), "headers": JSON} if method == "POST" else {}
    return asking.ask(method, path, **(sent | more))


@pytest.mark.parametrize(
    ("kind", "serving", "peer"),
    [
        (Kind.NO_KEY, Serving(keys=(Key("a", hash_of("a")),)), "127.0.0.1"),
        (Kind.NOT_FROM_HERE, Serving(), "192.0.2.9"),
        (Kind.BUSY, Serving(under_way=0), "127.0.0.1"),
    ],
    ids=lambda value: getattr(value, "word", ""),
)
def test_problems_of_every_route_are_told_as_is_shown(serve: Serve, kind: Kind, serving: Serving, peer: str) -> None:
    """On each route that says so."""
    asking = serve(serving=serving, peer=peer)
    assert all(is_shown(ask(asking, *route), kind) for route in routes_with(kind))


def test_too_many_are_refused_as_is_shown(serve: Serve) -> None:
    """By each route that counts."""
    asking = serve(serving=Serving(rate="1/day"))
    ask(asking, "GET", "/v1/rules")
    assert all(is_shown(ask(asking, *route), Kind.TOO_MANY) for route in routes_with(Kind.TOO_MANY))


def test_a_process_that_stops_says_so_as_is_shown(serve: Serve) -> None:
    """On each route; life goes on being told."""
    asking = serve()
    stopping: Any = asking.app.user_middleware[0].kwargs["stopping"]
    stopping.told = stopping.closed = True
    assert all(is_shown(ask(asking, *route), Kind.STOPPING) for route in routes_with(Kind.STOPPING))
    assert ("GET", "/readyz") in routes_with(Kind.STOPPING)
    assert asking.ask("GET", "/healthz").status_code == 200


def test_another_method_is_refused_as_is_shown(rules: Asking) -> None:
    """On each route."""
    assert {path for _, path in routes_with(Kind.NOT_ALLOWED)} == set(PAGE["paths"])
    assert all(is_shown(rules.ask("DELETE", path), Kind.NOT_ALLOWED) for _, path in ROUTES)
    assert is_shown(rules.ask("GET", "/v1/none"), Kind.NOT_FOUND)


@pytest.mark.parametrize(
    ("kind", "sent"),
    [
        (Kind.MALFORMED, {"content": b'{"objective": "\xff"}'}),
        (Kind.TOO_LARGE, {"content": b" " * 1_000_001}),
        (Kind.WRONG_TYPE, {"headers": {"Content-Type": "text/plain"}}),
    ],
    ids=lambda value: getattr(value, "word", ""),
)
def test_bodies_are_refused_as_is_shown(rules: Asking, kind: Kind, sent: dict[str, Any]) -> None:
    """By each route that takes one."""
    assert [path for _, path in routes_with(kind)] == POSTS
    assert all(is_shown(ask(rules, "POST", path, **sent), kind) for path in POSTS)


def test_fields_that_are_none_are_refused_as_is_shown(rules: Asking) -> None:
    """By each route that takes fields."""
    assert [path for _, path in routes_with(Kind.UNUSABLE)] == POSTS
    for path in POSTS:
        body = json.dumps({**first_of(path), "surprise": 1}).encode()
        assert is_shown(ask(rules, "POST", path, content=body), Kind.UNUSABLE)


def test_what_does_not_go_together_is_refused_as_is_shown(rules: Asking) -> None:
    """By `fill` alone."""
    assert routes_with(Kind.NOT_TOGETHER) == [("POST", "/v1/fill")]
    body = {**first_of("/v1/fill"), "answers": {"q99": "once a week"}}
    assert is_shown(rules.post("/v1/fill", body), Kind.NOT_TOGETHER)


def test_what_takes_too_long_is_told_as_is_shown(serve: Serve) -> None:
    """To arrive, and to be answered."""

    async def dribbling() -> AsyncIterator[bytes]:
        yield b"{"
        await asyncio.sleep(30)

    slow = serve(serving=Serving(body_seconds=0.05))
    assert [path for _, path in routes_with(Kind.TOO_SLOW)] == POSTS
    assert all(is_shown(slow.ask("POST", path, content=dribbling(), headers=JSON), Kind.TOO_SLOW) for path in POSTS)
    for path in set(POSTS) - {"/v1/fill", "/v1/mask", "/v1/batch"}:  # these ask no model, or tell it of each text
        assert is_shown(ask(serve(Slow(), Serving(seconds=0.05)), "POST", path), Kind.TIMED_OUT)


def test_a_fault_is_told_as_is_shown(rules: Asking) -> None:
    """And no more of it."""
    with mock.patch("rewriter.pipeline.critique", side_effect=ZeroDivisionError):
        assert is_shown(ask(rules, "POST", "/v1/critique"), Kind.BROKEN)


def test_every_problem_has_its_example() -> None:
    """Each is told by some route, but for paths that are none."""
    assert set(PAGE["components"]["examples"]) == {kind.word for kind in Kind}
    for kind in set(Kind) - {Kind.NOT_FOUND}:
        assert routes_with(kind)
