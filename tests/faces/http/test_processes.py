"""The service as processes: stopped while it answers, wrongly told, its model talking nonsense."""

import json
import os
import signal
import socket
import threading
from pathlib import Path
from typing import Any

import httpx2
import pytest

from tests import said
from tests.chat.model_server import ModelServer, Said
from tests.chat.model_server import running as model_running
from tests.faces.http.running import CANARY, PATIENCE, logged, serving, until

GROUPS = "Sarah's mother to attend alcohol support groups"
GOOD = said.rewrite(said.critique(time_bound="not_met"), said.draft(f"{GROUPS} [once a week] for [12 weeks]."))
BODY = {"objective": GROUPS}


class Waiting:
    """Has a model's server wait with every answer until it is told to go on."""

    def __init__(self, server: ModelServer, words: str) -> None:
        self.may = threading.Event()
        self._words = words
        server.behaviour = self.behaviour  # type: ignore[method-assign]

    def behaviour(self, model: str) -> Said:
        """Wait, and say it."""
        del model
        assert self.may.wait(PATIENCE)
        return Said(message={"content": self._words})


ENDED = {signal.SIGTERM: -signal.SIGTERM, signal.SIGINT: 130}  # as whoever sent the signal expects


def status(address: str, path: str, **sent: Any) -> int:  # noqa: ANN401 - what the client takes
    """Ask over a connection of its own and give the status."""
    return httpx2.request("POST" if sent else "GET", f"{address}{path}", timeout=PATIENCE, **sent).status_code


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("stop", ENDED)
def test_answers_in_flight_are_finished(tmp_path: Path, stop: signal.Signals, workers: int) -> None:
    """Told to stop it is not ready, lives, takes nobody new and says so, answers whom it has taken, and ends."""
    with model_running() as model:
        waiting = Waiting(model, GOOD)
        env = {"REWRITER_MODEL": "ok", "REWRITER_BASE_URL": model.address}
        with serving(tmp_path, ["--workers", str(workers)], env=env) as service:
            address, answers = service.address, list[httpx2.Response]()

            def ask() -> None:
                answers.append(httpx2.post(f"{address}/v1/rewrite", json=BODY, timeout=PATIENCE))

            asking = [threading.Thread(target=ask) for _ in range(6)]  # so many that each worker has some
            for one in asking:
                one.start()
            until(lambda: len(model.asked) == len(asking))
            os.killpg(service.process.pid, stop)  # all of them, as a terminal and systemd do
            until(lambda: status(address, "/readyz") == 503)
            if workers == 1:
                assert status(address, "/healthz") == 200
                problem = httpx2.post(f"{address}/v1/critique", json=BODY, timeout=PATIENCE)
                assert (problem.status_code, problem.json()["type"]) == (503, "urn:rewriter:problem:stopping")
                assert (problem.headers["retry-after"], problem.headers["connection"]) == ("1", "close")
            waiting.may.set()
            for one in asking:
                one.join(PATIENCE)
            assert service.ended() == (ENDED[stop] if workers == 1 else 0)
    assert [answer.status_code for answer in answers] == [200] * len(asking)
    assert {answer.json()["model"] for answer in answers} == {"used"}
    assert [line["status"] for line in logged(service) if line["route"] == "/v1/rewrite"] == [200] * len(asking)


def test_a_balancer_has_time_to_see_that_it_is_not_ready(tmp_path: Path) -> None:
    """For so long as is set it goes on answering everybody; a Ctrl-C cuts it short."""
    with serving(tmp_path, env={"REWRITER_SERVE_LEAVING_SECONDS": "600"}) as service:
        address = service.address
        assert status(address, "/readyz") == 200
        service.process.terminate()
        until(lambda: status(address, "/readyz") == 503)
        assert status(address, "/v1/critique", json=BODY) == 200
        service.process.send_signal(signal.SIGINT)
        assert service.ended() == ENDED[signal.SIGINT]


