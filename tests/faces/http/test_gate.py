"""What comes in and what is told of it: limits of size, number and time, and one shape for whatever goes wrong."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from unittest import mock

import httpx2
import pytest

from rewriter.chat.port import Ask, Heard, Reply
from rewriter.faces.http.keys import Key, hash_of
from rewriter.faces.http.problems import Kind
from rewriter.faces.http.serving import Serving
from tests.faces.http.conftest import Asking, Serve
from tests.faces.http.told import problem_of

BODY = {"objective": "Mum to ring the GP"}
JSON = {"Content-Type": "application/json"}
CANARY = "Quillfeather"


class Slow:
    """A model that answers when it is told to, if ever."""

    name = "slow"

    def __init__(self) -> None:
        self.asked = asyncio.Event()
        self.may = asyncio.Event()

    async def reply(self, ask: Ask, heard: Heard | None = None) -> Reply:  # noqa: ARG002 - the port
        """Wait, then say nothing of use."""
        self.asked.set()
        await self.may.wait()
        return Reply("{}")


@pytest.mark.parametrize(
    ("content", "headers", "kind"),
    [
        (b'{"objective": "x"}', {"Content-Type": "text/plain"}, Kind.WRONG_TYPE),
        (b'{"objective": "x"}', {}, Kind.WRONG_TYPE),
        (b'{"objective": "x"}', {"Content-Type": "application/json; charset=utf-16"}, Kind.WRONG_TYPE),
        (b'{"objective": "x"}', {"Content-Type": "application/json; charset=*x''y"}, Kind.WRONG_TYPE),
        (b"\x1f\x8b\x08", JSON | {"Content-Encoding": "gzip"}, Kind.WRONG_TYPE),
        (b"objective=x", {"Content-Type": "application/x-www-form-urlencoded"}, Kind.WRONG_TYPE),
        ('{"objective": "x"}'.encode("utf-16"), JSON, Kind.MALFORMED),
        (b'{"objective": "\xff"}', JSON, Kind.MALFORMED),
        (b'{"objective": "x"', JSON, Kind.MALFORMED),
        (b"Mum to ring the GP", JSON, Kind.MALFORMED),
        (b'{"objective": "x"} {}', JSON, Kind.MALFORMED),
        (b"", JSON, Kind.MALFORMED),
        (b"[" * 100_000, JSON, Kind.MALFORMED),
        (b'{"objective": "x", "id": ' + b"9" * 10_000 + b"}", JSON, Kind.MALFORMED),
        (b'{"objective": "x", "id": NaN}', JSON, Kind.UNUSABLE),
        (b'{"objective": "\\ud800"}', JSON, Kind.MALFORMED),
        (b"x" * 1_000_001, JSON, Kind.TOO_LARGE),
        (b"{}", JSON | {"Content-Length": "1000001"}, Kind.TOO_LARGE),
    ],
)
def test_bodies_of_other_kinds_are_refused(rules: Asking, content: bytes, headers: dict[str, str], kind: Kind) -> None:
    """Other types, character sets and codings, what is no JSON, and what is too large."""
    problem_of(rules.ask("POST", "/v1/critique", content=content, headers=headers), kind)


def test_it_is_told_where_a_body_is_no_json(rules: Asking) -> None:
    """Whoever writes the client finds the slip, and the text is not repeated."""
    answer = rules.ask("POST", "/v1/critique", content=f'{{"objective": "{CANARY}",}}'.encode(), headers=JSON)
    problem = problem_of(answer, Kind.MALFORMED)
    assert problem.detail == "The body is not JSON: it goes wrong at character 30."
    assert CANARY not in answer.text


def test_a_body_is_counted_as_it_comes(serve: Serve) -> None:
    """Nobody has to say beforehand how long it is."""

    async def endless() -> AsyncIterator[bytes]:
        for _ in range(100):
            yield b" " * 1000

    asking = serve(serving=Serving(body_limit=5_000))
    problem_of(asking.ask("POST", "/v1/critique", content=endless(), headers=JSON), Kind.TOO_LARGE)


def test_a_body_has_to_arrive_in_time(serve: Serve) -> None:
    """Whoever sends a byte now and then is not waited for."""

    async def dribbling() -> AsyncIterator[bytes]:
        yield b"{"
        await asyncio.sleep(30)
        yield b"}"

    asking = serve(serving=Serving(body_seconds=0.1))
    answer = asking.ask("POST", "/v1/critique", content=dribbling(), headers=JSON)
    problem_of(answer, Kind.TOO_SLOW)
    assert answer.headers["connection"] == "close"


@pytest.mark.parametrize(
    ("method", "path", "kind"),
    [
        ("GET", "/v1/critique", Kind.NOT_ALLOWED),
        ("DELETE", "/v1/critique", Kind.NOT_ALLOWED),
        ("POST", "/v1/rules", Kind.NOT_ALLOWED),
        ("POST", f"/v1/{CANARY}", Kind.NOT_FOUND),
        ("GET", "/v1/critique/", Kind.NOT_FOUND),
        ("GET", "/docs", Kind.NOT_FOUND),
    ],
)
def test_what_is_not_there_is_told_in_the_same_shape(rules: Asking, method: str, path: str, kind: Kind) -> None:
    """Paths and methods; the method that is allowed is named."""
    answer = rules.ask(method, path)
    problem_of(answer, kind)
    assert (kind is Kind.NOT_ALLOWED) == ("allow" in answer.headers)
    assert CANARY not in answer.text + rules.log


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/metrics", "/openapi.json", "/v1/rules", "/v1/examples"])
def test_what_can_be_read_can_be_asked_for_by_its_head(rules: Asking, path: str) -> None:
    """As those who watch a service do: the same status and headers, and no body."""
    head, whole = rules.ask("HEAD", path), rules.ask("GET", path)
    assert (head.status_code, head.content) == (200, b"")
    if path != "/metrics":  # which counts the asking
        assert head.headers["content-length"] == whole.headers["content-length"]
    assert head.headers["content-type"] == whole.headers["content-type"]
    assert len({line["route"] for line in rules.logged}) == 1
    assert [line["method"] for line in rules.logged] == ["HEAD", "GET"]


def test_the_head_of_what_is_asked_with_a_text_is_refused(rules: Asking) -> None:
    """As a GET of it is; and where there is something to read, both ways are named."""
    answer = rules.ask("HEAD", "/v1/critique")
    assert (answer.status_code, answer.headers["allow"], answer.content) == (405, "POST", b"")
    assert rules.ask("POST", "/v1/rules").headers["allow"] == "GET, HEAD"


def test_each_key_has_its_own_rate(serve: Serve) -> None:
    """Whoever asks too often is told when to come again, and stops nobody else."""
    keys = (Key("one", hash_of("1")), Key("two", hash_of("2")))
    asking = serve(serving=Serving(keys=keys, rate="3/hour"))
    statuses = [asking.post("/v1/critique", BODY, {"X-API-Key": "1"}).status_code for _ in range(4)]
    assert statuses == [200, 200, 200, 429]
    answer = asking.post("/v1/critique", BODY, {"X-API-Key": "1"})
    problem_of(answer, Kind.TOO_MANY)
    assert 1 <= int(answer.headers["retry-after"]) <= 3600
    assert asking.post("/v1/critique", BODY, {"X-API-Key": "2"}).status_code == 200


def test_a_batch_counts_as_many_as_it_holds(serve: Serve) -> None:
    """Or the rate could be gone round."""
    asking = serve(serving=Serving(rate="10/hour"))
    of_five = {"verb": "critique", "items": [BODY] * 5}
    assert [asking.post("/v1/batch", of_five).status_code for _ in range(3)] == [200, 200, 429]


def test_a_batch_that_no_waiting_would_let_through_is_told_so(serve: Serve) -> None:
    """With the number that may come, and nothing that says to come again."""
    asking = serve(serving=Serving(rate="10/hour"))
    answer = asking.post("/v1/batch", {"verb": "critique", "items": [BODY] * 11})
    problem = problem_of(answer, Kind.UNUSABLE)
    why = "has 11 texts, and the service's rate lets 10 through at a time: send fewer"
    assert (problem.detail, problem.mistakes[0].field) == (f"The batch {why}.", "items")
    assert problem.mistakes[0].message == why
    assert "retry-after" not in answer.headers
    asking = serve(serving=Serving(rate="10/hour"))
    assert asking.post("/v1/batch", {"verb": "critique", "items": [BODY] * 10}).status_code == 200


def together(asking: Asking, work: Callable[[httpx2.AsyncClient], Awaitable[None]]) -> None:
    """Do some work with a client, all in one event loop."""

    async def run() -> None:
        async with asking.client() as client:
            await work(client)

    asyncio.run(run())


def test_who_finds_no_place_is_told_to_come_again(serve: Serve) -> None:
    """At once, and others are answered to their end."""
    model = Slow()
    asking = serve(model, Serving(under_way=2))

    async def work(client: httpx2.AsyncClient) -> None:
        two = [asyncio.ensure_future(client.post("/v1/critique", json=BODY)) for _ in range(2)]
        await model.asked.wait()
        await asyncio.sleep(0.05)
        third = await client.post("/v1/critique", json=BODY)
        problem_of(third, Kind.BUSY)
        assert third.headers["retry-after"] == "1"
        model.may.set()
        assert [(await one).status_code for one in two] == [200, 200]
        assert (await client.post("/v1/critique", json=BODY)).status_code == 200

    together(asking, work)


def test_an_answer_has_its_time(serve: Serve) -> None:
    """When it is up there is an error, and the place is free again."""
    asking = serve(Slow(), Serving(seconds=0.2, under_way=1))

    async def work(client: httpx2.AsyncClient) -> None:
        for _ in range(2):
            problem_of(await client.post("/v1/critique", json=BODY), Kind.TIMED_OUT)

    together(asking, work)


def test_what_is_not_answered_of_a_batch_is_told_in_its_place(serve: Serve) -> None:
    """What was answered is not lost."""
    asking = serve(Slow(), Serving(seconds=3.0))
    items = [BODY, {"objective": "How are you?"}]
    answers = asking.post("/v1/batch", {"verb": "critique", "items": items}).json()["answers"]
    assert answers[0]["error"] == "there was no answer within the time allowed"
    assert answers[1]["input_kind"] == "question"


def test_others_are_answered_while_a_long_text_is_worked_out(rules: Asking) -> None:
    """The event loop is not held up."""
    long = {"objective": "Sarah's mother to attend alcohol support groups. " * 190}

    async def work(client: httpx2.AsyncClient) -> None:
        slow = asyncio.ensure_future(client.post("/v1/rewrite", json=long))
        await asyncio.sleep(0.02)
        answered = 0
        while not slow.done():
            assert (await client.get("/healthz")).status_code == 200
            await asyncio.sleep(0)  # without a network in between nothing else would let the others come
            answered += not slow.done()
        assert (await slow).status_code == 200
        assert answered >= 1

    together(rules, work)


def test_a_fault_of_ours_tells_nothing(rules: Asking) -> None:
    """The logs have its name and its line; neither they nor the answer have its words."""

    def broken(*said: object, **named: object) -> None:
        raise ValueError(f"{CANARY} {said} {named}")

    with mock.patch("rewriter.pipeline.critique", side_effect=broken):
        answer = rules.post("/v1/critique", {"objective": CANARY})
    problem = problem_of(answer, Kind.BROKEN)
    (line,) = rules.logged
    assert (line["error"], line["request_id"], line["level"]) == ("ValueError", problem.request_id, "error")
    assert line["place"].startswith("test_gate.py:")
    assert CANARY not in answer.text + rules.log


def test_one_line_is_logged_for_each_request(rules: Asking) -> None:
    """Who, what, how it ended and how long it took; nothing of what was sent, wherever it stood."""
    rules.ask("POST", f"/v1/critique?name={CANARY}", json={"objective": CANARY}, headers={"User-Agent": CANARY})
    rules.ask("GET", f"/{CANARY}", headers={"X-Request-Id": CANARY, "Referer": CANARY, "X-API-Key": CANARY})
    rules.ask(CANARY, "/v1/critique")
    assert [(line["method"], line["route"], line["status"]) for line in rules.logged] == [
        ("POST", "/v1/critique", 200),
        ("GET", "none", 404),
        ("other", "/v1/critique", 405),
    ]
    assert rules.logged[0]["caller"] == "this machine"
    assert rules.logged[0]["milliseconds"] >= 0
    assert CANARY.lower() not in rules.log.lower()


def test_a_request_id_is_kept_where_it_is_a_number(rules: Asking) -> None:
    """A UUID goes through; anything that could be a word is replaced."""
    given = "0b5c9d0e-6a0f-4f0b-9f5e-6d2a1c3b4e5f"
    assert rules.ask("GET", "/healthz", headers={"X-Request-Id": given}).headers["x-request-id"] == given
    for other in ("Sarah Jones", "sarah-jones-of-marsh-lane", "ab", "a" * 65):
        assert rules.ask("GET", "/healthz", headers={"X-Request-Id": other}).headers["x-request-id"] != other


def test_every_answer_says_not_to_keep_it(rules: Asking) -> None:
    """Nothing on the way stores it, and a browser takes it for nothing else."""
    for answer in (rules.post("/v1/critique", BODY), rules.ask("GET", "/none"), rules.ask("GET", "/healthz")):
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["x-content-type-options"] == "nosniff"


def test_counts_are_told_without_a_text(rules: Asking) -> None:
    """By pattern of path, status, verb and engine."""
    rules.post("/v1/critique", BODY)
    rules.post("/v1/critique", {"objective": ""})
    rules.ask("GET", f"/{CANARY}")
    counts = rules.ask("GET", "/metrics").text
    assert 'rewriter_requests_total{route="/v1/critique",status="200"} 1.0' in counts
    assert 'rewriter_requests_total{route="/v1/critique",status="422"} 1.0' in counts
    assert 'rewriter_requests_total{route="none",status="404"} 1.0' in counts
    assert 'rewriter_answers_total{engine="rules",verb="critique"} 1.0' in counts
    assert "rewriter_requests_under_way 1.0" in counts  # this one
    assert CANARY not in counts


def test_many_at_once_leave_nothing_behind(rules: Asking) -> None:
    """Every place is given back, whatever came of the request."""

    async def work(client: httpx2.AsyncClient) -> None:
        bodies = [{"objective": "Mum to ring"}, {"objective": ""}, {}]
        asks = [client.post("/v1/critique", json=bodies[number % 3]) for number in range(60)]
        answers = await asyncio.gather(*asks)
        assert {answer.status_code for answer in answers} == {200, 422}
        assert "rewriter_requests_under_way 1.0" in (await client.get("/metrics")).text

    together(rules, work)
