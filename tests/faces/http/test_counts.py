"""What several processes count at one address: whichever is asked tells the sum."""

import os
import re
import signal
from pathlib import Path

import httpx2
import pytest
from prometheus_client.mmap_dict import MmapedDict, mmap_key

from rewriter.errors import ConfigurationError
from rewriter.faces.http.measures import FOLDER
from rewriter.faces.http.start import Told, application_for
from tests.faces.http.running import CANARY, PATIENCE, needs_proc, serving, until, workers


def counted(address: str, name: str) -> float:
    """Give one count, asked over a connection of its own."""
    told = httpx2.get(f"{address}/metrics", timeout=PATIENCE).text
    found = re.findall(rf"^{re.escape(name)} (\S+)$", told, re.MULTILINE)
    return float(found[0]) if found else 0.0


@needs_proc
def test_workers_count_together_and_nothing_is_lost_with_one_of_them(tmp_path: Path) -> None:
    """A worker that is killed leaves its counts, and is not taken to be answering still; the files go at the end."""
    answered = 'rewriter_requests_total{route="/v1/critique",status="200"}'
    with serving(tmp_path, ["--workers", "2"]) as service:
        address = service.address

        def ask(times: int) -> None:
            for _ in range(times):
                httpx2.post(f"{address}/v1/critique", json={"objective": f"{CANARY} to ring"}, timeout=PATIENCE)

        ask(20)
        assert {counted(address, answered) for _ in range(6)} == {20}
        assert counted(address, 'rewriter_answers_total{engine="rules",verb="critique"}') == 20
        first = workers(service)
        os.kill(min(first), signal.SIGKILL)
        until(lambda: len(workers(service) - first) == 1)
        ask(5)
        assert counted(address, answered) == 25
        (folder,) = tmp_path.glob("rewriter-counts-*")
        # As if it had been answering five.
        left = MmapedDict(str(folder / f"gauge_livesum_{min(first)}.db"))  # type: ignore[no-untyped-call]
        name = "rewriter_requests_under_way"
        left.write_value(mmap_key(name, name, [], [], "Requests being answered."), 5.0, 0.0)  # type: ignore[no-untyped-call]
        left.close()  # type: ignore[no-untyped-call]
        assert counted(address, name) == 1
        kept = b"".join(file.read_bytes() for file in folder.iterdir())
        assert CANARY.encode() not in kept
        service.process.terminate()
        assert service.ended() == 0
    assert not list(tmp_path.glob("rewriter-counts-*"))


def test_a_folder_that_is_told_is_used_and_has_to_be_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that processes at several addresses of one machine may count together as well."""
    monkeypatch.setenv(FOLDER, str(tmp_path / "none"))
    with pytest.raises(ConfigurationError, match="has to be a folder"):
        application_for(Told({}, {"engine": "rules"}))
    folder = tmp_path / "counts"
    folder.mkdir()
    with serving(tmp_path, env={FOLDER: str(folder)}) as one, serving(tmp_path, env={FOLDER: str(folder)}) as other:
        for service in (one, other):
            httpx2.get(f"{service.address}/healthz", timeout=PATIENCE)
        assert counted(one.address, 'rewriter_requests_total{route="/healthz",status="200"}') == 2