def test_an_answer_that_takes_too_long_to_finish_ends_in_an_error(tmp_path: Path) -> None:
    """When the time for closing is up nobody is left without a word, in a stream or not."""
    with model_running() as model:
        waiting = Waiting(model, GOOD)
        env = {"REWRITER_MODEL": "ok", "REWRITER_BASE_URL": model.address, "REWRITER_SERVE_CLOSING_SECONDS": "0.5"}
        with serving(tmp_path, env=env) as service:
            address, answers = service.address, dict[str, httpx2.Response]()

            def ask(accept: str) -> None:
                answers[accept] = httpx2.post(
                    f"{address}/v1/rewrite", json=BODY, headers={"Accept": accept}, timeout=PATIENCE
                )

            asking = [threading.Thread(target=ask, args=[kind]) for kind in ("application/json", "text/event-stream")]
            for one in asking:
                one.start()
            until(lambda: len(model.asked) == 2)
            service.process.terminate()
            for one in asking:
                one.join(PATIENCE)
            assert service.ended() == ENDED[signal.SIGTERM]
        waiting.may.set()
    assert answers["application/json"].json()["type"] == "urn:rewriter:problem:timed-out"
    assert answers["text/event-stream"].status_code == 200
    assert "event: error\ndata: " in answers["text/event-stream"].text
    assert "urn:rewriter:problem:timed-out" in answers["text/event-stream"].text


def test_a_caller_who_hangs_up_leaves_its_place_at_once(tmp_path: Path) -> None:
    """The model's answer is not waited for, which would take long; and the log says that the caller went."""
    with model_running() as model:
        waiting = Waiting(model, GOOD)
        env = {"REWRITER_MODEL": "ok", "REWRITER_BASE_URL": model.address, "REWRITER_SERVE_UNDER_WAY": "1"}
        with serving(tmp_path, env=env) as service:
            address = service.address
            with pytest.raises(httpx2.ReadTimeout):
                httpx2.post(f"{address}/v1/rewrite", json=BODY, timeout=httpx2.Timeout(PATIENCE, read=1))
            until(lambda: [line["status"] for line in logged(service)] == [499])
            assert status(address, "/healthz") == 200
        waiting.may.set()


@pytest.mark.parametrize("behaviour", ["cut", "bad-json"])
def test_a_model_that_dies_in_the_middle_leaves_the_rules(tmp_path: Path, behaviour: str) -> None:
    """The stream goes on to its end, with the reason; the service stays."""
    with model_running() as model:
        env = {"REWRITER_MODEL": behaviour, "REWRITER_BASE_URL": model.address, "REWRITER_RETRIES": "0"}
        with serving(tmp_path, env=env) as service:
            stream = {"Accept": "text/event-stream"}
            answer = httpx2.post(f"{service.address}/v1/rewrite", json=BODY, headers=stream, timeout=PATIENCE)
            events = [line.removeprefix("event: ") for line in answer.text.splitlines() if line.startswith("event")]
            assert events[-3:] == ["critique", "rewrite", "done"]
            assert events.index("notice") < events.index("critique")
            model.replies.append(GOOD)
            healed = httpx2.post(f"{service.address}/v1/rewrite", json=BODY, timeout=PATIENCE).json()
    assert healed["model"] == "used"


def test_what_is_wrong_is_told_before_anything_listens(tmp_path: Path) -> None:
    """One line, and an exit code."""
    with serving(tmp_path, ["--host", "192.0.2.1"]) as service:
        assert service.ended() == 2
    (line,) = service.lines
    assert line.startswith("rewriter: host: without a key only this machine is served")


def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    """In one line."""
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        line.listen()
        port = str(line.getsockname()[1])
        with serving(tmp_path, ["--port", port]) as service:
            assert service.ended() == 2
    assert service.lines == [f"rewriter: 127.0.0.1:{port} cannot be listened on (Address already in use)\n"]


DEBUG = {
    "OPENAI_LOG": "debug",
    "HTTPX_LOG_LEVEL": "debug",
    "HTTPX2_LOG_LEVEL": "debug",
    "LANGCHAIN_VERBOSE": "true",
    "PYTHONASYNCIODEBUG": "1",
    "PYTHONFAULTHANDLER": "1",
}


