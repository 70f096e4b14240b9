"""Whatever dies under the service while it is asked: every client gets an answer or a clear error, and it heals."""

import json
import os
import signal
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx2
import pytest

from rewriter.faces.http.keys import hash_of
from tests import said
from tests.faces.http.model_process import model_process
from tests.faces.http.running import PATIENCE, Running, free_port, needs_proc, serving, until, workers
from tests.faces.http.running_redis import needs_redis, redis

GROUPS = "Sarah's mother to attend alcohol support groups"
GOOD = said.rewrite(said.critique(time_bound="not_met"), said.draft(f"{GROUPS} [once a week] for [12 weeks]."))
BODY = {"objective": GROUPS}
STREAM = {"Accept": "text/event-stream"}


# ------------------------------------------------------------------------------------------------ the model


@pytest.mark.parametrize("death", [signal.SIGKILL, signal.SIGSTOP], ids=["killed", "stands still"])
def test_a_model_that_dies_while_it_writes_leaves_the_rules(tmp_path: Path, death: signal.Signals) -> None:
    """Half of its reply has come, and judgements were told: the stream still ends in a whole answer, by rules.

    So does what others were waiting for; and once a model is there again, it writes.
    """
    port = free_port()
    env = {
        "REWRITER_MODEL": "ok",
        "REWRITER_BASE_URL": f"http://127.0.0.1:{port}/v1",
        "REWRITER_RETRIES": "0",
        "REWRITER_TIMEOUT": "30" if death is signal.SIGKILL else "3",
    }
    beside: list[httpx2.Response] = []
    with serving(tmp_path, env=env) as service:
        address = f"{service.address}/v1/rewrite"
        other = threading.Thread(target=lambda: beside.append(httpx2.post(address, json=BODY, timeout=PATIENCE)))
        with model_process(port, GOOD, half=True) as model:
            other.start()
            events = []
            with httpx2.stream("POST", address, json=BODY, headers=STREAM, timeout=PATIENCE) as answer:
                for kind, data in told(answer):
                    events.append((kind, data))
                    if len(events) == 1:
                        model.send_signal(death)
            other.join(PATIENCE)
        kinds = [kind for kind, _ in events]
        assert kinds[-3:] == ["critique", "rewrite", "done"]
        assert kinds.count("notice") == 1
        again = [data["criterion"] for kind, data in events[kinds.index("notice") :] if kind == "judgement"]
        assert again[-1] == "time_bound"  # what the model was cut off from is told by the rules, after the notice
        rewrite = dict(events)["rewrite"]
        assert (rewrite["model"], rewrite["provenance"]["engine"]) == ("none", "rules")
        assert [response.json()["provenance"]["engine"] for response in beside] == ["rules"]
        with model_process(port, GOOD):
            until(lambda: httpx2.post(address, json=BODY, timeout=PATIENCE).json()["model"] == "used")


def told(answer: httpx2.Response) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give the events of a stream as they come."""
    kind = ""
    for line in answer.iter_lines():
        name, _, value = line.partition(": ")
        if name == "event":
            kind = value
        elif name == "data":
            yield kind, json.loads(value)


# ------------------------------------------------------------------------------------------------ a worker


@contextmanager
def pressed(address: str, clients: int) -> Iterator[Counter[str]]:
    """Have clients ask all the while; each asks a second time where its connection broke. Gives what they got."""
    got: Counter[str] = Counter()
    over = threading.Event()

    def ask(client: httpx2.Client) -> str:
        answer = client.post(address, json=BODY)
        return str(answer.status_code) if answer.json()["objectives"] else "something else"

    def press() -> None:
        with httpx2.Client(timeout=PATIENCE) as client:
            while not over.is_set():
                try:
                    got[ask(client)] += 1
                except httpx2.TimeoutException:
                    got["no answer"] += 1
                except httpx2.TransportError:
                    got["broken"] += 1
                    with httpx2.Client(timeout=PATIENCE) as another:
                        got[f"then {ask(another)}"] += 1

    threads = [threading.Thread(target=press) for _ in range(clients)]
    for thread in threads:
        thread.start()
    try:
        yield got
    finally:
        over.set()
        for thread in threads:
            thread.join(PATIENCE)


@needs_proc
@pytest.mark.parametrize("killed", [1, 2], ids=["one of two", "both"])
def test_workers_that_are_killed_are_replaced_while_many_ask(tmp_path: Path, killed: int) -> None:
    """Whoever was being answered hears at once that the connection broke, and is answered when it asks again."""
    with serving(tmp_path, ["--workers", "2"], {"REWRITER_SERVE_RATE": "1000000/second"}) as service:
        address = f"{service.address}/v1/rewrite"
        until(lambda: len(workers(service)) == 2)
        first = workers(service)
        with pressed(address, 3) as got:
            until(lambda: got["200"] > 9)
            for pid in sorted(first)[:killed]:
                os.kill(pid, signal.SIGKILL)
            until(lambda: len(workers(service) - first) == killed)
            healed = got["200"]
            until(lambda: got["200"] > healed + 20)
        assert set(got) <= {"200", "broken", "then 200"}
        assert got["broken"] == got["then 200"]
        assert len(workers(service)) == 2


# ------------------------------------------------------------------------------------------------ Redis

KEYS = ("one", "two", "three")


def asked(address: str, key: str, times: int) -> list[int]:
    """Ask so often, each time over a new connection, so that either worker may answer."""
    return [
        httpx2.post(address, json=BODY, headers={"X-API-Key": key}, timeout=PATIENCE).status_code for _ in range(times)
    ]


def says(service: Running, words: str) -> int:
    """Count the lines of the log in which these words stand."""
    return sum(words in line for line in service.lines)


@needs_redis
@pytest.mark.parametrize("death", [signal.SIGKILL, signal.SIGSTOP], ids=["killed", "stands still"])
def test_a_redis_that_goes_stops_nobody_and_counts_again_when_it_is_back(tmp_path: Path, death: signal.Signals) -> None:
    """Two workers count as one; then each for itself, saying so; then as one again, without anybody's help."""
    port = free_port()
    env = {
        "REWRITER_SERVE_KEYS": ",".join(f"{key}={hash_of(key)}" for key in KEYS),
        "REWRITER_SERVE_RATE": "4/hour",
        "REWRITER_SERVE_REDIS": f"redis://127.0.0.1:{port}",
    }
    with serving(tmp_path, ["--workers", "2"], env) as service:
        address = f"{service.address}/v1/critique"
        with redis(tmp_path, port) as store:
            assert asked(address, "one", 8) == [200] * 4 + [429] * 4
            store.send_signal(death)
            alone = asked(address, "two", 12)
            assert alone[:4] == [200] * 4
            assert set(alone) <= {200, 429}
            assert 4 <= alone.count(200) <= 8
            assert 1 <= says(service, "redis does not answer") <= 2
        with redis(tmp_path, port):

            def back() -> bool:
                asked(address, "one", 4)
                return says(service, "redis answers again") >= says(service, "redis does not answer")

            until(back)
            together = asked(address, "three", 8)
        assert together == [200] * 4 + [429] * 4


def test_a_service_that_starts_before_its_redis_answers(tmp_path: Path) -> None:
    """Nothing has to be started in an order."""
    env: dict[str, str] = {"REWRITER_SERVE_REDIS": f"redis://127.0.0.1:{free_port()}"}
    with serving(tmp_path, env=env) as service:
        statuses: Sequence[int] = asked(f"{service.address}/v1/critique", "", 3)
        assert list(statuses) == [200] * 3
        assert says(service, "redis does not answer") == 1