def raw(port: int, sent: bytes) -> bytes:
    """Send bytes as they are and give what comes back, if anything."""
    with socket.create_connection(("127.0.0.1", port), 10) as line:
        line.settimeout(10)
        line.sendall(sent)
        line.shutdown(socket.SHUT_WR)
        try:
            return b"".join(iter(lambda: line.recv(65536), b""))
        except OSError:
            return b""


def asked_in_every_way(address: str, port: int) -> list[httpx2.Response]:
    """Send a name wherever something can stand, well and badly."""
    text = f"Zebedee {CANARY}'s mother to attend alcohol support groups"
    context: dict[str, Any] = {"names": [CANARY], "harms": [{"to": CANARY, "by": "Dad"}], "need": f"{CANARY} is late"}
    every = [{"objective": text, "context": context}, {"objective": text * 300}, {CANARY: text}, [CANARY], CANARY]
    with httpx2.Client(base_url=address, timeout=PATIENCE, headers={"Cookie": CANARY, "User-Agent": CANARY}) as client:
        answers = [client.post(f"/v1/{verb}", json=body) for verb in ("critique", "rewrite") for body in every]
        answers += [
            client.post("/v1/rewrite", json=every[0], headers={"Accept": "text/event-stream"}),
            client.post("/v1/batch", json={"verb": "critique", "items": [{"objective": text}, {"objective": ""}]}),
            client.post("/v1/check", json={"text": text, "context": context}),
            client.post("/v1/check", json={"text": text, "kind": CANARY}),
            client.post("/v1/guard", json={"objective": text, "rewrite": f"{text} [when].", "context": context}),
            client.post("/v1/mask", json={"text": text, "names": [CANARY]}),
            client.post("/v1/mask", json={"text": text, CANARY: [CANARY]}),
            client.post("/v1/fill", json={"rewrite": CANARY, "answers": {CANARY: CANARY}}),
            client.post("/v1/critique", content=CANARY.encode(), headers={"Content-Type": "application/json"}),
            client.post("/v1/critique", content=f"{{{CANARY}".encode(), headers={"Content-Type": CANARY}),
            client.get(f"/{CANARY}?{CANARY}={CANARY}"),
            client.request(CANARY.upper(), f"/v1/{CANARY}"),
            client.get("/metrics", headers={"X-Request-Id": CANARY, "Authorization": f"Basic {CANARY}"}),
        ]
    for sent in (
        f"{CANARY}\r\n\r\n",
        f"POST /v1/critique HTTP/1.1\r\n{CANARY}\r\n\r\n",
        f"POST /v1/critique HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {CANARY}\r\n\r\n",
        f"POST /v1/critique HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 99\r\n\r\n{CANARY}",
        f"GET /{CANARY} HTTP/9.9\r\nHost: {CANARY}\r\n\r\n",
        f"PRI * HTTP/2.0\r\n\r\n{CANARY}\r\n",
    ):
        raw(port, sent.encode())
    return answers


@pytest.mark.parametrize("model_name", ["", "wrong-shape", "cut"])
def test_nothing_is_kept_whatever_is_asked(tmp_path: Path, model_name: str) -> None:
    """With every library at debug level and Python in its own: no name in anything that the process wrote."""
    with model_running() as model:
        env = dict(DEBUG)
        if model_name:
            env |= {"REWRITER_MODEL": model_name, "REWRITER_BASE_URL": model.address, "REWRITER_RETRIES": "0"}
        with serving(tmp_path, env=env, python=["-X", "dev"]) as service:
            answers = asked_in_every_way(service.address, service.port)
            service.process.terminate()
            assert service.ended() == ENDED[signal.SIGTERM]
    assert not [line[:80] for line in service.lines if CANARY.lower() in line.lower()]
    assert len(logged(service)) >= len(answers)
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and CANARY.encode() in path.read_bytes()]
    told = [answer for answer in answers if answer.status_code != 200]
    assert all(json.loads(answer.content)["status"] == answer.status_code for answer in told)
    assert not [answer.text for answer in told if CANARY.lower() in answer.text.lower()]
    assert not [answer for answer in answers if answer.status_code >= 500]
